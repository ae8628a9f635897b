"""Choices that could not be made again in a changed scenario, told in sentences: what, on which days, and why."""

from game.scenario.format.schema_story import Event
from game.session.entries import AnswerEvent, BringEvent, Note, PlanMove
from game.session.playthrough import Playthrough

MOST_DAYS = 8  # that are told one by one


class LeftOut:
    """Collects what was left out; equal reasons are told together.

    Args:
        before: the run in which the choices were made.
        new: any playthrough of the changed scenario.
    """

    def __init__(self, before: Playthrough, new: Playthrough) -> None:
        self._before, self._new = before, new
        self._days: dict[tuple[str, str], list[int]] = {}  # why, what -> days

    def move(self, planned: PlanMove, day: int, why: str) -> None:
        """A move that was planned."""
        if self._gone(planned.who, day):
            return
        known, new = self._before.compiled, self._new.compiled
        is_known = planned.move in known.rules.moves.ids
        title = self._before.setup.speaker.title(planned.move) if is_known else planned.move
        if planned.move not in new.rules.moves.ids:
            why = f"The move “{title}” is no longer in the file"
        elif planned.content and planned.content not in new.contents:
            old = known.scenario.content.get(planned.content)
            why = f"“{old.title if old else planned.content}” is no longer in the file"
        self._add(why, f"“{title}” to {self._name(planned.who) or 'everybody'}", day)

    def note(self, note: Note, day: int, why: str) -> None:
        """A guess in the notebook."""
        if not self._gone(note.who, day):
            self._add(why, f"your note about {self._name(note.who)}", day)

    def answer(self, answer: AnswerEvent, day: int, old: Event | None) -> None:
        """An answer to an event, which is described as it was then."""
        if answer.event not in self._new.compiled.scenario.timeline:
            why = "The event is no longer in the file"
        elif answer.choice < 0:
            why = "Its answers are others now"
        else:
            why = "It does not come on that day any more"
        self._add(why, f"your answer to “{old.title if old else answer.event}”", day)

    def brought(self, brought: BringEvent, day: int, old: Event | None, why: str) -> None:
        """An event that the host of a room had brought."""
        if brought.event not in self._new.compiled.scenario.timeline:
            why = "The event is no longer in the file"
        self._add(why, f"“{old.title if old else brought.event}”, which the host of the room brought,", day)

    def sentences(self) -> tuple[str, ...]:
        """All that was left out."""
        return tuple(_sentence(why, what, days) for (why, what), days in self._days.items())

    def _name(self, who: str) -> str:
        person = self._before.people.get(who)
        return person.name if person else who

    def _gone(self, who: str, day: int) -> bool:
        """Whether a follower is no longer there, which is then what is told."""
        if not who or who in self._new.people:
            return False
        self._add(f"{self._name(who)} is no longer in the file", "", day)
        return True

    def _add(self, why: str, what: str, day: int) -> None:
        self._days.setdefault((why.split(". ", maxsplit=1)[0].rstrip("."), what), []).append(day)


def _sentence(why: str, what: str, made_on: list[int]) -> str:
    """What was left out, when and why."""
    days = sorted(set(made_on))
    several = f"days {', '.join(map(str, days[:MOST_DAYS]))}{' …' if len(days) > MOST_DAYS else ''}"
    when = f"day {days[0]}" if len(days) == 1 else several
    if not what:
        count = "1 choice" if len(made_on) == 1 else f"{len(made_on)} choices"
        return f"{why}: {count} of yours left out, on {when}."
    if why.startswith(("The ", "Its ", "It ", "This ", "There ")):
        why = why[0].lower() + why[1:]
    return f"{what[0].upper()}{what[1:]} was left out on {when}: {why}."
