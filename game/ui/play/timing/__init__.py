"""The timing test in the window: its page and the way through it."""
