"""The box of settings, in parts."""
