"""The page of a room that this window hosts."""
