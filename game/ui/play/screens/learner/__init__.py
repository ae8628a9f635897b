"""The page of the learner's profile."""
