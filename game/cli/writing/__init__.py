"""Commands for those who write scenarios, and share them."""
