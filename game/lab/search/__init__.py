"""The search for ways to win without courting, and the ways of playing that it tries."""
