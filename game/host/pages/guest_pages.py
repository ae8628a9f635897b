"""What a guest sees: a template's name and its values, by the address of the page and the committed room."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

from game.coach.looking_back.grade import score_sum
from game.coach.looking_back.make_debrief import buyers_truth
from game.errors import Refused
from game.host.debriefing.games_told import debrief_of
from game.host.debriefing.own_debrief import own_debrief
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.room_lessons import own_lessons, room_lessons
from game.host.debriefing.sent_to_many import asked_many
from game.host.debriefing.ways_told import without_score
from game.host.debriefing.what_happened.game_lesson import one_game
from game.host.debriefing.what_it_came_to.done_well import own_praise
from game.host.debriefing.what_it_came_to.harm_told import harm_told
from game.host.debriefing.what_it_came_to.points_reached import why_of_guest
from game.host.pages.events_told import place_told, rest_of_night
from game.host.pages.latecomers import so_far_told
from game.host.pages.page_tools import PageValues, ago_said
from game.host.pages.pictures.night_scenes import as_it_came_out, night_of, night_scenes
from game.host.pages.pictures.qr_pictures import qr_svg
from game.host.pages.plan_told import days_planned
from game.host.room.questions import open_words
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, NIGHT, Guest, Room
from game.host.store.run_records import code_of_run
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.seen.offered import hours_with, suited
from game.session.turns import words_of
from game.session.view import FollowerView, MoveView, View
from game.session.words.hours_text import sentence_hours, weekday_of

HOME = "/play"
MOST_IN_QR = 3500  # letters and digits that a QR code of ours holds


class Elsewhere(Exception):
    """Another page is the right one now."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class GuestRequest:
    """What a page is made of."""

    room: Room
    guest: Guest
    at: float  # seconds since 1970
    query: dict[str, str]
    told: RoomDebrief | None = None  # the debrief of the room, once there is one


def guest_page(path: str, seen: GuestRequest) -> PageValues:
    """The page at an address below /play.

    Raises:
        Elsewhere: another one is the right one now.
        KeyError: there is no such page.
    """
    room, guest = seen.room, seen.guest
    parts = [part for part in path.removeprefix(HOME).split("/") if part]
    values: dict[str, Any] = {
        "room": room, "guest": guest, "told": "", "stamp": stamp_of(room, guest, seen.told), "role": "guest",
        "so_far": so_far_told(room, guest),
    }  # fmt: skip
    if parts == ["leave"]:
        return "guest_leave.html", values
    if parts == ["help"]:
        return "guest_help.html", values
    if room.stage == LOBBY:
        return ("guest_lobby.html", values) if not parts else _home()
    if guest.now is None:
        return _together(parts, seen, values)
    return _each(parts, seen, values)


def _home() -> PageValues:
    raise Elsewhere(HOME)


def stamp_of(room: Room, guest: Guest, told: RoomDebrief | None = None) -> str:
    """Changes when a guest's page should be made anew: with the room and the guest, and once there is praise for it."""
    own = f"{len(guest.entries)} {guest.name} {guest.here} {guest.help} {room.votes.get(guest.id, '-')}"
    page = room.page if room.stage == NIGHT else 0
    praised = _praise(room, guest, told) != ""
    return f"{room.scene}-{room.stage}-{page}-{crc32(own.encode()):x}-{room.clock:.0f}{'-praised' * praised}"


def _praise(room: Room, guest: Guest, told: RoomDebrief | None) -> str:
    """What the projector praises a guest for; "" for nothing, or as long as nobody knows."""
    return own_praise(room, told, guest.id) if told is not None and room.stage == DEBRIEF else ""


# --- all together ----------------------------------------------------------------------------------------------------


