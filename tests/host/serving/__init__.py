"""What the server lets in, and what it refuses."""
