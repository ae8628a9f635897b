"""The findings, one file per theme; importing this package declares them all."""

from game.evidence.themes import breaches, content, exposure, favours, selling, staying, trust
from game.evidence.themes import conversation as talk

__all__ = ["breaches", "content", "exposure", "favours", "selling", "staying", "talk", "trust"]
