"""What if, before the move: two choices for one person today, played on in worlds drawn from what can be known.

Rule: of the morning only what is visible is taken. Two runs that look the same give the same answer to the bit,
whatever is hidden in them; a test exchanges all of that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.coach.hindsight.belief import PARTICLES, Worlds, believe
from game.coach.hindsight.coached import Fans
from game.coach.hindsight.marked_decision import choice_title
from game.coach.hindsight.visible import visible_days
from game.coach.hindsight.what_if import FIRST_PAIRS, MOST_PAIRS, bands_of, believed, compared, play_on
from game.coach.practice.what_if_found import WhatIfToday
from game.coach.practice.what_if_told import ComparedWorth, effect_told
from game.engine.position import DayPlan, Position
from game.errors import Refused
from game.kernel.kernels import get_ready
from game.model.moves import ASKS_FROM, Move
from game.model.readings import comply
from game.session.compared_days import compared_days
from game.session.entries import AskWhatIf
from game.session.planning import plan_of
from game.session.playthrough import Playthrough

INVITES = 0.8
"""How much a move that asks for nothing invites words in return, from which it is there to get to know somebody."""
FANS_TITLE = "Trust on the evenings to come"


@dataclass(frozen=True, eq=False)
class KnownMorning:
    """A morning by what can be known of it."""

    position: Position
    worlds: Worlds  # MOST_PAIRS draws from the belief of that morning


def known_morning(now: Playthrough, particles: int = PARTICLES, worlds: int = MOST_PAIRS) -> KnownMorning:
    """What can be known this morning, the first one included.

    Args:
        now: the playthrough, its last day not over.
        particles: of the belief, for each follower.
        worlds: how many are drawn.
    """
    position = now.position
    seen = visible_days([p.morning for p in now.history], [p.plan for p in now.history], position)
    day = position.day
    found = believe(seen, particles, mornings=frozenset({day}), worlds=worlds).worlds[day]
    return KnownMorning(position, found)


def warmed_up(known: KnownMorning) -> None:
    """In a process of our own: loads the kernel and plays the games of a first picture, so that none waits for that."""
    get_ready()
    play_on(believed(known.position, known.worlds.first(FIRST_PAIRS)), [plan_of(known.position, ())] * 2)


def day_in_practice(now: Playthrough, mornings: Mapping[int, Playthrough], day: int) -> Playthrough:
    """A day of a run before its end, with the answers that were given and what was planned.

    Args:
        now: the run.
        mornings: the run as it stood on each of its mornings.
        day: 1..the day that is being played.

    Raises:
        Refused: it has not come to that day.
    """
    if 1 <= day <= len(now.history):
        played = now.history[day - 1]
        return replace(mornings[day], position=played.morning, plan=dict(enumerate(played.items, 1)))
    if day != now.position.day or now.finished:
        raise Refused(f"The run has come to day {now.day}. Choose a day from 1 to {now.day}.")
    return now


def what_if_today(
    now: Playthrough, asked: AskWhatIf, known: KnownMorning, pairs: tuple[int, ...] = (FIRST_PAIRS, MOST_PAIRS)
) -> Iterator[WhatIfToday]:
    """What two choices for one person may bring today, first from a few pairs of games, then from more.

    Args:
        now: the playthrough; what is planned for others stays.
        asked: the person and the choices.
        known: this morning.
        pairs: of games, fewest first, each at most as many as there are worlds.

    Raises:
        Refused: there are no two such choices today.
    """
    position = known.position
    first, second = (plan_of(position, day) for day in compared_days(now.position, now.plan, asked, now.people))
    for count, more in zip(pairs, (*pairs[1:], 0), strict=True):
        yield _weighed(now, asked, known, (first, second), count, more)


def _weighed(
    now: Playthrough, asked: AskWhatIf, known: KnownMorning, plans: tuple[DayPlan, DayPlan], count: int, more: int
) -> WhatIfToday:
    worlds = believed(known.position, known.worlds.first(count))
    column = now.compiled.ids.index(asked.who)
    found = compared(*play_on(worlds, plans, column))
    titles = choice_title(now, asked.first), choice_title(now, asked.second)
    made, other = (bands_of(way.trust) for way in (found.first, found.second))
    fans = Fans(FANS_TITLE, known.position.day, made, other) if len(made) > 1 else None  # one evening is no fan
    moves = now.compiled.rules.moves
    worth = ComparedWorth(
        (found.effect, found.low, found.high), (made, other),
        (_yes(worlds, column, asked.first), _yes(worlds, column, asked.second)),
        any(_teaches(moves.row(move)) for move in (asked.first, asked.second) if move),
    )  # fmt: skip
    told = effect_told(titles, now.people[asked.who].first, worth)
    return WhatIfToday(
        first=titles[0], second=titles[1], pairs=count, more=more, effect=found.effect, low=found.low, high=found.high,
        sentence=told, fans=fans, running=more > 0,
    )  # fmt: skip


def _yes(worlds: Position, column: int, move: str) -> float | None:
    """Chance of a yes to a move today, 0..1, over worlds drawn from the belief; None where nothing is asked."""
    rules = worlds.compiled.rules
    if not move or (row := rules.moves.row(move)).ask < ASKS_FROM:
        return None
    push = row.pressure * (1.0 - row.personal)
    yes = comply(row.ask, worlds.state, worlds.ledger, worlds.people, rules.params, push)
    return float(yes[:, column].mean())


def _teaches(move: Move) -> bool:
    """Whether a move is there to learn something of somebody."""
    return move.reads > 0.0 or (move.ask < ASKS_FROM and move.invites_reply >= INVITES)
