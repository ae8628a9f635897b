"""A room as xAPI statements (Experience API 1.0.3), for a learning record store.

The statements follow the specification's data part: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md.
Ids hang on room and step, so exporting twice gives the same ids and a store keeps each statement once. No name is in
it: an actor is an account of random signs.
"""

import json
import uuid
from typing import Any

from game.host.debriefing.room_debrief import RoomDebrief
from game.host.exports.csv_files import game_of, when_said
from game.host.room.questions import Question
from game.host.room.room_state import Guest, Room
from game.session.entries import PlanMove

VERSION = "1.0.3"
HOME = "https://courtship.invalid/room"
ADL = "http://adlnet.gov/expapi"


def statements(room: Room, told: RoomDebrief) -> list[dict[str, Any]]:
    """All statements of a room: who joined, what was decided, how it ended."""
    found: list[dict[str, Any]] = []
    for guest in room.guests.values():
        found.append(_statement(room, guest, "initialized", _activity(room), guest.joined, f"{guest.id} joined"))
        found += _choices(room, guest)
        found.append(_ended(room, guest, told))
    for count in room.counts:
        for who, option in count.votes.items():
            if option and who in room.guests:
                key = f"vote {count.question.number} {who}"
                at = count.times[who]
                found.append(_answered(room, room.guests[who], count.question, option, at, key))
        if count.winner:
            key = f"room {count.question.number}"
            found.append(_answered(room, None, count.question, count.winner, count.closed, key))
    return found


def xapi_json(room: Room, told: RoomDebrief) -> bytes:
    """The statements as one JSON array."""
    return json.dumps(statements(room, told), ensure_ascii=False, indent=1).encode()


def _choices(room: Room, guest: Guest) -> list[dict[str, Any]]:
    found = []
    for number, (recorded, at) in enumerate(zip(guest.entries, guest.times, strict=True)):
        if not isinstance(recorded.entry, PlanMove):
            continue
        entry = recorded.entry
        place = f"day-{recorded.day}/{entry.who or 'everybody'}"
        activity = {
            "objectType": "Activity", "id": f"{_scenario(room)}/{place}",
            "definition": {
                "type": f"{ADL}/activities/cmi.interaction", "interactionType": "other",
                "name": {"en": f"Day {recorded.day}: {entry.who or 'everybody'}"},
            },
        }  # fmt: skip
        statement = _statement(room, guest, "answered", activity, at, f"{guest.id} {number}")
        found.append(statement | {"result": {"response": "[,]".join(p for p in (entry.move, entry.content) if p)}})
    return found


def _answered(room: Room, guest: Guest | None, question: Question, option: str, at: float, key: str) -> dict[str, Any]:
    activity = {
        "objectType": "Activity", "id": f"{_scenario(room)}/vote-{question.number}",
        "definition": {
            "type": f"{ADL}/activities/cmi.interaction", "interactionType": "choice",
            "name": {"en": question.title},
            "choices": [{"id": o.id, "description": {"en": o.title}} for o in question.options],
        },
    }  # fmt: skip
    return _statement(room, guest, "answered", activity, at, key) | {"result": {"response": option}}


def _ended(room: Room, guest: Guest, told: RoomDebrief) -> dict[str, Any]:
    game = game_of(told, guest.id)
    over = game.days >= room.days
    verb = "completed" if over else "terminated"
    at = guest.times[-1] if guest.times else room.ended or guest.acted
    seconds = max(0, round(at - max(guest.joined, room.started)))
    result = {
        "completion": over, "duration": f"PT{seconds}S",
        "score": {"scaled": round(game.score / 100.0, 4), "raw": round(game.score, 2), "min": 0, "max": 100},
    }  # fmt: skip
    return _statement(room, guest, verb, _activity(room), at, f"{guest.id} ended") | {"result": result}


def _scenario(room: Room) -> str:
    return f"{HOME}/scenario/{room.opening.facts.hash[:16]}"


def _activity(room: Room) -> dict[str, Any]:
    return {
        "objectType": "Activity", "id": _scenario(room),
        "definition": {"type": f"{ADL}/activities/simulation", "name": {"en": room.opening.facts.title}},
    }  # fmt: skip


def _statement(
    room: Room, guest: Guest | None, verb: str, activity: dict[str, Any], at: float, key: str
) -> dict[str, Any]:
    space = uuid.uuid5(uuid.NAMESPACE_URL, f"{HOME}/{room.opening.id}")
    account = {"homePage": HOME, "name": guest.id if guest is not None else room.opening.id}
    return {
        "id": str(uuid.uuid5(space, key)),
        "version": VERSION,
        "actor": {"objectType": "Agent" if guest is not None else "Group", "account": account},
        "verb": {"id": f"{ADL}/verbs/{verb}", "display": {"en": verb}},
        "object": activity,
        "timestamp": when_said(at),
        "context": {"registration": str(uuid.uuid5(space, account["name"])), "platform": "Courtship"},
    }
