"""What an event that the host brought did: the same games by the same chance, played once more without it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from game.coach.looking_back.followers_told import trust_by_day
from game.host.debriefing.points_told import points_said, strongest
from game.host.room.room_state import Room
from game.host.room.shared_game import shared_entries, tried
from game.model.arrays import Array
from game.session.entries import AnswerEvent, BringEvent, Choice, EndDay, Recorded, Reload, Undo
from game.session.playthrough import Playthrough, begun

MOST_GAMES = 40  # that are played once more


@dataclass(frozen=True, eq=False)
class BroughtTold:
    """An event that the host brought, and what trust became by it."""

    event: str  # id
    day: int
    title: str
    answer: str  # what most chose, or ""
    answered: int  # in how many games that was
    games: int  # in which it came
    compared: int  # games that were played once more without it; 0 where its day was not played
    that_night: Array  # (F,) points of trust by that evening, more or less than without it; middle of the games
    at_the_end: Array  # (F,) the same after the last day that was played
    votes: tuple[int, int] | None = None  # of a room that voted: for the answer, and in all; None where each answered
    by_itself: bool = False  # whether it came later by itself in most of the games that were played without it
    others: tuple[tuple[str, int, Array], ...] = ()  # that lost: votes, (F,) points of trust that night

    def moved(self, column: int) -> str:
        """What became of one follower's trust; "" where nothing is known of it."""
        if not self.compared:
            return ""
        night, end = points_said(self.that_night[column]), points_said(self.at_the_end[column])
        return f"{night} trust that night, {end} at the end{self._against}"

    @property
    def _against(self) -> str:
        """What the games without it were like, as the end of a sentence."""
        return ", against the same games in which it came later by itself" if self.by_itself else ""

    def told(self, names: Sequence[str]) -> str:
        """The same for all, in sentences.

        Args:
            names: first names, in the order of the columns.
        """
        answer = self._answer_told(names) if self.answer else ""
        if not self.compared:
            return f"{answer}Its day was not played to the evening, so nothing is known of what it did."
        by_night, by_end = strongest(self.that_night, names), strongest(self.at_the_end, names)
        return f"{answer}Trust that night: {by_night}. At the end{self._against}: {by_end}."

    def brief(self, names: Sequence[str]) -> str:
        """The same in one sentence, for the short form of the debrief.

        Args:
            names: first names, in the order of the columns.
        """
        said = f"“{self.title}”, which the host brought on day {self.day}"
        if not self.compared:
            return f"{said}: its day was not played to the evening."
        night, end = strongest(self.that_night, names), strongest(self.at_the_end, names)
        return f"{said}, moved trust that night: {night}; by the end{self._against}: {end}."

    def _answer_told(self, names: Sequence[str]) -> str:
        if self.votes is None:
            return f"Most chose “{self.answer}” ({self.answered} of {self.games}). "
        told = f"The room chose “{self.answer}” ({self.votes[0]} of {self.votes[1]} vote{'s' * (self.votes[1] != 1)}). "
        for title, votes, points in self.others:
            by_night = strongest(points, names)
            told += f"“{title}” ({votes}) would have moved trust that night, against what was chosen: {by_night}. "
        return told


def brought_told(room: Room, columns: Sequence[int]) -> tuple[BroughtTold, ...]:
    """What each event did that the host brought.

    Args:
        room: as it stands.
        columns: of the followers that are told of.
    """
    if room.shared is not None:
        shared = [(room.shared, shared_entries(room))]
        return tuple(_voted(room, _told(step, shared, list(columns)), list(columns)) for step in room.brought)
    games = [(g.now, g.entries) for g in room.here if g.now is not None and g.now.history]
    return tuple(_told(step, games, list(columns)) for step in room.brought)


