"""The rules of a room."""
