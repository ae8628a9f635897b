"""What the host does with a room."""

from dataclasses import replace

from game.errors import Refused
from game.host.room.bringing import with_event, without_event
from game.host.room.counting import counted
from game.host.room.questions import question_of, spotlight_of
from game.host.room.room_codes import LETTERS, ROOM_CODE, clean_name, key_of
from game.host.room.room_state import (
    COUNTED,
    DEBRIEF,
    LOBBY,
    NIGHT,
    PAGES,
    PLAY,
    VOTE,
    Earlier,
    Guest,
    Help,
    Room,
    without_vote_of,
)
from game.host.room.steps import (
    Brought,
    CodeChanged,
    Freed,
    Helped,
    Noted,
    Readmitted,
    Released,
    Removed,
    Renamed,
    SetCap,
    SetClock,
    Showed,
    ShowedPart,
    Started,
    Step,
    Switched,
    TookBack,
    TookEventBack,
    Turned,
    Went,
)
from game.session.entries import EndDay
from game.session.playthrough import Playthrough
from game.session.turns import after as after_choice

MOST_GUESTS = 500
MOST_PARTS = 100  # of a list of the debrief
LONGEST_CLOCK = 4 * 3600  # seconds
SWITCHES = ("paused", "locked", "hold", "hide_names", "free_names", "by_table", "short")


def hosted(room: Room, step: Step, at: float) -> Room:
    """The room after a step of the host.

    Args:
        room: as it stands.
        step: one of `HostStep`.
        at: seconds since 1970.

    Raises:
        Refused: it cannot be done now.
    """
    match step:
        case Started():
            return _started(room, at)
        case Released(day):
            return _released(room, day, at)
        case Went(to, since):
            return _went(room, to, since, at)
        case TookBack():
            return _took_back(room)
        case Turned(page):
            return _turned(room, page)
        case Showed(follower):
            if room.stage != DEBRIEF or follower not in room.begun.people:
                raise Refused("Trust is shown in the debrief, of one of the people of this room.")
            return replace(room, shown=follower)
        case ShowedPart(part):
            if room.stage != DEBRIEF:
                raise Refused("Lists are gone through in the debrief.")
            return replace(room, part=max(0, min(part, MOST_PARTS - 1)))
        case Switched(what, on):
            return _switched(room, what, on, at)
        case SetClock(seconds):
            return _with_clock(room, seconds, at)
        case SetCap(most):
            if not 1 <= most <= MOST_GUESTS:
                raise Refused(f"A room takes 1 to {MOST_GUESTS} guests.")
            return replace(room, cap=most)
        case CodeChanged(code):
            if len(code) != ROOM_CODE or set(code) - set(LETTERS):
                raise Refused(f"A code has {ROOM_CODE} signs of {LETTERS}.")
            return replace(room, code=code)
        case Brought(event):
            return with_event(room, event, at)
        case TookEventBack(event):
            return without_event(room, event)
        case Noted(text):
            if not text.strip():
                raise Refused("Write what you saw first.")
            return replace(room, notes=(*room.notes, (at, room.day, text.strip())))
        case Renamed() | Removed() | Freed() | Readmitted() | Helped():
            return _with_guest(room, step)
    raise AssertionError(step)


def _started(room: Room, at: float) -> Room:
    if room.stage != LOBBY:
        raise Refused("The game has begun already.")
    if room.each:
        return replace(room, stage=PLAY, started=at, going_since=at, released=1)
    room = replace(room, started=at, going_since=at, shared=room.begun, spotlight=spotlight_of(room.begun))
    return _asked(room, room.begun, 1)


def _asked(room: Room, shared: Playthrough, place: int) -> Room:
    """The room with the next question of the spotlight open."""
    about, *left = room.spotlight
    of = place + len(left)
    question = question_of(shared, about, len(room.counts) + 1, place, of)
    return replace(
        room, stage=VOTE, shared=shared, question=question, spotlight=tuple(left), votes={}, voted_at={},
        page=0, clock=0,
    )  # fmt: skip


def _released(room: Room, day: int, at: float) -> Room:
    if not room.each or room.stage != PLAY:
        raise Refused("There is no day to be opened now.")
    if not 1 <= day <= room.days:
        raise Refused(f"There are days 1 to {room.days}.")
    since = at if day > room.released else room.going_since
    return replace(room, released=max(room.released, day), going_since=since, clock=0.0, clock_left=0.0)


def _went(room: Room, to: str, since: int, at: float) -> Room:
    if since != room.scene:
        raise Refused("The room has moved on meanwhile. Look at the page as it is now.")
    if to == DEBRIEF:
        if room.stage == LOBBY:
            raise Refused("Nothing has been played yet. Start the game first.")
        if room.stage == DEBRIEF:
            raise Refused("The debrief is open already.")
        before = replace(room, before_debrief=None)
        return replace(
            room, stage=DEBRIEF, ended=at, page=0, part=0, paused=False, clock=0.0, earlier=None, before_debrief=before
        )  # fmt: skip
    if room.shared is None or room.question is None:
        raise Refused("Nothing is voted on in this room: everybody plays on their own.")
    if room.paused:
        raise Refused("The room is paused. Go on first.")
    if to == COUNTED and room.stage == VOTE:
        return _closed(room, room.shared, at)
    if to == VOTE and room.stage == COUNTED and room.spotlight:
        return _asked(room, room.shared, room.question.place + 1)
    if to == NIGHT and room.stage == COUNTED and not room.spotlight:
        following = after_choice(room.shared, EndDay())
        return replace(room, stage=NIGHT, evening=room.shared, shared=following, page=0, earlier=_earlier(room))
    if to == VOTE and room.stage == NIGHT:
        if room.shared.finished:
            raise Refused("That was the last day. Open the debrief.")
        return _asked(replace(room, spotlight=spotlight_of(room.shared)), room.shared, 1)
    raise Refused("That does not come next. Look at the page as it is now.")


