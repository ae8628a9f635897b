"""One playthrough, whoever plays it: the turn loop, undo, and the record that survives a crash.

Rule: every change goes through an entry. An entry is checked, written to the record, then applied; replaying the
entries gives the identical run. Undo is an entry too.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from game.model.chance import TEXT_STREAM
from game.scenario.builtin import texts as builtin_texts
from game.scenario.compile import Compiled
from game.session.digest import digest
from game.session.engine import begin, play_day
from game.session.entries import DayPlayed, Diverged, Sink, entries_kept
from game.session.errors import Refused
from game.session.events import answer
from game.session.goals import kept_goals, newly_reached
from game.session.personas import personas
from game.session.planning import Item, check, plan_of, replaces
from game.session.record import Entry
from game.session.story import Story
from game.session.talk import Speaker
from game.session.view import Guess, NightReport, View
from game.session.views import make_view, near_of

SURE = (25, 50, 75, 100)


class Session:
    """One run of a scenario."""

    def __init__(
        self, compiled: Compiled, seed: int, sink: Sink, *, notice: str = "", path: Path | None = None,
        scenario_id: str = "", episode: int = 0,
    ) -> None:  # fmt: skip
        self.compiled = compiled
        self.episode = episode  # games of the lab are (seed, episode); people and chance hang on both
        self.scenario_id = scenario_id
        self.seed = seed
        self.notice = notice
        self.path = path
        self._sink = sink
        self._entries: list[Entry] = []
        self._reset()

    def _reset(self) -> None:
        self.position = begin(self.compiled, self.seed, np.array([self.episode], dtype=np.int64))
        self.texts = builtin_texts()
        people = personas(self.position, self.texts)
        self.story = Story(people, Speaker(self.texts, people, self.position))
        self.history: list[DayPlayed] = []
        self._kept = kept_goals(self.position)
        self.items: dict[int, Item] = {}
        self._said: dict[int, str] = {}
        self._next = 1
        self.guesses: dict[str, Guess] = {}
        self.replies: dict[str, str] = {}
        self.answers: dict[str, int] = {}
        self.reached: dict[str, int] = {}
        self.moves_made: dict[str, int] = {}

    # --- what can be asked -----------------------------------------------------------------------------------------

    @property
    def finished(self) -> bool:
        """All days have been played."""
        return self.position.finished

    @property
    def day(self) -> int:
        """The day that is being played; the last one when all is over."""
        return min(self.position.day, self.compiled.scenario.days)

    def view(self, follower: str | None = None) -> View:
        """Everything the player may know; moves are those towards `follower`."""
        view = make_view(
            self.position, self.story, self.items, self._said, self.guesses, self.replies, self.reached,
            self.moves_made, self.notice, follower,
        )  # fmt: skip
        return replace(view, scenario=self.scenario_id)

    def say(self, move: str, who: str, content: str = "", other: str = "") -> str:
        """The words a move would use today.

        Raises:
            Refused: there is no such move, follower or content.
        """
        compiled = self.compiled
        if move not in compiled.rules.moves.ids or (who and who not in self.story.people):
            raise Refused("There is no such move or follower.")
        return self._words_of(move, who, content, other, remember=False)

    def _words_of(self, move: str, who: str, content: str, other: str, *, remember: bool) -> str:
        compiled = self.compiled
        column = compiled.ids.index(who) if who else 0
        item = compiled.scenario.content.get(content)
        loved = self.story.known[who].topics if who else ()
        shared = [t for t in item.about if not who or t in loved] if item else list(loved)
        draw = float(self.story.speaker.draws(self.position.day, TEXT_STREAM)[0][column])
        return self.story.speaker.move(
            move, self.story.people.get(who), self.story.talks[compiled.ids[column]],
            near_of(self.position, column) if who else "stranger", draw,
            item.title if item else "", item.format if item else "", shared[0] if shared else "",
            self.story.people[other].name if other in self.story.people else "", remember=remember,
        )  # fmt: skip

    # --- what can be done ------------------------------------------------------------------------------------------

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

    # --- entries -----------------------------------------------------------------------------------------------------

    def _do(self, entry: Entry) -> None:
        """Checks an entry, writes it down, and lets it happen."""
        entry = {**entry, "day": self.position.day}
        apply = self._prepared(entry)
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
                self._prepared(entry)()
            except (Refused, KeyError, TypeError, ValueError) as error:
                raise Diverged(f"day {entry.get('day', '?')}: {error}") from None
            recorded = entry.get("state")
            if recorded is not None and recorded != digest(self.position):
                raise Diverged(f"day {entry['day']}: the followers reacted otherwise than recorded")
            self._entries.append(entry)

    def _rebuild(self, entries: list[Entry]) -> None:
        """Plays given entries from the beginning."""
        self._entries = []
        self._reset()
        self.replay(tuple(entries))

    def _prepared(self, entry: Entry) -> Callable[[], None]:
        """What an entry will do, after checking that it can.

        Raises:
            Refused: it cannot.
        """
        kind = str(entry["kind"])
        prepare = {
            "plan": self._plan, "take_back": self._take_back, "note": self._note, "event": self._event,
            "read": self._read, "end_day": self._end_day, "undo": self._undo,
        }.get(kind)  # fmt: skip
        if prepare is None:
            raise Refused(f"This version of the game does not know the entry “{kind}”.")
        return prepare(entry)

    def _plan(self, entry: Entry) -> Callable[[], None]:
        move, who, content, other = (str(entry[k]) for k in ("move", "who", "content", "other"))
        check(self.position, self.items, move, who, content, other, self.story.people, self.story.talks, self.texts)
        to_all = self.compiled.rules.moves.row(move).to_all > 0

        def apply() -> None:
            self.items = {k: v for k, v in self.items.items() if not replaces(v, to_all, who)}
            self.items[self._next] = Item(self._next, move, who, content, other)
            self._said[self._next] = self._words_of(move, who, content, other, remember=True)
            self._next += 1
            self.moves_made[move] = self.position.day

        return apply

    def _take_back(self, entry: Entry) -> Callable[[], None]:
        planned = int(entry["id"])
        if planned not in self.items:
            raise Refused("That is not in today’s plan any more.")

        def apply() -> None:
            del self.items[planned]

        return apply

    def _note(self, entry: Entry) -> Callable[[], None]:
        who, motive, sure = str(entry["who"]), str(entry["motive"]), int(entry["sure"])
        if who not in self.story.people:
            raise Refused(f"There is no follower “{who}”.")
        if sure and (motive not in self.compiled.rules.motives.ids or sure not in SURE):
            raise Refused("Choose one of the motives, and 25, 50, 75 or 100 per cent.")

        def apply() -> None:
            if sure:
                self.guesses[who] = Guess(motive, sure)
            else:
                self.guesses.pop(who, None)

        return apply

    def _event(self, entry: Entry) -> Callable[[], None]:
        name, choice = str(entry["event"]), int(entry["choice"])
        names = list(self.compiled.scenario.timeline)
        if name not in names:
            raise Refused(f"There is no event “{name}”.")
        index = names.index(name)
        described = self.compiled.scenario.timeline[name]
        if not self.position.fresh[0, index] or self.position.answered[0, index]:
            raise Refused(f"“{described.title}” does not wait for an answer.")
        if not 0 <= choice < len(described.choices):
            raise Refused(f"“{described.title}” has {len(described.choices)} answers; choose one of them.")

        def apply() -> None:
            self.position = answer(self.position, index, np.array([choice]))
            self.replies[name] = described.choices[choice].reply or f"You chose: {described.choices[choice].label}."
            self.answers[name] = choice

        return apply

    def _read(self, entry: Entry) -> Callable[[], None]:
        who = str(entry["who"])

        def apply() -> None:
            self.story.unread[who] = 0

        return apply

    def _end_day(self, entry: Entry) -> Callable[[], None]:
        del entry
        if self.finished:
            raise Refused("The game is over. Look at the debrief.")
        waiting = [
            e.title
            for i, e in enumerate(self.compiled.scenario.timeline.values())
            if self.position.fresh[0, i] and not self.position.answered[0, i]
        ]
        if waiting:
            raise Refused(f"“{waiting[0]}” wants an answer before the day can end.")
        return self._play

    def _play(self) -> None:
        before = self.position
        for number, item in self.items.items():
            self.story.send(item, self._said[number], before)
        after, day = play_day(before, plan_of(before, self.items))
        self.story.speaker.wake(after)
        self.story.overnight(before, after, self.items)
        self.history.append(DayPlayed(before, day, tuple(self.items.values())))
        self.position, self.items, self._said, self.notice = after, {}, {}, ""
        notes = []
        for name in newly_reached(after, self.reached, self._kept):
            self.reached[name] = before.day
            notes.append(f"Goal reached: {self.compiled.scenario.goals[name].title}.")
        if notes and self.story.night is not None:
            self.story.night = replace(self.story.night, notes=tuple(notes))

    def _undo(self, entry: Entry) -> Callable[[], None]:
        day = int(entry["to"])
        if not 1 <= day <= self.position.day or day > self.compiled.scenario.days:
            raise Refused(f"Choose a day from 1 to {min(self.position.day, self.compiled.scenario.days)}.")

        def apply() -> None:
            before = list(self._entries)
            self._entries = []
            self._reset()
            self.replay(tuple(e for e in entries_kept(before) if e["day"] < day))
            self._entries = before  # the record keeps all that happened, the dropped days too

        return apply
