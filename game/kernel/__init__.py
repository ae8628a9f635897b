"""The day of the model, made fast: the rules are traced once, and played as numpy calls or as machine code."""
