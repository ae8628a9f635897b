"""The learner's profile: what finished games show of each principle, when to see it again, which game to play next."""
