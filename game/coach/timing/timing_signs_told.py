"""Which signs told the cases of a sitting, which one somebody leaned on, and in the end how each case is solved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from game.coach.timing.timing_case import TimingCase
from game.coach.timing.timing_marks import TimingAnswer
from game.model.state import NEED_LATELY

TOLD = 2
"""How many signs are named, those first that told the ready from the others best."""
LEANED = 0.25
"""Difference of the shares that were asked with and without a sign, from which one leaned on it."""
TELLS_FROM = 0.3
"""Difference of the shares of the ready and of the others who showed a sign, from which it told something."""


def _heard(case: TimingCase, *kinds: str, within: float = 1000.0) -> int:
    return sum(item.kind in kinds and case.day - item.day <= within for item in case.thread)


def _last_tell(case: TimingCase) -> str:
    return next((item.kind for item in reversed(case.thread) if item.kind.startswith("tell_")), "")


SIGNS: Mapping[str, Callable[[TimingCase], bool]] = MappingProxyType({
    f"A need of their own, or the price asked for, in the last {NEED_LATELY:.0f} days":
        lambda case: _heard(case, "need_shows", "asks_price", within=NEED_LATELY) > 0,
    "Two warm answers or more": lambda case: _heard(case, "answer_warm", "thanks") >= 2,
    "Something of yours shared with praise": lambda case: _heard(case, "share_compliment") > 0,
    "A question for a friend, how it is made, or of a large order":
        lambda case: _heard(case, "asks_for_friend", "asks_how", "dangles_order") > 0,
    "A small reaction, the last one, that was good": lambda case: _last_tell(case) in {"tell_warmed", "tell_lit_up"},
    "Good news that they told you": lambda case: _heard(case, "life_event") > 0,
})  # fmt: skip
"""What can be seen in a case, in words, and whether it is there."""


@dataclass(frozen=True)
class SignCount:
    """How often a sign was there."""

    sign: str
    ready: int  # cases of the ready that showed it
    others: int  # cases of those who were not ready that showed it
    asked: int  # cases that showed it, of which one said: ask now
    shown: int  # cases that showed it
    told: float  # −1..1, share of the ready less share of the others that showed it
    leaned: float  # −1..1, share asked of those that showed it less of those that did not; 0 where one group is empty


def counts_of(cases: Sequence[TimingCase], answers: Sequence[TimingAnswer]) -> tuple[SignCount, ...]:
    """Every sign with its counts over all cases of a form, which answers one by one."""
    asked = {answer.case for answer in answers if answer.ask}
    ready, others = ([case for case in cases if case.ready is is_so] for is_so in (True, False))
    found = []
    for sign, shows in SIGNS.items():
        shown = [case for case in cases if shows(case)]
        hidden = [case for case in cases if not shows(case)]
        leaned = _share(shown, asked) - _share(hidden, asked) if shown and hidden else 0.0
        among = [sum(shows(case) for case in some) for some in (ready, others)]
        told = among[0] / max(1, len(ready)) - among[1] / max(1, len(others))
        found.append(SignCount(sign, among[0], among[1], sum(c.id in asked for c in shown), len(shown), told, leaned))
    return tuple(found)


def _share(cases: Sequence[TimingCase], asked: set[str]) -> float:
    return sum(case.id in asked for case in cases) / len(cases)


def signs_told(cases: Sequence[TimingCase], answers: Sequence[TimingAnswer]) -> tuple[str, ...]:
    """What told the ready from the others in these cases, and what one leaned on that told nothing, in sentences."""
    counts = counts_of(cases, answers)
    ready, others = sum(case.ready for case in cases), sum(not case.ready for case in cases)
    best = [c for c in sorted(counts, key=lambda c: -abs(c.told)) if abs(c.told) >= TELLS_FROM][:TOLD]
    words = [
        f"{c.sign}: {c.ready} of the {ready} who were ready showed it, and {c.others} of the {others} who were not. "
        f"You would have asked {c.asked} of these {c.shown}."
        for c in best
    ]
    most = max(counts, key=lambda c: c.leaned)
    if most.leaned >= LEANED and most.told < TELLS_FROM:
        words.append(
            f"{most.sign} seems to have moved you most: you would have asked {most.asked} of the {most.shown} who "
            f"showed it. It told little here: {most.ready} of these were ready."
        )
    return tuple(words) or ("No single sign told the ready from the others in these cases; it took several at once.",)


def solved_told(cases: Sequence[TimingCase], answers: Sequence[TimingAnswer]) -> tuple[str, ...]:
    """Each case with its key, the signs that it showed, and what was answered, in a sentence or two."""
    asked = {answer.case: answer.ask for answer in answers}
    return tuple(_solved(case, ask=asked[case.id]) for case in cases)


def _solved(case: TimingCase, *, ask: bool) -> str:
    shown = [f"{sign[0].lower()}{sign[1:]}" for sign, shows in SIGNS.items() if shows(case)]
    signs = "; ".join(shown) or "no sign that tells"
    key = "ready" if case.ready else "not ready"
    said = f"You said {'ask now' if ask else 'not yet'}{'' if ask is case.ready else ', which was wrong'}."
    return f"{case.name}, day {case.day}: {key}. Shown: {signs}. {said}"
