"""The timeline: conditions over a whole batch, events that happen of a morning, answers and what they change."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from game.engine.position import Position
from game.model import Act, People, absorb, stage
from game.model.acts import gathered
from game.model.arrays import Array, sum_of_followers, unsquash
from game.model.readings import trust_of
from game.scenario.format.schema_story import Change, Condition, Do

STAGE_OF = {"acquaintance": 1, "regular": 2, "friend": 3}


def happy_end_of(position: Position, follower: int, episode: int = 0) -> str:
    """The happy end of a follower: what the file says, else that of the motive."""
    compiled = position.compiled
    name = compiled.ids[follower]
    written = compiled.scenario.followers.get(name)
    if written is not None and written.happy_end is not None:
        return written.happy_end
    return compiled.rules.motives.happy_ends[int(position.people.motive[episode, follower])]


def _ends(position: Position, end: str) -> Array:
    """Who has come to an end (B, F)."""
    if end == "lost":
        return (position.ledger.present < 0.5) & (position.people.arrives < position.day)
    table = position.compiled.rules.motives
    if end == "customer":
        return position.ledger.bought > 0.5
    wanted = np.array([e == end for e in table.happy_ends])[position.people.motive]
    for i, name in enumerate(position.compiled.ids):
        written = position.compiled.scenario.followers.get(name)
        if written is not None and written.happy_end is not None:
            wanted[:, i] = written.happy_end == end
    return wanted & (position.state.happy > 0.5) & (position.ledger.present > 0.5)


def come_to(position: Position, name: str) -> Array:
    """Who has come to a stage or end (B, F); a stage counts those who came further too."""
    if name == "stranger":
        return (position.ledger.present > 0.5) & (
            stage(position.state, position.ledger, position.people, position.compiled.rules.params) == 0
        )
    if name in STAGE_OF:
        reached = stage(position.state, position.ledger, position.people, position.compiled.rules.params)
        return (position.ledger.present > 0.5) & (reached >= STAGE_OF[name])
    return _ends(position, name)


def _trust(position: Position, columns: slice | Array) -> Array:
    """Trust of some followers (B, n), 0..1."""
    state, traits = position.state, SimpleNamespace(propensity=position.people.propensity[:, columns])
    some: People = traits  # type: ignore[assignment]  # their trustfulness is all that is asked for
    return trust_of(state.facets[:, :, columns], state.stain[:, columns], some, position.compiled.rules.params)


def _trust_holds(position: Position, name: str, low: float | None, high: float | None) -> Array:
    """Whether trust, 0..100, of one or some lies between two figures (B,); somebody who has left trusts nobody."""
    many = name in {"anyone", "everyone", "average"}
    columns = slice(None) if many else slice(position.compiled.ids.index(name), position.compiled.ids.index(name) + 1)
    points, here = 100.0 * _trust(position, columns), position.ledger.present[:, columns] > 0.5
    if name == "average":
        points = (sum_of_followers(points * here) / np.maximum(1.0, here.sum(axis=1)))[:, None]
    fine = np.ones(points.shape, dtype=bool)
    if low is not None:
        fine &= points >= low
    if high is not None:
        fine &= points <= high
    if name == "everyone":
        return np.asarray((fine | ~here).all(axis=1) & here.any(axis=1))
    if name == "anyone":
        return np.asarray((fine & here).any(axis=1))
    return np.asarray((fine & (here | (name == "average"))).all(axis=1))


def holds(condition: Condition | None, position: Position, about: str = "") -> Array:
    """Whether a condition holds (B,) boolean. An absent condition always holds.

    Args:
        condition: all its keys must hold.
        position: B episodes.
        about: id of the follower that `self` stands for.
    """
    result = np.ones(len(position.episodes), dtype=bool)
    if condition is None:
        return result
    if condition.day is not None:
        start, end = condition.day.start, condition.day.end
        if not ((start is None or position.day >= start) and (end is None or position.day <= end)):
            return np.zeros(len(result), dtype=bool)
    for name, span in condition.trust.items():
        result &= _trust_holds(position, about if name == "self" else name, span.at_least, span.at_most)
    if condition.followers is not None:
        count = come_to(position, condition.followers.stage).sum(axis=1)
        least, most = condition.followers.at_least, condition.followers.at_most
        result &= count >= (least if least is not None else (0 if most is not None else 1))
        if most is not None:
            result &= count <= most
    events = list(position.compiled.scenario.timeline)
    for name in condition.happened:
        result &= position.happened[:, events.index(name)]
    for name in condition.not_happened:
        result &= ~position.happened[:, events.index(name)]
    for name in condition.published:
        result &= position.made[:, position.compiled.contents.index(name)]
    if condition.any_of:
        result &= np.any([holds(c, position, about) for c in condition.any_of], axis=0)
    for c in condition.none_of:
        result &= ~holds(c, position, about)
    return result


def _columns(position: Position, who: tuple[str, ...]) -> Array:
    """Columns of followers named in the file (F,) boolean."""
    if "everyone" in who:
        return np.ones(len(position.compiled.ids), dtype=bool)
    return np.isin(np.array(position.compiled.ids), who)


def nudge(position: Position, rows: Array, columns: Array, points: float, interest: float) -> Position:
    """Moves trust by some points and interest likewise, for some followers of some episodes.

    The facets shift evenly so that trust changes by that much, within 2..98.
    """
    if not columns.any():
        return position
    p, state = position.compiled.rules.params, position.state
    some = slice(None) if columns.all() else np.flatnonzero(columns)
    mask = rows[:, None] & (position.ledger.present[:, some] > 0.5) & (position.people.human[:, some] > 0.5)
    facets, need = state.facets, state.need.copy(order="K")
    if points != 0.0:
        now = _trust(position, some)
        wanted = np.clip(now + points / 100.0, 0.02, 0.98)
        shift = 2.0 * (unsquash(wanted) - unsquash(now)) / (p.k_trust * (p.w_ability + p.w_benevolence + p.w_integrity))
        before, facets = facets[:, :, some], facets.copy(order="K")
        facets[:, :, some] = np.where(mask, np.clip(before + shift, -1.0, 1.0), before)
    need[:, some] = np.where(mask, np.clip(need[:, some] + interest / 100.0, 0.0, 1.0), need[:, some])
    return replace(position, state=replace(state, facets=facets, need=need))


def impose(position: Position, rows: Array, do: Do) -> Position:
    """A move that is made without the player's plan, to some or all."""
    compiled, shape = position.compiled, position.shape
    move = compiled.rules.moves.index(do.move)
    mask = rows[:, None] & _columns(position, do.who)[None]
    fit = np.full(shape, 0.3)
    if do.content:
        fit = position.people.fit[:, :, compiled.contents.index(do.content)]
    nothing = np.zeros(shape)
    moves = np.where(mask, move, 0)
    attributes = gathered(compiled.rules.moves, moves)
    act = Act(attributes, moves > 0, fit, position.ledger.post_repeats, nothing, nothing, nothing, nothing)
    state = absorb(act, position.state, position.ledger, position.people, compiled.rules.params)
    return replace(position, state=state)


