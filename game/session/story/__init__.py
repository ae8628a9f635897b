"""What a player has lived through, and how it is told on from one day to the next."""
