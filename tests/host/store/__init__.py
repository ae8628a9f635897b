"""What a room keeps, through crashes and lost databases."""
