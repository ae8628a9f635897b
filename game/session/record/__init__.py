"""The record of a run, and the folder in which records are kept."""
