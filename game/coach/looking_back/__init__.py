"""The debrief: what became of everybody, why trust changed, how each ask stood, what it teaches."""
