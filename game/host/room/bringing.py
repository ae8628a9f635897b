"""Events of the scenario that the host brings: on the same morning in every game of the room."""

from contextlib import suppress
from dataclasses import replace

from game.engine.due import BY_CONDITION
from game.errors import Refused
from game.host.room.room_state import DEBRIEF, LOBBY, NIGHT, Guest, Room
from game.session.entries import BringEvent, Recorded
from game.session.playthrough import Playthrough
from game.session.turns import after


def next_unseen(room: Room) -> int:
    """The first day, 1.., whose morning nobody in the room has seen."""
    if room.shared is not None:
        return room.shared.position.day + (room.stage != NIGHT)
    if room.hold:
        return room.released + 1
    return 1 + max((g.now.position.day for g in room.here if g.now is not None), default=0)


def next_free(room: Room) -> int:
    """The first unseen morning of the plan on which no other event is known to come; the next one if none is free."""
    following = next_unseen(room)
    last = room.plan.days if room.plan is not None and room.plan.days >= following else room.days
    brought = {step.event: step.on for step in room.brought}
    taken = {*brought.values(), *(day for name, day in due_in(room).items() if name not in brought)}
    return next((day for day in range(following, last + 1) if day not in taken), following)


def events_to_bring(room: Room) -> tuple[str, ...]:
    """Ids of the events that can be brought now, in the order of the file: they have not happened in some game."""
    if room.stage in {LOBBY, DEBRIEF} or next_unseen(room) > room.days:
        return ()
    games = [room.shared] if room.shared is not None else [g.now for g in room.here if g.now is not None]
    known = {brought.event for brought in room.brought}
    timeline = list(room.begun.compiled.scenario.timeline)
    left = [n for n, name in enumerate(timeline) if name not in known]
    return tuple(timeline[n] for n in left if any(not now.position.happened[0, n] for now in games))


def events_of_today(room: Room) -> tuple[str, ...]:
    """Ids of the events that come today in every game of a room that holds its days, whatever was done in it."""
    if not room.each or not room.hold:
        return ()
    brought = {step.event: step.on for step in room.brought}
    return tuple(name for name, day in due_in(room).items() if brought.get(name, day) == room.day)


def due_in(room: Room) -> dict[str, int]:
    """The events whose day is the same in all games of the room, whatever is done: by id, with that day.

    The day is `NOT_IN_THIS_GAME` where the games have another event in its place.
    """
    begun, alike = room.begun, not (room.each and room.opening.own_cast)
    days = zip(begun.compiled.scenario.timeline.items(), begun.position.due[0].tolist(), strict=True)
    sure = {name: day for (name, event), day in days if alike or not (event.give_or_take or event.one_of)}
    return {name: day for name, day in sure.items() if day != BY_CONDITION}


def with_event(room: Room, event: str, at: float) -> Room:
    """The room in whose games an event comes on the next morning that nobody has seen.

    Args:
        room: as it stands.
        event: id.
        at: seconds since 1970.

    Raises:
        Refused: it cannot come any more.
    """
    if room.stage in {LOBBY, DEBRIEF}:
        raise Refused("An event can be brought while the game is played, neither before nor after.")
    day = next_free(room)
    if day > room.days:
        raise Refused("There is no morning left on which an event could come.")
    if event not in events_to_bring(room):
        raise Refused("That event has happened, or is on its way. Choose one of the list as it is now.")
    step = BringEvent(event, day)
    shared = _brought(room.shared, step) if room.shared is not None else None
    earlier = room.earlier and replace(room.earlier, shared=_brought(room.earlier.shared, step))
    guests = {guest.id: given(guest, step, at) for guest in room.guests.values()}
    return replace(room, shared=shared, earlier=earlier, guests=guests, brought=(*room.brought, step))


def without_event(room: Room, event: str) -> Room:
    """The room in whose games an event does not come that the host had brought.

    Args:
        room: as it stands.
        event: id.

    Raises:
        Refused: it has come, or was not brought.
    """
    step = next((brought for brought in room.brought if brought.event == event), None)
    if step is None:
        raise Refused("That event is not on its way. Look at the list as it is now.")
    if room.stage == DEBRIEF or step.on < next_unseen(room):
        raise Refused("Somebody has seen that morning already, so the event cannot be taken back.")
    shared = _left_alone(room.shared, step) if room.shared is not None else None
    earlier = room.earlier and replace(room.earlier, shared=_left_alone(room.earlier.shared, step))
    guests = {guest.id: _taken_from(guest, step) for guest in room.guests.values()}
    left = tuple(brought for brought in room.brought if brought is not step)
    return replace(room, shared=shared, earlier=earlier, guests=guests, brought=left)


def _taken_from(guest: Guest, step: BringEvent) -> Guest:
    if guest.now is None:
        return guest
    kept = [n for n, recorded in enumerate(guest.entries) if recorded.entry != step]
    return replace(
        guest, now=_left_alone(guest.now, step), entries=tuple(guest.entries[n] for n in kept),
        times=tuple(guest.times[n] for n in kept),
    )  # fmt: skip


def _left_alone(now: Playthrough, step: BringEvent) -> Playthrough:
    """A game to which an event does not come that was to come."""
    coming = (step.on, list(now.compiled.scenario.timeline).index(step.event))
    position, morning = (
        replace(at, brought=tuple(one for one in at.brought if one != coming)) for at in (now.position, now.morning)
    )
    return replace(now, position=position, morning=morning)


def given(guest: Guest, step: BringEvent, at: float) -> Guest:
    """A guest whose own game gets the event; the same one where it has happened, or the day is over.

    Args:
        guest: as they stand.
        step: the event, and its day.
        at: seconds since 1970.
    """
    if guest.now is None:
        return guest
    following = _brought(guest.now, step)
    if following is guest.now:
        return guest
    recorded = Recorded(guest.now.position.day, step)
    return replace(guest, now=following, entries=(*guest.entries, recorded), times=(*guest.times, at))


def _brought(now: Playthrough, step: BringEvent) -> Playthrough:
    with suppress(Refused):
        return after(now, step)
    return now
