"""The rules of the model as sliders: the same people by the shipped rules and by changed ones."""
