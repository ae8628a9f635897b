"""Ways of playing that are written down: rule cards and routines."""
