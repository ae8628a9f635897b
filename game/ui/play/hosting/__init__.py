"""A room that this window hosts: its page and what follows on it."""
