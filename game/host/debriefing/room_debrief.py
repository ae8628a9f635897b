"""The debrief of a room: everybody's games side by side, without names, and what would have been."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np

from game.bots.registry import bots
from game.coach.judgement import Judged, pooled
from game.coach.knowing_when import asking_opens, judgement_words
from game.coach.looking_back.debrief import FAIR, LUCK, AskMark, Debrief
from game.coach.looking_back.questions.asks_told import is_passed_over, off_the_mark, purchase_asks
from game.coach.within_reach import WithinReach, reach
from game.host.debriefing.brought_told import BroughtTold, brought_told
from game.host.debriefing.conditions_told import ConditionTold, brought_to, conditions_told
from game.host.debriefing.decisions_told import Decision, costliest_and_best, decisions_told
from game.host.debriefing.games_told import debrief_of
from game.host.debriefing.parts_left_out import Parts
from game.host.debriefing.room_lessons import room_lessons
from game.host.debriefing.sent_to_many import asked_many
from game.host.debriefing.somebody_ready import ready_when
from game.host.debriefing.what_happened.courses import NEVER, Spells, courses_of
from game.host.debriefing.what_happened.courses_told import FAIR_MEANS, CourseTold, asked_counted, in_rows
from game.host.debriefing.what_happened.game_lesson import NO_LESSON, GameLesson, game_lesson
from game.host.room.room_state import Room
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough

ASKS_TOLD = 2  # of a room that played together


@dataclass(frozen=True)
class Told:
    """One follower, revealed, and how the room took them."""

    id: str
    name: str
    first: str
    look: int
    motive: str
    why: str
    wants: str
    right: int  # guests whose last guess was right
    guessed: int
    came: int  # guests to whom their happy end came
    happy_end: str
    asked: Counter[str]  # questions to buy of all games by their kind, and NEVER: in how many games there was none
    passed_over: int  # guests to whom they were ready, and who never asked from then on
    wants_to_buy: bool


@dataclass(frozen=True, eq=False)
class RoomDebrief(Judged):
    """All that the screen tells a room; judged over the asks of everybody."""

    guests: tuple[str, ...]  # ids, in the order of the games
    games: tuple[Debrief, ...]
    followers: tuple[Told, ...]
    reach: WithinReach
    curves: Array  # (games, days played + 1, F), 0..100; no number after the last day played, and once they are lost
    asks: tuple[tuple[int, AskMark], ...]  # number of the game, question for a purchase
    judgement: str  # what the asks of all were like, in sentences
    decisions: tuple[Decision, ...]  # of a room that played together, but for events that the host brought
    weighed: tuple[str, ...]  # what cost it most and its best decision, of all
    conditions: tuple[ConditionTold, ...]  # of a room whose tables played at two difficulties
    lessons: tuple[tuple[str, str], ...]  # title and text, for all
    brought: tuple[BroughtTold, ...]  # events that the host brought, to the bots too
    courses: tuple[CourseTold, ...]  # of whom there is something to be told, buyers first
    lesson: GameLesson  # that fits what happened
    left_out: tuple[str, ...] = ()  # parts that could not be worked out
    asked_many: tuple[str, ...] = ()  # sentences on what was sent to many and asks them, by an answer or by the player

    @property
    def days(self) -> int:
        """How many days the furthest game has played."""
        return max(game.days for game in self.games)

    @property
    def asks_told(self) -> tuple[str, ...]:
        """Of the one game of a room that played together, what is to be said of its last questions for a purchase."""
        return tuple(ask.text for _, ask in self.asks[-ASKS_TOLD:]) if self.guests == ("",) else ()

    @property
    def yes_told(self) -> str:
        """Which questions met a yes though nobody was ready, in a sentence: fair ones and luck; "" where none did."""
        counts = Counter(ask.kind for _, ask in self.asks if ask.accepted and not ask.ready)
        fair, luck = counts[FAIR], counts[LUCK]
        told = [f"{fair} to a fair question ({FAIR_MEANS})"] * bool(fair) + [f"{luck} by luck"] * bool(luck)
        return f"Said yes and were not ready: {' and '.join(told)}." if told else ""

    def asked_told(self, follower: Told) -> str:
        """How often a follower was asked in which way: the words and counts of *Who asked when*."""
        return asked_counted(follower.asked)

    @property
    def each_discrimination(self) -> tuple[float, ...]:
        """D' of each game with enough asks to be judged alone."""
        return tuple(g.discrimination for g in self.games if g.discrimination is not None)

    @property
    def each_criterion(self) -> tuple[float, ...]:
        """The criterion of each game with enough asks to be judged alone."""
        return tuple(g.criterion for g in self.games if g.criterion is not None)

    def course(self, follower: str) -> CourseTold | None:
        """What became of a follower; None where there is nothing to be told."""
        return next((row for row in self.courses if row.who == follower), None)

    def column(self, follower: str) -> int:
        """The place of a follower among the columns of `curves` and `reach`; the first for an unknown one."""
        return next((i for i, f in enumerate(self.followers) if f.id == follower), 0)


