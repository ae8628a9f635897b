"""What followers do overnight: how likely each answer is, which comes, what the face shows, what is left of it."""
