"""The window: loop, canvas, keys, mouse, and screen readers."""
