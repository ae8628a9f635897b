"""Who the followers are: their motives, their traits, and how a game deals them."""
