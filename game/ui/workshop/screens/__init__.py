"""The pages and dialogs of the Workshop."""
