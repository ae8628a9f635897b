"""A scenario in plain sentences: people, what happens, what is said, and the whole."""
