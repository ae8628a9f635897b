"""What is said: the words of moves and signals in a thread, with the memory of a conversation.

Words are chosen by draws of their own (the text stream), so a wording never changes what happens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from game.engine.position import Position
from game.engine.timeline import holds
from game.model.chance import FACT_STREAM
from game.model.philox import uniforms
from game.scenario.compiling.compiled_timeline import CompiledCondition
from game.scenario.texts.texts import Line, MoveWords, Scene, Texts
from game.session.words.line_choice import Speech, choose, choose_scene, fill, values_of
from game.session.words.personas import Persona, pick, pronoun_words
from game.session.words.spoken import Clue, Named, Said, Talk, Wordings

NARRATED = ("look_around", "like", "give_space")
"""Moves that are told of the player and not said by them."""


def own_key(kind: str, number: int) -> str:
    """The key of a line of the scenario's own, by its place under `lines:`.

    >>> own_key("thanks", 0)
    'own.thanks.0'
    """
    return f"own.{kind}.{number}"


class Speaker:
    """Chooses words for one run. Nothing in it changes; which wordings were used is told by `Wordings`."""

    def __init__(self, texts: Texts, people: tuple[Persona, ...], first: Position) -> None:
        """A speaker for the people of a run.

        Args:
            texts: the words of the game.
            people: everybody, in the order of the columns.
            first: any position of the run; its scenario and its chance are used.
        """
        self._texts = texts
        self._people = people
        self._scenario, self._numbers = first.compiled.scenario, first.compiled.numbers
        self._seed, self._episode = first.seed, first.episodes[:1]
        self._followers = first.shape[1]
        self._own = {kind: self._own_lines(kind) for kind in self._scenario.lines}
        self._about = {person.id: self._words_about(person) for person in people}

    def _own_lines(self, kind: str) -> tuple[tuple[Line, CompiledCondition], ...]:
        """Lines of the scenario for a move or signal, each with the condition under which it may be said."""
        found = []
        for number, block in enumerate(self._scenario.lines[kind]):
            motives = tuple(b for b in block.by if b in self._texts.motives or b in self._scenario.motives)
            people = tuple(p.id for p in self._people if p.id in block.by or p.archetype in block.by)
            if block.by and not motives and not people:
                continue  # only for somebody who is not here
            line = Line(key=own_key(kind, number), text=block.text, motive=motives, by=people)
            found.append((line, self._numbers.condition(block.when)))
        return tuple(found)

    def draws(self, day: int, stream: int) -> tuple[np.ndarray, np.ndarray]:
        """Two draws for each follower's words of a day."""
        left, right = uniforms(self._seed, self._episode, day, self._followers, stream)
        return left[0], right[0]

    def fact_draws(self, day: int) -> tuple[np.ndarray, np.ndarray]:
        """The draws of a day for what followers tell of themselves, and for their news."""
        return self.draws(day, FACT_STREAM)

    def _words_about(self, person: Persona) -> dict[str, str | Sequence[str]]:
        """What placeholders stand for in talking with somebody, whatever the talk is about."""
        friends = [p.name for p in self._people if p.id in person.knows] or [
            p.name for p in self._people if p.id != person.id
        ]
        words: dict[str, str | Sequence[str]] = {
            "name": person.name,
            "first": person.first,
            "business": self._scenario.business.name,
            "trade": self._scenario.business.trade,
            "offer": self._scenario.business.offer or f"something from {self._scenario.business.name}",
            "friend": friends or [person.name],
            **pronoun_words(person.pronouns),
            **{name: list(values) for name, values in self._scenario.words.items()},
        }
        return words

    def _words(self, person: Persona, extra: dict[str, str]) -> dict[str, str | Sequence[str]]:
        """The same with what this talk is about; without what stands for nothing."""
        return {name: value for name, value in (self._about[person.id] | extra).items() if value}

    def _say(
        self, lines: tuple[Line, ...], speech: Speech, draw: float, morning: Position, wordings: Wordings
    ) -> tuple[Said, Wordings]:
        about = self._numbers.columns.get(speech.follower, -1)
        own = tuple(line for line, when in self._own.get(speech.kind, ()) if holds(when, morning, about)[0])
        wording = choose((*own, *lines), speech, wordings.recent.get(speech.kind, ()), draw)
        hint = wording.motive[0] if len(wording.motive) == 1 else ""
        return Said(wording.text, hint), wordings.remembering(speech.kind, wording.key)

    def move(
        self, move: str, person: Persona | None, talk: Talk, near: str, draw: float, morning: Position,
        wordings: Wordings, content: str = "", fmt: str = "", topic: str = "", other: str = "",
    ) -> tuple[str, Wordings]:  # fmt: skip
        """What the player writes when making a move.

        Args:
            move: id of the move.
            person: to whom; None for everybody.
            talk: the present talk with that person.
            near: how near the two seem.
            draw: chance, 0..1.
            morning: the morning by which conditions of the scenario's own lines are judged.
            wordings: used so far; they are avoided.
            content: title of what is shared, or "".
            fmt: its format.
            topic: what it is about.
            other: name of the second person of an introduction.

        Returns:
            The words, and the wordings used with this one.
        """
        words = self.words(move)
        someone = person or self._people[0]
        extra = {"content": content, "fact": talk.fact, "news": talk.news, "move": self.title(move)}
        if other:
            extra["friend"] = other
        speech = Speech(
            kind=move,
            stage=near,
            topic=topic or talk.topic,
            fact=talk.fact,
            format=fmt,
            turn=2 if talk.turn else 1,
            last_signal=talk.last_signal,
            follower=someone.id,
            words=self._words(someone, extra),
        )
        said, after = self._say(words.say, speech, draw, morning, wordings)
        return said.text, after

    def words(self, move: str) -> MoveWords:
        """Card, scenes and lines of a move; those lent to an author's own move where it has none."""
        return self._texts.moves.get(move) or self._texts.own_move

    def text(self, move: str) -> str:
        """What a move's card says."""
        own = self._scenario.moves.get(move)
        return (own.text or own.date if own else "") or self.words(move).text

    def motive(self, motive: str) -> Named:
        """A motive as it can be guessed."""
        own, words = self._scenario.motives.get(motive), self._texts.motives.get(motive)
        title = (own.title if own else "") or (words.title if words else motive.replace("_", " ").capitalize())
        return Named(title, (own.text if own else "") or (words.text if words else ""))

    def title(self, move: str) -> str:
        """The name of a move on its card."""
        own = self._scenario.moves.get(move)
        if own is not None and own.title:
            return own.title
        words = self._texts.moves.get(move)
        return words.title if words else move.replace("_", " ").capitalize()

    def at_table(self, person: Persona | None, draw: float) -> Mapping[str, str]:
        """What placeholders stand for on a date with somebody; without a person, with the first there is."""
        return values_of(self._words(person or self._people[0], {}), draw)

    def date(self, move: str, near: str, draw: float, values: Mapping[str, str]) -> Scene:
        """The move as it would be on a real date.

        Args:
            move: its id.
            near: how near the two seem.
            draw: chance, 0..1.
            values: of `at_table`.
        """
        own = self._scenario.moves.get(move)
        scene = choose_scene(self.words(move).dates, near, values, draw)
        if own is None:
            return scene
        return replace(
            scene,
            what=own.date or scene.what,
            you=own.you or scene.you,
            they=own.they or scene.they,
            prop=own.prop or scene.prop,
            mood=own.mood or scene.mood,
        )

    def signal(
        self, signal: str, person: Persona, talk: Talk, mood: str, near: str, answering: str, draw: float,
        morning: Position, wordings: Wordings, content: str = "", fmt: str = "", topic: str = "",
    ) -> tuple[Said, Wordings]:  # fmt: skip
        """What a follower says, or what is told of them.

        Args:
            signal: id of the signal.
            person: who says it.
            talk: the present talk with that person.
            mood: in which it is said.
            near: the stage that the person has come to.
            answering: id of the move that is answered, or "".
            draw: chance, 0..1.
            morning: the morning by which conditions of the scenario's own lines are judged.
            wordings: used so far; they are avoided.
            content: title of what was shared, or "".
            fmt: its format.
            topic: what it is about.

        Returns:
            The words with their hint, and the wordings used with this one.
        """
        words = self._texts.signals[signal]
        extra = {"fact": talk.fact, "news": talk.news, "content": content}
        about = topic or talk.topic or person.favourite
        speech = Speech(
            kind=signal,
            motive=person.motive,
            mood=mood,
            stage=near,
            topic=about,
            fact=talk.fact,
            format=fmt,
            turn=2 if talk.turn > 1 else 1,
            answering=answering,
            last_signal=talk.last_signal,
            follower=person.id,
            words=self._words(person, extra),
        )
        return self._say(words.lines, speech, draw, morning, wordings)

    def tell_at_table(self, signal: str, person: Persona, draw: float) -> str:
        """A tell as it would be on a date, or "" where there are no words for it."""
        scenes = self._texts.signals[signal].table
        return fill(pick(scenes, draw), self.at_table(person, draw)) if scenes else ""

    def is_note(self, signal: str) -> bool:
        """Whether a signal is told of them rather than said by them."""
        return self._texts.signals[signal].who == "note"

    def new_fact(self, person: Persona, talk: Talk, topic: str, draw: float) -> str:
        """Something concrete they tell; not one they have told before, as long as there are others."""
        suited = self._texts.facts.about(topic or person.favourite)
        fresh = [f for f in (*suited, *self._texts.facts.neutral) if f not in talk.used_facts]
        near = [f for f in suited if f not in talk.used_facts]
        return pick(near or fresh or suited, draw)

    def notice(self, clue: str, person: Persona, extra: dict[str, str]) -> Clue | None:
        """A clue in words, or nothing when there are no words for it."""
        words = self._texts.notices.get(clue)
        if words is None:
            return None
        values = {"name": person.name, "first": person.first, **pronoun_words(person.pronouns), **extra}
        texts = [fill(t, values) for t in words.texts]
        told = [t for t in texts if "{" not in t] or texts
        return Clue(words.icon, fill(words.title, values), told[person.look % len(told)])

    def on_page(self, person: Persona, post: str) -> str:
        """What is found on somebody's own page, as a note."""
        return f"On {person.first}’s own page: “{post}”"

    def new_news(self, draw: float) -> str:
        """Draws a sentence with good news that a follower tells."""
        return pick(self._texts.facts.news, draw)
