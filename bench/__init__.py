"""Peers of the kernel: the same day of the model, written for other frameworks, to compare speed with."""
