"""What games show in which people are courted and never asked."""
