"""Measures of speed, for `courtship bench`; they stand in a checkout only and are not installed."""
