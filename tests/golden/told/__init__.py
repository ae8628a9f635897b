"""What is told, as texts to read: each teller of the coach and the session, over many facts, in a golden file."""
