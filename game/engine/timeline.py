"""The timeline: conditions over a whole batch, events that happen of a morning, answers and what they change."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from game.engine.due import BY_CONDITION
from game.engine.position import Position
from game.model import Act, People, State, absorb, stage
from game.model.acts import gathered
from game.model.arrays import Array, sum_of_followers, unsquash
from game.model.readings import STAGES, trust_of
from game.model.step import harmed
from game.scenario.compiling.compiled_timeline import CompiledCondition, Effect, Imposed, TrustSpan, Whose


def happy_end_of(position: Position, follower: int, episode: int = 0) -> str:
    """The happy end of a follower, by its name: what the file says, else that of the motive."""
    compiled = position.compiled
    own = compiled.own_ends[follower]
    return own or compiled.rules.motives.happy_ends[int(position.people.motive[episode, follower])]


def _ends(position: Position, end: str) -> Array:
    """Who has come to an end (B, F)."""
    if end == "lost":
        return (position.ledger.present < 0.5) & (position.people.arrives < position.day)
    if end == "customer":
        return position.ledger.bought > 0.5
    ending = position.compiled.endings[end]
    wanted = np.where(ending.written, ending.says, ending.of_motive[position.people.motive])
    return wanted & (position.state.happy > 0.5) & (position.ledger.present > 0.5)


def come_to(position: Position, name: str) -> Array:
    """Who has come to a stage or end (B, F) boolean. A stage counts those who came further too; "stranger" does not.

    Args:
        position: B episodes.
        name: of the stage or end.
    """
    if name not in STAGES:
        return _ends(position, name)
    here, wanted = position.ledger.present > 0.5, STAGES.index(name)
    reached = stage(position.state, position.ledger, position.people, position.compiled.rules.params)
    return np.asarray(here & ((reached >= wanted) if wanted else (reached == 0)))


def _trust(position: Position, columns: slice | Array) -> Array:
    """Trust of some followers (B, n), 0..1."""
    state, traits = position.state, SimpleNamespace(propensity=position.people.propensity[:, columns])
    some: People = traits  # type: ignore[assignment]  # their trustfulness is all that is asked for
    return trust_of(state.facets[:, :, columns], state.stain[:, columns], some, position.compiled.rules.params)


def _trust_holds(position: Position, span: TrustSpan, about: int) -> Array:
    """Whether trust of one or some lies between two figures (B,); somebody who has left trusts nobody."""
    whose = about if span.whose == Whose.SELF else span.whose
    columns = slice(None) if whose < 0 else slice(whose, whose + 1)
    points, here = 100.0 * _trust(position, columns), position.ledger.present[:, columns] > 0.5
    if whose == Whose.AVERAGE:
        points = (sum_of_followers(points * here) / np.maximum(1.0, here.sum(axis=1)))[:, None]
    fine = (points >= span.low) & (points <= span.high)
    if whose == Whose.EVERYONE:
        return np.asarray((fine | ~here).all(axis=1) & here.any(axis=1))
    if whose == Whose.AVERAGE:
        return np.asarray(fine[:, 0])
    return np.asarray((fine & here).any(axis=1))


def held_in_the_evening(condition: CompiledCondition | None, position: Position) -> Array:
    """Whether a condition held on the evening before a morning (B,) boolean, when a goal and a debrief are judged.

    The day is the one that has passed; what this morning's events have brought, and who has come today, do not count.
    """
    before, ledger = position.happened & ~position.fresh, position.ledger
    if (position.people.arrives == position.day).any():
        ledger = replace(ledger, present=np.where(position.people.arrives == position.day, 0.0, ledger.present))
    evening = replace(position, state=position.dawn, happened=before, ledger=ledger)
    return holds(condition, evening, day=position.day - 1)


def holds(condition: CompiledCondition | None, position: Position, about: int = -1, day: int | None = None) -> Array:
    """Whether a condition holds (B,) boolean. An absent condition always holds.

    Args:
        condition: as `Compiled` has it; `compiled.numbers.condition` makes one from the file's.
        position: B episodes.
        about: column of the follower that `self` stands for.
        day: what is taken for today; left out, the day to be played.

    Raises:
        ValueError: it asks for the trust of `self`, and it is about nobody.
    """
    result = np.ones(len(position.episodes), dtype=bool)
    if condition is None:
        return result
    if not condition.first_day <= (position.day if day is None else day) <= condition.last_day:
        return np.zeros(len(result), dtype=bool)
    for span in condition.trust:
        if span.whose == Whose.SELF and about < 0:
            raise ValueError("expected whom the condition is about, since it asks for the trust of self; got nobody")
        result &= _trust_holds(position, span, about)
    if condition.followers is not None:
        count = come_to(position, condition.followers.come_to).sum(axis=1)
        result &= (count >= condition.followers.least) & (count <= condition.followers.most)
    for column in condition.following:
        result &= position.ledger.present[:, column] > 0.5
    for event in condition.happened:
        result &= position.happened[:, event]
    for event in condition.not_happened:
        result &= ~position.happened[:, event]
    for event, number in condition.chosen:
        result &= position.chosen[:, event] == number
    for content in condition.published:
        result &= position.made[:, content]
    for column, lives in condition.lives:
        result &= np.isin(position.lives[:, column], lives)
    if condition.any_of:
        result &= np.any([holds(c, position, about, day) for c in condition.any_of], axis=0)
    for c in condition.none_of:
        result &= ~holds(c, position, about, day)
    return result


def usable_contents(position: Position) -> Array:
    """Which contents can be used this morning (B, C) boolean: they are unlocked, and their own conditions hold."""
    found = position.unlocked
    for content, when in enumerate(position.compiled.content_when):
        if when is not None:
            if found is position.unlocked:
                found = found.copy()
            found[:, content] &= holds(when, position)
    return found


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


def impose(position: Position, rows: Array, imposed: Imposed) -> Position:
    """A move that is made without the player's plan, to some or all.

    Args:
        position: B episodes.
        rows: (B,) boolean, in which it is made.
        imposed: the move.
    """
    compiled, shape = position.compiled, position.shape
    mask = rows[:, None] & imposed.who[None]
    fit = np.full(shape, 0.3) if imposed.content < 0 else position.people.fit[:, :, imposed.content]
    nothing = np.zeros(shape)
    moves = np.where(mask, imposed.move, 0)
    attributes = gathered(compiled.rules.moves, moves)
    act = Act(
        attributes=attributes, made=moves > 0, fit=fit, repeats=position.ledger.post_repeats, unasked=nothing,
        accepted=nothing, seen_good=nothing, seen_bad=nothing,
    )  # fmt: skip
    state = absorb(act, position.state, position.ledger, position.people, compiled.rules.params)
    return replace(position, state=state)


def applied(position: Position, rows: Array, effect: Effect) -> Position:
    """A position in which an event or an answer has brought what it brings, to some episodes.

    Args:
        position: B episodes.
        rows: (B,) boolean, in which it comes.
        effect: what it brings.
    """
    if effect.imposed is not None:
        position = impose(position, rows, effect.imposed)
    change = effect.change
    if change is None:
        return position
    position = nudge(position, rows, change.who, change.trust, change.interest)
    return replace(
        position,
        hours=np.clip(position.hours + np.where(rows, change.hours, 0.0), 0.0, 24.0),
        besides=position.besides + np.where(rows, change.hours_today, 0.0),
        unlocked=position.unlocked | (rows[:, None] & change.unlocked[None]),
    )


def open_morning(position: Position) -> Position:
    """Lets the events of this morning happen, in the order of the file. After the last day nothing happens."""
    if position.dawn is not position.state:
        position = replace(position, dawn=position.state)
    if position.besides.any():
        position = replace(position, besides=np.zeros_like(position.besides))
    if position.finished:
        return position
    over = np.all(position.happened, axis=0).tolist()
    for number, event in enumerate(position.compiled.events):
        if over[number]:
            continue
        if (position.day, number) in position.brought:
            position = _come(position, number, _may_be_brought(position, number))
        elif event.days[0]:
            position = _come(
                position, number, ~position.happened[:, number] & (position.due[:, number] == position.day)
            )
        else:
            left = ~position.happened[:, number] & (position.due[:, number] == BY_CONDITION)
            position = _come(position, number, left & holds(event.when, position))
    return position


def bring(position: Position, event: int, day: int) -> Position:
    """Brings an event on the morning of a day, at once if that is today's; its own day is set aside.

    Whatever else it asks for must hold on that morning, or it does not come then; nor does it come a second time.

    Args:
        position: B episodes.
        event: number of the event in the timeline.
        day: today or later.
    """
    position = replace(position, brought=(*position.brought, (day, event)))
    return _come(position, event, _may_be_brought(position, event)) if day == position.day else position


def _may_be_brought(position: Position, number: int) -> Array:
    """Where an event has not happened, and all holds that it asks for but the day (B,) boolean."""
    when = position.compiled.events[number].when
    day = position.day if when is None else min(max(position.day, when.first_day), when.last_day)
    rows: Array = ~position.happened[:, number] & holds(when, position, day=day)
    return rows


def _come(position: Position, number: int, rows: Array) -> Position:
    """Lets an event happen this morning in some episodes."""
    if not rows.any():
        return position
    event = position.compiled.events[number]
    position = applied(position, rows, event.effect)
    happened, fresh, answered = position.happened.copy(), position.fresh.copy(), position.answered.copy()
    happened[:, number] |= rows
    fresh[:, number] |= rows
    answered[:, number] |= rows & (len(event.answers) == 0)
    return replace(position, happened=happened, fresh=fresh, answered=answered)


def _with_harm(before: State, position: Position) -> Position:
    """A position that also remembers what a move that was made by an answer has cost people in trust."""
    after, params = position.state, position.compiled.rules.params
    harm = harmed(before.harm, before, after, after, position.people, params)
    return replace(position, state=replace(after, harm=harm))


def answer(position: Position, event: int, choice: Array) -> Position:
    """Answers an event of this morning.

    Args:
        position: B episodes.
        event: number of the event in the timeline.
        choice: (B,) number of the answer, −1 where none is given.
    """
    may = position.fresh[:, event] & ~position.answered[:, event] & (choice >= 0)
    for number, effect in enumerate(position.compiled.events[event].answers):
        rows = may & (choice == number)
        if rows.any():
            before, position = position.state, applied(position, rows, effect)
            position = position if effect.imposed is None else _with_harm(before, position)
    answered, chosen = position.answered.copy(), position.chosen.copy()
    answered[:, event] |= may
    chosen[may, event] = choice[may]
    return replace(position, answered=answered, chosen=chosen)
