"""What the host sees: who is where, who is stuck, who calls, and what comes next."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.followers_told import trust_by_day
from game.coach.looking_back.questions.asks_told import ask_marks, purchase_asks
from game.engine.due import BY_CONDITION, NOT_IN_THIS_GAME
from game.host.debriefing.debrief_questions import fitting, questions_at
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.what_happened.courses import NEVER, asked_of
from game.host.debriefing.what_happened.courses_told import ASKED_WORDS
from game.host.pages.asking_first import still_playing
from game.host.pages.debrief_parts import ASKED
from game.host.pages.nights_told import told_to_host
from game.host.pages.page_tools import PageValues, won_by
from game.host.pages.plan_told import plan_said
from game.host.pages.screen_pages import join_card, minutes_played
from game.host.pages.steering import main_step, plan_ends
from game.host.room.bringing import due_in, events_to_bring, next_free, next_unseen
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, PAGES, PLAY, VOTE, Guest, Room
from game.scenario.format.schema_story import Event
from game.session.planning import hours_left
from game.session.playthrough import Playthrough
from game.session.words.hours_text import hours_text

STUCK_AFTER = 240.0  # seconds without a choice while playing
READS_FOR = 60.0  # seconds after the end of a day in which a guest is taken to read the night
NEED_HOST = ("help", "stuck", "away")
"""States of guests who need the host, the most urgent first."""
AWAY_AFTER = 20.0  # seconds without a connection


@dataclass(frozen=True)
class GuestRow:
    """A guest in the host's list."""

    guest: Guest
    state: str  # help, stuck, away, playing, waits, voted, over, here
    words: str
    day: int
    left: str  # attention
    since: float  # minutes in that state
    order: tuple[int, float]  # who needs the host comes first, then who came first


def host_page(
    room: Room,
    at: float,
    away: Callable[[str], float],
    origin: str,
    query: dict[str, str],
    told: RoomDebrief | None = None,
    ready_said: str = "",
) -> PageValues:
    """The control page.

    Args:
        room: as committed.
        at: seconds since 1970.
        away: seconds since a guest was connected last.
        origin: what guests type or scan.
        query: how the list is sorted.
        told: the debrief, once there is one.
        ready_said: a warning that nobody will be ready; "" where none is needed.
    """
    rows = [_row(room, guest, at, away(guest.id)) for guest in room.here]
    by_table = query.get("by") == "table"
    rows.sort(key=(lambda r: (r.guest.table or "~", r.order)) if by_table else (lambda r: r.order))
    main, beside = main_step(room, told)
    counts = {state: sum(r.state == state for r in rows) for state in ("help", "stuck", "away", "playing", "waits")}
    counts["voted"] = sum(guest.id in room.votes for guest in room.here)
    values = {
        "room": room, "stamp": f"{room.number}", "role": "host", "told": "", "rows": rows, "counts": counts,
        "connected": sum(away(guest.id) <= AWAY_AFTER for guest in room.here),
        "next": main, "beside": beside,
        "heading": heading(room), "under": under(room, counts), "at": at, "by_table": by_table,
        "calls": [r for r in rows if r.guest.help.text], "gone": [g for g in room.guests.values() if not g.here],
        "played": minutes_played(room, at), "by_plan": _by_plan(room, at), "plan_said": plan_said(room),
        "ready_said": ready_said,
        "so_far": so_far(room), "pages": PAGES,
        "scenario": room.begun.compiled.scenario, **join_card(room, origin), "origin": origin,
        "hours": hours_text, "ask_first": _ask_first(room),
        "tally": _tally(room), "hints": _hints(room, told), "events": _events(room), "comes_on": next_unseen(room),
        "free_on": next_free(room),
        **told_to_host(room),
    }  # fmt: skip
    return "host.html", values