def _apply(position: Position, rows: Array, change: Change | None, do: Do | None) -> Position:
    """Applies what an event or an answer brings, to some episodes."""
    if do is not None:
        position = impose(position, rows, do)
    if change is None:
        return position
    position = nudge(position, rows, _columns(position, change.who), change.trust, change.interest)
    opened = np.array([name in change.unlock for name in position.compiled.contents], dtype=bool)
    return replace(
        position,
        hours=np.clip(position.hours + np.where(rows, change.hours_per_day, 0.0), 0.0, 24.0),
        unlocked=position.unlocked | (rows[:, None] & opened[None]),
    )


def open_morning(position: Position) -> Position:
    """Lets the events of this morning happen, in the order of the file. After the last day nothing happens."""
    if position.dawn is not position.state:
        position = replace(position, dawn=position.state)
    if position.finished:
        return position
    for i, event in enumerate(position.compiled.scenario.timeline.values()):
        if position.happened[:, i].all():
            continue
        due = (
            holds(event.when, position) if event.day is None else np.full(position.shape[0], event.day == position.day)
        )
        rows = due & ~position.happened[:, i]
        if not rows.any():
            continue
        position = _apply(position, rows, event.change, event.do)
        happened, fresh, answered = position.happened.copy(), position.fresh.copy(), position.answered.copy()
        happened[:, i] |= rows
        fresh[:, i] |= rows
        answered[:, i] |= rows & (len(event.choices) == 0)
        position = replace(position, happened=happened, fresh=fresh, answered=answered)
    return position


def answer(position: Position, event: int, choice: Array) -> Position:
    """Answers an event of this morning.

    Args:
        position: B episodes.
        event: number of the event in the timeline.
        choice: (B,) number of the answer, −1 where none is given.
    """
    described = list(position.compiled.scenario.timeline.values())[event]
    may = position.fresh[:, event] & ~position.answered[:, event] & (choice >= 0)
    for number, option in enumerate(described.choices):
        rows = may & (choice == number)
        if rows.any():
            position = _apply(position, rows, option.change, option.do)
    answered = position.answered.copy()
    answered[:, event] |= may
    return replace(position, answered=answered)
