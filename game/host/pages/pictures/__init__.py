"""What pages of a room draw: nights, days from left to right, trust, codes to join by."""
