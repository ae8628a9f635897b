"""Rooms whose guests are bots: where each plays, every guest another way; where a room votes, each vote by one way."""

from functools import lru_cache

from game.host.debriefing.room_debrief import RoomDebrief, room_debrief
from game.host.room.room_state import EACH, TOGETHER, Room
from game.host.room.steps import Chose, Released, Started, Voted, Went
from game.session.entries import AnswerEvent, PlanMove
from tests.host.rooms import joined, opening, played, room_of, taken
from tests.plays import played as bot_game

WAYS = ("patient", "always_asks", "pushy", "never_asks", "discounter", "random")
VOTES = ("asks at once", "asks where a need shows", "never asks", "leaves in peace", "asks by turns")
ASKS_BUYERS, ASKS_BUYERS_LATE = "asks nobody but buyers", "asks nobody but buyers, from day 6 on"


@lru_cache(maxsize=24)
def each_room(scenario: str, seed: int) -> tuple[Room, RoomDebrief]:
    """A room at its debrief in which each guest has played as another bot does."""
    room = played(room_of(opening(EACH, scenario=scenario, seed=seed)), *(joined(n) for n in range(1, len(WAYS) + 1)))
    room = played(room, taken(Started()))
    games = [bot_game(scenario, way, seed) for way in WAYS]
    for day in range(1, room.days + 1):
        room = played(room, *([taken(Released(day))] if day > 1 else []))
        for number, game in enumerate(games, 1):
            made = [recorded.entry for recorded in game._entries if recorded.day == day]
            room = played(room, *(taken(Chose(choice), f"g{number}") for choice in made))
    room = played(room, taken(Went("debrief", room.scene)))
    return room, room_debrief(room)


@lru_cache(maxsize=24)
def voting_room(scenario: str, seed: int, way: str) -> tuple[Room, RoomDebrief]:
    """A room at its debrief in which one guest has voted in one way."""
    room = played(room_of(opening(TOGETHER, scenario=scenario, seed=seed)), joined(1), taken(Started()))
    while not room.shared.finished:
        if room.stage == "vote":
            room = played(room, taken(Voted(room.question.number, _vote(room, way)), "g1"))
        to = "counted" if room.stage == "vote" else "vote" if room.spotlight or room.stage == "night" else "night"
        room = played(room, taken(Went(to, room.scene)))
    room = played(room, taken(Went("debrief", room.scene)))
    return room, room_debrief(room)


def _vote(room: Room, way: str) -> str:
    """The option of a way of voting."""
    options = room.question.options
    if isinstance(options[0].choice, AnswerEvent):
        return options[room.question.number % len(options)].id
    moves = room.begun.compiled.rules.moves
    asks = [o.id for o in options if isinstance(o.choice, PlanMove) and moves.row(o.choice.move).for_sale]
    talks = [o.id for o in options if o.id not in asks]
    buys = (
        room.question.who and room.begun.position.people.buys[0, room.begun.compiled.ids.index(room.question.who)] > 0.5
    )
    wanted = {
        ASKS_BUYERS: buys, ASKS_BUYERS_LATE: buys and room.question.day > 5,
        "asks at once": True, "never asks": False, "leaves in peace": False,
        "asks where a need shows": any(o.title == "Propose" for o in options),
        "asks by turns": room.question.number % 2 == 0,
    }[way]  # fmt: skip
    if wanted and asks:
        return asks[0]
    return talks[-1] if way == "leaves in peace" else talks[0]
