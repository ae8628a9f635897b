"""Slips of writing that break a file: in its layout, within braces, in a value."""