def _together(parts: list[str], seen: GuestRequest, values: dict[str, Any]) -> PageValues:
    room, guest = seen.room, seen.guest
    assert room.shared is not None
    if parts:
        raise Elsewhere(HOME)
    if room.stage == DEBRIEF:
        return "guest_own.html", values | _own_game(room.shared) | {
            "together": True, "code": "", "praise": "", "buyers_truth": buyers_truth(room.shared, notebook=False),
            "lessons": room_lessons(room, [room.shared]),
            "without_score": without_score(len(room.shared.history), room),
        }  # fmt: skip
    view = make_view(room.shared)
    values |= {"view": view, "question": room.question, "voted": len(room.votes), "here": len(room.here),
               "days_planned": days_planned(room)}  # fmt: skip
    if room.stage == NIGHT:
        assert room.evening is not None
        scenes = night_of(room)
        shown = scenes[: room.page + 1]  # no more than the screen has shown
        return "guest_night_together.html", values | rest_of_night(room.evening, room.shared) | {
            "scenes": shown, "all_told": len(shown) == len(scenes),
        }  # fmt: skip
    question = room.question
    assert question is not None
    person = next((f for f in view.followers if f.id == question.who), None)
    return "guest_vote.html", values | {
        "person": person, "mine": room.votes.get(guest.id), "which": place_told(room.shared, question.event),
        "count": room.counts[-1] if room.stage == COUNTED else None,
        "noticed": person.noticed if person else (), "said": person is not None and open_words(person) == question.text,
    }  # fmt: skip


def _own_game(now: Playthrough) -> dict[str, Any]:
    """What a guest is told of the game that they played: what happened, its points, and what harm took off them."""
    told = debrief_of(now)
    courses, lesson = one_game(now, told)
    points = score_sum(told.score, told.people, told.business)
    return {
        "own": own_debrief(told), "debrief": told, "courses": courses, "lesson": lesson, "points": points,
        "harm": harm_told(now, points.harm), "asked_many": asked_many([now]),
        "points_why": why_of_guest(course for row in courses.values() for course in row.courses),
    }  # fmt: skip


# --- each on their own -----------------------------------------------------------------------------------------------


def _each(parts: list[str], seen: GuestRequest, values: dict[str, Any]) -> PageValues:
    room, guest = seen.room, seen.guest
    assert guest.now is not None
    over = room.stage == DEBRIEF
    if over or (guest.now.finished and not parts):
        return _end(parts, seen, values)
    open_ = not room.paused and not guest.now.finished and (not room.hold or guest.now.position.day <= room.released)
    match parts:
        case ["p", who, *rest]:
            view = make_view(guest.now, who)
            person = next((f for f in view.followers if f.id == who), None)
            if person is None:
                raise KeyError(who)
            values |= _frame(room, guest, view, open_)
            return _person(rest, seen, values, view, person)
        case ["night", number]:
            return _night(number, seen, values)
        case _:
            view = make_view(guest.now)
    values |= _frame(room, guest, view, open_)
    waits = tuple(event for event in view.events if event.choices)
    match parts:
        case [] if waits and open_:
            return "guest_event.html", values | {
                "event": waits[0], "which": place_told(guest.now, waits[0].id),
            }  # fmt: skip
        case []:
            return "guest_people.html", values | {"ago": ago_said}
        case ["posts"]:
            return "guest_posts.html", values
        case ["posts", move]:
            return _move(view, seen, values, "", move)
        case ["plan"]:
            return "guest_plan.html", values
        case ["notes"]:
            return "guest_notes.html", values
        case ["end"] if open_:
            return "guest_end.html", values
    raise Elsewhere(HOME)


def _frame(room: Room, guest: Guest, view: View, open_: bool) -> dict[str, Any]:
    """What stands around every page of a day."""
    assert guest.now is not None
    day_open = not room.hold or guest.now.position.day <= room.released
    shown = view.day if day_open or guest.now.finished else view.day - 1  # as screen and host print it
    planned = days_planned(room)
    of = planned if shown <= planned else room.days  # where nobody is held, some may be further
    ended = sum(g.now is not None and g.now.position.day > guest.now.position.day - (not open_) for g in room.here)
    return {
        "view": view, "open": open_, "ended": ended, "here": len(room.here), "day_left": not guest.now.finished,
        "day_open": day_open, "day_shown": shown, "weekday_shown": weekday_of(shown), "days_planned": of,
    }  # fmt: skip


