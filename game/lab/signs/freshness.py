"""Freshness: what somebody who has played before knows by heart, of people and of words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.bots.registry import bots
from game.lab.playing.through_session import play_session_day
from game.lab.signs.by_heart import shares_by_heart
from game.lab.signs.courted_games import Cases, courted
from game.lab.signs.trained_reader import area
from game.scenario.compiling.compile import Compiled
from game.session.playthrough import begun
from game.session.session import Session

MOST_BY_HEART = 0.65
"""The area that name and day alone should stay below: beyond it one replay is no new game."""
HEARD = 0.9
"""The share of all texts after which a scenario counts as heard out."""
FEWEST_PLAYS = 4
"""A scenario that is heard out sooner has too few texts."""
REMEMBERED = 6
"""Games that somebody with a good memory has in mind."""


@dataclass(frozen=True)
class Freshness:
    """What is known by heart. Areas: 0.5 nothing, 1 everything."""

    by_name_and_day: float  # by whoever has played very often
    remembered: float  # by whoever remembers names and days of six games
    by_day: float  # by the day alone, whoever it is
    by_name: float  # by the name, among those of the same day: what remembering people is worth
    unseen: tuple[float, ...]  # share of the texts of each play that no play before had, the first one is 1
    plays_until_heard: int  # plays after which `HEARD` of all texts met in any of them had been met


def freshness(
    compiled: Compiled, seed: int, games: int, plays: int, done: Callable[[int], None] = lambda _: None
) -> Freshness:
    """What is known by heart of a scenario.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        games: courted, half of them to learn from.
        plays: played with all their words.
        done: told how many of the plays have just been played.
    """
    cases = askable(courted(compiled, seed, np.arange(games)), compiled)
    new = cases.episodes >= games // 2
    few = cases.episodes < REMEMBERED
    heard: list[frozenset[str]] = []
    for episode in range(plays):
        heard.append(texts_of_play(compiled, seed, episode))
        done(1)
    return Freshness(
        by_name_and_day=_by_heart(cases.of(~new), cases.of(new)),
        remembered=_by_heart(cases.of(few & ~new), cases.of(new)),
        by_day=_by_heart(_nameless(cases.of(~new)), _nameless(cases.of(new))),
        by_name=_by_name(cases.of(~new), cases.of(new)),
        unseen=unseen_shares(heard),
        plays_until_heard=plays_until(heard, HEARD),
    )


def askable(cases: Cases, compiled: Compiled) -> Cases:
    """The cases of mornings on which a proposal is open: before them nobody asks, so nothing is to be known by heart.

    Without this, the mornings before the first question would flatter whoever knows nothing but the day.
    """
    opens = compiled.rules.moves.opens[compiled.rules.moves.index("propose")]
    return cases.of(cases.days >= opens)


def _by_name(known: Cases, new: Cases) -> float:
    """How well the name tells who is ready among all who are there on the same day; days count by their cases."""
    total = weight = 0.0
    for day in np.unique(new.days):
        before, here = known.of(known.days == day), new.of(new.days == day)
        pairs = float(here.ready.sum()) * float((~here.ready).sum())
        if pairs:
            total += pairs * _by_heart(before, here)
            weight += pairs
    return total / weight if weight else 0.5


def _nameless(cases: Cases) -> Cases:
    return Cases(np.zeros_like(cases.names), cases.days, cases.episodes, cases.signs, cases.ready, cases.motives)


def _by_heart(known: Cases, new: Cases) -> float:
    """How well new games are told by how often each name was ready on each day of those that are known."""
    width = int(max(known.days.max(initial=0), new.days.max(initial=0))) + 2
    places = int(max(known.names.max(initial=0), new.names.max(initial=0))) + 2
    return area(shares_by_heart(known, width, places)[new.names + 1, new.days], new.ready)


def texts_of_play(compiled: Compiled, seed: int, episode: int) -> frozenset[str]:
    """All texts that a patient player meets in a game: wordings by their keys, bios and posts as they stand."""
    session, bot = Session(begun(compiled, seed, episode)), bots()["patient"]
    while not session.finished:
        play_session_day(session, bot)
    story, people = session.playthrough.story, session.playthrough.people
    pages = [item.text for thread in story.threads.values() for item in thread if item.kind == "page"]
    return frozenset([*story.wordings.used, *pages, *(person.bio for person in people.values())])


def unseen_shares(plays: Sequence[frozenset[str]]) -> tuple[float, ...]:
    """The share of the texts of each play that none before had.

    >>> unseen_shares([frozenset("ab"), frozenset("bc"), frozenset("ab")])
    (1.0, 0.5, 0.0)
    """
    known: frozenset[str] = frozenset()
    shares = []
    for texts in plays:
        shares.append(len(texts - known) / max(1, len(texts)))
        known |= texts
    return tuple(shares)


def plays_until(plays: Sequence[frozenset[str]], share: float) -> int:
    """After how many plays a share of all texts that are ever met has been met.

    >>> plays_until([frozenset("ab"), frozenset("bc"), frozenset("abd")], 0.7)
    2
    """
    everything = frozenset().union(*plays)
    known: frozenset[str] = frozenset()
    for number, texts in enumerate(plays, 1):
        known |= texts
        if len(known) >= share * len(everything):
            return number
    return len(plays)
