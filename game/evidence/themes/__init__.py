"""The findings, one file per theme; importing this package declares them all."""

from game.evidence.themes import breaches, content, exposure, favours, selling, staying, talk, trust

__all__ = ["breaches", "content", "exposure", "favours", "selling", "staying", "talk", "trust"]