def _earlier(room: Room) -> Earlier | None:
    if room.shared is None or room.question is None:
        return None
    return Earlier(room.stage, room.shared, room.question, room.spotlight, room.counts, room.evening)


def _closed(room: Room, shared: Playthrough, at: float) -> Room:
    assert room.question is not None
    count = counted(room.question, room.votes, {g.id: g.table for g in room.here}, room.opening.seed, room.by_table)
    times = {guest: when for guest, when in room.voted_at.items() if guest in count.votes}
    count = replace(count, times=times, closed=at)
    option = next((o for o in room.question.options if o.id == count.winner), None)
    earlier = _earlier(room)
    if option is None and room.question.event:
        option = room.question.options[0]  # an event wants an answer, so the first one is given
        count = replace(count, winner=option.id)
    if option is not None and option.choice is not None:
        shared = after_choice(shared, option.choice)
    return replace(room, stage=COUNTED, shared=shared, counts=(*room.counts, count), earlier=earlier, clock=0.0)


def _took_back(room: Room) -> Room:
    if room.stage == DEBRIEF:
        return _game_again(room)
    back = room.earlier
    if back is None:
        raise Refused("There is no decision to be taken back; only the last one can be.")
    votes = room.votes if back.stage == VOTE or not back.counts else back.counts[-1].votes
    return replace(
        room, stage=back.stage, shared=back.shared, question=back.question, spotlight=back.left, counts=back.counts,
        evening=back.evening, earlier=None, page=0, votes=votes,
    )  # fmt: skip


def _turned(room: Room, page: int) -> Room:
    last = 99 if room.stage == NIGHT else len(PAGES) - 1
    page = max(0, min(page, last))
    told = room.stage == DEBRIEF and page > 0  # from now on the room knows too much to play on
    return replace(room, page=page, part=0, before_debrief=None if told else room.before_debrief)


def _game_again(room: Room) -> Room:
    """The room out of its debrief, where it was before; its clock is off."""
    back = room.before_debrief
    if back is None:
        raise Refused("The debrief has gone on beyond its first step, so the game cannot be gone on with.")
    return replace(
        room, stage=back.stage, ended=0.0, page=back.page, paused=back.paused, earlier=back.earlier, before_debrief=None
    )


def _switched(room: Room, what: str, on: bool, at: float) -> Room:
    if what not in SWITCHES:
        raise Refused(f"There is no switch “{what}”. There are: {', '.join(SWITCHES)}.")
    if what == "paused":
        if room.stage in {LOBBY, DEBRIEF}:
            raise Refused("Nothing is played now, so nothing can be paused.")
        if on and not room.paused:
            return replace(room, paused=True, clock=0.0, clock_left=max(0.0, room.clock - at) if room.clock else 0.0)
        if not on and room.paused:
            clock = at + room.clock_left if room.clock_left else 0.0
            return replace(room, paused=False, going_since=at, clock=clock, clock_left=0.0)
        return room
    if what == "hold" and not on and room.each and room.stage == PLAY:
        return replace(room, hold=False)
    if what == "hold" and on and room.each and room.stage == PLAY:
        reached = max((g.now.day for g in room.here if g.now is not None), default=1)
        return replace(room, hold=True, released=max(room.released, reached))
    switched: Room = replace(room, **{what: on})  # type: ignore[arg-type] # the names are those of SWITCHES
    return switched


def _with_clock(room: Room, seconds: int, at: float) -> Room:
    if seconds <= 0:
        return replace(room, clock=0.0, clock_left=0.0)
    if room.stage not in {PLAY, VOTE}:
        raise Refused("There is nothing to be timed now.")
    if room.paused:
        return replace(room, clock_left=min(room.clock_left + seconds, LONGEST_CLOCK))
    return replace(room, clock=min(max(room.clock, at) + seconds, at + LONGEST_CLOCK))


def _with_guest(room: Room, step: Renamed | Removed | Freed | Readmitted | Helped) -> Room:
    guest = room.guests.get(step.guest)
    if guest is None:
        raise Refused("There is nobody of that name here. Look at the list as it is now.")
    match step:
        case Renamed(_, name):
            cleaned = clean_name(name)
            if not cleaned or (key_of(cleaned) in room.names and key_of(cleaned) != key_of(guest.name)):
                raise Refused("Write a name that nobody has here.")
            changed = replace(guest, name=cleaned)
        case Removed():  # the cookie is kept, so that the phone can be told, and opens nothing else meanwhile
            changed = replace(guest, removed=True, help=Help())
            room = without_vote_of(room, guest.id)
        case Freed():  # the cookie is kept, so that the phone can be told
            changed = replace(guest, gone=True, help=Help())
            room = without_vote_of(room, guest.id)
        case Readmitted(_, way_back):
            token = guest.token if guest.removed else ""
            changed = replace(guest, removed=False, gone=False, token=token, way_back=way_back)
        case Helped(_, text):
            changed = replace(
                guest, help=Help("", 0.0, text.strip(), guest.now.day if guest.now is not None else room.day)
            )
    return replace(room, guests={**room.guests, guest.id: _free_of_name(room, changed)})


def _free_of_name(room: Room, guest: Guest) -> Guest:
    """The guest under a name that nobody else took meanwhile."""
    others = {key_of(g.name) for g in room.here if g.id != guest.id}
    name, count = guest.name, 2
    while key_of(name) in others:
        name, count = f"{guest.name[:20]} {count}", count + 1
    return replace(guest, name=name)
