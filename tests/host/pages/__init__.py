"""What the pages of a room tell."""
