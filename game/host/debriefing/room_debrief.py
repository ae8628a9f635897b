"""The debrief of a room: everybody's games side by side, without names, and what would have been."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.bots.registry import bots
from game.coach.judgement import Judged, pooled
from game.coach.knowing_when import judgement_words
from game.coach.looking_back.asks_told import is_passed_over, off_the_mark, purchase_asks
from game.coach.looking_back.debrief import AskMark, Debrief
from game.coach.looking_back.followers_told import trust_by_day
from game.coach.within_reach import WithinReach, reach
from game.errors import Refused
from game.host.debriefing.brought_told import BroughtTold, brought_told
from game.host.debriefing.conditions_told import ConditionTold, brought_to, conditions_told
from game.host.debriefing.games_told import debrief_of
from game.host.debriefing.room_lessons import room_lessons
from game.host.room.questions import Option, Question
from game.host.room.room_state import Room, VoteCount
from game.host.room.shared_game import next_morning
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.scenario.texts.first_names import first_name
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough
from game.session.playthrough import after as after_choice
from game.session.seen.make_view import make_view

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
    early: int  # guests who asked before they were ready, and never when they were
    ready: int  # guests who asked when they were ready
    never: int
    passed_over: int  # guests to whom they were ready, and who never asked from then on
    wants_to_buy: bool


@dataclass(frozen=True)
class WhatIf:
    """An option that lost, played by the same chance."""

    title: str
    said: str
    votes: int
    answer: str  # what the follower would have done that night
    change: float  # points of trust by the evening, against what was done


@dataclass(frozen=True)
class Decision:
    """A vote of the room, what came of it, and what would have come of the others."""

    day: int
    who: str
    name: str
    look: int
    chosen: str
    drawn: bool
    answer: str
    others: tuple[WhatIf, ...]


@dataclass(frozen=True, eq=False)
class RoomDebrief(Judged):
    """All that the screen tells a room; judged over the asks of everybody."""

    guests: tuple[str, ...]  # ids, in the order of the games
    games: tuple[Debrief, ...]
    followers: tuple[Told, ...]
    reach: WithinReach
    curves: Array  # (games, days played + 1, F), 0..100; days that were not played are not a number
    asks: tuple[tuple[int, AskMark], ...]  # number of the game, question for a purchase
    judgement: str  # what the asks of all were like, in sentences
    decisions: tuple[Decision, ...]  # of a room that played together
    conditions: tuple[ConditionTold, ...]  # of a room whose tables played at two difficulties
    lessons: tuple[tuple[str, str], ...]  # title and text, for all
    brought: tuple[BroughtTold, ...]  # events that the host brought, to the bots too

    @property
    def days(self) -> int:
        """How many days the furthest game has played."""
        return max(game.days for game in self.games)

    @property
    def asks_told(self) -> tuple[str, ...]:
        """Of the one game of a room that played together, what is to be said of its last questions for a purchase."""
        return tuple(ask.text for _, ask in self.asks[-ASKS_TOLD:]) if self.guests == ("",) else ()

    @property
    def lucky(self) -> int:
        """How many said yes to a question before they were ready."""
        return sum(ask.accepted and not ask.ready for _, ask in self.asks)

    @property
    def each_discrimination(self) -> tuple[float, ...]:
        """D' of each game with enough asks to be judged alone."""
        return tuple(g.discrimination for g in self.games if g.discrimination is not None)

    @property
    def each_criterion(self) -> tuple[float, ...]:
        """The criterion of each game with enough asks to be judged alone."""
        return tuple(g.criterion for g in self.games if g.criterion is not None)

    def column(self, follower: str) -> int:
        """The place of a follower among the columns of `curves` and `reach`; the first for an unknown one."""
        return next((i for i, f in enumerate(self.followers) if f.id == follower), 0)


