"""What becomes known to a player: threads, what was noticed, views."""
