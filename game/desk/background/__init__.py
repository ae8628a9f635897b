"""Long work in processes of its own, so that the window goes on."""
