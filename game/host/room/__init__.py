"""The room as a frozen value, and what changes it; no clock, no web, no file."""
