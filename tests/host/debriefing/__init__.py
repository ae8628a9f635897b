"""What a room's debrief tells."""
