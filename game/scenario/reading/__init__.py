"""From the text of a scenario file to a tree whose nodes know where they stand."""
