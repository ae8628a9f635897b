"""Whether a scenario teaches what it says: one value, made of the promises and of what the games show against them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from game.bots.contract import ONLY, PromiseVerdict
from game.scenario.problems.problems import Problem

LessonState = Literal["untested", "unpromised", "kept", "broken", "inverted"]
INVERTED = "lesson-inverted"
NEAREST = 3  # single moves that are named


@dataclass(frozen=True)
class Lesson:
    """What is to be said of the lesson, in one breath."""

    state: LessonState
    says: str  # one sentence

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return self.state in {"kept", "unpromised", "untested"}


def lesson_of(
    verdicts: tuple[PromiseVerdict, ...], problems: tuple[Problem, ...], *, promised: bool, tested: bool
) -> Lesson:
    """The lesson of a scenario.

    Args:
        verdicts: of all its promises.
        problems: what the games show to be wrong.
        promised: whether it has a contract.
        tested: whether the contract was tested.
    """
    inverted = [p.message for p in problems if p.code == INVERTED]
    broken = list(dict.fromkeys(v.promise for v in verdicts if not v.kept))
    promises = f"promise{'s' if len({v.promise for v in verdicts}) > 1 else ''}"
    if broken:
        verb = "is" if len(broken) == 1 else "are"
        also = "; besides, pushing beats courting" if inverted else ""
        return Lesson("broken", f"it does not teach what it says: {', '.join(broken)} {verb} broken{also}.")
    if inverted:
        but = f"the {promises} of its contract are kept, but " if verdicts else ""
        return Lesson("inverted", f"it teaches the opposite: {but}{_as_clause(inverted[0])}")
    if not tested:
        return Lesson("untested", "left out, because the games were stopped.")
    if not promised:
        return Lesson("unpromised", "the scenario promises nothing; write a contract: block to have its lesson tested.")
    count = len({v.promise for v in verdicts})
    return Lesson(
        "kept", f"{'its one promise is' if count == 1 else f'all {count} promises are'} kept: it teaches what it says."
    )


def _as_clause(sentence: str) -> str:
    """A sentence as it stands after a colon or a comma.

    >>> _as_clause("Who gives in to 'boss' scores more.")
    "who gives in to 'boss' scores more."
    """
    return sentence[:1].lower() + sentence[1:]


def promises_in_words(verdicts: tuple[PromiseVerdict, ...]) -> Iterator[tuple[bool, str, tuple[PromiseVerdict, ...]]]:
    """Promises for people: whether each is kept, a sentence, and the broken verdicts that can be looked at.

    The many moves of a promise about single moves are told in one sentence.
    """
    for (promise, single), group in groupby(verdicts, key=lambda v: (v.promise, v.player.startswith(ONLY))):
        some = tuple(group)
        if not single:
            for verdict in some:
                yield verdict.kept, f"{promise}: {verdict.says}", () if verdict.kept else (verdict,)
            continue
        best = sorted(some, key=lambda v: -v.figure)
        broken = tuple(v for v in best if not v.kept)
        named = ", ".join(f"{v.player.removeprefix(ONLY)} {v.figure:.1f}" for v in (broken or best)[:NEAREST])
        more = f" and {len(broken) - NEAREST} more" if len(broken) > NEAREST else ""
        says = (
            f"{len(broken)} of {len(some)} moves alone reach {best[0].promised:g} or more ({named}{more})"
            if broken
            else f"none of {len(some)} moves alone reaches {best[0].promised:g}; the nearest are {named}"
        )
        yield not broken, f"{promise}: {says}", broken[:1]
