"""What is told of a night outside it: to the host, who reads what screen and phones show, and on the day after."""

from typing import Any

from game.host.debriefing.sent_to_many import asked_many, sent_so_far
from game.host.pages.debrief_parts import ASKED
from game.host.pages.events_told import rest_of_night
from game.host.pages.page_tools import times_said
from game.host.pages.pictures.night_scenes import as_it_came_out, night_of
from game.host.room.room_state import DEBRIEF, NIGHT, PLAY, Room
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view


def told_to_host(room: Room) -> dict[str, Any]:
    """What the host's page tells of a night: the scene on the screen, of the last one the rest; or what was sent."""
    scene, rest = None, None
    said: tuple[str, ...] = ()
    if room.stage == NIGHT and room.evening is not None and room.shared is not None:
        scenes = night_of(room)
        place = min(room.page, max(0, len(scenes) - 1))
        scene = as_it_came_out(scenes[place], make_view(room.shared)) if scenes else None
        rest = rest_of_night(room.evening, room.shared) if place + 1 >= len(scenes) else None
    elif room.stage == PLAY:
        said = tuple(filter(None, (yesterday_said(room), *sent_yesterday(room))))
    elif room.stage == DEBRIEF and room.page == ASKED:
        said = asked_many(games_of(room))
    return {"scene": scene, "rest": rest, "nights_said": said}


def games_of(room: Room) -> list[Playthrough]:
    """The games that were played in a room: the one of all, or that of each who has ended a day."""
    if room.shared is not None:
        return [room.shared]
    return [g.now for g in room.here if g.now is not None and g.now.history]


def yesterday_said(room: Room) -> str:
    """What the room did on the day before the one that is open, in a sentence; "" on the first."""
    day = room.day - 1
    played = [g.now.history[day - 1] for g in room.here if g.now is not None and 1 <= day <= len(g.now.history)]
    if not played:
        return ""
    moves = sum(bool(item.who) for one in played for item in one.items)
    quiet = sum(not one.items for one in played)
    posts = sum(not item.who for one in played for item in one.items)
    done = [f"turned to somebody {times_said(moves)}"] * bool(moves) + [f"posted {times_said(posts)}"] * bool(posts)
    if not done:
        return "Yesterday everybody had a quiet day."
    said = f"Yesterday the room {' and '.join(done)}"
    return f"{said}; {quiet} had a quiet day." if quiet else f"{said}."


def sent_yesterday(room: Room) -> tuple[str, ...]:
    """What went to people like a letter on the day before the one that is open, and in how many games."""
    day = room.day - 1
    games = [now for now in games_of(room) if len(now.history) >= day >= 1]
    labels = [
        {(sent.title, sent.by_event) for sent in sent_so_far(now) if sent.day == day and sent.to_each} for now in games
    ]
    return tuple(
        f"“{title}”{f' by “{event}”' if event else ''} went to people in "
        f"{sum((title, event) in one for one in labels)} of {len(games)} games."
        for title, event in sorted(set().union(*labels))
    )
