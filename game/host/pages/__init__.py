"""Pages as values for templates: what a guest, the screen and the host see of a committed room."""
