"""The rules for a single follower in plain Python, written from the graph, and what peers need to play by them."""
