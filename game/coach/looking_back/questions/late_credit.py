"""Credit for what came late: one move taken out, all else played on by the same chance.

For each sale the run is played again as often as there were moves to that person before it, each time without one of
them. All other moves, answers and throws of the dice stay. What the sale would then have been is what the move was
worth to it: a controlled comparison within the model, and no more (Pearl 2009, on counterfactuals).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.coach.hindsight.what_if import VISIBLE, tiled
from game.coach.knowing_when import is_question
from game.coach.looking_back.debrief import Debrief, LateCredit
from game.engine.batch import Batch
from game.engine.position import DayPlan, Position
from game.engine.timeline import answer
from game.model import comply, trust
from game.model.arrays import Array
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough

LATE_DAYS = 3  # days from a move to the sale, from which on the sale came late
CARRIED = 0.1  # likelihood of a yes by which a move must have raised the sale to be told


@dataclass(frozen=True)
class _Sale:
    """A purchase that followed a question."""

    column: int
    day: int
    move: str


@dataclass(frozen=True, eq=False)
class _Without:
    """Games without one move each. N of them, D days."""

    likely: Array  # (D, N, F) 0..1, likelihood of a yes to the question of that day, where one was put
    bought: Array  # (D, N, F) whether they bought that night
    trust: Array  # (D + 1, N, F) 0..100


def with_late_credit(now: Playthrough, told: Debrief) -> Debrief:
    """A debrief with the move that won each sale long before it was won, where there is one.

    Args:
        now: the playthrough.
        told: its debrief.
    """
    sales = {sale.column: sale for sale in _sales(now)}
    taken_out = [(sale, day) for sale in sales.values() for day in _candidates(now, sale)]
    if not taken_out or any(played.morning.compiled is not now.compiled for played in now.history):
        return told
    found = _played_without(now, [(day, sale.column) for sale, day in taken_out], list(sales.values()))
    credits_by_id = {}
    for sale in sales.values():
        rows = [(row, day) for row, (of, day) in enumerate(taken_out) if of is sale]
        if rows and (credit := _credit(now, sale, rows, found)) is not None:
            credits_by_id[now.compiled.ids[sale.column]] = credit
    followers = tuple(replace(f, credit=credits_by_id.get(f.id)) for f in told.followers)
    return replace(told, followers=followers)


def _sales(now: Playthrough) -> Iterator[_Sale]:
    """The last purchase of each follower that followed a question."""
    for number, played in enumerate(now.history):
        for item in played.items:
            if item.who and is_question(now, item.move):
                column = now.compiled.ids.index(item.who)
                if now.evening_of(number).ledger.bought[0, column] > played.morning.ledger.bought[0, column]:
                    yield _Sale(column, played.morning.day, item.move)


def _candidates(now: Playthrough, sale: _Sale) -> list[int]:
    """The days, long enough before a sale, on which a move was made to that person alone."""
    return [
        played.morning.day
        for played in now.history[: max(0, sale.day - LATE_DAYS)]
        if played.plan.move[0, sale.column] > 0 and played.plan.partner[0, sale.column] < 0
    ]


def _played_without(now: Playthrough, taken_out: list[tuple[int, int]], sales: list[_Sale]) -> _Without:
    """The run once for each move that is taken out.

    Args:
        now: the playthrough.
        taken_out: day and column of each move.
        sales: whose questions are looked at.
    """
    count, params = len(taken_out), now.compiled.rules.params
    position = _many(now.history[0].morning, count)
    batch = Batch(position)
    sizes = {(sale.day, sale.column): now.compiled.rules.moves.row(sale.move).ask for sale in sales}
    likely, bought, trusted = [], [], [100.0 * trust(position.dawn, position.people, params)]
    for played in now.history:
        day = played.morning.day
        position = _answered(replace(position, brought=played.morning.brought), played)
        chances = np.zeros(position.shape)
        for (of, column), size in sizes.items():
            if of == day:
                chances[:, column] = comply(size, position.state, position.ledger, position.people, params)[:, column]
        before = position.ledger.bought.copy()
        position = batch.play_day(position, _plan_without(played.plan, day, taken_out))
        likely.append(chances)
        bought.append(position.ledger.bought > before)
        trusted.append(100.0 * trust(position.dawn, position.people, params))
    return _Without(np.array(likely), np.array(bought), np.array(trusted))


def _many(morning: Position, count: int) -> Position:
    """A morning of one game, so many times, with the chance that was."""
    people = replace(tiled(morning.people, count), ties=morning.people.ties, tie_weight=morning.people.tie_weight)
    seen = {name: tiled(getattr(morning, name), count) for name in (*VISIBLE, "episodes", "lives", "state", "dawn")}
    return replace(morning, people=people, **seen)


def _answered(position: Position, played: DayPlayed) -> Position:
    """The morning with the answers that were given; an event that comes only here gets its first answer."""
    waiting = position.fresh & ~position.answered
    for event in np.flatnonzero(waiting.any(axis=0)):
        given = max(0, int(played.morning.chosen[0, event]))
        position = answer(position, int(event), np.full(len(position.episodes), given))
    return position


def _plan_without(plan: DayPlan, day: int, taken_out: list[tuple[int, int]]) -> DayPlan:
    """The plan of a day for every game, without the move that is taken out of each."""
    many: DayPlan = tiled(plan, len(taken_out))
    move, content = many.move.copy(), many.content.copy()
    for row, (of, column) in enumerate(taken_out):
        if of == day:
            move[row, column], content[row, column] = 0, -1
    return replace(many, move=move, content=content)


def _credit(now: Playthrough, sale: _Sale, rows: list[tuple[int, int]], found: _Without) -> LateCredit | None:
    """The move without which a sale would have been least likely; None where none carried it far."""
    number, column = sale.day - 1, sale.column
    morning, params = now.history[number].morning, now.compiled.rules.params
    size = now.compiled.rules.moves.row(sale.move).ask
    was = float(comply(size, morning.state, morning.ledger, morning.people, params)[0, column])
    row, day = min(rows, key=lambda one: float(found.likely[number, one[0], column]))
    would = float(found.likely[number, row, column])
    if was - would < CARRIED:
        return None
    title = now.setup.speaker.title(now.compiled.rules.moves.ids[int(now.history[day - 1].plan.move[0, column])])
    won = not bool(found.bought[number, row, column])
    ending = "they would not have bought." if won else "they would still have bought."
    words = (
        f"The thin line is without “{title}” on day {day}: then the chance of a yes on day {sale.day} would have been "
        f"{100 * would:.0f} %, not {100 * was:.0f} %. By the same chance {ending}"
    )
    return LateCredit(day, sale.day, won, tuple(float(v) for v in found.trust[:, row, column]), words)
