"""Your habits in the window, and where they lead."""
