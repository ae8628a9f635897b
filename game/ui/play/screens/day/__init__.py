"""A day and its night: the play screen with its parts and dialogs."""
