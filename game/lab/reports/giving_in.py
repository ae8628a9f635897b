"""Demands, such as to write to everybody: what comes of giving in to them, and what makes the difference."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.bots.registry import bots
from game.engine.sight import answers_of_bots
from game.lab.playing.games import Game, play_games
from game.lab.reports.statistics import sign_test
from game.scenario.compiling.compile import Compiled
from game.scenario.compiling.compiled_timeline import Effect

CLEAR = 0.001  # chance of such a lead, or a larger one, if neither were better
LEAD = 0.05  # of the games: a goal is reached so much more often
POINTS = 1.0  # of the score
COURTING = "patient"


@dataclass(frozen=True)
class GivingIn:
    """The demands of a scenario, and the games of the courting bot that gives in to them."""

    demands: tuple[str, ...]  # ids of the events
    rewarded: bool  # whether an answer that gives in brings something besides the move that it makes
    hours: float  # a day, that the other answers take from then on, 0 or less
    today: float  # hours that they take of their day alone, 0 or less
    games: tuple[Game, ...]  # giving in
    spared: Callable[[], tuple[Game, ...]]  # not giving in, where the other answers take no hours


@dataclass(frozen=True)
class Paid:
    """A goal, or the score, that is better served by giving in."""

    giving_in: float  # share of the games, or points
    without: float
    by_hours: float | None  # the same without giving in and without the cost of hours, if then nothing is better served


def demands_of(compiled: Compiled) -> tuple[str, ...]:
    """Ids of the events with an answer that does people a faux pas, such as to write to everybody."""
    return tuple(
        name
        for name, event in zip(compiled.scenario.timeline, compiled.events, strict=True)
        if any(map(_is_faux_pas, event.answers))
    )


def games_of_giving_in(compiled: Compiled, seed: int, courted: Sequence[Game]) -> tuple[Game, ...]:
    """The games of the courting bot once more, obeying each demand; none where nothing is demanded of it.

    Args:
        compiled: the scenario.
        seed: of the games.
        courted: the games of the courting bot.
    """
    if not courted or not demands_of(compiled):
        return ()
    return play_games(compiled, replace(bots()[COURTING], gives_in=True), seed, _episodes(courted), "", COURTING)


def given_in(compiled: Compiled, seed: int, courted: Sequence[Game], games: tuple[Game, ...]) -> GivingIn:
    """What there is to judge giving in by.

    Args:
        compiled: the scenario.
        seed: of the games.
        courted: the games of the courting bot.
        games: what `games_of_giving_in` gave.
    """
    demands = demands_of(compiled)
    tempting, upright = answers_of_bots(compiled)
    numbers = [compiled.numbers.events[name] for name in demands]
    pairs = [(compiled.events[i].answers[tempting[i]], compiled.events[i].answers[upright[i]]) for i in numbers]
    hours, today = (sum(min(0.0, taken(honest)) for _, honest in pairs) for taken in (_hours, _today))

    def spared() -> tuple[Game, ...]:
        free = replace(compiled, events=tuple(
            replace(event, answers=tuple(map(_without_hours, event.answers))) if number in numbers else event
            for number, event in enumerate(compiled.events)
        ))  # fmt: skip
        return play_games(free, bots()[COURTING], seed, _episodes(courted), "", COURTING)

    return GivingIn(demands, any(map(_rewards, (obeyed for obeyed, _ in pairs))), hours, today, games, spared)


def paid(given: GivingIn, courted: Sequence[Game], value: Callable[[Game], float], least: float) -> Paid | None:
    """What giving in pays by a figure of the games, and whether the hours of the other answer make it pay.

    Args:
        given: the demands.
        courted: the games of the courting bot.
        value: of a game.
        least: so much must giving in be ahead.
    """
    more = lead(paired(given.games, courted), value, least)
    if more is None:
        return None
    by_hours = None
    if given.hours < 0.0 or given.today < 0.0:
        spared = given.spared()
        if lead(paired(given.games, spared), value, least) is None:
            by_hours = float(np.mean([value(game) for game in spared]))
    return Paid(*more, by_hours)


def paired(games: Sequence[Game], others: Sequence[Game]) -> list[tuple[Game, Game]]:
    """Games of the same people and the same chance."""
    by_episode = {game.episode: game for game in others}
    return [(game, by_episode[game.episode]) for game in games if game.episode in by_episode]


def lead(pairs: list[tuple[Game, Game]], value: Callable[[Game], float], least: float) -> tuple[float, float] | None:
    """Means of both sides if the first is clearly ahead, game by game; else nothing."""
    one, other = (np.array([value(pair[side]) for pair in pairs]) for side in (0, 1))
    if not pairs or one.mean() - other.mean() < least:
        return None
    wins, losses = int((one > other + 1e-9).sum()), int((other > one + 1e-9).sum())
    return (float(one.mean()), float(other.mean())) if sign_test(wins, losses) < CLEAR else None


def _episodes(games: Sequence[Game]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.array(sorted(game.episode for game in games))


def _is_faux_pas(answer: Effect) -> bool:
    return answer.imposed is not None and answer.imposed.faux_pas


def _hours(answer: Effect) -> float:
    return 0.0 if answer.change is None else answer.change.hours


def _today(answer: Effect) -> float:
    return 0.0 if answer.change is None else answer.change.hours_today


def _rewards(answer: Effect) -> bool:
    """Whether an answer brings trust, interest, hours or content."""
    change = answer.change
    return change is not None and (
        max(change.trust, change.interest, change.hours, change.hours_today) > 0.0 or bool(change.unlocked.any())
    )


def _without_hours(answer: Effect) -> Effect:
    """An answer that takes no hours."""
    change = answer.change
    if change is None:
        return answer
    return replace(
        answer, change=replace(change, hours=max(0.0, change.hours), hours_today=max(0.0, change.hours_today))
    )
