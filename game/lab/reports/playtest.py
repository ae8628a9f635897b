"""A playtest: what becomes of a scenario's goals, events and contents when many games are played by each bot."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Bot
from game.bots.contract import PromiseVerdict, player_named
from game.bots.registry import bots
from game.lab.playing.games import Game
from game.lab.playing.outcome_figures import FIGURES
from game.lab.playing.players import Player, bot_of
from game.lab.playing.run import Results
from game.lab.reports.statistics import Spread, spread
from game.lab.reports.unchosen import BY_HAND, hanging_on_people
from game.model.arrays import Array
from game.scenario import Scenario, in_words
from game.scenario.format.condition_words import shown_names
from game.scenario.format.schema_story import Event


@dataclass(frozen=True)
class Reached:
    """How often a goal was reached, and when."""

    share: float  # 0..1 of the games
    median_day: float | None  # of the games that reached it


@dataclass(frozen=True)
class Played:
    """How one bot fared over its games."""

    games: int
    figures: Mapping[str, Spread]
    goals: Mapping[str, Reached]


@dataclass(frozen=True)
class Playtest:
    """What a playtest found of a scenario."""

    bots: Mapping[str, Played]  # the best first
    never_happened: Mapping[str, str]  # events, with what they wait for
    never_used: tuple[str, ...]  # contents
    games: int


def reached(days: list[int]) -> Reached:
    """From the day of each game, 0 where it was never reached.

    >>> reached([0, 4, 8, 0])
    Reached(share=0.5, median_day=6.0)
    """
    came = [d for d in days if d]
    return Reached(len(came) / len(days), float(np.median(came)) if came else None)


def _played(games: tuple[Game, ...], scenario: Scenario) -> Played:
    figures = np.array([g.figures for g in games])
    return Played(
        len(games),
        {name: spread(figures[:, i]) for i, name in enumerate(FIGURES)},
        {name: reached([g.goals[i] for g in games]) for i, name in enumerate(scenario.goals)},
    )


def waits_for(event: Event, scenario: Scenario) -> str:
    """What an event needs in order to happen, in words."""
    if event.day is not None:
        return f"it is due on {event.days_said}, of {scenario.days}"
    names = shown_names(scenario)
    return f"it waits until {in_words(event.when, names)}" if event.when is not None else "it waits for nothing"


@dataclass(frozen=True)
class ShownGame:
    """A game worth looking at."""

    bot: Bot
    episode: int
    why: str  # one sentence


def scores_of(results: Results, games: int) -> dict[str, Array]:
    """Scores (games,) of the bots that have played so many from the first on, for the contract."""
    found = {}
    for player in results.trial.players:
        played = results.of(player.id)[:games]
        if player.kind == "bot" and [g.episode for g in played] == list(range(games)):
            found[player.id] = np.array([g.figure("score") for g in played])
    return found


def worst_game(results: Results, verdicts: tuple[PromiseVerdict, ...]) -> ShownGame:
    """The game that shows the worst of the lesson: of a broken promise, else where patience leads least.

    Where the patient bot has not played against others, the lowest score of whoever played.
    """
    broken = next((v for v in verdicts if not v.kept), None)
    if broken is not None:
        return ShownGame(player_named(broken.player), broken.episode, f"{broken.promise} is broken: {broken.says}")
    trial = results.trial
    compiled = trial.scenario.compiled()
    scores = {p: {g.episode: g.figure("score") for g in results.of(p.id)} for p in trial.players}
    own = next((p for p in trial.players if p.id == "patient" and scores[p]), None)
    if own is None:
        own, leads = next((p, scores[p]) for p in trial.players if scores[p])
        lowest = min(leads, key=lambda e: leads[e])
        return ShownGame(bot_of(own, compiled), lowest, f"{own.id} scores {leads[lowest]:.1f}, its lowest")
    others = {p.id: scores[p] for p in trial.players if p != own and not _sees_more(p)}
    ahead = {
        (episode, name): score - of[episode]
        for name, of in others.items()
        for episode, score in scores[own].items()
        if episode in of
    } or {(e, "nobody"): score for e, score in scores[own].items()}
    episode, name = min(ahead, key=lambda key: ahead[key])
    lead = ahead[episode, name]
    return ShownGame(bot_of(own, compiled), episode, f"patient leads {name} least there, by {lead:.1f} points")


def _sees_more(player: Player) -> bool:
    """Whether it is a bot that sees what is hidden, so that no player can be measured by it."""
    return player.kind == "bot" and bots()[player.id].sees_hidden_state


def playtest(results: Results) -> Playtest:
    """Counts what the games of a trial show; its first setting only."""
    trial = results.trial
    compiled = trial.scenario.compiled()
    by_player = {p.id: games for p in trial.players if (games := results.of(p.id))}
    played = {name: _played(games, compiled.scenario) for name, games in by_player.items()}
    events = np.array([g.events for g in results.games], dtype=np.int64).reshape(len(results.games), -1)
    contents = np.array([g.contents for g in results.games], dtype=np.int64).reshape(len(results.games), -1)
    timeline = compiled.scenario.timeline
    people, by_hand = hanging_on_people(compiled), f"; {BY_HAND}"
    never = [name for i, name in enumerate(timeline) if not events[:, i].any()]
    return Playtest(
        dict(sorted(played.items(), key=lambda item: -item[1].figures["score"].mean)),
        {name: f"{waits_for(timeline[name], compiled.scenario)}{by_hand if name in people else ''}" for name in never},
        tuple(name for i, name in enumerate(compiled.contents) if not contents[:, i].any()),
        len(results.games),
    )
