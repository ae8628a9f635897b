"""The rules of the model as a graph: traced once from the plain numpy model, cut into regions, scheduled."""
