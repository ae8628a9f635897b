"""Commands that let many games be played, and tell what came of them."""