def room_debrief(room: Room) -> RoomDebrief:
    """The debrief of a room, over the days that were played."""
    if room.shared is not None:
        runs = [("", room.shared)]
    else:
        runs = [(g.id, g.now) for g in room.here if g.now is not None and g.now.history]
        runs = runs or [("", room.begun)]
    games = [debrief_of(now) for _, now in runs]
    asks = [purchase_asks(game.asks) for game in games]
    ids, days = room.begun.compiled.ids, max(1, *(game.days for game in games))
    missed = [{f.id for f in g.followers if is_passed_over(now, f)} for g, (_, now) in zip(games, runs, strict=True)]
    followers = tuple(_told(who, games, asks, missed, _guesses(runs, who)) for who in _met(ids, games))
    known = [ids.index(f.id) for f in followers]
    full = reach(room.begun.compiled, room.opening.seed, days=days, brought=brought_to(room))
    within = replace(full, low=full.low[:, known], high=full.high[:, known])
    by_day, by_spell = pooled(g.by_day for g in games), pooled(g.by_spell for g in games)
    return RoomDebrief(
        guests=tuple(who for who, _ in runs),
        games=tuple(games),
        followers=followers,
        reach=within,
        curves=_curves(games, [f.id for f in followers], days),
        asks=tuple((number, ask) for number, made in enumerate(asks) for ask in made),
        by_day=by_day,
        by_spell=by_spell,
        judgement=judgement_words(
            room.begun,
            by_day,
            by_spell,
            sum(f.passed_over for f in followers),
            off_the_mark(*((made, now) for made, (_, now) in zip(asks, runs, strict=True))),
        ),
        decisions=_decisions(room) if room.shared is not None else (),
        conditions=conditions_told(room, [who for who, _ in runs], games, asks, known),
        lessons=room_lessons(room, [now for _, now in runs], games),
        brought=brought_told(room, known),
    )


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
    early = ready = never = 0
    for of_game in made:
        asks = [ask for ask in of_game if ask.follower == who]
        ready += any(ask.ready for ask in asks)
        early += bool(asks) and not any(ask.ready for ask in asks)
        never += not asks
    return Told(
        id=who, name=one.name, first=first_name(one.name), look=one.look, motive=one.motive_title,
        why=one.why_followed, wants=one.wants, right=sum(guesses), guessed=len(guesses),
        came=sum(f.came for f in each), happy_end=one.happy_end, early=early, ready=ready, never=never,
        passed_over=sum(who in ids for ids in missed), wants_to_buy=any(f.ready_from for f in each),
    )  # fmt: skip


def _curves(games: list[Debrief], who: list[str], days: int) -> Array:
    found = np.full((len(games), days + 1, len(who)), np.nan)
    for number, game in enumerate(games):
        for follower in game.followers:
            points = follower.trust[: days + 1]
            found[number, : len(points), who.index(follower.id)] = points
    return found


# --- what would have been --------------------------------------------------------------------------------------------


def _decisions(room: Room) -> tuple[Decision, ...]:
    """Every vote about a person, with its losing options played by the same chance to the evening."""
    found = []
    now = room.begun
    by_day: dict[int, list[VoteCount]] = {}
    for count in room.counts:
        by_day.setdefault(count.question.day, []).append(count)
    for day in sorted(by_day):
        evening = _with_choices(now, by_day[day])
        if room.shared is None or room.shared.position.day <= day:
            break
        morning = next_morning(room, evening)
        found += [_decision(room, count, by_day[day], now, morning) for count in by_day[day] if count.question.who]
        now = morning
    return tuple(found)


def _with_choices(now: Playthrough, counts: list[VoteCount], other: tuple[int, Option] | None = None) -> Playthrough:
    """The day with the room's choices; of one vote another option. What cannot be done then is left out."""
    for count in counts:
        chosen = next((o for o in count.question.options if o.id == count.winner), None)
        if other is not None and count.question.number == other[0]:
            chosen = other[1]
        if chosen is None or chosen.choice is None:
            continue
        try:
            now = after_choice(now, chosen.choice)
        except Refused:
            continue  # the other option took more of the day than the one that won
    return now


def _decision(
    room: Room, count: VoteCount, counts: list[VoteCount], begun: Playthrough, morning: Playthrough
) -> Decision:
    question = count.question
    won = next((o for o in question.options if o.id == count.winner), None)
    others = tuple(
        _what_if(room, question, option, count, counts, begun, morning)
        for option in question.options
        if option.id != count.winner
    )
    person = begun.people[question.who]
    return Decision(
        day=question.day, who=question.who, name=person.name, look=person.look,
        chosen=won.title if won else "Nothing", drawn=count.drawn, answer=_answer(morning, question.who),
        others=others,
    )  # fmt: skip


def _what_if(
    room: Room,
    question: Question,
    option: Option,
    count: VoteCount,
    counts: list[VoteCount],
    begun: Playthrough,
    morning: Playthrough,
) -> WhatIf:  # fmt: skip
    other = next_morning(room, _with_choices(begun, counts, (question.number, option)))
    column = begun.compiled.ids.index(question.who)
    change = _points(other)[column] - _points(morning)[column]
    said = option.said if isinstance(option.choice, PlanMove) else ""
    return WhatIf(option.title, said, int(count.tally.get(option.id, 0)), _answer(other, question.who), float(change))


def _points(now: Playthrough) -> Array:
    points: Array = trust_by_day(now)[-1]
    return points


def _answer(morning: Playthrough, who: str) -> str:
    night = make_view(morning).night
    found = [item.text for item in night.items if item.follower == who] if night else []
    return found[0] if found else "No answer."
