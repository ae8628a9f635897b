"""The format of scenario files: its keys, the kinds of value they hold, and what each means."""
