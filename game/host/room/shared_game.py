"""The game of a room that plays together, as the choices that made it: what the votes decided."""

from contextlib import suppress

from game.errors import Refused
from game.host.room.room_state import Room, VoteCount
from game.session.entries import Choice, EndDay, Recorded
from game.session.playthrough import Playthrough, begun
from game.session.turns import after as after_choice


def won_choice(count: VoteCount) -> Choice | None:
    """What a vote decided to do; None where nothing is done."""
    won = next((option for option in count.question.options if option.id == count.winner), None)
    return won.choice if won is not None else None


def shared_entries(room: Room) -> tuple[Recorded, ...]:
    """The choices of the shared game in the order of its days; none where each plays.

    An event that the host brought stands before the end of the day that its morning follows.
    """
    if room.shared is None:
        return ()
    found: list[Recorded] = []
    first = room.begun.setup
    now = begun(first.compiled, first.seed, first.episode)  # not in the memory in which the room plays meanwhile
    for day in range(1, room.shared.position.day + 1):
        made = [won_choice(count) for count in room.counts if count.question.day == day]
        made += [step for step in room.brought if step.on == day + 1]
        made += [EndDay()] if day <= len(room.shared.history) else []
        for choice in made:
            following = tried(now, choice)
            if following is not now and choice is not None:
                found.append(Recorded(day, choice))
            now = following
    return tuple(found)


def tried(now: Playthrough, choice: Choice | None) -> Playthrough:
    """The game after a choice; the same where there is none, or it cannot be done."""
    if choice is not None:
        with suppress(Refused):
            return after_choice(now, choice)
    return now


def next_morning(room: Room, evening: Playthrough) -> Playthrough:
    """The morning after an evening, with the events that the host brought for it."""
    for step in room.brought:
        if step.on == evening.position.day + 1:
            evening = tried(evening, step)
    return after_choice(evening, EndDay())
