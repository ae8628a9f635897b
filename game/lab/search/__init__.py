"""The search for ways to win without courting."""
