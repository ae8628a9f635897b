"""Yourself played forward: a player's habits, read from their own choices, and where these lead."""
