"""The night: the evening at the café, its moments, what was written, and the nights before."""
