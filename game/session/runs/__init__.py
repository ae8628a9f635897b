"""Runs in a folder: begun, listed, gone on with, and watched while their scenario changes."""
