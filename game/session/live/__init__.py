"""A scenario that changes while it is played."""
