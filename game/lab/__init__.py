"""The lab: thousands of playthroughs of a scenario, to see whether it teaches what it claims."""
