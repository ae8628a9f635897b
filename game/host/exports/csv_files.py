"""Tables of a room: one row a decision, one row a guest, and one for a gradebook."""

from collections.abc import Iterable, Sequence

from game import csv_lines
from game.coach.looking_back.debrief import FAIR, Debrief
from game.coach.looking_back.questions.asks_told import purchase_asks
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.ways_told import without_score
from game.host.room.conditions import difficulty_of
from game.host.room.room_state import Guest, Room
from game.local_time import universal_time
from game.model.outcome import PEOPLE_SHARE
from game.session.entries import BringEvent, MarkRead
from game.session.entry_lines import as_line

DECISIONS = (
    "when", "day", "guest", "name", "table", "kind", "move", "follower", "follower_name", "content", "other",
    "other_name", "option", "value", "condition", "difficulty",
)  # fmt: skip
GUESTS = (
    "guest", "name", "table", "late", "days_played", "score", "people_points", "business_points",
    "harm_points", "notebook", "discrimination", "criterion", "purchase_asks", "purchase_asks_ready",
    "purchase_asks_fair", "guesses_right", "guesses", "condition", "difficulty",
)  # fmt: skip
GRADEBOOK = ("email", "idnumber", "name", "score", "feedback")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV in UTF-8 with a mark at its begin, as spreadsheets want it."""
    lines = [csv_lines.line(head), *(csv_lines.line(str(value) for value in row) for row in rows)]
    return ("\ufeff" + "".join(lines)).encode()


def when_said(at: float) -> str:
    """A time as ISO 8601 in UTC.

    >>> when_said(0.0)
    '1970-01-01T00:00:00Z'
    """
    return f"{universal_time(at):%Y-%m-%dT%H:%M:%SZ}"


def decisions_csv(room: Room) -> bytes:
    """One row for each choice of each guest, in the order of their games; votes of a room that plays together."""
    rows: list[tuple[object, ...]] = []
    for guest in room.guests.values():
        for recorded, at in zip(guest.entries, guest.times, strict=True):
            if isinstance(recorded.entry, MarkRead | BringEvent):
                continue
            line = as_line(recorded)
            about, other = line.get("who") or line.get("event", ""), line.get("other", "")
            value = line.get("motive") or line.get("choice", "")
            rows.append((
                when_said(at), recorded.day, guest.id, guest.name, guest.table, line["kind"], line.get("move", ""),
                about, _named(room, about), line.get("content", ""), other, _named(room, other), "", value,
                *_condition(room, guest),
            ))  # fmt: skip
    for count in room.counts:
        question = count.question
        about = question.who or question.event
        for who, option in count.votes.items():
            guest = room.guests[who]
            title = next((o.title for o in question.options if o.id == option), "")
            rows.append((
                when_said(count.times[who]), question.day, who, guest.name, guest.table, "vote", "",
                about, _named(room, about), "", "", "",
                option, title, *_condition(room, guest),
            ))  # fmt: skip
    return table(DECISIONS, rows)


def _named(room: Room, about: str) -> str:
    """The name of a follower, or the title of an event, by its id; "" for none of them."""
    if about in room.begun.people:
        return room.begun.people[about].name
    event = room.begun.compiled.scenario.timeline.get(about)
    return event.title if event is not None else ""


def guests_csv(room: Room, told: RoomDebrief) -> bytes:
    """One row for each guest, with the figures of their own game; of a shared one all have the same.

    Points that say little, after less than half of the days, are left out, as in the gradebook.
    """
    rows = []
    for guest in room.guests.values():
        game = game_of(told, guest.id)
        told_points = not without_score(game.days, room)
        figures = (*_points(game), round(game.reading, 1))
        points = tuple(figure if told_points else "" for figure in figures)
        asks = purchase_asks(game.asks)
        right = sum(f.guess_right for f in game.followers)
        guessed = sum(bool(f.guess) for f in game.followers)
        rows.append((
            guest.id, guest.name, guest.table, int(guest.late), game.days, *points, _rounded(game.discrimination),
            _rounded(game.criterion), len(asks), sum(a.ready for a in asks), sum(a.kind == FAIR for a in asks), right,
            guessed, *_condition(room, guest),
        ))  # fmt: skip
    return table(GUESTS, rows)


def _points(game: Debrief) -> tuple[float, float, float, float]:
    """The score, and what it is made of: points for people and for business, less those taken off for harm."""
    score, people, business = (
        round(points, 1) for points in (game.score, PEOPLE_SHARE * game.people, (1 - PEOPLE_SHARE) * game.business)
    )
    people = max(people, round(score - business, 1))  # by rounding alone
    return score, people, business, round(people + business - score, 1)


def _condition(room: Room, guest: Guest) -> tuple[str, str]:
    """The condition of a guest, if the room has two, and how hard their game was."""
    return guest.condition, difficulty_of(room, guest.condition)


def _rounded(figure: float | None) -> float | str:
    return "" if figure is None else round(figure, 3)


def gradebook_csv(room: Room, told: RoomDebrief) -> bytes:
    """A table that a learning platform such as Moodle can map; e-mail or number are filled in by whoever knows them."""
    rows = []
    for guest in room.guests.values():
        game = game_of(told, guest.id)
        reason = without_score(game.days, room, guest.name if room.each else "The room")
        score = "" if reason else round(game.score, 1)
        rows.append(("", "", guest.name, score, f"{reason} {game.judgement}".strip()))
    return table(GRADEBOOK, rows)


def game_of(told: RoomDebrief, guest: str) -> Debrief:
    """The debrief of a guest's game: their own, or the one that all shared."""
    return told.games[told.guests.index(guest)] if guest in told.guests else told.games[0]
