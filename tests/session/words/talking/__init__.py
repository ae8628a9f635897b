"""What people say, and that it answers."""
