"""The graph played as a list of numpy calls."""
