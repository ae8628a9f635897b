"""What could have been known, what would have happened, and which decisions were worth most."""
