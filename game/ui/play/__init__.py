"""Playing: what the screens show, what can be asked for, and what follows from it."""
