"""What all rooms of the window share: the model, the actions, the settings, a run. No pygame, no screen."""
