"""“Do you know when?”: a test of short cases, how its answers are marked, and what is told of them."""
