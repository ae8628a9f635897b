"""What each answer to an event did by itself: what it sent out, what it changed, and how that is told in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.engine.timeline import applied
from game.model import trust
from game.model.arrays import Array
from game.scenario.compiling.compiled_timeline import Effect
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted_of, figure_told

FELT = 0.001
"""Change of trust, −1..1, by which somebody counts among those whose trust something changed."""


@dataclass(frozen=True, eq=False)
class Answered:
    """An answer that was given to an event of a morning, and what it alone did."""

    day: int
    event: str  # its title
    label: str  # of the answer
    teaches: tuple[str, ...]
    sent: Array  # (N,) change of the trust of each who followed, −1..1, by what the answer sent out; none: no message
    changed: Array  # (N,) the same by all that the answer did
    hours: float  # a day, more or less from then on
    today: float  # hours more or less of that day alone


def answers_given(now: Playthrough, played: DayPlayed) -> Iterator[Answered]:
    """The answers that were given on the morning of a day, in the order of the events.

    Args:
        now: the run.
        played: one of its days.
    """
    morning, timeline = played.morning, now.compiled.scenario.timeline.values()
    for number, (event, compiled) in enumerate(zip(timeline, now.compiled.events, strict=True)):
        answer = int(morning.chosen[0, number])
        if not morning.fresh[0, number] or answer < 0:
            continue
        choice, effect = event.choices[answer], compiled.answers[answer]
        only = replace(effect, change=None)
        sent = _moved(now, played, only) if effect.imposed is not None else np.zeros(0)
        hours, today = (0.0, 0.0) if effect.change is None else (effect.change.hours, effect.change.hours_today)
        moved = _moved(now, played, effect)
        yield Answered(
            day=morning.day, event=event.title, label=choice.label, teaches=choice.teaches, sent=sent, changed=moved,
            hours=float(hours), today=float(today),
        )  # fmt: skip


def _moved(now: Playthrough, played: DayPlayed, effect: Effect) -> Array:
    """The change of trust by an effect (N,) of those who follow, −1..1, as if it had come alone that morning."""
    morning, params = played.morning, now.compiled.rules.params
    before = replace(morning, state=morning.dawn)
    after = applied(before, np.ones(1, dtype=bool), effect).state
    here = (morning.ledger.present[0] > 0.5) & (morning.people.human[0] > 0.5)
    moved: Array = (trust(after, morning.people, params) - trust(morning.dawn, morning.people, params))[0][here]
    return moved


def did(answered: Answered) -> str:
    """What an answer did, as a clause that follows it; "" where it changed nothing.

    Args:
        answered: the answer.
    """
    hours = _of_hours(answered.hours, "a day from then on"), _of_hours(answered.today, "of that day")
    parts = list(filter(None, (_of_trust(answered.changed), *hours)))
    return f", which {', and '.join(parts)}" if parts else ""


def cost_trust(answered: Answered) -> bool:
    """Whether an answer took trust from people, all in all."""
    return bool(answered.changed.sum() < -FELT)


def _of_trust(changed: Array) -> str:
    touched = changed[np.abs(changed) > FELT]
    if not len(touched):
        return ""
    mean = 100.0 * float(touched.mean())
    people = "one person" if len(touched) == 1 else f"{counted_of(len(touched), len(changed))} people"
    points = f"{figure_told(abs(mean))} points{'' if len(touched) == 1 else ' on average'}"
    return f"cost {people} trust, {points}" if mean < 0.0 else f"won trust with {people}, {points}"


def _of_hours(hours: float, when: str) -> str:
    """A change of the hours of a day or of each day, in minutes."""
    if not hours:
        return ""
    minutes = f"{round(60.0 * abs(hours))} minutes"
    return f"took {minutes} {when}" if hours < 0.0 else f"gave you {minutes} more {when}"
