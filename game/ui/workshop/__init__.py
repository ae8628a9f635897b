"""The Workshop of authors: what it shows, what can be asked for, and what follows from it."""
