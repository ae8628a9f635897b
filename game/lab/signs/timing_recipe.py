"""The recipe by which cases of the timing test are made: fresh games, pairs that are alike, two forms equally hard.

1. A bot that courts and never asks plays fresh games of scenarios that nobody is offered to play, so that nobody knows
   their people: no answer to a question gives a case away.
2. Cases are people on a morning with a thread of `LINES` lines: *ready* by the model's truth (as the debrief means it,
   and likelihood of a yes at least `SURELY`), or *not* (likelihood at most `SURELY_NOT`). What lies between is out.
3. Each ready one is paired with one who is not, of the same scenario and another game, who is alike in what does not
   matter: the day, the length of the thread, the number of things noticed. Nobody comes twice, no name does.
   In every second pair, as far as there are enough, both have shown a need of their own lately, so that a need alone
   does not give the key away: who is not ready needs it, and is not near enough.
4. Pairs are chosen evenly from those that are easy to a trained reader of signs to those that are hard. One that a
   perfect reader of the signs takes for the other way round could not be known, and gives way to the next.
5. Pairs are dealt to the forms so that both are equally hard: of all ways to give each half of every scenario's pairs,
   the one in which both readers say most nearly the same of the ready and of the others, and as many have shown a need.
6. The order of cases in a form is drawn by the seed.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product

import numpy as np

from game.bots.courted.ready_from import COURTING, ready_from
from game.bots.registry import bots
from game.coach.hindsight.belief import believe
from game.coach.hindsight.visible import visible_run
from game.coach.timing.timing_case import FORMS, TimingCase, TimingForms
from game.errors import CannotPlay
from game.lab.playing.through_session import play_session_day
from game.lab.signs.courted_games import courted, signs_of
from game.lab.signs.trained_reader import TRAINING, train
from game.model import readiness
from game.model.chance import EXPERIMENT_STREAM
from game.model.parameters import PARAMETERS_VERSION
from game.model.philox import uniforms
from game.model.readings import is_ready
from game.model.state import NEED_LATELY
from game.scenario.compiling.compile import Compiled
from game.session.playthrough import Playthrough, begun
from game.session.seen.make_view import follower_view
from game.session.session import Session

LINES = (6, 18)  # least and most of a thread, pages that were read included
EARLIEST_DAY = 3  # the first morning of which cases are taken
SURELY, SURELY_NOT = 0.6, 0.35
APART_DAYS = 1  # between the mornings of the two in a pair, at most
LINES_APART, NOTICED_APART = 2, 1  # of the two in a pair, at most
PARTICLES = 400
PAIRS = 8  # in a form
KNOWN = 0.5  # P(ready) of a perfect reader, on either side of which the two of a pair must lie


@dataclass(frozen=True, eq=False)
class _Found:
    """Somebody on a morning who could be a case."""

    now: Playthrough
    column: int
    episode: int
    lines: int
    noticed: int
    ready: bool
    reader: float
    need: bool  # showed a need of their own lately

    @property
    def who(self) -> str:
        return self.now.people[self.now.compiled.ids[self.column]].name

    @property
    def right(self) -> float:
        """The chance that the trained reader gives to the truth."""
        return self.reader if self.ready else 1.0 - self.reader


@dataclass(frozen=True, eq=False)
class _Pair:
    """A ready one and one who is not, alike in what does not matter."""

    ready: _Found
    unready: _Found

    @property
    def names(self) -> AbstractSet[str]:
        """Of both."""
        return {self.ready.who, self.unready.who}

    @property
    def both_need(self) -> bool:
        """Whether both have shown a need of their own lately."""
        return self.ready.need and self.unready.need

    @property
    def ease(self) -> float:
        """How easy the pair is to a trained reader: the mean log odds of the truth."""
        odds = [np.log(p / (1.0 - p)) for p in np.clip([self.ready.right, self.unready.right], 0.01, 0.99)]
        return float(np.mean(odds))


@dataclass(frozen=True, eq=False)
class _Chosen:
    """A pair that is taken, with P(ready) of a perfect reader of both."""

    pair: _Pair
    perfect: tuple[float, float]


def timing_forms(
    scenarios: Sequence[tuple[str, Compiled]], seed: int, games: int, done: Callable[[int], None] = lambda _: None
) -> TimingForms:
    """Two parallel forms, by the recipe.

    Args:
        scenarios: id and scenario; each gives as many cases as the others.
        seed: 0..2**32 − 1; the same seed gives the same forms.
        games: fresh ones of each scenario.
        done: told how many games have just been played.

    Raises:
        CannotPlay: the games hold too few pairs.
    """
    taken: set[str] = set()
    groups: list[list[_Chosen]] = []
    for number, (name, compiled) in enumerate(scenarios):
        wanted = len(FORMS) * (PAIRS * (number + 1) // len(scenarios) - PAIRS * number // len(scenarios))
        chosen = _chosen(list(_pairs(tuple(_candidates(compiled, seed, games, done)))), wanted, taken)
        if len(chosen) < wanted:
            raise CannotPlay(
                f"{games} games of “{name}” hold {len(chosen)} pairs of cases that are alike and can be known, and "
                f"{wanted} are needed. Play more of them with --games."
            )
        groups.append(chosen)
    dealt = _dealt(groups)
    forms = {
        form: _form(form, some, seed, number) for number, (form, some) in enumerate(zip(FORMS, dealt, strict=True))
    }
    return TimingForms(seed, PARAMETERS_VERSION, tuple(name for name, _ in scenarios), forms)


def _candidates(compiled: Compiled, seed: int, games: int, done: Callable[[int], None]) -> Iterator[_Found]:
    """Everybody on every morning of fresh games who could be a case."""
    known = courted(compiled, seed, np.arange(TRAINING))
    reader, bot = train(known.signs, known.ready), bots()[COURTING]
    for episode in range(TRAINING, TRAINING + games):
        session = Session(begun(compiled, seed, episode))
        while not session.finished:
            now = session.playthrough
            if now.day >= EARLIEST_DAY:
                likely = reader.likelihood(signs_of(now.position.ledger))[0]
                yield from (found for c in range(compiled.followers) if (found := _found(now, c, episode, likely[c])))
            play_session_day(session, bot)
        done(1)


def _found(now: Playthrough, column: int, episode: int, reader: float) -> _Found | None:
    """Somebody on a morning as a possible case; None where they are none."""
    position = now.position
    state, ledger, people = position.state, position.ledger, position.people
    here = ledger.present[0, column] > 0.5 and people.human[0, column] > 0.5
    if not here or ledger.asks[0, column] > 0.0 or ledger.bought[0, column] > 0.5:
        return None
    likely = readiness(state, ledger, people, now.compiled.rules.params)
    ready = bool(is_ready(likely, ready_from(now.compiled)[now.day], ledger, people)[0, column])
    if likely[0, column] < SURELY if ready else likely[0, column] > SURELY_NOT:
        return None
    seen = follower_view(now, column)
    if not LINES[0] <= len(seen.thread) <= LINES[1]:
        return None
    need = bool(ledger.need_age[0, column] <= NEED_LATELY)
    return _Found(
        now=now, column=column, episode=episode, lines=len(seen.thread), noticed=len(seen.noticed), ready=ready,
        reader=float(reader), need=need,
    )  # fmt: skip


def _pairs(found: Sequence[_Found]) -> Iterator[_Pair]:
    """Each ready one with the nearest of every name, and with the nearest who has shown a need as well.

    One of every name: casts are small, nobody comes twice, and the nearest of all would be the same few people.
    """
    for ready in (one for one in found if one.ready):
        nearest: dict[tuple[str, bool], _Found] = {}
        for other in (one for one in found if _alike(ready, one) and one.who != ready.who):
            kind = (other.who, other.need and ready.need)
            nearest[kind] = min(nearest.get(kind, other), other, key=lambda one: _nearness(ready, one))
        yield from (_Pair(ready, other) for other in nearest.values())


def _alike(ready: _Found, other: _Found) -> bool:
    return (
        not other.ready
        and other.episode != ready.episode
        and abs(other.now.day - ready.now.day) <= APART_DAYS
        and abs(other.lines - ready.lines) <= LINES_APART
        and abs(other.noticed - ready.noticed) <= NOTICED_APART
    )


def _nearness(ready: _Found, other: _Found) -> tuple[int, float, int, int]:
    """How far two are from each other: first in what does not matter, then in how hard they are."""
    apart = abs(other.now.day - ready.now.day) + abs(other.lines - ready.lines) + abs(other.noticed - ready.noticed)
    return apart, abs(other.right - ready.right), other.episode, other.column


def _perfect(one: _Found) -> float:
    belief = believe(visible_run(one.now), PARTICLES)
    return float(belief.ready[-1, one.column])


def _chosen(pairs: list[_Pair], wanted: int, taken: set[str]) -> list[_Chosen]:
    """So many pairs, evenly from the easiest to the hardest.

    A cast is small and nobody comes twice: where the names do not suffice, choosing begins at the next place.

    Args:
        pairs: to choose from.
        wanted: how many.
        taken: names that have been used; it grows.
    """
    ordered = sorted(pairs, key=lambda pair: (-pair.ease, pair.ready.who))
    marks = list(enumerate(np.linspace(ordered[0].ease, ordered[-1].ease, wanted))) if ordered else []
    perfect_of = cache(_perfect)  # somebody is in many pairs
    best: list[_Chosen] = []
    for first in range(len(marks)):
        found = _chosen_by(ordered, (*marks[first:], *marks[:first]), taken, perfect_of)
        best = max(best, found, key=len)
        if len(best) == wanted:
            break
    taken |= {who for one in best for who in one.pair.names}
    return best


def _chosen_by(
    ordered: Sequence[_Pair], marks: Sequence[tuple[int, float]], taken: AbstractSet[str],
    perfect_of: Callable[[_Found], float],
) -> list[_Chosen]:  # fmt: skip
    """The pair nearest to each mark; one that could not be known gives way to the next.

    Args:
        ordered: pairs from the easiest to the hardest.
        marks: place and ease, in the order in which pairs are chosen.
        taken: names that have been used.
        perfect_of: P(ready) of a perfect reader.
    """
    found: list[_Chosen] = []
    used = set(taken)
    for place, mark in marks:
        with_need = place % 2 == 1  # the other one needs it, too
        free = [pair for pair in ordered if not pair.names & used]
        for pair in sorted(free, key=lambda one: (one.both_need is not with_need, abs(one.ease - mark))):
            if perfect_of(pair.ready) >= KNOWN > perfect_of(pair.unready):
                found.append(_Chosen(pair, (perfect_of(pair.ready), perfect_of(pair.unready))))
                used |= pair.names
                break
    return found


def _dealt(groups: Sequence[Sequence[_Chosen]]) -> tuple[list[_Chosen], list[_Chosen]]:
    """Two halves, each with half of every scenario's pairs, that are most alike in their `_marks`."""
    pairs = [(group, one) for group, some in enumerate(groups) for one in some]
    found = np.array([_marks(one) for _, one in pairs])
    of_group = [[at for at, (group, _) in enumerate(pairs) if group == number] for number in range(len(groups))]
    halved = product(*(list(combinations(some, len(some) // 2)) for some in of_group))
    splits = [[at for part in some for at in part] for some in halved]
    apart = [float(np.square(2.0 * found[some].sum(axis=0) - found.sum(axis=0)).sum()) for some in splits]
    first = set(splits[int(np.argmin(apart))])
    halves = ([one for at, (_, one) in enumerate(pairs) if (at in first) is half] for half in (True, False))
    return next(halves), next(halves)


def _marks(one: _Chosen) -> tuple[float, ...]:
    """What is to be alike in both forms: log odds of both readers of both cases, and whether both need it."""
    said = np.clip([one.pair.ready.reader, one.pair.unready.reader, *one.perfect], 0.02, 0.98)
    return (*np.log(said / (1.0 - said)), 4.0 * one.pair.both_need)


def _form(form: str, chosen: Sequence[_Chosen], seed: int, number: int) -> tuple[TimingCase, ...]:
    """The cases of a form in the order in which they are asked."""
    cases = [
        _case(one, place, perfect)
        for place, taken in enumerate(chosen, 1)
        for one, perfect in zip((taken.pair.ready, taken.pair.unready), taken.perfect, strict=True)
    ]
    dice = uniforms(seed, np.array([number]), 0, len(cases), EXPERIMENT_STREAM)[0][0]
    return tuple(replace(cases[int(at)], id=f"{form}{place}") for place, at in enumerate(np.argsort(dice), 1))


def _case(one: _Found, pair: int, perfect: float) -> TimingCase:
    now, seen = one.now, follower_view(one.now, one.column)
    business = now.compiled.scenario.business
    return TimingCase(
        id="", business=business.name, offer=business.offer, day=now.day, days=now.compiled.scenario.days,
        name=seen.name, handle=seen.handle, pronouns=seen.pronouns, bio=seen.bio, look=seen.look,
        since_day=seen.since_day, thread=seen.thread, noticed=seen.noticed, ready=one.ready, pair=pair,
        reader=round(one.reader, 3), perfect=round(perfect, 3),
    )  # fmt: skip
