"""What the window lets be heard: sounds, their captions, and a voice that reads the screen."""
