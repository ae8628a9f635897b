"""The learner's profile in the window: its page and what can be asked for on it."""