def _person(
    rest: list[str], seen: GuestRequest, values: dict[str, Any], view: View, person: FollowerView
) -> PageValues:
    if not rest:
        moves = [m for m in view.moves if m.opens <= view.day]
        groups = tuple(dict.fromkeys(m.group for m in moves))
        wanted = seen.query.get("g", "")
        opens = "notice" if view.day == 1 else "talk"  # one looks around before one writes
        group = wanted if wanted in groups else opens if opens in groups else groups[0]
        mine = next((p for p in view.plan if p.who == person.id), None)
        return "guest_person.html", values | {
            "person": person, "groups": groups, "group": group, "mine": mine,
            "moves": [m for m in moves if m.group == group], "days": _by_day(person), "sure": (25, 50, 75, 100),
        }  # fmt: skip
    return _move(view, seen, values | {"person": person}, person.id, rest[0])


def _by_day(person: FollowerView) -> list[tuple[int, list[Any]]]:
    found: dict[int, list[Any]] = {}
    for item in person.thread:
        found.setdefault(item.day, []).append(item)
    return list(found.items())


def _move(view: View, seen: GuestRequest, values: dict[str, Any], who: str, move: str) -> PageValues:
    """A move before it is planned: the words, what it costs, and its date mirror."""
    card: MoveView | None = next((m for m in (*view.moves, *view.posts) if m.id == move), None)
    if card is None or bool(who) == (card.group == "all"):
        raise KeyError(move)
    free = [c for c in suited(move, view.contents) if not c.locked]
    chosen = next((c for c in free if c.id == seen.query.get("content")), free[0] if free else None)
    others = [f for f in view.followers if f.following and f.id != who]
    other = next((f for f in others if f.id == seen.query.get("other")), others[0] if others else None)
    planned = PlanMove(
        move, who, chosen.id if chosen and card.needs_content else "", other.id if other and card.needs_other else ""
    )
    takes = hours_with(card, chosen if card.needs_content else None, view)
    assert seen.guest.now is not None
    try:
        said = words_of(seen.guest.now, planned)[0].text
    except Refused:
        said = ""
    return "guest_move.html", {"person": None} | values | {
        "card": card, "contents": free if card.needs_content else [], "others": others if card.needs_other else [],
        "chosen": chosen, "other": other, "said": said, "cost": sentence_hours(takes) if takes else "no time",
        "hours": takes,
    }  # fmt: skip


def _night(number: str, seen: GuestRequest, values: dict[str, Any]) -> PageValues:
    guest = seen.guest
    if guest.evening is None or guest.now is None or not number.isdecimal():
        raise Elsewhere(HOME)
    scenes = night_scenes(guest.evening, guest.now)
    place = int(number)
    if not 1 <= place <= max(1, len(scenes)):
        raise Elsewhere(HOME)
    scene = as_it_came_out(scenes[place - 1], make_view(guest.now)) if scenes else None
    following = f"{HOME}/night/{place + 1}" if place < len(scenes) else HOME
    return "guest_night.html", values | {
        "scene": scene, "place": place, "of": len(scenes), "following": following,
        "after": scenes[place].first if place < len(scenes) else "", "day": guest.evening.position.day,
        "days_over": guest.now.finished, **rest_of_night(guest.evening, guest.now),
    }  # fmt: skip


def _end(parts: list[str], seen: GuestRequest, values: dict[str, Any]) -> PageValues:
    room, guest = seen.room, seen.guest
    assert guest.now is not None
    if parts[:1] == ["night"] and room.stage != DEBRIEF:
        return _night(parts[1] if len(parts) > 1 else "", seen, values)
    if parts:
        raise Elsewhere(HOME)
    if room.stage != DEBRIEF and room.hold:
        view = make_view(guest.now)
        values |= _frame(room, guest, view, open_=False)
        return "guest_people.html", values | {"ago": ago_said}
    code = code_of_run(room, guest)
    own = _own_game(guest.now)
    return "guest_own.html", values | own | {
        "together": False, "code": code, "praise": _praise(room, guest, seen.told),
        "lessons": own_lessons(guest.now), "buyers_truth": own["debrief"].buyers_truth,
        "without_score": without_score(len(guest.now.history), room, "You"),
        "code_qr": qr_svg(code) if len(code) < MOST_IN_QR else "",
    }  # fmt: skip