def _row(room: Room, guest: Guest, at: float, away: float) -> GuestRow:
    day, left = day_of(room, guest), "—"
    idle = (at - max(guest.acted, room.going_since)) / 60.0
    state, words, since = "here", "Here", 0.0
    if room.stage in {VOTE, COUNTED} and guest.id in room.votes:
        state, words = "waits", "Voted"
    elif room.stage == VOTE:
        state, words = "playing", "Choosing"
    elif room.stage == PLAY and guest.now is not None:
        if guest.now.finished:
            state, words = "waits", "All days played"
        elif room.hold and guest.now.position.day > room.released:
            reads = at - guest.acted < READS_FOR
            state = "waits"
            words = "Reads the night" if reads else "Waits at the end"
        else:
            state, words = "playing", "Playing"
            left = hours_text(hours_left(guest.now.position, guest.now.plan.values()))
            if idle * 60 > STUCK_AFTER and not room.paused:
                state, words, since = "stuck", f"Stuck {idle:.0f} min", idle
    if away > AWAY_AFTER and state != "waits":
        state, words, since = "away", f"Away {max(1, away / 60):.0f} min", away / 60
    if guest.help.text:
        state, words, since = "help", "Asks for help", (at - guest.help.at) / 60
    return GuestRow(guest, state, words, day, left, since, _order(room, guest, state))


def _order(room: Room, guest: Guest, state: str) -> tuple[int, float]:
    """Where a row stands: it moves only when somebody needs the host, and while a room votes only for a question."""
    needs = NEED_HOST if room.shared is None else NEED_HOST[:1]
    return needs.index(state) if state in needs else len(needs), guest.joined


def day_of(room: Room, guest: Guest) -> int:
    """The day that a guest is on, as all pages print it: one that is not open yet has not begun; 0 without a game."""
    now = guest.now
    if now is None:
        return 0
    closed = room.stage == DEBRIEF or (room.stage == PLAY and room.hold and now.position.day > room.released)
    return max(1, len(now.history)) if closed and not now.finished else now.day


def _tally(room: Room) -> list[tuple[str, int, bool]]:
    """The vote that is counted: option, votes, whether it won."""
    if room.stage != COUNTED:
        return []
    count = room.counts[-1]
    return [(o.title, int(count.tally.get(o.id, 0)), o.id == count.winner) for o in count.question.options]


def _by_plan(room: Room, at: float) -> str:
    """Where the room would be by its plan; "" where nothing is planned, or nothing is played now."""
    if room.plan is None or room.stage in {LOBBY, DEBRIEF}:
        return ""
    return room.plan.place_at((at - room.started) / 60.0)


def _events(room: Room) -> list[tuple[str, str, str]]:
    """Events that can be brought: id, title, and when each comes by itself."""
    timeline, due = room.begun.compiled.scenario.timeline, due_in(room)
    return [
        (name, timeline[name].title, _comes(timeline[name], due.get(name, BY_CONDITION)))
        for name in events_to_bring(room)
    ]


def _comes(event: Event, due: int) -> str:
    """When an event comes if nobody brings it."""
    if due > 0:
        return f"by itself on day {due}"
    if due == NOT_IN_THIS_GAME:
        return "not by itself in this game"
    return "by itself in some of the games, or on another day in each" if event.day else "by itself if it fits"


def _hints(room: Room, told: RoomDebrief | None) -> list[tuple[str, str]]:
    """Questions for the debrief's present step: of this very game, then of the guide, these with likely answers."""
    if room.stage != DEBRIEF:
        return []
    own = list(told.lesson.questions) if told and room.page == ASKED else []
    asked = {ask.kind for _, ask in told.asks} if told else None
    over = any(f.passed_over for f in told.followers) if told else True
    return own + fitting(questions_at(room.page, asking_opens(room.begun), room.days_ended), asked, passed_over=over)


def _ask_first(room: Room) -> str:
    """Which question comes before the next step; "" for none."""
    if plan_ends(room):
        return "end"
    if not still_playing(room) or room.paused:
        return ""
    return "release" if room.hold and room.released < room.days else "end"


