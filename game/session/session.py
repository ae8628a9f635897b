"""One playthrough, whoever plays it, and the record that survives a crash.

Rule: every change goes through an entry. An entry is checked, written to the record, then applied; replaying the
entries gives the identical run. Undo is an entry too, and so is taking a changed scenario file.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path

from game.engine.digest import digest
from game.errors import Refused
from game.scenario.compiling.compile import Compiled
from game.session import entries
from game.session.kept_entries import Diverged, Sink, entries_kept
from game.session.live.reload import Reload, carried_over
from game.session.live.replay_in import Choices
from game.session.playthrough import Playing
from game.session.record.journal import Entry
from game.session.seen.make_view import make_view
from game.session.seen.placed_pictures import placed
from game.session.seen.view import NightReport, View


class Session(Playing):
    """One run of a scenario, written down as it is played."""

    def __init__(
        self, compiled: Compiled, seed: int, sink: Sink, *, notice: str = "", path: Path | None = None,
        scenario_id: str = "", origin: Path | None = None, live: bool = False, hash: str = "",  # noqa: A002
        episode: int = 0,
    ) -> None:  # fmt: skip
        """A run on its first morning.

        Args:
            compiled: the scenario.
            seed: 0..2**32 − 1.
            sink: where entries are kept.
            notice: what the player must be told once.
            path: of the record, if there is one.
            scenario_id: file stem or folder name of the scenario.
            origin: the scenario's file or folder, if it came from one.
            live: whether a change of that file is to be taken while playing.
            hash: of the scenario's text as it is played.
            episode: which of the games of this seed, as the lab counts them.
        """
        super().__init__(compiled, seed, episode)
        self.scenario_id = scenario_id
        self.notice = notice
        self.path = path
        self.origin = origin
        self.live = live
        self.hash = hash
        self._sink = sink
        self._entries: list[Entry] = []
        self._since = 0  # entries there were when a changed scenario was taken last
        self._taken_from: Choices | None = None  # the choices it was taken with
        self._facts: Entry = {}  # of the scenario taken last
        self._stopped = False  # whether it could not be played to the day it was taken on

    # --- what can be asked -----------------------------------------------------------------------------------------

    def view(self, follower: str | None = None) -> View:
        """Everything the player may know; moves are those towards `follower`."""
        view = make_view(
            self.position, self.story, self.items, self.said, self.guesses, self.replies, self.reached,
            self.moves_made, self.notice, follower,
        )  # fmt: skip
        return placed(replace(view, scenario=self.scenario_id), self._folder())

    def _folder(self) -> Path | None:
        """Where the scenario's pictures are."""
        if self.origin is None:
            return None
        return self.origin if self.origin.is_dir() else self.origin.parent

    def say(self, move: str, who: str, content: str = "", other: str = "") -> str:
        """The words a move would use today.

        Raises:
            Refused: there is no such move, follower or content.
        """
        compiled = self.compiled
        if move not in compiled.rules.moves.ids or (who and who not in self.story.people):
            raise Refused("There is no such move or follower.")
        return self.words_of(move, who, content, other, remember=False)

    # --- what can be done ------------------------------------------------------------------------------------------

    def do(self, entry: entries.Entry) -> None:
        """Does what an entry says: plans, notes, answers, ends the day, goes back.

        Raises:
            Refused: it cannot be done now, with a sentence that says why and what to do instead.
        """
        match entry:
            case entries.PlanMove():
                self.choose(entry.move, entry.who, entry.content, entry.other)
            case entries.TakeBack():
                self.take_back(entry.id)
            case entries.Note():
                self.note(entry.who, entry.motive, entry.sure)
            case entries.AnswerEvent():
                self.answer_event(entry.event, entry.choice)
            case entries.MarkRead():
                self.mark_read(entry.who)
            case entries.EndDay():
                self.end_day()
            case entries.Undo():
                self.undo(entry.to)
            case entries.Reload():
                raise Refused("A changed scenario is taken from its file.")

    def choose(self, move: str, who: str = "", content: str = "", other: str = "") -> None:
        """Plans a move. A new one to the same follower, or a new post, takes the place of the old.

        Raises:
            Refused: it cannot be done, with a sentence that says why and what to do instead.
        """
        self._do({"kind": "plan", "move": move, "who": who, "content": content, "other": other})

    def take_back(self, planned: int) -> None:
        """Takes a line of the plan back."""
        self._do({"kind": "take_back", "id": planned})

    def note(self, follower: str, motive: str, sure: int) -> None:
        """Writes a guess into the notebook; sure is 25, 50, 75 or 100 per cent, 0 strikes it out."""
        self._do({"kind": "note", "who": follower, "motive": motive, "sure": sure})

    def answer_event(self, event: str, index: int) -> None:
        """Answers an event of this morning."""
        self._do({"kind": "event", "event": event, "choice": index})

    def mark_read(self, follower: str) -> None:
        """What they wrote has been seen."""
        if self.story.unread.get(follower):
            self._do({"kind": "read", "who": follower})

    def end_day(self) -> NightReport:
        """Plays the day as planned and returns what the night brought.

        Raises:
            Refused: an event wants an answer first, or the game is over.
        """
        self._do({"kind": "end_day"})
        assert self.story.night is not None
        return self.story.night

    def undo(self, day: int) -> None:
        """Goes back to the morning of a day; what was planned and played since is dropped, and kept in the record."""
        self._do({"kind": "undo", "to": day})

    def take(self, compiled: Compiled, facts: Entry) -> Reload:
        """Takes a changed scenario: plays the recorded days with it, the same people and the same chance.

        What cannot be done any more is left out, and said. Nothing is lost: the record keeps the days as they were.

        Args:
            compiled: the changed scenario.
            facts: what the record keeps of it, see `runs.facts_of`; its text and its hash are among them.

        Raises:
            RecordError: it cannot be written down; nothing has changed.
        """
        choices = self._choices()
        over = carried_over(self, choices, compiled)
        entry = {"kind": "reload", "day": self.position.day, **facts, "kept": list(over.entries)}
        self._sink.append(entry)
        self._taken_from = choices
        self._facts = facts
        self._stopped = bool(over.reload.stopped)
        for name, value in vars(over.playing).items():
            setattr(self, name, value)
        self._entries = list(over.entries)
        self._since = len(self._entries)
        self.hash = str(facts["hash"])
        return over.reload

    def _choices(self) -> Choices:
        """The choices to be made again.

        What an earlier change left out comes back with the next one, as long as nothing was done in between but
        answering what it asked.
        """
        since = self._entries[self._since :]
        if self._taken_from is None or any(e["kind"] not in {"read", "event"} for e in since):
            return Choices(copy(self), tuple(entries_kept(self._entries)))
        return self._taken_from.with_answers([e for e in since if e["kind"] == "event"], copy(self))

    @property
    def days_ahead(self) -> int:
        """Days that a changed scenario has interrupted with a question, and that can be played on now; else 0."""
        since = self._entries[self._since :]
        if not self._stopped or self.finished or self.waiting_events():
            return 0
        if self._taken_from is None or any(e["kind"] not in {"read", "event"} for e in since):
            return 0
        played = sum(e["kind"] == "end_day" for e in self._taken_from.entries)
        return max(0, played + 1 - self.position.day)

    def catch_up(self) -> Reload:
        """Plays on the days that a changed scenario has interrupted, as they were played before.

        Raises:
            Refused: there are none.
            RecordError: it cannot be written down; nothing has changed.
        """
        if not self.days_ahead:
            raise Refused("There are no days to be played on. Go on from this morning.")
        return self.take(self.compiled, self._facts)

    # --- entries -----------------------------------------------------------------------------------------------------

    def _do(self, entry: Entry) -> None:
        """Checks an entry, writes it down, and lets it happen."""
        entry = {**entry, "day": self.position.day}
        apply = self.prepared(entry)
        if entry["kind"] == "end_day":
            apply()
            entry["state"] = digest(self.position)
            try:
                self._sink.append(entry)
            except Exception:
                self._rebuild(self._entries)
                raise
        else:
            self._sink.append(entry)
            apply()
        self._entries.append(entry)

    def replay(self, entries: tuple[Entry, ...]) -> None:
        """Repeats recorded entries.

        Raises:
            Diverged: the run differs from the recorded one, with the day.
        """
        for entry in entries:
            try:
                self.prepared(entry)()
            except (Refused, KeyError, TypeError, ValueError) as error:
                raise Diverged(f"day {entry.get('day', '?')}: {error}") from None
            recorded = entry.get("state")
            if recorded is not None and recorded != digest(self.position):
                raise Diverged(f"day {entry['day']}: the followers reacted otherwise than recorded")
            self._entries.append(entry)

    def _rebuild(self, entries: list[Entry]) -> None:
        """Plays given entries from the beginning."""
        self._entries = []
        self.reset()
        self.replay(tuple(entries))

    def prepared(self, entry: Entry) -> Callable[[], None]:
        """What an entry will do, after checking that it can.

        Raises:
            Refused: it cannot.
        """
        return self._undo(entry) if entry["kind"] == "undo" else super().prepared(entry)

    def _undo(self, entry: Entry) -> Callable[[], None]:
        day = int(entry["to"])
        if not 1 <= day <= self.position.day or day > self.compiled.scenario.days:
            raise Refused(f"Choose a day from 1 to {min(self.position.day, self.compiled.scenario.days)}.")

        def apply() -> None:
            before = list(self._entries)
            self._rebuild([e for e in entries_kept(before) if e["day"] < day])
            self._entries = before  # the record keeps all that happened, the dropped days too

        return apply
