"""What a room's game teaches: of one game the room's own choices, of many only what is so in all, and counts."""

from collections.abc import Sequence

from game.coach.looking_back.lessons_told import lesson_title, lessons_told
from game.host.room.room_state import Room
from game.session.playthrough import Playthrough


def room_lessons(room: Room, games: Sequence[Playthrough]) -> tuple[tuple[str, str], ...]:
    """Title and text of each lesson, for all: nothing that one guest alone chose.

    Args:
        room: whose game it is.
        games: as they were played.
    """
    if room.shared is not None:
        return lessons_told(room.shared, chooser="the room", of_dealt_with=True)
    scenario = room.begun.compiled.scenario
    each = [lessons_told(now, of_dealt_with=True) for now in games]
    in_all = set.intersection(*map(set, each))
    shown = {title for lessons in each for title, _ in lessons}
    notes = [(note.title, note.text) for note in scenario.debrief if (note.title, note.text) in in_all]
    principles = [
        (lesson_title(name), " ".join((text, *_goals(room, games, name))))
        for name, text in scenario.teaches.items()
        if lesson_title(name) in shown
    ]
    return (*notes, *principles)


def own_lessons(now: Playthrough) -> tuple[tuple[str, str], ...]:
    """Title and text of each lesson for the guest who played a game: nothing of people with whom nothing was done."""
    return lessons_told(now, of_dealt_with=True)


def _goals(room: Room, games: Sequence[Playthrough], lesson: str) -> list[str]:
    """In how many games each goal that shows a lesson was reached; of one whose day has come or that was reached."""
    compiled = room.begun.compiled
    days = max(len(now.history) for now in games)
    found = []
    for (name, goal), when in zip(compiled.scenario.goals.items(), compiled.goals, strict=True):
        reached = sum(name in now.reached for now in games)
        if lesson in goal.teaches and (reached or days >= when.by_day):
            found.append(f"“{goal.title}” was reached in {reached} of {len(games)} games.")
    return found
