"""Causes of a day's change of trust as sentences, with amounts that add up to what is shown."""

from game.coach.debrief import Reason
from game.model import Cause, MoveTable, explain
from game.model.state import LATELY
from game.session.history import DayPlayed, move_made
from game.session.playthrough import Playthrough
from game.session.words.line_choice import fill

SMALL = 0.0005  # of trust; a twentieth of a point is told together with the rest


def occasion(cause: Cause, move: str, played: DayPlayed, column: int, moves: MoveTable) -> str:
    """Which sentences of the reasons suit a cause: the same cause reads differently after thanks or an answer."""
    good = cause.amount > 0.0
    ledger = played.morning.ledger
    row = moves.row(move) if move else moves.row(0)
    if cause.id == "move":
        if row.thanks:
            days = played.morning.compiled.rules.params.thanks_days
            return "thanks_earned" if ledger.shared_age[0, column] <= days else "thanks_unearned"
        if row.cheers:
            return "congratulated"
        if row.answers:
            return "answered"
        if row.follows_up:
            return "follow_up" if good else "bad"
        if row.opens_on_share and ledger.compliment[0, column] > 0.5 and ledger.shared_age[0, column] <= LATELY:
            return "opened"
        if row.uses_fit and good and played.day.direct.fit[0, column] >= 0.6:
            return "fits"
        if not good and row.personal < 0.3:
            return "impersonal"
        return "good" if good else "bad"
    return {
        "unasked": "unasked",
        "irrelevant": "irrelevant",
        "asked_too_soon": "too_soon" if not good else "asked_well",
        "seen_through": "seen_through",
        "boasting": "boasting_liked" if good else "boasting",
        "mending": "apology" if good else "apology_empty",
        "others_good": "bystander_good",
        "others_bad": "bystander_bad",
        "post": "post_good" if good else "post_bad",
        "post_irrelevant": "irrelevant",
        "post_selling": "post_selling",
        "event": "event",
        "waiting": "waiting",
        "forgetting": "warming" if good else "forgetting",
    }.get(cause.id, "other")


def reasons(now: Playthrough, follower: str, day: int) -> tuple[Reason, ...]:
    """Why a follower's trust changed on a day, largest first, in points of 0..100.

    The amounts sum to the change from the morning before the day's events to the next morning before its events.

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
    played = now.history[day - 1]
    column = now.compiled.ids.index(follower)
    rules = now.compiled.rules
    causes = explain(
        played.day, played.morning.dawn, played.morning.ledger, played.morning.people, rules.params, 0, column
    )
    told = [_told(now, cause, played, column, follower) for cause in causes if abs(cause.amount) >= SMALL]
    rest = 100.0 * sum(cause.amount for cause in causes if abs(cause.amount) < SMALL)
    if rest:
        told.append(Reason("other", now.setup.texts.reasons["other"][0], rest))
    return tuple(told)


def _told(now: Playthrough, cause: Cause, played: DayPlayed, column: int, follower: str) -> Reason:
    item = move_made(played.items, follower)
    if cause.id.startswith("post"):
        item = next((i for i in played.items if not i.who), None)
    kind = occasion(cause, item.move if item else "", played, column, now.compiled.rules.moves)
    if kind == "post_bad" and played.day.signals.reaction[0, column] == 0 and abs(cause.amount) < 0.004:
        kind = "other"
    own = f"{item.move}_{kind}" if item else ""
    sentences = (
        now.setup.texts.reasons.get(own) or now.setup.texts.reasons.get(kind) or now.setup.texts.reasons["other"]
    )
    person = now.people[follower]
    content = now.compiled.scenario.content.get(item.content) if item else None
    topic = content.about[0] if content else person.favourite
    words = {
        "first": person.first,
        "move": now.setup.speaker.title(item.move) if item else "",
        "topic": topic.replace("_", " "),
        "their": {"she": "her", "he": "his"}.get(person.pronouns, "their"),
    }
    fitting = [s for s in sentences if item or "{move}" not in s] or list(sentences)
    return Reason(cause.id, fill(fitting[(column + played.morning.day) % len(fitting)], words), 100.0 * cause.amount)
