"""What of all that can be seen speaks for asking somebody something now, and what against it, in words."""

from collections.abc import Callable
from typing import NamedTuple

from game.engine.fresh_for_days import ASKED_AGAIN_DAYS
from game.engine.seen.seen_conditions import ALONE, PUT_OFF, Signs, asked_in_vain, sent_to_all_lately
from game.model.state import LATELY

FOR_IT, AGAINST_IT = "For it", "Against it"
"""How the lines of either side begin."""
SIGNS_TOLD = 3
"""So many signs are named on either side, those that weigh most."""
OF_A_NEED = frozenset({"propose", "pitch"})
"""Questions to which the answer hangs on a need."""
HELPED_BY_A_NEED = OF_A_NEED | {"small_offer"}
"""Those, and the one for which a need is good and the lack of one is no hindrance."""


class _Sign(NamedTuple):
    words: str
    shows: Callable[[Signs], object]
    of_a_need: bool = False  # whether it says something of a need, and nothing of you two


def _own(s: Signs) -> float:
    return float(s.needs + s.prices)


FOR = (
    _Sign("a need that was told more than once", lambda s: _own(s) >= 2.0 and s.need_age <= LATELY, of_a_need=True),
    _Sign("the price was asked", lambda s: s.prices >= 1.0 and s.need_age <= LATELY, of_a_need=True),
    _Sign("a need that has just shown", lambda s: 1.0 <= _own(s) < 2.0 and s.need_age <= LATELY, of_a_need=True),
    _Sign("a purchase before", lambda s: s.bought >= 1.0),
    _Sign("warm answers", lambda s: s.warm >= 2.0),
    _Sign("a warm answer", lambda s: 1.0 <= s.warm < 2.0),
    _Sign("glad looks of late", lambda s: s.glow >= -PUT_OFF),
    _Sign("talks that went on", lambda s: s.turns >= 2.0),
)
"""What speaks for it, what weighs most first."""
AGAINST = (
    _Sign("a no only days ago", lambda s: s.decline_age <= ASKED_AGAIN_DAYS),
    _Sign("a message to everybody not long ago", sent_to_all_lately),
    _Sign("you asked before, in vain", lambda s: asked_in_vain(s) & (s.decline_age > ASKED_AGAIN_DAYS)),
    _Sign("what was asked for was for somebody else", lambda s: (s.errands >= 1.0) & (_own(s) < 1.0), of_a_need=True),
    _Sign("more to sell to you than to buy", lambda s: s.pitches + s.baits >= 1.0, of_a_need=True),
    _Sign("no need has shown", lambda s: _own(s) < 1.0 and s.bought < 1.0, of_a_need=True),
    _Sign("the need was told days ago", lambda s: _own(s) >= 1.0 and s.need_age > LATELY, of_a_need=True),
    _Sign("you have met once at most", lambda s: s.contacts < 2.0),
    _Sign("the last word was yours", lambda s: s.prompted < 0.5 and s.standing >= ALONE),
    _Sign("sour looks of late", lambda s: s.glow <= PUT_OFF / 2),
    _Sign("cool answers", lambda s: s.cool > s.warm),
    _Sign("no warm answer yet", lambda s: s.warm < 1.0 and s.contacts >= 2.0),
)
"""What speaks against it, in the same order."""
OF_THE_MOVE = {"pitch": "a sales talk presses"}
"""What always speaks against a move, after all that is seen."""


def asking_signs_told(move: str, signs: Signs) -> str:
    """What speaks for and against asking now, such as "For it: warm answers. Against it: no need has shown".

    Args:
        move: id of a move that asks for something.
        signs: of one follower.

    Returns:
        A line for each side on which something can be seen.
    """
    sides = (FOR_IT, _shown(FOR, move, HELPED_BY_A_NEED, signs)), (AGAINST_IT, against_told(move, signs))
    return "\n".join(f"{head}: {', '.join(here)}." for head, here in sides if here)


def against_told(move: str, signs: Signs) -> tuple[str, ...]:
    """What that can be seen speaks against asking now, what weighs most first.

    Args:
        move: id of a move that asks for something.
        signs: of one follower.
    """
    here = (*_shown(AGAINST, move, OF_A_NEED, signs), OF_THE_MOVE.get(move, ""))
    return tuple(filter(None, here))[:SIGNS_TOLD]


def _shown(side: tuple[_Sign, ...], move: str, needed: frozenset[str], signs: Signs) -> tuple[str, ...]:
    """The signs of a side that show, in its order; those of a need for moves to which it matters."""
    here = [sign.words for sign in side if (move in needed or not sign.of_a_need) and sign.shows(signs)]
    return tuple(here[:SIGNS_TOLD])
