"""A night as an evening at the café: who sat with you, what bodies did, which moments there were, and how rows fold."""
