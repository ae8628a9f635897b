"""What people say: talks and lines, which one is chosen, and what of the message it takes up."""
