"""What harm took off the points, move by move: whole points that add up to what was taken off."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.coach.adding_up import told_parts
from game.host.debriefing.points_told import MOST_NAMED
from game.model import trust
from game.model.arrays import Array
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough

THE_REST = "smaller things"
FELT = 1e-6  # of trust


@dataclass(frozen=True)
class HarmPart:
    """Something that cost trust, with the points that it took off."""

    what: str
    points: int


def harm_told(now: Playthrough, harm: int) -> tuple[HarmPart, ...]:
    """What the harm of a game was done by, the dearest first; their points add up to it.

    Args:
        now: the game.
        harm: points that were taken off for harm.
    """
    cost: dict[str, float] = {}
    for what, lost in (part for number in range(len(now.history)) for part in _of_day(now, number)):
        cost[what] = cost.get(what, 0.0) + lost
    if harm <= 0 or not cost:
        return ()
    whole = sum(cost.values())
    shares = sorted(((lost * harm / whole, what) for what, lost in cost.items()), key=lambda one: -one[0])
    named = shares[:MOST_NAMED]
    if rest := sum(share for share, _ in shares[MOST_NAMED:]):
        named = [*named, (rest, THE_REST)]
    points = told_parts([share for share, _ in named], harm, decimals=0)
    return tuple(HarmPart(what, round(of)) for (_, what), of in zip(named, points, strict=True) if round(of))


def _of_day(now: Playthrough, number: int) -> Iterator[tuple[str, float]]:
    """What did harm on a day, and how much trust of all together it cost."""
    played = now.history[number]
    morning = played.morning
    following = now.history[number + 1].morning if number + 1 < len(now.history) else now.position
    human, day = morning.people.human[0], morning.day
    by_event = _added(morning.state.harm - morning.dawn.harm, human)
    if by_event.sum() > FELT:
        yield f"the answer to “{_event_of(now, played)}”, day {day}", float(by_event.sum())
    by_day = _added(following.dawn.harm - morning.state.harm, human)
    if by_day.sum() <= FELT:
        return
    direct = _share_of_moves(played) * by_day
    titles = {item.who: now.setup.speaker.title(item.move) for item in played.items}
    for column in np.flatnonzero(direct > FELT):
        who = now.compiled.ids[int(column)]
        title = titles.get(who, "what was done")
        yield f"“{title}” to {now.people[who].first}, day {day}", float(direct[column])
    if (seen := float((by_day - direct).sum())) > FELT:
        yield f"“{titles['']}” to everybody, day {day}" if "" in titles else f"what others saw of day {day}", seen


def _added(more: Array, human: Array) -> Array:
    found: Array = np.maximum(0.0, more[0]) * human
    return found


def _event_of(now: Playthrough, played: DayPlayed) -> str:
    fresh = zip(now.compiled.scenario.timeline.values(), played.morning.fresh[0], strict=True)
    return next((event.title for event, came in fresh if came), "what happened")


def _share_of_moves(played: DayPlayed) -> Array:
    """Which share of what each lost on a day was lost by a move to them; the rest by a post, or by what they saw."""
    morning, params = played.morning, played.morning.compiled.rules.params
    first, middle, last = (
        trust(state, morning.people, params)[0]
        for state in (morning.state, played.day.after_direct, played.day.after_post)
    )
    by_move, by_rest = np.maximum(0.0, first - middle), np.maximum(0.0, middle - last)
    share: Array = by_move / np.maximum(FELT, by_move + by_rest)
    return share
