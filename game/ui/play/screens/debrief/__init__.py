"""After the last day: the debrief."""
