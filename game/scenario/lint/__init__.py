"""Lint: what is provably not as an author means it."""
