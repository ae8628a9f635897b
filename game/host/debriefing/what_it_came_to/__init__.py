"""What a game came to: its points, what harm took off them, what was within reach, and what was done well."""
