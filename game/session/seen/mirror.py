"""The date mirror: which scene a move is shown as, by what can be seen before it and by what was shown before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from game.art.walls import walls_of
from game.engine.seen.situations import posted_often, situation_of, situation_of_post, worth_to_known
from game.model import Ledger
from game.scenario.compiling.compile import Compiled
from game.scenario.texts.evening_words import evening_words, glad_before
from game.scenario.texts.scenes import Scene
from game.session.date_lines import DateLine, Forecast
from game.session.entries import PlanMove
from game.session.history import DayPlayed, signs_seen, situation_before, to_all_age
from game.session.playthrough import Playthrough
from game.session.seen.night.body import LEANS_IN, OF_TELLS, STILL
from game.session.seen.night.poses import UNWELCOME, your_face
from game.session.seen.odds_told import forecast_of
from game.session.seen.scenes_after_words import after_words, elsewhere_on
from game.session.seen.subjects import subject_of
from game.session.story.tells_told import mismatch
from game.session.words.line_choice import fill, scene_in_turn
from game.session.words.personas import Persona
from game.session.words.talking.talk import Speaker

SHARING_MOVE = "share_resource"
"""The move by which one is given something."""
GLAD = 6
"""The step of a tell, 1 (closed) to 7 (lit up), from which the body at the table leans in."""
TURN, NEXT_MORNING = 7919, 31
"""By how much one run begins further on in the scenes than the one of the seed before, and one day than the day before:
primes, so that no number of scenes is passed over."""


ScenesTold = Mapping[str, Mapping[int, int]]
"""How often each scene of each move has been told."""


def first_of(seed: int, ids: Sequence[str], who: str, day: int) -> int:
    """Where the turns begin towards somebody: each follower one scene further on than the follower before.

    So a morning shows different people different scenes, and the next morning others, as long as there are scenes,
    whether or not a move was made.

    Args:
        seed: of the run.
        ids: of all followers.
        who: the id of one; "" for all of them.
        day: of the scene.
    """
    return seed * TURN + NEXT_MORNING * day + (ids.index(who) if who else 0)


SceneOccasion = tuple[str, str, str]
"""What a scene is told of: a move, the situation before it, and the format of what goes along, or ""."""


def _number(told: ScenesTold, speaker: Speaker, first: int, occasion: SceneOccasion) -> int:
    """The number of the scene whose turn it is."""
    move, situation, format_ = occasion
    return scene_in_turn(speaker.words(move).dates_with(situation, format_), told.get(move, {}), first)


def _with_one(told: ScenesTold, speaker: Speaker, first: int, occasion: SceneOccasion) -> ScenesTold:
    """The scenes told, with the one more of a move whose turn it is."""
    move, number = occasion[0], _number(told, speaker, first, occasion)
    return {**told, move: Counter(told.get(move, {})) + Counter({number: 1})}


@lru_cache(maxsize=8)
def _told_before(history: tuple[DayPlayed, ...], speaker: Speaker, seed: int, ids: tuple[str, ...]) -> ScenesTold:
    """The scenes told on the days that have been played."""
    told: ScenesTold = {}
    for day in history:
        for item, (_, situation) in zip(day.items, day.situations, strict=True):
            first = first_of(seed, ids, item.who, day.morning.day)
            told = _with_one(told, speaker, first, _occasion(day.morning.compiled, item, situation))
    return told


def _occasion(compiled: Compiled, item: PlanMove, situation: str) -> SceneOccasion:
    """What the scene of a move that was made, or is planned, is told of."""
    return item.move, situation, _format_of(compiled, item.content)


def _format_of(compiled: Compiled, content: str) -> str:
    """The format of a content; "" for none."""
    return compiled.scenario.content[content].format if content else ""


def at_their_table(now: Playthrough, person: Persona, day: int) -> Mapping[str, str]:
    """What placeholders of a scene stand for on a day, with somebody."""
    draw = (person.look * 37 + day * 101) % 1000 / 1000.0
    return now.setup.speaker.at_table(person, draw)


def one_of_all(now: Playthrough, day: int) -> Persona:
    """Who stands for everybody in the scene of a post: one of those who follow, another one each day."""
    present = now.position.ledger.present[0] > 0.5
    here = [person for person, there in zip(now.people.values(), present, strict=True) if there]
    return (here or list(now.people.values()))[(now.position.seed + day) % max(1, len(here))]


def _line_of(now: Playthrough, move: str, scene: Scene, person: Persona, day: int) -> DateLine:
    """A scene of a move with somebody in words, with what is in hand, and both faces."""
    values = at_their_table(now, person, day)
    scene = after_words(move, scene, now.story.threads[person.id], day)
    told = now.setup.speaker.date(move, scene, values)
    named = values.get("friend", "") if "friend" in scene.placeholders else ""
    return DateLine(
        move=move, you=told.you, they=told.they, what=told.what, then=told.then, mood=told.mood, prop=told.prop,
        held=told.held, face=your_face(move, told.mood, told.prop), look=person.look, around=told.around,
        key=scene.key, friend_look=next((p.look for p in now.people.values() if p.name == named), -1),
        walls=walls_of(now.compiled.scenario.business.name),
    )  # fmt: skip


def yesterday_line(now: Playthrough, follower: str | None) -> DateLine | None:
    """The scene that the mirror showed, or would have shown, of the move made to a follower on the day before.

    Args:
        now: the playthrough.
        follower: an id; None for nobody.

    Returns:
        None if no move was made to them, or if nothing has been played yet.
    """
    last = now.history[-1] if now.history else None
    made = [number for number, item in enumerate(last.items) if item.who == follower] if last and follower else []
    if last is None or not made:
        return None
    speaker, seed, ids, day = now.setup.speaker, now.position.seed, now.compiled.ids, last.morning.day
    told = _told_before(now.history[:-1], speaker, seed, ids)
    for item, (_, situation) in zip(last.items[: made[0]], last.situations, strict=False):
        told = _with_one(told, speaker, first_of(seed, ids, item.who, day), _occasion(now.compiled, item, situation))
    move, situation = last.situations[made[0]]
    occasion = _occasion(now.compiled, last.items[made[0]], situation)
    scene = speaker.words(move).dates[_number(told, speaker, first_of(seed, ids, follower or "", day), occasion)]
    line, content = _line_of(now, move, scene, now.people[follower or ""], day), last.items[made[0]].content
    return replace(line, about=f"“{now.compiled.scenario.content[content].title}”") if content else line


def last_seen_glad(ledger: Ledger, column: int, told: str) -> bool:
    """Whether the last that was seen of somebody at the table was a glad body, and no refusal that night or since.

    Args:
        ledger: of the morning.
        column: whose it is.
        told: id of the last tell as it was told, which may be milder than it was.
    """
    age = float(ledger.tell_age[0, column])
    glad = float(ledger.tell[0, column]) >= GLAD and OF_TELLS.get(told, STILL) >= LEANS_IN
    return glad and float(ledger.decline_age[0, column]) > age


class Mirror:
    """The scenes of one morning, towards one follower and towards all.

    Of the scenes for a situation the one least told comes first: a scene counts as told when its move was made. So no
    scene comes back in a run until all those for its situation have been told.

    Args:
        now: the playthrough.
        follower: id of the follower; "" for nobody, of whom nothing is known.
    """

    def __init__(self, now: Playthrough, follower: str) -> None:
        self.now, self.follower = now, follower
        self.who = follower or now.compiled.ids[0]
        position, column = now.position, now.compiled.ids.index(self.who)
        self.signs, self.often = signs_seen(position, to_all_age(now.history), column), posted_often(position.ledger)
        thread = now.story.threads[self.who]
        told = next((item.kind for item in reversed(thread) if item.kind in OF_TELLS), "")
        self._glad = last_seen_glad(position.ledger, column, told)
        self._to_one = [float(worth) for worth in position.seems[0, column]]
        self._to_all = [float(worth) for worth in worth_to_known(position.ledger, position.seems[0])]
        self._lines: dict[SceneOccasion, DateLine] = {}
        seed, ids, speaker = position.seed, now.compiled.ids, now.setup.speaker
        self._told = _told_before(now.history, speaker, seed, ids)
        for item in now.plan.values():
            if item.who != follower:
                first, situation = (
                    first_of(seed, ids, item.who, position.day),
                    situation_before(position, item, to_all_age(now.history)),
                )
                self._told = _with_one(self._told, speaker, first, _occasion(now.compiled, item, situation))

    def line(self, move: str, worth: float = -1.0, format_: str = "") -> DateLine:
        """A move as what it would be on a date.

        Args:
            move: its id.
            worth: 0..1, what the content that goes with it seems to be worth; −1 without one.
            format_: of that content; "" without one.
        """
        to_all, speaker = self._goes_to_all(move), self.now.setup.speaker
        if to_all:
            situation = situation_of_post(move, self.often, worth)
        else:
            signs = self.signs if worth < 0.0 else replace(self.signs, seems=np.asarray(worth))
            situation = situation_of(move, signs)
        occasion = move, situation, format_
        found = self._lines.get(occasion)
        if found is None:
            day = self.now.position.day
            first = first_of(self.now.position.seed, self.now.compiled.ids, "" if to_all else self.who, day)
            told = speaker.words(move).dates[_number(self._told, speaker, first, occasion)]
            person = one_of_all(self.now, day) if to_all else self.now.people[self.who]
            found = _line_of(self.now, move, told, person, day)
            if not to_all and self._glad and found.mood in UNWELCOME:
                found = replace(found, although=fill(glad_before()[situation], {"first": person.first}))
            subject = subject_of(self.now, move, self.follower)
            last_day = self.now.day == self.now.compiled.days
            gone = elsewhere_on(self.now.story.threads[self.who], day)
            forecast = forecast_of(
                move, situation, found.mood, None if to_all else self.signs, last_day=last_day, elsewhere_on=gone
            )
            found = replace(found, about=subject.about, taken_up=subject.taken_up, forecast=forecast)
            self._lines[occasion] = found
        return found

    def lines_with(self, move: str) -> tuple[tuple[str, DateLine], ...]:
        """The same with each content that could go along: content id, scene."""
        worths = self._to_all if self._goes_to_all(move) else self._to_one
        contents = self.now.compiled.scenario.content
        about = {content: subject_of(self.now, move, self.follower, content).about for content in contents}
        return tuple(
            (content, self._fitting(content, worth, replace(self.line(move, worth, spec.format), about=about[content])))
            for (content, spec), worth in zip(contents.items(), worths, strict=True)
        )

    def _fitting(self, content: str, worth: float, line: DateLine) -> DateLine:
        """The same, with what is known of their page where that speaks against a content."""
        if not self.follower or line.move != SHARING_MOVE:
            return line
        known, spec = self.now.story.known[self.follower], self.now.compiled.scenario.content[content]
        kind = mismatch(spec, worth, known.topics, known.formats)
        if not kind:
            return line
        said = fill(evening_words().said_of[kind], {"first": self.now.people[self.follower].first})
        return replace(line, forecast=line.forecast if line.forecast.tone == "ill" else Forecast(), what=said)

    def _goes_to_all(self, move: str) -> bool:
        moves = self.now.compiled.rules.moves
        return bool(moves.columns["to_all"][moves.ids.index(move)] > 0.5)