def room_debrief(room: Room) -> RoomDebrief:
    """The debrief of a room, over the days that were played; what cannot be worked out is left out, and named in it."""
    parts = Parts()
    runs, games = _games(room, parts)
    asks = [purchase_asks(game.asks) for game in games]
    ids, days = room.begun.compiled.ids, max(1, *(game.days for game in games))
    missed = [{f.id for f in g.followers if is_passed_over(now, f)} for g, (_, now) in zip(games, runs, strict=True)]
    followers = tuple(_told(who, games, asks, missed, _guesses(runs, who)) for who in _met(ids, games))
    known, guests = [ids.index(f.id) for f in followers], [who for who, _ in runs]
    by_day, by_spell = pooled(g.by_day for g in games), pooled(g.by_spell for g in games)
    nobody: tuple[CourseTold, ...] = ()
    none: tuple[Decision, ...] = ()
    rows = parts.made("who was ready and who was asked", lambda: _courses(room, runs, games), nobody)
    curves = _until_lost(_curves(games, [f.id for f in followers], days), [f.id for f in followers], rows)
    made = parts.made
    decisions = made("what would have been", lambda: decisions_told(room) if room.shared is not None else none, none)
    return RoomDebrief(
        guests=tuple(guests),
        games=tuple(games),
        followers=followers,
        reach=made("what was reachable", lambda: _within(room, days, known), _of_curves(curves, days)),
        curves=curves,
        asks=tuple((number, ask) for number, of_game in enumerate(asks) for ask in of_game),
        by_day=by_day,
        by_spell=by_spell,
        judgement=made(
            "whether the room knew when",
            lambda: judgement_words(
                room.begun,
                by_day,
                by_spell,
                sum(f.passed_over for f in followers),
                off_the_mark(*((of_game, now) for of_game, (_, now) in zip(asks, runs, strict=True))),
            ),
            "",
        ),
        decisions=tuple(one for one in decisions if not one.brought),
        weighed=costliest_and_best(decisions),
        conditions=made("the two halves", lambda: conditions_told(room, guests, games, asks, known), ()),
        lessons=made("what the scenario teaches", lambda: room_lessons(room, [now for _, now in runs]), ()),
        brought=made("what the events did that the host brought", lambda: brought_told(room, known), ()),
        courses=rows,
        lesson=made(
            "the lesson of this game",
            lambda: game_lesson(rows, days=max(game.days for game in games), opens=asking_opens(room.begun)),
            NO_LESSON,
        ),
        asked_many=made("what was sent to many", lambda: asked_many([now for _, now in runs]), ()),
        left_out=tuple(parts.left_out),
    )


def debrief_at_all(room: Room) -> RoomDebrief | None:
    """The debrief of a room; None, and the reason in the log, where there can be none."""
    return Parts().made("all of it", lambda: room_debrief(room), None)


