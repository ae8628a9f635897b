"""What of all that can be seen speaks for asking somebody something now, and what against it, in words.

What makes the figure comes first on its side, with the figure that it leads to; then what else shows.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from game.engine.fresh_for_days import ASKED_AGAIN_DAYS
from game.engine.seen.odds_asked import steps_to
from game.engine.seen.seen_conditions import ALONE, PUT_OFF, Signs, asked_in_vain, sent_to_all_lately
from game.model.state import HAPPENED, LATELY
from game.session.seen.asking_steps_told import (
    ASKED_IN_VAIN,
    COOL_ANSWERS,
    NO_ANSWER_YET,
    NO_ONLY_DAYS_AGO,
    NO_WARM_ANSWER,
    PURCHASE_BEFORE,
    SENT_TO_ALL,
    SOUR_LOOKS,
    kind_of_step,
    met_told,
    step_told,
)
from game.session.words.numbers_told import tens_told

FOR_IT, AGAINST_IT = "For it", "Against it"
"""How the lines of either side begin."""
SIGNS_TOLD = 3
"""So many signs are named on either side, those that weigh most."""
OF_A_NEED = frozenset({"propose", "pitch"})
"""Questions to which the answer hangs on a need."""
HELPED_BY_A_NEED = OF_A_NEED | {"small_offer"}
"""Those, and the one for which a need is good and the lack of one is no hindrance."""


NEED = "need"
"""The kind of the signs that say something of a need of theirs."""


class _Sign(NamedTuple):
    told: Callable[[Signs], str]
    shows: Callable[[Signs], object]
    kind: str  # of one kind a single sign is told on a side
    of_a_need: bool = False  # whether it says something of a need, and nothing of you two


def _own(s: Signs) -> float:
    return float(s.needs + s.prices)


def _said(words: str) -> Callable[[Signs], str]:
    return lambda _: words


FOR = (
    _Sign(_said("a need that was told more than once"), lambda s: _own(s) >= 2.0 and s.need_age <= LATELY, "need",
          of_a_need=True),
    _Sign(_said("the price was asked"), lambda s: s.prices >= 1.0 and s.need_age <= LATELY, "need", of_a_need=True),
    _Sign(_said("a need that was told of late"), lambda s: 1.0 <= _own(s) < 2.0 and s.need_age <= LATELY, "need",
          of_a_need=True),
    _Sign(_said(PURCHASE_BEFORE), lambda s: s.bought >= 1.0, "bought"),
    _Sign(_said("warm answers"), lambda s: s.warm >= 2.0, "warm"),
    _Sign(_said("a warm answer"), lambda s: 1.0 <= s.warm < 2.0, "warm"),
    _Sign(_said("glad looks of late"), lambda s: s.glow >= -PUT_OFF, "looks"),
    _Sign(_said("talks that went on"), lambda s: s.turns >= 2.0, "talks"),
)  # fmt: skip
"""What speaks for it, what weighs most first."""
AGAINST = (
    _Sign(_said(NO_ONLY_DAYS_AGO), lambda s: s.decline_age <= ASKED_AGAIN_DAYS, "no"),
    _Sign(_said(SENT_TO_ALL), sent_to_all_lately, "to all"),
    _Sign(_said(ASKED_IN_VAIN), lambda s: asked_in_vain(s) & (s.decline_age > ASKED_AGAIN_DAYS), "in vain"),
    _Sign(_said("what was asked for was for somebody else"), lambda s: (s.errands >= 1.0) & (_own(s) < 1.0), "need",
          of_a_need=True),
    _Sign(_said("more to sell to you than to buy"), lambda s: s.pitches + s.baits >= 1.0, "sells", of_a_need=True),
    _Sign(_said("no need of their own has shown"), lambda s: _own(s) < 1.0 and s.bought < 1.0, "need", of_a_need=True),
    _Sign(_said("no need has shown since the purchase"), lambda s: s.bought >= 1.0 and s.need_age >= HAPPENED, "need",
          of_a_need=True),
    _Sign(_said("the need was met elsewhere"), lambda s: _own(s) >= 1.0 and s.bought < 1.0 and s.need_age >= HAPPENED,
          "need", of_a_need=True),
    _Sign(_said("the need was told days ago"), lambda s: _own(s) >= 1.0 and LATELY < s.need_age < HAPPENED, "need",
          of_a_need=True),
    _Sign(met_told, lambda s: s.contacts < 2.0, "met"),
    _Sign(_said(NO_ANSWER_YET), lambda s: s.prompted < 0.5 and s.standing >= ALONE, "last word"),
    _Sign(_said(SOUR_LOOKS), lambda s: s.glow <= PUT_OFF, "looks"),
    _Sign(_said("looks a little sour of late"), lambda s: PUT_OFF < s.glow <= PUT_OFF / 2, "looks"),
    _Sign(_said(COOL_ANSWERS), lambda s: s.cool > s.warm, "looks"),
    _Sign(_said(NO_WARM_ANSWER), lambda s: s.warm < 1.0 and s.contacts >= 2.0, "warm"),
)  # fmt: skip
"""What speaks against it, in the same order."""
OF_THE_MOVE = {"pitch": "a sales talk presses"}
"""What always speaks against a move, after all that is seen."""


class _Told(NamedTuple):
    """A sign of one side in words."""

    words: str
    leads_to: str = ""  # the figure that it raises or lowers the answer to: "up to six or seven"

    @property
    def text(self) -> str:
        return f"{self.words} ({self.leads_to})" if self.leads_to else self.words


def asking_signs_told(move: str, signs: Signs, elsewhere_on: int = 0) -> str:
    """What speaks for and against asking now, such as "For it: warm answers. Against it: no need of their own has …".

    Args:
        move: id of a move that asks for something.
        signs: of one follower.
        elsewhere_on: the day on which they bought in another shop, if no need has shown since; 0 if not.

    Returns:
        A line for each side on which something can be seen.
    """
    sides = _both_sides(move, signs, elsewhere_on if move in HELPED_BY_A_NEED else 0)
    heads = zip((FOR_IT, AGAINST_IT), sides, strict=True)
    return "\n".join(f"{head}: {'; '.join(told.text for told in here)}." for head, here in heads if here)


def against_told(move: str, signs: Signs) -> tuple[str, ...]:
    """What that can be seen speaks against asking now, what weighs most first.

    Args:
        move: id of a move that asks for something.
        signs: of one follower.
    """
    return tuple(told.words for told in _both_sides(move, signs)[1])


def _both_sides(move: str, signs: Signs, elsewhere_on: int = 0) -> tuple[list[_Told], list[_Told]]:
    """What is told for it, and what against it."""
    up, down = _deciding(move, signs)
    always = [(_Told(OF_THE_MOVE[move]), move)] if move in OF_THE_MOVE else []
    speaks_for = _shown(FOR, move, HELPED_BY_A_NEED, signs)
    against = [*_shown(AGAINST, move, OF_A_NEED, signs), *always]
    if elsewhere_on:  # a need that shows by the signs is older than that purchase
        up = [(one._replace(words=f"{one.words}, before that purchase"), k) if k == NEED else (one, k) for one, k in up]
        down = [*[(one, k) for one, k in down if k != NEED][: SIGNS_TOLD - 1], (_bought_on(elsewhere_on), NEED)]
        speaks_for = [(one, kind) for one, kind in speaks_for if kind != NEED]
    return _one_of_a_kind(up, speaks_for), _one_of_a_kind(down, against)


def _bought_on(day: int) -> _Told:
    return _Told(f"they bought in another shop on day {day}")


def _one_of_a_kind(deciding: list[tuple[_Told, str]], besides: list[tuple[_Told, str]]) -> list[_Told]:
    """What is told of a side: all that decides, and besides what is of another kind, as far as there is room."""
    kinds, told = {kind for _, kind in deciding}, [one for one, _ in deciding]
    for one, kind in besides:
        if kind not in kinds:
            kinds.add(kind)
            told.append(one)
    return told[:SIGNS_TOLD]


def _deciding(move: str, signs: Signs) -> tuple[list[tuple[_Told, str]], list[tuple[_Told, str]]]:
    """What raises the figure of strangers, and what lowers it then, each with its kind."""
    steps = steps_to(move, signs)
    up: list[tuple[_Told, str]] = []
    down: list[tuple[_Told, str]] = []
    for before, step in pairwise(steps):
        figure, way = tens_told(step.yes), "up" if step.yes > before.yes else "down"
        leads_to = f"{way} to {figure}" if figure != tens_told(before.yes) else ""
        told = _Told(step_told(step, move, signs), leads_to), kind_of_step(step, signs)
        (up if way == "up" else down).append(told)
    return up, down


def _shown(side: tuple[_Sign, ...], move: str, needed: frozenset[str], signs: Signs) -> list[tuple[_Told, str]]:
    """The signs of a side that show, in its order, each with its kind; those of a need where it matters."""
    return [
        (_Told(sign.told(signs)), sign.kind)
        for sign in side
        if (move in needed or not sign.of_a_need) and sign.shows(signs)
    ]
