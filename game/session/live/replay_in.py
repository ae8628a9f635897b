"""The choices of a run, made again in a changed scenario: the same people, the same chance.

Rule: a choice that cannot be made any more is left out and told; a day that cannot end is where it stops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.engine.digest import digest
from game.errors import Refused
from game.scenario.compiling.compile import Compiled
from game.scenario.format.schema_story import Event
from game.session.entries import (
    AnswerEvent,
    BringEvent,
    Choice,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    Recorded,
    Reload,
    TakeBack,
    Undo,
)
from game.session.live.differences import parts_changed, visible
from game.session.live.left_out import LeftOut
from game.session.playthrough import Playthrough, begun
from game.session.turns import after


@dataclass(frozen=True)
class RecordedChoices:
    """What was chosen in a run, and where: ids, names and numbers mean what they meant there."""

    made_in: Playthrough
    entries: tuple[Recorded, ...]  # those that count, undone ones left out
    later: Playthrough | None = None  # where some events were answered afterwards
    answered_later: frozenset[str] = frozenset()  # which

    def timeline_of(self, event: str) -> Mapping[str, Event]:
        """The timeline in which an event was answered."""
        run = self.later if event in self.answered_later and self.later is not None else self.made_in
        return run.compiled.scenario.timeline

    def with_answers(self, answers: Sequence[Recorded], later: Playthrough) -> "RecordedChoices":
        """The same with events answered afterwards, each before the end of its day."""
        entries, events = list(self.entries), set()
        for answer in answers:
            ends = (i for i, e in enumerate(entries) if isinstance(e.entry, EndDay) and e.day == answer.day)
            entries.insert(next(ends, len(entries)), answer)
            events |= {answer.entry.event} if isinstance(answer.entry, AnswerEvent) else set()
        return RecordedChoices(self.made_in, tuple(entries), later, frozenset(events))


@dataclass(frozen=True)
class Replayed:
    """What taking a changed scenario brought, in words for whoever plays: nothing in here is hidden in play."""

    same: bool  # nothing but words and pictures has changed so far
    days: int  # days that were played again
    changed: tuple[str, ...]  # parts of the file, such as "followers › mara › pace"
    differs: tuple[str, ...]  # what can be seen to have gone otherwise
    left_out: tuple[str, ...]  # choices that could not be made any more, in sentences
    stopped: str  # why not all days could be played again, in a sentence, or ""


@dataclass(frozen=True)
class Continued:
    """A run in its changed scenario: its mornings and this day, the choices that count, and what to say about it."""

    now: Playthrough
    mornings: Mapping[int, Playthrough]
    entries: tuple[Recorded, ...]  # as they are recorded from now on
    replayed: Replayed


def replay_in(now: Playthrough, choices: RecordedChoices, compiled: Compiled) -> Continued:
    """The run, played again in a changed scenario as far as it goes.

    Args:
        now: the run as it stands, with which the outcome is compared.
        choices: what was chosen in it, or in the run that it was before the last change.
        compiled: the changed scenario.
    """
    replay = _Replay(choices, compiled)
    replay.play()
    new, left_out = replay.now, replay.left_out.sentences()
    differs = visible(now, new)
    same = not (differs or left_out or replay.stopped) and _as_before(now, new)
    changed = parts_changed(now.compiled.scenario, compiled.scenario)
    told = Replayed(same, len(new.history), changed, differs, left_out, replay.stopped)
    return Continued(new, replay.mornings, tuple(replay.kept), told)


def _as_before(before: Playthrough, new: Playthrough) -> bool:
    """Whether all mornings are bit for bit the same."""
    old_mornings, new_mornings = ([*(d.morning for d in p.history), p.position] for p in (before, new))
    return len(old_mornings) == len(new_mornings) and all(
        digest(a) == digest(b) for a, b in zip(old_mornings, new_mornings, strict=True)
    )


@dataclass
class _Replay:
    """Makes the choices one after the other."""

    choices: RecordedChoices
    compiled: Compiled
    kept: list[Recorded] = field(default_factory=list)
    stopped: str = ""
    later: list[Recorded] = field(default_factory=list)  # answers to what has not come yet
    planned: int = 0  # plans recorded so far; the number of a plan is its id
    number: dict[int, int] = field(default_factory=dict)  # id of a plan as recorded -> as it is now

    def __post_init__(self) -> None:
        before = self.choices.made_in
        self.now = begun(self.compiled, before.setup.seed, before.setup.episode, practice=before.practice)
        self.mornings = {1: self.now}
        self.left_out = LeftOut(before, self.now)
        self.renamed = _renamed(before, self.now)
        self.answers = {e.entry.event: e for e in self.choices.entries if isinstance(e.entry, AnswerEvent)}

    def play(self) -> None:
        """All entries, one after the other."""
        self._answer_morning()
        for recorded in self.choices.entries:
            if self.now.finished:
                last = self.now.compiled.scenario.days
                self.stopped = f"The game ends with day {last} now; what you did after it counts no more."
                break
            if not isinstance(recorded.entry, EndDay):
                self._choose(recorded)
            elif not self._end_day():
                break
        for recorded in self.later:
            if isinstance(recorded.entry, AnswerEvent) and recorded.entry.event not in self.now.answers:
                self._leave_out(recorded, "")

    def _make(self, entry: Choice) -> None:
        """Lets a choice happen, or raises and leaves all as it was."""
        day = self.now.position.day
        self.now = after(self.now, entry)
        self.kept.append(Recorded(day, entry))

    def _choose(self, recorded: Recorded) -> None:
        """Makes one choice with names and numbers as they are now."""
        entry = recorded.entry
        assert not isinstance(entry, Undo | Reload | EndDay)
        if isinstance(entry, PlanMove):
            self.planned += 1
            entry = replace(entry, who=self._named(entry.who), other=self._named(entry.other))
        elif isinstance(entry, TakeBack):
            entry = replace(entry, id=self.number.get(entry.id, 0))
        elif isinstance(entry, AnswerEvent):
            if entry.event in self.now.answers:
                return  # it came earlier now, and was answered then
            entry = replace(entry, choice=self._same_answer(entry))
            if entry.event not in self.now.waiting_events():
                self.later.append(replace(recorded, entry=entry))
                return
        elif not isinstance(entry, BringEvent):
            entry = replace(entry, who=self._named(entry.who))
            if isinstance(entry, MarkRead) and entry.who not in self.now.people:
                return
        try:
            self._make(entry)
        except Refused as why:
            self._leave_out(Recorded(self.now.position.day, entry), str(why))
            return
        if isinstance(entry, PlanMove):
            self.number[self.planned] = self.now.next_id - 1

    def _named(self, who: str) -> str:
        return self.renamed.get(who, who)

    def _same_answer(self, answer: AnswerEvent) -> int:
        """The number of the answer with the same words; with other words, the same place if there are as many."""
        old = self.choices.timeline_of(answer.event).get(answer.event)
        new = self.now.compiled.scenario.timeline.get(answer.event)
        if old is None or new is None or not 0 <= answer.choice < len(old.choices):
            return answer.choice
        labels = [choice.label for choice in new.choices]
        if old.choices[answer.choice].label in labels:
            return labels.index(old.choices[answer.choice].label)
        return answer.choice if len(labels) == len(old.choices) else -1

    def _answer_morning(self) -> None:
        """An event that comes on another day than it did gets the answer that it got then."""
        for name in self.now.waiting_events():
            recorded = self.answers.get(name)
            if recorded is not None and recorded.day != self.now.position.day:
                self._choose(recorded)

    def _end_day(self) -> bool:
        day, waiting = self.now.position.day, self.now.waiting_events()
        if waiting:
            title = self.now.compiled.scenario.timeline[waiting[0]].title
            self.stopped = f"“{title}” wants an answer on day {day}. Go on from that morning."
            return False
        self.now = after(self.now, EndDay())
        self.mornings[self.now.position.day] = self.now
        self.kept.append(Recorded(day, EndDay(), digest(self.now.position)))
        self._answer_morning()
        return True

    def _leave_out(self, recorded: Recorded, why: str) -> None:
        entry = recorded.entry
        if isinstance(entry, PlanMove):
            self.left_out.move(entry, recorded.day, why)
        elif isinstance(entry, Note):
            self.left_out.note(entry, recorded.day, why)
        elif isinstance(entry, AnswerEvent):
            self.left_out.answer(entry, recorded.day, self.choices.timeline_of(entry.event).get(entry.event))
        elif isinstance(entry, BringEvent):
            self.left_out.brought(entry, recorded.day, self.choices.timeline_of(entry.event).get(entry.event), why)


def _renamed(before: Playthrough, new: Playthrough) -> dict[str, str]:
    """Old ids of followers that stand under another id now, known by their name."""
    gone = {p.name: i for i, p in before.people.items() if i not in new.people}
    fresh = {p.name: i for i, p in new.people.items() if i not in before.people}
    return {gone[name]: fresh[name] for name in gone if name in fresh}
