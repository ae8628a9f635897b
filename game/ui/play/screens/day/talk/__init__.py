"""What was said: the talk with one follower, and the posts to everybody."""
