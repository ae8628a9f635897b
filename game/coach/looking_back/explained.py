"""Causes of a day's change of trust as sentences, with amounts that add up to what is shown."""

from dataclasses import dataclass, replace

import numpy as np

from game.coach.adding_up import told_change, told_parts
from game.coach.looking_back.debrief import Reason
from game.coach.looking_back.looked_otherwise import hidden_by
from game.coach.looking_back.questions.largest_lack import largest_lack
from game.coach.looking_back.questions.verdict import MoveVerdict, verdict_of
from game.engine.position import Position
from game.model import Cause, MoveTable, trust
from game.model.arrays import Array
from game.model.readings import RATHER_YES
from game.model.state import HAPPENED, LATELY
from game.scenario.compiling.compiled_timeline import Effect
from game.session.entries import PlanMove
from game.session.history import DayPlayed, move_made
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
FITTING = 0.6
"""Worth of a content, 0..1, from which no words say that it had nothing to do with them."""
STRANGE = 0.45
"""Trust, 0..1, below which words may say that somebody hardly knows you."""
EARLY_OR_NOT = {"early": "too_soon", "late": "asked_past", "no_use": "asked_for_nothing", "none": "wants_a_little"}


@dataclass(frozen=True)
class _DayOfOne:
    """A day as one follower lived it: what was done, and what is held of it."""

    now: Playthrough
    played: DayPlayed
    column: int
    move: PlanMove | None  # to them
    post: PlanMove | None
    verdict: MoveVerdict | None
    causes: dict[str, float]  # as the model takes the day apart, −1..1

    @property
    def morning(self) -> Position:
        """The morning of the day."""
        return self.played.morning


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


