"""Whether a tree fits the format, and whether what it names exists."""
