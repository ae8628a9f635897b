"""The evidence: published experiments on how people come to trust, tolerate, help and leave, run on the game's kernel."""

from game.evidence.panel import Panel, laboratory

__all__ = ["Panel", "laboratory"]
