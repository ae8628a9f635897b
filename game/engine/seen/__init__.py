"""What can be seen of followers before a move, what such people do, and a trained reading of all signs together."""
