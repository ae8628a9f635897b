"""The room after a step: `after` gives the next room, or refuses with a sentence and changes nothing.

Rule: the same steps give the same room. Time and codes come with the step; what is drawn hangs on the seed.
"""

from dataclasses import replace
from types import MappingProxyType

from game.errors import Refused
from game.host.room.bringing import given
from game.host.room.conditions import condition_for, first_morning
from game.host.room.hosting import hosted
from game.host.room.nights_at_once import Mornings
from game.host.room.room_codes import clean_name, is_blocked, key_of
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, PLAY, VOTE, Guest, Help, Room, without_vote_of
from game.host.room.steps import (
    HOST,
    HOST_KINDS,
    CalledForHelp,
    CameBack,
    Chose,
    Joined,
    Left,
    TakenStep,
    Voted,
    WroteOwnWords,
)
from game.session.entries import BringEvent, EndDay, MarkRead, Note, Recorded
from game.session.playthrough import begun
from game.session.turns import after as after_choice

NOT_IN = "You are not in this room any more. Join again with the code on the big screen, or ask the host."


def after(room: Room, taken: TakenStep, mornings: Mornings = MappingProxyType({})) -> Room:
    """The room after a step.

    Args:
        room: as it stands.
        taken: the step, with its time and who took it.
        mornings: that follow days which end now, as far as they were worked out beforehand.

    Raises:
        Refused: it cannot be done, with a sentence that says why and what to do instead.
    """
    step = taken.step
    if step.kind in HOST_KINDS:
        if taken.actor != HOST:
            raise Refused("Only the host can do that.")
        following = hosted(room, step, taken.at)
    elif isinstance(step, Joined):
        following = _joined(room, step, taken.at)
    else:
        following = _guest(room, taken, mornings)
    return replace(following, number=room.number + 1, scene=room.scene + (_scene(following) != _scene(room)))


def _scene(room: Room) -> tuple[object, ...]:
    """What everybody's page hangs on."""
    return room.stage, room.released, room.paused, room.question, len(room.counts)


def _joined(room: Room, step: Joined, at: float) -> Room:
    if room.locked:
        raise Refused("The room is locked. Ask the host to unlock it.")
    if len(room.here) >= room.cap:
        raise Refused(f"The room is full: it takes {room.cap}. Ask the host to raise the number, or share a phone.")
    if room.stage == DEBRIEF:
        raise Refused("The game is over here. Watch the debrief on the big screen.")
    name = clean_name(step.name)
    if not name:
        raise Refused("Write a name that can be read, or take the suggested one.")
    if is_blocked(name):
        raise Refused("That name would be read aloud to the room. Choose another.")
    if key_of(name) in room.names:
        raise Refused(_taken(room, name))
    table = clean_name(step.table)[:12]
    condition = condition_for(room, table)
    now = None
    if room.each:
        now = first_morning(room, condition)
        if room.opening.own_cast:
            now = begun(now.compiled, room.opening.seed, len(room.guests) + 1)
    guest = Guest(
        id=step.guest, name=name, table=table, token=step.token, way_back=step.way_back, joined=at,
        late=room.stage != LOBBY, now=now, acted=at, condition=condition,
    )  # fmt: skip
    for brought in room.brought:
        guest = given(guest, brought, at)
    return replace(room, guests={**room.guests, guest.id: guest})


def _taken(room: Room, name: str) -> str:
    """That a name is that of somebody here, or too like it to be told apart where it is read aloud."""
    there = next(guest.name for guest in room.here if key_of(guest.name) == key_of(name))
    if there == name:
        return f"Somebody here is called “{name}” already. Add a letter, or take another name."
    return f"“{name}” is too like “{there}”, as somebody here is called already. Add a letter, or take another name."


def _guest(room: Room, taken: TakenStep, mornings: Mornings) -> Room:
    guest = room.guests.get(taken.actor)
    step = taken.step
    if guest is None or guest.removed:
        raise Refused(NOT_IN)
    if isinstance(step, CameBack):
        return _with(room, replace(guest, token=step.token, gone=False, acted=taken.at))
    if guest.gone:
        raise Refused(NOT_IN)
    guest = replace(guest, acted=taken.at)
    match step:
        case Left():
            return _with(without_vote_of(room, guest.id), replace(guest, gone=True, token=""))
        case Chose():
            return _with(room, _chose(room, guest, step, taken.at, mornings))
        case Voted(number, option):
            return _with(_voted(room, guest, number, option, taken.at), guest)
        case CalledForHelp(text):
            return _with(room, replace(guest, help=Help(text.strip(), taken.at) if text.strip() else Help()))
        case WroteOwnWords(count):
            if not 0 <= count <= 3:
                raise Refused("There are three sentences to write.")
            return _with(room, replace(guest, own_words=count))
    raise AssertionError(step)


def _with(room: Room, guest: Guest) -> Room:
    return replace(room, guests={**room.guests, guest.id: guest})


def _chose(room: Room, guest: Guest, step: Chose, at: float, mornings: Mornings) -> Guest:
    now, choice = guest.now, step.choice
    if isinstance(choice, BringEvent):
        raise Refused("Only the host can do that.")
    if now is None:
        raise Refused("In this room all decide together. Wait for the next vote.")
    if room.stage == DEBRIEF or not isinstance(choice, Note | MarkRead):
        _check_open(room, now.position.day)
    following = after_choice(now, choice, mornings.get(now))
    if following is now:
        return guest
    recorded = Recorded(now.position.day, choice)
    evening = now if isinstance(choice, EndDay) else guest.evening
    return replace(guest, now=following, evening=evening, entries=(*guest.entries, recorded), times=(*guest.times, at))


def _check_open(room: Room, day: int) -> None:
    """Whether a day may be played now."""
    if room.stage == LOBBY:
        raise Refused("The game has not begun. The host starts it for all.")
    if room.stage != PLAY:
        raise Refused("The game is over. Watch the debrief on the big screen.")
    if room.paused:
        raise Refused("The host has paused the room. Nothing is lost; go on when it is released.")
    if room.hold and day > room.released:
        raise Refused(f"Day {day} is not open yet. The host opens it for all.")


def _voted(room: Room, guest: Guest, number: int, option: str, at: float) -> Room:
    question = room.question
    if question is None or room.stage not in {VOTE, COUNTED}:
        raise Refused("There is no vote open. Wait for the next one.")
    if not 1 <= number <= question.number:
        raise Refused("There is no such vote. Load the page again, and choose one of its options.")
    if number != question.number or room.stage == COUNTED:
        raise Refused("Your vote came too late: the host had closed it.")
    if room.paused:
        raise Refused("The host has paused the vote. Choose when it goes on.")
    if option and option not in {o.id for o in question.options}:
        raise Refused("That cannot be chosen in this vote. Choose one of the options on the page.")
    return replace(room, votes={**room.votes, guest.id: option}, voted_at={**room.voted_at, guest.id: at})
