"""Causes of a day's change of trust as sentences, with amounts that add up to what is shown."""

from dataclasses import replace

import numpy as np

from game.coach.adding_up import told_change, told_parts
from game.coach.looking_back.debrief import Reason
from game.coach.looking_back.looked_otherwise import hidden_by
from game.coach.looking_back.occasions import DayOfOne, occasion_of
from game.coach.looking_back.questions.verdict import verdict_of
from game.model import Cause, trust
from game.model.arrays import Array
from game.scenario.compiling.compiled_timeline import Effect
from game.session.entries import PlanMove
from game.session.history import move_made
from game.session.playthrough import Playthrough
from game.session.words.line_choice import fill

SMALL = 0.0005  # of trust; a twentieth of a point is told together with the rest
ONE_MOVE = {
    "irrelevant": "move", "post_irrelevant": "post", "others_good": "others", "others_bad": "others",
}  # fmt: skip
"""Causes that are told together with another: what a move meant is one thing, however it is taken apart."""
OF_A_MOVE = frozenset({"move", "unasked", "asked_too_soon", "seen_through", "boasting", "mending"})
"""Causes that lie in the move to somebody."""
NO_TRACE = "no_trace"
"""The occasion of a move that moved nothing which is printed."""


def reasons(now: Playthrough, follower: str, day: int) -> tuple[Reason, ...]:
    """Why a follower's trust changed on a day, largest first, in points of 0..100.

    The amounts sum to the change from the morning before the day's events to the next morning before its events; what
    is printed of them, `shown`, sums to the change of what is printed.

    Args:
        now: a playthrough in which the day has been played.
        follower: id.
        day: 1..the last day played.

    Raises:
        ValueError: the day has not been played, or there is no such follower.
    """
    if not 1 <= day <= len(now.history):
        raise ValueError(f"expected a day from 1 to {len(now.history)}, got {day}")
    if follower not in now.compiled.ids:
        raise ValueError(f"expected one of {', '.join(now.compiled.ids)}, got {follower!r}")
    one = _day_of(now, now.compiled.ids.index(follower), day)
    told = [_told(one, cause, follower) for cause in _together(one.causes) if abs(cause.amount) >= SMALL]
    rest = 100.0 * sum(cause.amount for cause in _together(one.causes) if abs(cause.amount) < SMALL)
    if rest:
        told.append(Reason("other", now.setup.texts.reasons["other"][0], rest, "other"))
    return _adding_up(now, one, told)


def _day_of(now: Playthrough, column: int, day: int) -> DayOfOne:
    played, who = now.history[day - 1], now.compiled.ids[column]
    there = played.morning.ledger.present[0, column] > 0.5
    item = move_made(played.items, who) if there else None
    return DayOfOne(
        now, played, column, item, next((i for i in played.items if not i.who), None) if there else None,
        verdict_of(now, played, column, item.move) if item else None, {
            cause: float(some[0, column]) for cause, some in played.causes.items() if some[0, column]
        },
    )  # fmt: skip


def _together(causes: dict[str, float]) -> list[Cause]:
    """Causes with those that are told as one added up, largest first."""
    found: dict[str, float] = {}
    for name, amount in causes.items():
        found[ONE_MOVE.get(name, name)] = found.get(ONE_MOVE.get(name, name), 0.0) + amount
    return sorted((Cause(name, amount) for name, amount in found.items() if amount), key=lambda c: -abs(c.amount))


def _adding_up(now: Playthrough, one: DayOfOne, told: list[Reason]) -> tuple[Reason, ...]:
    """The reasons with what is printed of them; those that would be printed as nothing go with the small things."""
    params, played = now.compiled.rules.params, one.played
    before = 100.0 * float(trust(played.morning.dawn, played.morning.people, params)[0, one.column])
    after = 100.0 * float(trust(played.day.evening, played.morning.people, params)[0, one.column])
    shown = told_parts([reason.amount for reason in told], told_change(before, after))
    found = [replace(reason, shown=some) for reason, some in zip(told, shown, strict=True)]
    if one.move is not None and not any(reason.shown and reason.cause in OF_A_MOVE for reason in found):
        found.append(_without_trace(one))
    return tuple(found)


