"""What happened in a room's games: who was ready when, who was asked when, who was lost, and what it teaches."""
