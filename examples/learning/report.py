"""How a way of playing does, and when it asks: the same figures for an agent and for bots, over the same games."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from game.bots.bot import Bot
from game.bots.play import play
from game.engine.days import outcome_of
from game.engine.position import DayPlan, Position
from game.lab.reports.statistics import difference
from game.scenario.compiling.compile import Compiled


@dataclass
class Asking:
    """When proposals and pitches were made, and what came of them."""

    days: Counter[int] = field(default_factory=Counter)
    accepted: int = 0
    after_need: int = 0  # to somebody whose need had shown before

    def watch(self, morning: Position, _plan: DayPlan, after: Position) -> None:
        """A day has passed."""
        asked = after.ledger.asks > morning.ledger.asks
        self.days[morning.day] += int(asked.sum())
        self.accepted += int((asked & (after.ledger.bought > morning.ledger.bought)).sum())
        self.after_need += int((asked & (morning.ledger.needs > 0)).sum())

    @property
    def count(self) -> int:
        """How many in all."""
        return sum(self.days.values())


@dataclass(frozen=True)
class Played:
    """Some games of one way of playing."""

    name: str
    scores: np.ndarray  # (N,)
    customers: float  # a game
    following: float  # share
    asking: Asking


def games_of(bot: Bot, compiled: Compiled, seed: int, games: int) -> Played:
    """Plays episodes 0.. of a seed."""
    asking = Asking()
    result = outcome_of(play(compiled, bot, seed, np.arange(games), asking.watch))
    return Played(bot.id, result.score, float(result.bought.mean()), float(result.following.mean()), asking)


def figures(agent: Played, others: list[Played], days: int) -> dict[str, object]:
    """All figures, for JSON."""
    told: dict[str, object] = {}
    for one in (agent, *others):
        asks = one.asking
        told[one.name] = {
            "score": float(one.scores.mean()),
            "customers": one.customers,
            "following": one.following,
            "asks_a_game": asks.count / len(one.scores),
            "accepted": asks.accepted / max(1, asks.count),
            "after_need": asks.after_need / max(1, asks.count),
            "asks_by_day": [asks.days[day] for day in range(1, days + 1)],
        }
    leads = {o.name: difference(agent.scores, o.scores) for o in others}
    told["leads"] = {n: {"mean": d.mean, "low": d.low, "high": d.high, "wins": d.wins} for n, d in leads.items()}
    return told


def text_of(agent: Played, others: list[Played], days: int) -> str:
    """The report as a person reads it."""
    lines = [f"{'':12}{'score':>7}{'customers':>11}{'following':>11}{'asks':>7}{'accepted':>10}{'need shown':>12}"]
    for one in (agent, *others):
        asks, games = one.asking, len(one.scores)
        lines.append(
            f"{one.name:12}{one.scores.mean():7.1f}{one.customers:11.1f}{100 * one.following:9.0f} %"
            f"{asks.count / games:7.1f}{100 * asks.accepted / max(1, asks.count):8.0f} %"
            f"{100 * asks.after_need / max(1, asks.count):10.0f} %"
        )
    lines += ["", "asks: proposals and pitches a game; accepted: of a hundred; need shown: to whom a need had shown."]
    for other in others:
        lead = difference(agent.scores, other.scores)
        lines.append(
            f"against {other.name}: {lead.mean:+.1f} points, 95 % interval {lead.low:+.1f} to {lead.high:+.1f}, "
            f"ahead in {lead.wins} of {lead.games} games"
        )
    most = max(1, *agent.asking.days.values()) if agent.asking.count else 1
    lines += ["", "When it asks, by day:"]
    for day in range(1, days + 1):
        count = agent.asking.days[day]
        lines.append(f"{day:4} {'█' * round(40 * count / most):40} {count / len(agent.scores):.2f} a game".rstrip())
    return "\n".join(lines)
