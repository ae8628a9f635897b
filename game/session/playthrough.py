"""One playthrough as it stands, and the rules of its turns; nothing here is written down.

Rule: every change is an entry. `prepared` checks it and gives what it will do; the same entries give the same run.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import numpy as np

from game.engine.batch import Batch
from game.engine.days import begin_one
from game.engine.timeline import answer
from game.errors import Refused
from game.model.chance import TEXT_STREAM
from game.scenario.compiling.compile import Compiled
from game.scenario.texts.builtin import texts as builtin_texts
from game.session.kept_entries import DayPlayed
from game.session.planning import Item, check, plan_of, replaces
from game.session.record.journal import Entry
from game.session.seen.goals import kept_goals, newly_reached
from game.session.seen.make_view import near_of
from game.session.seen.story import Story
from game.session.seen.view import Guess
from game.session.words.personas import personas
from game.session.words.talk import Speaker

SURE = (25, 50, 75, 100)


class Playing:
    """The state of a run of a scenario."""

    def __init__(self, compiled: Compiled, seed: int, episode: int = 0) -> None:
        self.compiled = compiled
        self.seed = seed
        self.episode = episode  # games of the lab are (seed, episode); people and chance hang on both
        self.notice = ""
        self.reset()

    def reset(self) -> None:
        """Back to the first morning."""
        self.__dict__.pop("_batch", None)
        self.position = begin_one(self.compiled, self.seed, self.episode)
        self.texts = builtin_texts()
        people = personas(self.position, self.texts)
        self.story = Story(people, Speaker(self.texts, people, self.position))
        self.history: list[DayPlayed] = []
        self.goals_to_keep = kept_goals(self.position)
        self.items: dict[int, Item] = {}
        self.said: dict[int, str] = {}
        self.next_id = 1
        self.guesses: dict[str, Guess] = {}
        self.replies: dict[str, str] = {}
        self.answers: dict[str, int] = {}
        self.reached: dict[str, int] = {}
        self.moves_made: dict[str, int] = {}

    @cached_property
    def _batch(self) -> Batch:
        """Plays the days; made when the first one ends, and anew after going back."""
        return Batch(self.position)

    @property
    def finished(self) -> bool:
        """All days have been played."""
        return self.position.finished

    @property
    def day(self) -> int:
        """The day that is being played; the last one when all is over."""
        return min(self.position.day, self.compiled.scenario.days)

    def waiting_events(self) -> list[str]:
        """Ids of this morning's events that want an answer before the day can end."""
        return [
            name
            for i, name in enumerate(self.compiled.scenario.timeline)
            if self.position.fresh[0, i] and not self.position.answered[0, i]
        ]

    def words_of(self, move: str, who: str, content: str, other: str, *, remember: bool) -> str:
        """The words of a move today; remembered ones are not used again soon."""
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

    def prepared(self, entry: Entry) -> Callable[[], None]:
        """What an entry will do, after checking that it can.

        Raises:
            Refused: it cannot.
        """
        kind = str(entry["kind"])
        prepare = {
            "plan": self._plan, "take_back": self._take_back, "note": self._note, "event": self._event,
            "read": self._read, "end_day": self._end_day,
        }.get(kind)  # fmt: skip
        if prepare is None:
            raise Refused(f"This version of the game does not know the entry “{kind}”.")
        return prepare(entry)

    def _plan(self, entry: Entry) -> Callable[[], None]:
        move, who, content, other = (str(entry[k]) for k in ("move", "who", "content", "other"))
        check(self.position, self.items, move, who, content, other, self.story.people, self.story.talks, self.texts)
        moves = self.compiled.rules.moves
        to_all = bool(moves.columns["to_all"][moves.index(move)] > 0)

        def apply() -> None:
            self.items = {k: v for k, v in self.items.items() if not replaces(v, to_all, who)}
            self.items[self.next_id] = Item(self.next_id, move, who, content, other)
            self.said[self.next_id] = self.words_of(move, who, content, other, remember=True)
            self.next_id += 1
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
        waiting = self.waiting_events()
        if waiting:
            title = self.compiled.scenario.timeline[waiting[0]].title
            raise Refused(f"“{title}” wants an answer before the day can end.")
        return self._play

    def _play(self) -> None:
        before = self.position
        for number, item in self.items.items():
            self.story.send(item, self.said[number], before)
        plan = plan_of(before, self.items)
        after = self._batch.play_day(before, plan)
        self.story.speaker.wake(after)
        self.story.overnight(before, after, self.items)
        self.history.append(DayPlayed(before, plan, tuple(self.items.values())))
        self.position, self.items, self.said, self.notice = after, {}, {}, ""
        notes = []
        for name in newly_reached(after, self.reached, self.goals_to_keep):
            self.reached[name] = before.day
            notes.append(f"Goal reached: {self.compiled.scenario.goals[name].title}.")
        if notes and self.story.night is not None:
            self.story.night = replace(self.story.night, notes=tuple(notes))
