"""What the host sees: who is where, who is stuck, who calls, and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass

from game.coach.knowing_when import asking_opens
from game.engine.due import BY_CONDITION, NOT_IN_THIS_GAME
from game.host.debriefing.debrief_questions import WHOSE, fitting, questions_at, step_said
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.what_it_came_to.done_well import done_well
from game.host.debriefing.what_it_came_to.so_far import so_far
from game.host.pages.asking_first import still_playing
from game.host.pages.debrief_parts import ASKED, TRUST
from game.host.pages.nights_told import told_to_host
from game.host.pages.page_tools import PageValues, won_by
from game.host.pages.plan_told import plan_said
from game.host.pages.screen_pages import join_card, minutes_played
from game.host.pages.steering import main_step, plan_ends
from game.host.room.bringing import due_in, events_to_bring, next_free, next_unseen
from game.host.room.room_plan import DEBRIEF_FULL, DEBRIEF_SHORT
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, PAGES, PLAY, VOTE, Guest, Room
from game.scenario.format.schema_story import Event
from game.session.planning import hours_left
from game.session.words.hours_text import hours_text

STUCK_AFTER = 240.0  # seconds without a choice while playing
READS_FOR = 60.0  # seconds after the end of a day in which a guest is taken to read the night
NEED_HOST = ("help", "stuck", "away")
"""States of guests who need the host, the most urgent first."""
AWAY_AFTER = 20.0  # seconds without a connection
CUTS_NOBODY_OFF = "Release cuts nobody off."


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
        "tally": _tally(room), "hints": _hints(room, told), "step_said": _step_said(room),
        "events": _events(room), "comes_on": next_unseen(room), "free_on": next_free(room),
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
    if told and room.page == TRUST and any(one.guest for one in done_well(room, told)):
        own = [WHOSE]
    asked = {ask.kind for _, ask in told.asks} if told else None
    over = any(f.passed_over for f in told.followers) if told else False
    return own + fitting(questions_at(room.page, asking_opens(room.begun), room.days_ended), asked, passed_over=over)


def _step_said(room: Room) -> str:
    """How long the step of the debrief may take, and how to go about it; "" before the debrief."""
    if room.stage != DEBRIEF:
        return ""
    planned = room.plan.debrief if room.plan is not None else 0.0
    pages = room.pages if room.page in room.pages else tuple(range(len(PAGES)))
    return step_said(room.page, pages, max(planned, DEBRIEF_SHORT if room.short else DEBRIEF_FULL), each=room.each)


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
            if not room.hold:
                return f"{waiting[0].upper()}{waiting[1:]}, {playing}."
            more = f" {CUTS_NOBODY_OFF}" if rest and room.released < room.days else ""
            return f"Held at its end: {waiting}, {playing}.{more}"
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
