"""The server's connections: where it listens for them, and how long it waits for whom."""
