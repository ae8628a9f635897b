"""Profiles of learners on this machine: the file that keeps them, and what is taken into them."""
