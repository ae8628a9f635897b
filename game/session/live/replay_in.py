"""The recorded choices of a run, made again in a changed scenario: the same people, the same chance.

Rule: a choice that cannot be made any more is left out and told; a day that cannot end is where it stops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.engine.digest import digest
from game.errors import Refused
from game.scenario.compiling.compile import Compiled
from game.scenario.format.schema_story import Event
from game.session.playthrough import Playing
from game.session.record.journal import Entry

NEEDLESS = frozenset({"take_back", "read"})  # what need not be told when it is left out
MOST_DAYS = 8  # that are told one by one


@dataclass(frozen=True)
class Carried:
    """A run carried over into a changed scenario."""

    playing: Playing
    entries: tuple[Entry, ...]  # the choices that count, as they are recorded from now on
    left_out: tuple[str, ...]  # choices that could not be made, in sentences
    stopped: str  # why not all days could be played again, in a sentence, or ""


@dataclass
class _Lost:
    """Choices left out for one reason."""

    what: str
    days: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Choices:
    """What was chosen in a run, and where: ids, names and numbers mean what they meant there."""

    made_in: Playing
    entries: tuple[Entry, ...]  # those that count, undone ones left out
    later: Playing | None = None  # where some events were answered afterwards
    answered_later: frozenset[str] = frozenset()  # which

    def timeline_of(self, event: str) -> Mapping[str, Event]:
        """The timeline in which an event was answered."""
        run = self.later if event in self.answered_later and self.later is not None else self.made_in
        return run.compiled.scenario.timeline

    def with_answers(self, answers: Sequence[Entry], later: Playing) -> "Choices":
        """The same with events answered afterwards, each before the end of its day."""
        entries = list(self.entries)
        for answer in answers:
            ends = (i for i, e in enumerate(entries) if e["kind"] == "end_day" and e["day"] == answer["day"])
            entries.insert(next(ends, len(entries)), answer)
        return Choices(self.made_in, tuple(entries), later, frozenset(str(a["event"]) for a in answers))


def carry(choices: Choices, compiled: Compiled) -> Carried:
    """Makes the choices of a run again in another scenario."""
    return _Carrier(choices, compiled).carried()


class _Carrier:
    def __init__(self, choices: Choices, compiled: Compiled) -> None:
        self.choices, self.before, self.entries = choices, choices.made_in, choices.entries
        before, entries = self.before, self.entries
        self.playing = Playing(compiled, before.seed, before.episode)
        self.kept: list[Entry] = []
        self.lost: dict[str, _Lost] = {}
        self.stopped = ""
        self.planned = 0  # plans recorded so far; a plan's number is its id
        self.number: dict[int, int] = {}  # id of a plan as recorded -> as it is now
        self.answers = {e["event"]: e for e in entries if e["kind"] == "event"}
        self.later: list[Entry] = []  # answers to what has not come yet
        self.renamed = _renamed(before, self.playing)

    def carried(self) -> Carried:
        """All entries, one after the other."""
        self._morning()
        for entry in self.entries:
            if self.playing.finished:
                last = self.playing.compiled.scenario.days
                self.stopped = f"The game ends with day {last} now; what you did after it counts no more."
                break
            if entry["kind"] != "end_day":
                self._choice(self._today(entry))
            elif not self._end_day():
                break
        for entry in self.later:
            if entry["event"] not in self.playing.answers:
                self._leave_out(entry, "")
        lost = tuple(_sentence(reason, lost) for reason, lost in self.lost.items())
        return Carried(self.playing, tuple(self.kept), lost, self.stopped)

    def _make(self, entry: Entry) -> None:
        """Lets an entry happen, or raises and leaves all as it was."""
        self.playing.prepared(entry)()
        self.kept.append(entry)

    def _today(self, entry: Entry) -> Entry:
        """An entry as it would be recorded today: with the day, and with names and numbers as they are now."""
        new = {**entry, "day": self.playing.position.day}
        for key in ("who", "other"):
            if new.get(key) in self.renamed:
                new[key] = self.renamed[new[key]]
        return new

    def _choice(self, entry: Entry) -> None:
        kind = entry["kind"]
        if kind == "plan":
            self.planned += 1
        elif kind == "take_back":
            entry["id"] = self.number.get(int(entry["id"]), 0)
        elif kind == "event":
            if self.playing.answers.get(entry["event"]) is not None:
                return  # it came earlier now, and was answered then
            entry["choice"] = self._same_answer(entry)
            if entry["event"] not in self.playing.waiting_events():
                self.later.append(entry)
                return
        elif entry.get("who") not in self.playing.story.people and kind in NEEDLESS:
            return
        try:
            self._make(entry)
        except Refused as why:
            self._leave_out(entry, str(why))
            return
        if kind == "plan":
            self.number[self.planned] = self.playing.next_id - 1

    def _same_answer(self, entry: Entry) -> int:
        """The number of the answer with the same words; with other words, the same place if there are as many."""
        name, chosen = entry["event"], int(entry["choice"])
        old = self.choices.timeline_of(name).get(name)
        new = self.playing.compiled.scenario.timeline.get(name)
        if old is None or new is None or not 0 <= chosen < len(old.choices):
            return chosen
        labels = [choice.label for choice in new.choices]
        if old.choices[chosen].label in labels:
            return labels.index(old.choices[chosen].label)
        return chosen if len(labels) == len(old.choices) else -1

    def _morning(self) -> None:
        """An event that comes on another day than it did gets the answer it got then."""
        for name in self.playing.waiting_events():
            entry = self.answers.get(name)
            if entry is not None and entry["day"] != self.playing.position.day:
                self._choice(self._today(entry))

    def _end_day(self) -> bool:
        day, waiting = self.playing.position.day, self.playing.waiting_events()
        if waiting:
            title = self.playing.compiled.scenario.timeline[waiting[0]].title
            self.stopped = f"“{title}” wants an answer on day {day}. Go on from that morning."
            return False
        self.playing.prepared({"kind": "end_day", "day": day})()
        self.kept.append({"kind": "end_day", "day": day, "state": digest(self.playing.position)})
        self._morning()
        return True

    def _leave_out(self, entry: Entry, why: str) -> None:
        kind, who = entry["kind"], str(entry.get("who", ""))
        if kind in NEEDLESS:
            return
        people, new = self.before.story.people, self.playing
        name = people[who].name if who in people else who
        if who and who not in new.story.people:
            why, what = f"{name} is no longer in the file", ""
        elif kind == "plan":
            move = str(entry["move"])
            known = self.before.compiled.rules.moves.ids
            title = self.before.story.speaker.title(move) if move in known else move
            if move not in new.compiled.rules.moves.ids:
                why = f"The move “{title}” is no longer in the file"
            elif entry["content"] and entry["content"] not in new.compiled.contents:
                old = self.before.compiled.scenario.content.get(str(entry["content"]))
                why = f"“{old.title if old else entry['content']}” is no longer in the file"
            what = f"“{title}” to {name or 'everybody'}"
        elif kind == "note":
            what = f"your note about {name}"
        else:
            event = str(entry["event"])
            old_event = self.choices.timeline_of(event).get(event)
            what = f"your answer to “{old_event.title if old_event else event}”"
            if event not in new.compiled.scenario.timeline:
                why = "The event is no longer in the file"
            elif not entry["choice"] >= 0:
                why = "Its answers are others now"
            else:
                why = "It does not come on that day any more"
        lost = self.lost.setdefault(f"{why.split('. ')[0].rstrip('.')}|{what}", _Lost(what))
        lost.days.append(int(entry["day"]))


def _sentence(reason: str, lost: _Lost) -> str:
    """What was left out, when and why."""
    why = reason.partition("|")[0]
    days = sorted(set(lost.days))
    when = (
        f"day {days[0]}" if len(days) == 1 else f"days {', '.join(map(str, days[:8]))}{' …' if len(days) > 8 else ''}"
    )
    if not lost.what:
        count = "1 choice" if len(lost.days) == 1 else f"{len(lost.days)} choices"
        return f"{why}: {count} of yours left out, on {when}."
    if why.startswith(("The ", "Its ", "It ", "This ", "There ")):
        why = why[0].lower() + why[1:]
    return f"{lost.what[0].upper()}{lost.what[1:]} was left out on {when}: {why}."


def _renamed(before: Playing, after: Playing) -> dict[str, str]:
    """Old ids of followers that stand under another id now, known by their name."""
    gone = {p.name: i for i, p in before.story.people.items() if i not in after.story.people}
    new = {p.name: i for i, p in after.story.people.items() if i not in before.story.people}
    return {gone[name]: new[name] for name in gone if name in new}
