"""The log of a room: written before anything is acknowledged, and replayed when the server starts again."""