def _told(step: BringEvent, games: Sequence[tuple[Playthrough, Sequence[Recorded]]], columns: list[int]) -> BroughtTold:
    compiled = games[0][0].compiled if games else None
    came = [(now, entries) for now, entries in games if _happened(now, step.event)]
    event = compiled.scenario.timeline[step.event] if compiled else None
    answers = Counter(now.answers[step.event] for now, _ in came if step.event in now.answers)
    number, count = answers.most_common(1)[0] if answers else (0, 0)
    lived = [(now, entries) for now, entries in came if len(now.history) >= step.on][:MOST_GAMES]
    others = [without(now, entries, step.event) for now, entries in lived]
    changes = [_difference(now, other) for (now, _), other in zip(lived, others, strict=True)]
    nothing = np.zeros(len(columns))
    return BroughtTold(
        event=step.event, day=step.on, title=event.title if event else step.event,
        answer=event.choices[number].label if event and count else "", answered=count, games=len(came),
        compared=len(lived), by_itself=2 * sum(_happened(other, step.event) for other in others) > len(others),
        that_night=_middle([c[min(step.on, len(c) - 1), columns] for c in changes]) if changes else nothing,
        at_the_end=_middle([c[-1, columns] for c in changes]) if changes else nothing,
    )  # fmt: skip


def _voted(room: Room, told: BroughtTold, columns: list[int]) -> BroughtTold:
    """The same of a room that voted on the answer: the votes, and what the answers that lost would have done."""
    count = next((c for c in room.counts if c.question.event == told.event), None)
    if count is None or room.shared is None:
        return told
    tally = {o.id: int(count.tally.get(o.id, 0)) for o in count.question.options}
    others = []
    for option in count.question.options if told.compared else ():
        if option.id != count.winner and isinstance(option.choice, AnswerEvent):
            other = _answered(room.shared, shared_entries(room), option.choice)
            points = _difference(other, room.shared)
            if len(points) > told.day:
                others.append((option.title, tally[option.id], points[told.day, columns]))
    return replace(told, votes=(tally.get(count.winner, 0), sum(tally.values())), others=tuple(others))


def _answered(now: Playthrough, entries: Sequence[Recorded], answer: AnswerEvent) -> Playthrough:
    """A game as it goes with another answer to an event: the other choices and the chance are the same."""
    other = begun(now.compiled, now.setup.seed, now.setup.episode)
    for recorded in entries:
        choice = recorded.entry
        if isinstance(choice, Undo | Reload):
            continue
        same = isinstance(choice, AnswerEvent) and choice.event == answer.event
        other = _gone_on(other, answer if same else choice, now)
    return other


def _gone_on(other: Playthrough, choice: Choice, now: Playthrough) -> Playthrough:
    """Another game after a choice. An event of its own that waits is answered as in the game that was played, or first.

    Without an answer no day ends, and the other game would stop there.
    """
    if isinstance(choice, EndDay):
        for name in other.waiting_events():
            other = tried(other, AnswerEvent(name, now.answers.get(name, 0)))
    return tried(other, choice)


def _difference(first: Playthrough, second: Playthrough) -> Array:
    """Points of trust that a game has more than another (days + 1, F), over the days that both have played."""
    one, other = trust_by_day(first), trust_by_day(second)
    days = min(len(one), len(other))
    more: Array = one[:days] - other[:days]
    return more


def _middle(changes: list[Array]) -> Array:
    return np.array([median(of_one) for of_one in zip(*changes, strict=True)])


def _happened(now: Playthrough, event: str) -> bool:
    return bool(now.position.happened[0, list(now.compiled.scenario.timeline).index(event)])


def without(now: Playthrough, entries: Sequence[Recorded], event: str) -> Playthrough:
    """A game as it goes when the host does not bring an event: the same choices by the same chance, as far as they can.

    Args:
        now: as it stands.
        entries: the choices that made it.
        event: id.
    """
    other = begun(now.compiled, now.setup.seed, now.setup.episode)
    for recorded in entries:
        choice = recorded.entry
        if isinstance(choice, BringEvent) and choice.event == event:
            continue
        if isinstance(choice, Undo | Reload):
            continue
        other = _gone_on(other, choice, now)  # the event itself comes on its own day
    return other
