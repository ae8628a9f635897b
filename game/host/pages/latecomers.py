"""What has happened so far, for somebody who came when the game had begun: what everybody in the room could see."""

from game.host.pages.page_tools import times_said
from game.host.room.room_state import Guest, Room
from game.session.playthrough import Playthrough

MOST_VOTES = 6  # that a phone tells, the newest ones


def so_far_told(room: Room, guest: Guest) -> tuple[str, ...]:
    """Sentences about the room until now; none for who came in time, or has begun to take part.

    Args:
        room: as it stands.
        guest: who reads them.
    """
    if not guest.late or guest.id in room.votes or any(guest.id in count.votes for count in room.counts):
        return ()
    if guest.now is None:
        return _voted(room)
    if guest.now.history or guest.now.plan:
        return ()
    return _played(room, guest)


def _voted(room: Room) -> tuple[str, ...]:
    told = []
    for count in room.counts[-MOST_VOTES:]:
        question = count.question
        won = next((option.title for option in question.options if option.id == count.winner), "")
        told.append(f"Day {question.day}. {question.title} {won or 'Nobody chose, so nothing was done'}.")
    return tuple(told)


def _played(room: Room, guest: Guest) -> tuple[str, ...]:
    games = [g.now for g in room.here if g.now is not None and g.id != guest.id]
    reached = f"The room is on day {room.day} of {room.days}." if room.hold else "Everybody plays at their own pace."
    moves, posts = (sum(_made(now, to_all=to_all) for now in games) for to_all in (False, True))
    begin = "Your game begins on day 1, with the same people that all others met"
    if room.opening.own_cast:
        begin = "Your game begins on day 1, with people of your own"
    opened = f"; days 1 to {room.released} are open for you." if room.hold and room.released > 1 else "."
    did = [f"turned to somebody {times_said(moves)}"] * bool(moves) + [f"posted {times_said(posts)}"] * bool(posts)
    done = f"So far the others {' and '.join(did) or 'did nothing'}."
    return f"{reached} {begin}{opened}", done if moves or posts else "Nobody has ended a day with a move yet."


def _made(now: Playthrough, *, to_all: bool) -> int:
    return sum(bool(item.who) != to_all for day in now.history for item in day.items)
