"""Scenarios on their way from one machine to another: packed, taken in, copied."""
