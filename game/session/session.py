"""One playthrough, whoever plays it, and the record that survives a crash.

Rule: every change goes through an entry. What would come of it is worked out first, then the entry is written to the
record, then it counts. Going back is an earlier value, and taking a changed scenario another one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.engine.digest import digest
from game.errors import Refused
from game.files import is_folder
from game.scenario.compiling.compile import Compiled
from game.session.entries import (
    AnswerEvent,
    Choice,
    EndDay,
    MarkRead,
    PlanMove,
    Recorded,
    Reload,
    ScenarioFacts,
    Undo,
    entries_kept,
)
from game.session.live.replay_in import RecordedChoices, Replayed, replay_in
from game.session.playthrough import Playthrough
from game.session.record.journal import ForgettingSink, Sink
from game.session.seen.make_view import make_view
from game.session.seen.placed_pictures import placed
from game.session.turns import after, words_of
from game.session.view import View

MOST_CHOICES = 20_000  # that count in one run: hundreds a day, all of which are made again when it is opened
MOST_ON_A_DAY = 1_000  # that count on one day

OUT_OF_ORDER = "a choice of day {recorded} stands where day {played} is played"
TOO_MANY = f"nobody makes more than {MOST_CHOICES:,} choices in a run"
TOO_MANY_ON_A_DAY = f"nobody makes more than {MOST_ON_A_DAY:,} choices on one day"

FULL_DAY = f"You have made {MOST_ON_A_DAY - 1:,} choices today, as many as a record holds. End the day."


def too_many(kept: Sequence[Recorded]) -> str:
    """Why choices that count are more than are made again, as the end of a sentence; "" where they are not."""
    if len(kept) > MOST_CHOICES:
        return TOO_MANY
    on_days = Counter(recorded.day for recorded in kept)
    return TOO_MANY_ON_A_DAY if on_days and max(on_days.values()) > MOST_ON_A_DAY else ""


class DivergedError(Exception):
    """A replay differs from what was recorded; the message says on which day, `before` is what could be repeated."""

    def __init__(self, message: str, before: tuple[Recorded, ...]) -> None:
        super().__init__(message)
        self.before = before


@dataclass(frozen=True)
class ScenarioSource:
    """Where the scenario of a run comes from."""

    id: str = ""  # file stem or folder name
    origin: Path | None = None  # the scenario's file or folder, if it came from one
    live: bool = False  # whether a change of that file is to be taken while playing
    facts: ScenarioFacts | None = None  # of the scenario as it is played, as the record keeps them

    @property
    def folder(self) -> Path | None:
        """Where the scenario's pictures are."""
        if self.origin is None:
            return None
        return self.origin if is_folder(self.origin) else self.origin.parent


