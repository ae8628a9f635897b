"""The graph played as machine code, by numba."""
