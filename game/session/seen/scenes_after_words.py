"""Scenes of the date mirror that follow what somebody has said: none tells of a need that another shop has seen to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from game.engine.seen.situations import WELL
from game.scenario.texts.scenes import Scene
from game.scenario.texts.text_files import read
from game.session.story.claims import BUYING, ELSEWHERE
from game.session.story.invitations import INVITING
from game.session.view import ThreadItem

OF_A_NEED = frozenset({"needs", "needs_only", "ready", "torn"})
"""Situations in whose scenes there is a need, or may be one."""
ASKS_TO_BUY = frozenset({"propose", "pitch"})
OF_A_CUSTOMER = frozenset({"customer"})


@dataclass(frozen=True)
class SceneWords:
    """What is said at the table, and told of it."""

    you: str
    they: str
    what: str
    then: str


@cache
def _words() -> Mapping[str, Mapping[str, tuple[SceneWords, ...]]]:
    found: Mapping[str, Mapping[str, tuple[SceneWords, ...]]] = read(
        "scenes_after_words", dict[str, dict[str, tuple[SceneWords, ...]]]
    )
    return found


def elsewhere_on(thread: Sequence[ThreadItem], day: int) -> int:
    """The day on which somebody bought in another shop, with no word of a need since; 0 for nobody else.

    >>> told = [ThreadItem(2, "them", "need_shows", "A need."), ThreadItem(5, "them", "buys_elsewhere", "Done.")]
    >>> elsewhere_on(told, 6), elsewhere_on([*told, ThreadItem(6, "them", "asks_price", "Yours?")], 7)
    (5, 0)

    Args:
        thread: with them.
        day: of the morning; what came before it counts.
    """
    told = [item for item in thread if item.day < day and item.who == "them" and item.kind in (*BUYING, *INVITING)]
    return told[-1].day if told and told[-1].kind == ELSEWHERE else 0


def after_words(move: str, scene: Scene, thread: Sequence[ThreadItem], day: int) -> Scene:
    """A scene in words that deny nothing of what somebody has said.

    Args:
        move: that it shows.
        scene: whose turn it is.
        thread: with them.
        day: of the morning.
    """
    said = _words()
    if elsewhere_on(thread, day) and not OF_A_NEED.isdisjoint(scene.situation):
        glad_of_a_need = move in ASKS_TO_BUY and scene.mood in WELL
        words, mood = said["elsewhere"].get(move, ()), "neutral" if glad_of_a_need else scene.mood
    elif _spoke_of_more(thread, day) and not OF_A_CUSTOMER.isdisjoint(scene.situation):
        words, mood = said["more"].get(move, ()), scene.mood
    else:
        return scene
    if not words:
        return scene
    chosen = words[day % len(words)]
    return replace(scene, you=chosen.you, they=chosen.they, what=chosen.what, then=chosen.then, mood=mood)


def _spoke_of_more(thread: Sequence[ThreadItem], day: int) -> bool:
    kinds = [item.kind for item in thread if item.day < day and item.kind in ("buys", *INVITING)]
    return "buys" in kinds and kinds[-1] != "buys"