class Session:
    """One run of a scenario, written down as it is played."""

    def __init__(
        self,
        now: Playthrough,
        sink: Sink | None = None,
        source: ScenarioSource | None = None,
        *,
        path: Path | None = None,
        notice: str = "",
    ) -> None:
        """A run on its first morning.

        Args:
            now: the playthrough as it begins.
            sink: where entries are kept; left out, nowhere.
            source: of the scenario.
            path: of the record, if there is one.
            notice: what the player must be told once.
        """
        self.playthrough = now
        self.source = source or ScenarioSource()
        self.path = path
        self.notice = notice
        self._sink = sink or ForgettingSink()
        self._mornings = {now.position.day: now}  # each day's first value, to go back to
        self._entries: tuple[Recorded, ...] = ()
        self._since = 0  # entries there were when a changed scenario was taken last
        self._taken_from: RecordedChoices | None = None  # the choices it was taken with
        self._stopped = False  # whether it could not be played to the day it was taken on

    # --- what can be asked -----------------------------------------------------------------------------------------

    @property
    def finished(self) -> bool:
        """Whether all days have been played."""
        return self.playthrough.finished

    def view(self, follower: str | None = None) -> View:
        """Everything the player may know; moves are those towards `follower`."""
        view = make_view(self.playthrough, follower, self.notice)
        return placed(replace(view, scenario=self.source.id), self.source.folder)

    def say(self, move: str, who: str, content: str = "", other: str = "") -> str:
        """The words that a move would use today.

        Raises:
            Refused: there is no such move, follower or content.
        """
        return words_of(self.playthrough, PlanMove(move, who, content, other))[0].text

    # --- what can be done ------------------------------------------------------------------------------------------

    def do(self, entry: Choice | Undo) -> None:
        """Makes a choice, or goes back to the morning of a day. What changes nothing is not written down.

        Raises:
            Refused: it cannot be done, with a sentence that says why and what to do instead; nothing has changed.
            RecordError: it cannot be written down; nothing has changed.
        """
        now = self.playthrough
        following = self._earlier(entry.to) if isinstance(entry, Undo) else after(now, entry)
        if following is now:
            return
        if not isinstance(entry, Undo | EndDay) and self._made_today() >= MOST_ON_A_DAY - 1:
            raise Refused(FULL_DAY)
        state = digest(following.position) if isinstance(entry, EndDay) else ""
        recorded = Recorded(now.position.day, entry, state)
        self._sink.append(recorded)
        self._entries = (*self._entries, recorded)
        if isinstance(entry, EndDay):
            self.notice = ""
        self._stand_at(following)

    def _made_today(self) -> int:
        """How many choices of this day count, those alone that were made since one was undone."""
        number = 0
        for recorded in reversed(self._entries):
            if isinstance(recorded.entry, EndDay | Undo | Reload):
                break
            number += 1
        return number

    @property
    def mornings(self) -> Mapping[int, Playthrough]:
        """The run as it stood on each of its mornings, by day."""
        return self._mornings

    def _earlier(self, day: int) -> Playthrough:
        now = self.playthrough
        last = min(now.position.day, now.compiled.scenario.days)
        if not 1 <= day <= last:
            raise Refused(f"Choose a day from 1 to {last}.")
        return self._mornings[day]

    def _stand_at(self, following: Playthrough) -> None:
        """Goes on from a playthrough; later mornings are no more."""
        day = following.position.day
        self.playthrough = following
        self._mornings = {d: m for d, m in self._mornings.items() if d <= day}
        self._mornings.setdefault(day, following)

    def close(self) -> None:
        """Lets go of the record, so that another window may open it."""
        self._sink.close()

    # --- a scenario that changes while it is played ------------------------------------------------------------------

    def take(self, compiled: Compiled, facts: ScenarioFacts) -> Replayed:
        """Takes a changed scenario: plays the recorded days with it, the same people and the same chance.

        What cannot be done any more is left out, and said. Nothing is lost: the record keeps the days as they were.

        Args:
            compiled: the changed scenario.
            facts: what the record keeps of it.

        Raises:
            RecordError: it cannot be written down; nothing has changed.
        """
        choices = self._choices()
        done = replay_in(self.playthrough, choices, compiled)
        self._sink.append(Recorded(self.playthrough.position.day, Reload(facts, done.entries)))
        self._taken_from = choices
        self._stopped = bool(done.replayed.stopped)
        self._entries = done.entries
        self._since = len(done.entries)
        self._mornings = dict(done.mornings)
        self.playthrough = done.now
        self.source = replace(self.source, facts=facts)
        return done.replayed

    def _since_taken(self) -> tuple[Recorded, ...] | None:
        """The answers given since a changed scenario was taken; None if anything else was done, or none was taken."""
        since = self._entries[self._since :]
        if self._taken_from is None or any(not isinstance(e.entry, MarkRead | AnswerEvent) for e in since):
            return None
        return tuple(e for e in since if isinstance(e.entry, AnswerEvent))

    def _choices(self) -> RecordedChoices:
        """The choices to be made again.

        What an earlier change left out comes back with the next one, as long as nothing was done in between but
        answering what it asked.
        """
        answers = self._since_taken()
        if answers is None or self._taken_from is None:
            return RecordedChoices(self.playthrough, tuple(entries_kept(self._entries)))
        return self._taken_from.with_answers(answers, self.playthrough)

    @property
    def days_ahead(self) -> int:
        """Days that a changed scenario has interrupted with a question, and that can be played on now; else 0."""
        if not self._stopped or self.finished or self.playthrough.waiting_events():
            return 0
        if self._taken_from is None or self._since_taken() is None:
            return 0
        played = sum(isinstance(e.entry, EndDay) for e in self._taken_from.entries)
        return max(0, played + 1 - self.playthrough.position.day)

    def catch_up(self) -> Replayed:
        """Plays on the days that a changed scenario has interrupted, as they were played before.

        Raises:
            Refused: there are none.
            RecordError: it cannot be written down; nothing has changed.
        """
        if not self.days_ahead or self.source.facts is None:
            raise Refused("There are no days to be played on. Go on from this morning.")
        return self.take(self.playthrough.compiled, self.source.facts)

    # --- repeating ---------------------------------------------------------------------------------------------------

    def replay(self, entries: Sequence[Recorded]) -> None:
        """Repeats recorded entries from the first morning. Days that were undone are not played.

        Raises:
            DivergedError: the run differs from the recorded one, with the day; or there are more choices than
                anybody makes.
        """
        kept = entries_kept(entries)
        if why := too_many(kept):
            raise DivergedError(why, ())
        for place, recorded in enumerate(kept):
            try:
                self._repeat(recorded)
            except (Refused, ArithmeticError, LookupError, TypeError, ValueError) as error:
                raise DivergedError(f"day {recorded.day}: {error}", tuple(kept[:place])) from None
            except DivergedError as error:
                error.before = tuple(kept[:place])
                raise
        self._entries = tuple(entries)

    def _repeat(self, recorded: Recorded) -> None:
        """Repeats one entry.

        Raises:
            DivergedError: it stands on another day, or the night was another one.
        """
        entry, day = recorded.entry, self.playthrough.position.day
        if recorded.day != day:
            raise DivergedError(OUT_OF_ORDER.format(recorded=recorded.day, played=day), ())
        assert not isinstance(entry, Undo | Reload), "those are folded into what is kept"
        following = after(self.playthrough, entry)
        if recorded.state and recorded.state != digest(following.position):
            raise DivergedError(f"day {recorded.day}: the followers reacted otherwise than recorded", ())
        self._stand_at(following)
