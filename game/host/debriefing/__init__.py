"""What a room is told when it looks back: values, which pages and files show."""