def _games(room: Room, parts: Parts) -> tuple[list[tuple[str, Playthrough]], list[Debrief]]:
    """The games of a room that can be told of, with whose they are, and their debriefs."""
    if room.shared is not None:
        runs = [("", room.shared)]
    else:
        runs = [(g.id, g.now) for g in room.here if g.now is not None and g.now.history]
    found = [(who, now, parts.made("the game of a guest", partial(debrief_of, now), None)) for who, now in runs]
    told = [(who, now, game) for who, now, game in found if game is not None]
    told = told or [("", room.begun, debrief_of(room.begun))]
    return [(who, now) for who, now, _ in told], [game for _, _, game in told]


def _courses(room: Room, runs: list[tuple[str, Playthrough]], games: list[Debrief]) -> tuple[CourseTold, ...]:
    return in_rows([courses_of(now, game) for game, (_, now) in zip(games, runs, strict=True)], _trial(room))


def _within(room: Room, days: int, known: list[int]) -> WithinReach:
    full = reach(room.begun.compiled, room.opening.seed, days=days, brought=brought_to(room))
    return replace(full, low=full.low[:, known], high=full.high[:, known])


def _of_curves(curves: Array, days: int) -> WithinReach:
    """Where nothing is known of what was reachable: from the lowest to the highest of the room's own games."""
    known = np.nan_to_num(curves, nan=50.0)
    return WithinReach(0, days, known.min(axis=0), known.max(axis=0), ())


def _trial(room: Room) -> dict[str, Spells]:
    """When each is ready in the trial that the run sheet tells of, in which they are courted and not asked."""
    if room.opening.own_cast and room.each:
        return {}  # everybody meets other people
    return ready_when(room.begun, each=room.each)


@lru_cache(maxsize=8)
def warmed_up(compiled: Compiled) -> None:
    """Writes the kernels that a debrief needs, which takes seconds, while nobody waits for one; once for a scenario."""
    reach(compiled, 0, ways=len(bots()) + 2, days=1)


def _met(ids: tuple[str, ...], games: list[Debrief]) -> list[str]:
    met = {f.id for game in games for f in game.followers}
    return [who for who in ids if who in met]


def _guesses(runs: list[tuple[str, Playthrough]], who: str) -> list[bool]:
    return [now.guesses[who].motive == now.people[who].motive for _, now in runs if who in now.guesses]


def _told(
    who: str, games: list[Debrief], made: list[tuple[AskMark, ...]], missed: list[set[str]], guesses: list[bool]
) -> Told:
    each = [f for game in games for f in game.followers if f.id == who]
    one = each[0]
    theirs = [[ask.kind for ask in of_game if ask.follower == who] for of_game in made]
    asked = Counter(kind for kinds in theirs for kind in kinds) + Counter({NEVER: theirs.count([])})
    return Told(
        id=who, name=one.name, first=first_name(one.name), look=one.look, motive=one.motive_title,
        why=one.why_followed, wants=one.wants, right=sum(guesses), guessed=len(guesses),
        came=sum(f.came for f in each), happy_end=one.happy_end, asked=asked,
        passed_over=sum(who in ids for ids in missed), wants_to_buy=any(f.ready_from for f in each),
    )  # fmt: skip


def _curves(games: list[Debrief], who: list[str], days: int) -> Array:
    found = np.full((len(games), days + 1, len(who)), np.nan)
    for number, game in enumerate(games):
        for follower in game.followers:
            points = follower.trust[: days + 1]
            found[number, : len(points), who.index(follower.id)] = points
    return found


def _until_lost(curves: Array, who: list[str], rows: tuple[CourseTold, ...]) -> Array:
    """The curves without the days after which somebody was lost: trust that leads nowhere is not drawn."""
    found = curves.copy()
    for row in rows:
        if row.who in who and len(row.courses) == len(found):
            for number, one in enumerate(row.courses):
                if one.lost:
                    found[number, one.ended_on + 1 :, who.index(row.who)] = np.nan
    return found