def _day_of(now: Playthrough, column: int, day: int) -> _DayOfOne:
    played, who = now.history[day - 1], now.compiled.ids[column]
    there = played.morning.ledger.present[0, column] > 0.5
    item = move_made(played.items, who) if there else None
    return _DayOfOne(
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


def _adding_up(now: Playthrough, one: _DayOfOne, told: list[Reason]) -> tuple[Reason, ...]:
    """The reasons with what is printed of them; those that would be printed as nothing go with the small things."""
    params, played = now.compiled.rules.params, one.played
    before = 100.0 * float(trust(played.morning.dawn, played.morning.people, params)[0, one.column])
    after = 100.0 * float(trust(played.day.evening, played.morning.people, params)[0, one.column])
    shown = told_parts([reason.amount for reason in told], told_change(before, after))
    found = [replace(reason, shown=some) for reason, some in zip(told, shown, strict=True)]
    if one.move is not None and not any(reason.shown and reason.cause in OF_A_MOVE for reason in found):
        found.append(_without_trace(one))
    return tuple(found)


def _without_trace(one: _DayOfOne) -> Reason:
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


# --- which sentences suit a cause ------------------------------------------------------------------------------------


def _occasion(cause: Cause, one: _DayOfOne, moves: MoveTable) -> str:
    """Which sentences suit a cause: the same cause reads differently after thanks, an answer, or a good question."""
    good = cause.amount > 0.0
    if cause.id == "move":
        return _of_move(good, one, moves)
    if cause.id == "post":
        return _of_post(good, one)
    if cause.id == "asked_too_soon":
        return _of_asking(good, one)
    if cause.id == "waiting":
        return "waiting" if not good else "other"
    if cause.id == "forgetting":
        return "warming" if good else "fading" if one.move or one.post else "forgetting"
    if cause.id == "event":
        return "event"
    if cause.id == "unasked" and one.verdict is not None and one.verdict.timing != "none":
        return "unasked_question"
    if cause.id == "unasked":
        return "unasked_cool" if _had_spoken(one) else "unasked"
    return {
        "seen_through": "seen_through",
        "boasting": "boasting_liked" if good else "boasting",
        "mending": "apology" if good else "apology_empty",
        "others": "bystander_good" if good else "bystander_bad",
        "post_selling": "post_selling_liked" if good else "post_selling",
    }.get(cause.id, "other")


def _had_spoken(one: _DayOfOne) -> bool:
    """Whether they had said or shared anything since the last direct move, in whatever tone."""
    ledger, column = one.morning.ledger, one.column
    spoke = min(ledger.talk_age[0, column], ledger.shared_age[0, column])
    return bool(spoke < HAPPENED and spoke <= ledger.contact_age[0, column])


def _of_move(good: bool, one: _DayOfOne, moves: MoveTable) -> str:
    if one.move is None or one.verdict is None:
        return "other"
    ledger, row, column = one.morning.ledger, moves.row(one.move.move), one.column
    if one.verdict.timing != "none":
        return _of_question(good, one, one.verdict)
    if row.thanks:
        if good and ledger.shared_age[0, column] <= one.morning.compiled.rules.params.thanks_days:
            return "thanks_earned"
        return "thanks_small" if good else "thanks_unearned"
    if row.cheers and good:
        return "congratulated"
    if row.answers and good:
        return "answered"
    if row.follows_up:
        return "follow_up" if good else "bad"
    if good and row.opens_on_share and ledger.compliment[0, column] > 0.5 and ledger.shared_age[0, column] <= LATELY:
        return "opened"
    if row.uses_fit:
        if one.played.day.direct.fit[0, column] >= FITTING:
            return "fits" if good else "badly_put"
        return "good" if good else "irrelevant"
    if not good and row.personal < 0.3:
        return "impersonal"
    if good and "waiting" in one.causes and row.exposure == 0.0:
        return "other"  # peace is no gift to somebody who waits for a word
    return "good" if good else "bad"


def _of_question(good: bool, one: _DayOfOne, verdict: MoveVerdict) -> str:
    """What a question showed of you; whether it came at its time is told apart, and never otherwise here."""
    if good:
        return "good" if verdict.timing == "right" else "well_put"
    params = one.now.compiled.rules.params
    trusted = float(trust(one.played.day.morning, one.morning.people, params)[0, one.column])
    return "bad" if verdict.timing == "early" and not verdict.accepted and trusted < STRANGE else "badly_put"


def _of_post(good: bool, one: _DayOfOne) -> str:
    if one.post is None:
        return "other"
    if good:
        return "post_good_although" if one.causes.get("post_selling", 0.0) < 0.0 else "post_good"
    if one.played.day.signals.reaction[0, one.column] == 0 and abs(sum(one.causes.values())) < 0.004:
        return "other"
    return "post_badly_put" if one.post.content and one.played.day.post.fit[0, one.column] >= FITTING else "post_bad"


def _of_asking(good: bool, one: _DayOfOne) -> str:
    verdict = one.verdict
    if verdict is None:
        return "other"
    if verdict.timing == "right":
        kind = "asked_well" if verdict.for_sale else "favour_well"
        return kind if good else f"{kind}_at_a_price"
    if good:
        if verdict.timing == "none":
            return "good"
        if verdict.looked_likely and verdict.likelihood < RATHER_YES:
            return "asked_by_the_look"
        if not verdict.for_sale:
            return "favour_luckily"
        return "asked_rather_early" if verdict.likelihood >= RATHER_YES else "asked_luckily"
    found = EARLY_OR_NOT[verdict.timing]
    if found != "too_soon" or one.move is None:
        return found
    lack = largest_lack(one.morning, one.column, one.now.compiled.rules.moves.row(one.move.move).ask)
    return found if lack == "trust" else f"{found}_{lack}"


# --- the sentence ----------------------------------------------------------------------------------------------------


def _told(one: _DayOfOne, cause: Cause, follower: str) -> Reason:
    now, texts = one.now, one.now.setup.texts.reasons
    item = one.post if cause.id.startswith("post") else one.move
    kind = _occasion(cause, one, now.compiled.rules.moves)
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


def _events(one: _DayOfOne) -> str:
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


def _is_kind(one: _DayOfOne, item: PlanMove) -> bool:
    verdict = verdict_of(one.now, one.played, one.now.compiled.ids.index(item.who), item.move)
    return verdict.timing in {"none", "right"} and verdict.quality != "bad"


DEEDS_TOLD = 2


def _deeds(one: _DayOfOne, *, good: bool) -> str:
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