def _without_trace(one: DayOfOne) -> Reason:
    """That a move was made which moved nothing that is printed: every move is told."""
    now, item = one.now, one.move
    first = now.people[now.compiled.ids[one.column]].first
    words = {"first": first, "move": now.setup.speaker.title(item.move) if item else ""}
    return Reason("move", fill(now.setup.texts.reasons[NO_TRACE][0], words), 0.0, NO_TRACE)


def largest_reason(now: Playthrough) -> float:
    """The largest single amount on any day of anybody, in points: the scale of all bars of a debrief; 1 at least."""
    found = [1.0]
    for played in now.history:
        summed: dict[str, Array] = {}
        for name, some in played.causes.items():
            key = ONE_MOVE.get(name, name)
            summed[key] = summed[key] + some if key in summed else some
        found += [100.0 * float(np.abs(some).max()) for some in summed.values()]
    return max(found)


def _told(one: DayOfOne, cause: Cause, follower: str) -> Reason:
    now, texts = one.now, one.now.setup.texts.reasons
    item = one.post if cause.id.startswith("post") else one.move
    kind = occasion_of(cause, one, now.compiled.rules.moves)
    side = "good" if kind in {"good", "post_good"} else "bad" if kind in {"bad", "post_bad"} else kind
    own = f"{item.move}_{side}" if item else ""
    occasion = own if own in texts else kind if kind in texts else "other"
    person = now.people[follower]
    content = now.compiled.scenario.content.get(item.content) if item else None
    words = {
        "first": person.first,
        "move": now.setup.speaker.title(item.move) if item else "",
        "topic": (content.about[0] if content and content.about else person.favourite).replace("_", " "),
        "post": (content.title if content else now.setup.speaker.title(item.move)) if item else "",
        "their": {"she": "her", "he": "his"}.get(person.pronouns, "their"),
        "events": _events(one) if cause.id == "event" else "",
        "deeds": _deeds(one, good=cause.amount > 0.0) if cause.id == "others" else "",
    }
    fitting = [s for s in texts[occasion] if all(words[gap] for gap in words if f"{{{gap}}}" in s)]
    told = fill(fitting[(one.column + one.morning.day) % len(fitting)], words)
    hidden = hidden_by(now, one.played, one.column, cause.id, cause.amount)
    if hidden:
        sentences = texts[hidden]
        told = f"{told} {fill(sentences[(one.column + one.morning.day) % len(sentences)], words)}"
    return Reason(cause.id, told, 100.0 * cause.amount, occasion)


def _events(one: DayOfOne) -> str:
    """This morning's events that touched a follower, each with the answer that was given."""
    told, timeline = [], one.now.compiled.scenario.timeline
    for number, (name, event) in enumerate(zip(timeline, one.now.compiled.events, strict=True)):
        if not one.morning.fresh[0, number]:
            continue
        answer = int(one.morning.chosen[0, number])
        effects = (event.effect, *((event.answers[answer],) if answer >= 0 else ()))
        if any(_touches(effect, one.column) for effect in effects):
            label = timeline[name].choices[answer].label if answer >= 0 else ""
            told.append(f"“{timeline[name].title}”" + (f", and your answer “{label}”" if label else ""))
    return "; ".join(told)


def _touches(effect: Effect, column: int) -> bool:
    return any(part is not None and bool(part.who[column]) for part in (effect.imposed, effect.change))


def _is_kind(one: DayOfOne, item: PlanMove) -> bool:
    verdict = verdict_of(one.now, one.played, one.now.compiled.ids.index(item.who), item.move)
    return verdict.timing in {"none", "right"} and verdict.quality != "bad"


DEEDS_TOLD = 2


def _deeds(one: DayOfOne, *, good: bool) -> str:
    """What was done that day to those whom a follower knows, the kind or the other deeds: “Thank publicly” to Mara."""
    people, ids = one.morning.people, one.now.compiled.ids
    known = {int(o) for o, w in zip(people.ties[one.column], people.tie_weight[one.column], strict=True) if w > 0.0}
    told = [
        f"“{one.now.setup.speaker.title(item.move)}” to {one.now.people[item.who].first}"
        for item in one.played.items
        if item.who and ids.index(item.who) in known and _is_kind(one, item) == good
    ]
    more = f" and {len(told) - DEEDS_TOLD} more" if len(told) > DEEDS_TOLD else ""
    return ", ".join(told[:DEEDS_TOLD]) + more
