"""One command, `courtship`: everything a person can do, with errors fit for a trainer."""

from game.cli.app import main

__all__ = ["main"]
