"""What goes wrong in the world, done to the game on purpose and counted: `courtship bench faults`."""
