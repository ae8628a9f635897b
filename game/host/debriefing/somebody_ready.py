"""Whether anybody becomes ready to be asked within a room's plan: a trial game, before the room begins.

A debrief without a single right moment has no lesson. The trial courts everybody as a friendly room would, and asks
nobody; it tells a day, and never who.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.bots.courted.ready_from import COURTING, ready_from
from game.bots.play import bot_day
from game.bots.registry import bots
from game.coach.knowing_when import asking_opens, spells_of
from game.engine.batch import Batch
from game.engine.position import Position
from game.host.debriefing.sent_to_many import PRESENT
from game.host.room.questions import BOUGHT, question_of, spotlight_of
from game.host.room.room_state import Room
from game.host.room.shared_game import tried
from game.model import readiness
from game.model.arrays import Array
from game.session.entries import AnswerEvent, EndDay
from game.session.playthrough import Playthrough, begun

OTHER_SEEDS = (21, 13, 20, 25, 4, 3, 38, 9)  # that are tried in the place of one that does not fit
MOST_NAMED = 2


@dataclass(frozen=True)
class ReadyTrial:
    """What came of the trial games of a room."""

    seed: int
    first_day: int  # on which somebody is ready, and can be asked; 0 where nobody is to the last day
    planned: int  # days that the room will play
    others: tuple[int, ...] = ()  # seeds with which somebody is ready within the plan

    @property
    def fits(self) -> bool:
        """Whether somebody is ready while the room plays, early enough to be asked."""
        return 0 < self.first_day <= self.planned

    @property
    def told(self) -> str:
        """The warning to the host; "" where none is needed."""
        if self.fits:
            return ""
        when = f"before day {self.first_day} of your plan of {self.planned}" if self.first_day else "to the last day"
        mend = f"Choose another seed{' or a longer plan' if self.first_day else ''}"
        named = f", such as seed {' or '.join(str(seed) for seed in self.others)}" if self.others else ""
        return (
            f"In a trial game with seed {self.seed} nobody is ready to be asked {when}, so the debrief has no right "
            f"moment to show. {mend}{named}."
        )


def ready_trial(room: Room) -> ReadyTrial | None:
    """Plays the trial of a room; None where nothing can be sold, or everybody meets other people.

    Args:
        room: before its start.
    """
    first, plan = room.begun, room.plan
    if room.opening.own_cast or asking_opens(first) > room.days:
        return None
    days = plan.days if plan is not None else room.days
    found = ReadyTrial(room.opening.seed, first_ready(first, each=room.each), days)
    if found.fits:
        return found
    others: list[int] = []
    for seed in OTHER_SEEDS:
        if seed != found.seed and len(others) < MOST_NAMED:
            day = first_ready(begun(first.compiled, seed), each=room.each, days=days)
            others += [seed] * bool(day)
    return ReadyTrial(found.seed, found.first_day, days, tuple(others))


def first_ready(first: Playthrough, *, each: bool, days: int | None = None) -> int:
    """The first day on which somebody is ready and can be asked; 0 where nobody is.

    Args:
        first: the first morning.
        each: whether everybody plays; if not, the room votes.
        days: how many are tried; left out, all.
    """
    opens, last = asking_opens(first), first.compiled.scenario.days if days is None else days
    mornings = _each(first.position, last) if each else _votes(first, last)
    return next((morning.day for morning in mornings if morning.day >= opens and _somebody(morning)), 0)


def ready_when(first: Playthrough, *, each: bool) -> dict[str, tuple[tuple[int, int], ...]]:
    """The days on which each of those who buy is ready and can be asked, where everybody is courted and nobody asked.

    Args:
        first: the first morning.
        each: whether everybody plays; if not, the room votes.
    """
    opens, last = asking_opens(first), first.compiled.scenario.days
    days = [_ready(m) & (m.day >= opens) for m in (_each(first.position, last) if each else _votes(first, last))]
    buys = first.position.people.buys[0] > BOUGHT
    spells = {who: spells_of(np.array([day[c] for day in days])) for c, who in enumerate(first.compiled.ids) if buys[c]}
    return {who: found for who, found in spells.items() if found}


def _somebody(morning: Position) -> bool:
    return bool(_ready(morning).any())


def _ready(morning: Position) -> Array:
    """Who is there, has not bought and is ready to be asked (F,)."""
    sure = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)[0]
    there = (morning.ledger.present[0] > PRESENT) & (morning.ledger.bought[0] < BOUGHT)
    came = morning.people.arrives[0] <= morning.day
    ready: Array = (sure >= ready_from(morning.compiled)[morning.day]) & there & came
    return ready


def _each(position: Position, days: int) -> Iterator[Position]:
    """Mornings of a game in which the bot courts everybody and asks nobody."""
    batch, bot = Batch(position), bots()[COURTING]
    for _ in range(days):
        yield position
        morning, plan = bot_day(position, bot)
        position = batch.play_day(morning, plan)


def _votes(first: Playthrough, days: int) -> Iterator[Position]:
    return (now.position for now in friendly_days(first, days))


def friendly_days(now: Playthrough, days: int) -> Iterator[Playthrough]:
    """Mornings of a room that votes for the friendly talk, and answers events by what does nothing to anybody.

    They are of a game of its own, for the room may play on meanwhile, in the memory of its own.

    Args:
        now: the first morning.
        days: how many.
    """
    now = begun(now.compiled, now.setup.seed, now.setup.episode)
    for _ in range(days):
        yield now
        about = spotlight_of(now)
        for place, one in enumerate(about, 1):
            question = question_of(now, one, place, place, len(about))
            if question.event:
                now = tried(now, AnswerEvent(question.event, _harmless(now, question.event)))
            else:
                now = tried(now, question.options[0].choice)
        now = tried(now, EndDay())


def _harmless(now: Playthrough, event: str) -> int:
    answers = now.compiled.events[list(now.compiled.scenario.timeline).index(event)].answers
    return next((number for number, effect in enumerate(answers) if effect.imposed is None), 0)
