"""From a written scenario to a complete one, and to arrays for the model."""
