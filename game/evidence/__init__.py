"""The evidence: published experiments on how people trust, tolerate, help and leave, run on the game's kernel.

An experiment of your own, in a file for `courtship evidence FILE.py`::

    from game.evidence import Band, Panel, finding

    @finding("my-finding", claim="...", source="...", grade="C", published="more", expects=(Band("ratio", 1.1, 3.0),))
    def my_finding(seed: int) -> dict[str, float]:
        thanked, ignored = Panel(seed=seed), Panel(seed=seed)
        for arm in (thanked, ignored):
            arm.receive("share_compliment")
        thanked.do("thank_publicly")
        return {"ratio": thanked.comply(0.4).mean() / ignored.comply(0.4).mean()}
"""

from game.evidence.crowd import laboratory
from game.evidence.finding import REGISTRY, Band, Falling, Finding, finding
from game.evidence.panel import Panel

__all__ = ["REGISTRY", "Band", "Falling", "Finding", "Panel", "finding", "laboratory"]
