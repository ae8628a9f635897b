"""The date mirror: a move face to face, and the scenes before the first day."""
