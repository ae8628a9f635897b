"""The words of the game and their translations."""
