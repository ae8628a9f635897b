"""Evenings at the café: the room, who sits where, and the moments that have a picture of their own."""
