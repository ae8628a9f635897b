"""Where the server listens, and how long it waits for whom."""