def heading(room: Room) -> str:
    """Where the room is, in a few words."""
    if room.paused:
        return "The room is paused"
    question = room.question
    match room.stage:
        case "lobby":
            return "Waiting for guests"
        case "play":
            return f"Day {min(room.released, room.days)} is open" if room.hold else "All days are open"
        case "vote" if question is not None:
            return f"Vote {question.place} of {question.of} on day {question.day} is open"
        case "counted" if question is not None:
            return f"Vote {question.place} of {question.of} is counted"
        case "night":
            return f"Night of day {room.evening.position.day if room.evening else 0}"
    return f"Debrief: {PAGES[room.page]}"


def under(room: Room, counts: dict[str, int]) -> str:
    """What is to be known of it, in a sentence."""
    match room.stage:
        case "lobby":
            return "They scan the code on the screen, or type address and code."
        case "play":
            rest = counts["playing"] + counts["stuck"] + counts["away"] + counts["help"]
            waiting, playing = _number(counts["waits"], "wait"), _number(rest, "play")
            return (
                f"Held at its end: {waiting}, {playing}."
                if room.hold
                else f"{waiting[0].upper()}{waiting[1:]}, {playing}."
            )
        case "vote":
            return f"{len(room.votes)} of {len(room.here)} have voted. The tally is hidden until you close it."
        case "counted":
            count = room.counts[-1]
            won = next((o.title for o in count.question.options if o.id == count.winner), "nothing")
            none = sum(not option for option in count.votes.values())
            chose = f"{won_by(count)}: {won}."
            return f"{chose} {none} would rather not choose." if none else chose
        case "night":
            return "It is played on the screen, person by person."
    return f"{sum(g.own_words > 0 for g in room.here)} have written their own words."


def _number(of: int, do: str) -> str:
    """How many do something.

    >>> _number(0, "wait"), _number(1, "play")
    ('nobody waits', '1 plays')
    """
    return f"{of or 'nobody'} {do}{'s' if of < 2 else ''}"


def so_far(room: Room) -> dict[str, Any] | None:
    """Trust, one dot a guest, and how many have asked somebody to buy; None before the first night."""
    games = [g.now for g in room.here if g.now is not None and g.now.history]
    if room.shared is not None and room.shared.history:
        games = [room.shared]
    if not games:
        return None
    standings = [standing_of(now) for now in games]
    means, opens = [s.trust for s in standings], asking_opens(room.begun)
    return {
        "means": means, "middle": median(means), "asked": sum(s.asked != NEVER for s in standings),
        "best": _best_said(Counter(s.asked for s in standings), one=room.shared is not None),
        "opens": opens if room.days_ended < opens else 0,
    }  # fmt: skip


def _best_said(counts: Counter[str], *, one: bool) -> str:
    """The best question to buy of each game, by its kind, in words.

    Args:
        counts: of the games, by kind.
        one: whether there is one game alone, so that no numbers are told.
    """
    return ", ".join(
        words if one else f"{words} {counts[kind]}"
        for kind, words in ASKED_WORDS.items()
        if counts[kind] and kind != NEVER
    )


@dataclass(frozen=True)
class Standing:
    """How one game stands this morning."""

    trust: float  # mean over all, 0..1
    asked: str  # the best kind of question to buy that was put to anybody, or NEVER


class _Morning:
    """A game as it stood this morning: what is planned and noted in the day makes no other morning of it."""

    def __init__(self, now: Playthrough) -> None:
        self.now = now

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Morning) and other.now.setup is self.now.setup and other.now.history is self.now.history
        )

    def __hash__(self) -> int:
        return hash((id(self.now.setup), id(self.now.history)))


def standing_of(now: Playthrough) -> Standing:
    """How a game stands; worked out once a morning, for the host looks at it all the time."""
    return _standing(_Morning(now))


@lru_cache(maxsize=2000)
def _standing(morning: _Morning) -> Standing:
    asks = purchase_asks(ask_marks(morning.now))
    mean = float(trust_by_day(morning.now)[-1].mean()) / 100.0
    return Standing(mean, asked_of(asks))
