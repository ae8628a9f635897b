"""What stands behind a front end: scenarios, runs, trials, and the places where they are kept."""
