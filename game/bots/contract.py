"""The contract of a scenario: what it claims to teach, tested by letting bots play it over many games.

A comparison holds when the better bot leads by so many points on average and is ahead in so many games of a hundred,
game by game with the same people and the same chance.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes
from game.bots.play import BLOCK, play
from game.bots.registry import bots
from game.engine.days import outcome_of
from game.engine.position import Position
from game.engine.sight import Sight
from game.engine.timeline import come_to
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.scenario.format.schema import Comparison, NoSingleTrick, WrittenReach

REACHED_IN = 256  # games in which it is asked what can be reached


@dataclass(frozen=True)
class PromiseVerdict:
    """What the test of one promise found."""

    promise: str  # its name in the file
    kept: bool
    says: str  # one sentence with the figures
    episode: int  # a game that shows the worst of it
    player: str  # whose game it is: a bot, or "only MOVE"; `player_named` gives the bot
    other: str = ""  # the bot it is compared with, where there is one
    figure: float = 0.0  # points of the score: the lead over the other bot, or what the move alone reaches
    promised: float = 0.0  # the same, as the file promises it
    ahead: float = 100.0  # games of a hundred in which the better one is ahead


MOST_TESTED = 200
"""Games of each bot for which a contract is tested where it is only one of several things that are looked at."""
ONLY = "only "


def player_named(name: str) -> Bot:
    """A bot of the game, or the one that knows a single move: "patient", "only help".

    Raises:
        KeyError: there is no such bot.
    """
    return single_move_bot(name.removeprefix(ONLY)) if name.startswith(ONLY) else bots()[name]


def scores(compiled: Compiled, bot: Bot, seed: int, games: int) -> Array:
    """Scores of a bot (games,), 0..100."""
    blocks = [np.arange(first, min(games, first + BLOCK)) for first in range(0, games, BLOCK)]
    return np.concatenate([outcome_of(play(compiled, bot, seed, block)).score for block in blocks])


def single_move_bot(move: str) -> Bot:
    """A bot that knows one move only and makes it to everybody in turn, every day."""

    def policy(sight: Sight) -> Wishes:
        wishes = no_wishes(sight)
        return replace(
            wishes,
            move=np.full(wishes.move.shape, sight.number(move)),
            content=sight.best_content if move == "share_resource" else wishes.content,
            priority=np.minimum(sight.ledger.contact_age, 100.0),
        )

    return Bot(ONLY + move, policy, "One move only.", asks=False, posts=False, broadcasts=False, stochastic=False)


def _comparison(name: str, promise: Comparison, score: Callable[[str], Array]) -> list[PromiseVerdict]:
    found = []
    for other in promise.than:
        lead = score(promise.better) - score(other)
        ahead, tied = 100.0 * float((lead > 0).mean()), 100.0 * float((lead == 0).mean())
        kept = float(lead.mean()) >= promise.points and ahead >= promise.games
        says = (
            f"{promise.better} leads {other} by {lead.mean():.1f} points (promised {promise.points:g}) and is ahead in "
            f"{ahead:.0f} of 100 games (promised {promise.games:g})"
        )
        if round(tied):
            says += f"; in {tied:.0f} both score the same, and a tie does not count as ahead"
        worst, mean = int(lead.argmin()), float(lead.mean())
        found.append(
            PromiseVerdict(
                promise=name,
                kept=kept,
                says=says,
                episode=worst,
                player=promise.better,
                other=other,
                figure=mean,
                promised=promise.points,
                ahead=ahead,
            )
        )
    return found


def _reached(position: Position, target: str) -> Array:
    """Who has come to a happy end, stage or end (B, F)."""
    if target == "happy_end":
        return (position.state.happy > 0.5) & (position.ledger.present > 0.5)
    return come_to(position, target)


def _reach(name: str, promise: WrittenReach, compiled: Compiled, final: Mapping[str, Position]) -> list[PromiseVerdict]:
    reached = np.any([_reached(p, promise.reaches).any(axis=0) for p in final.values()], axis=0)
    some = next(iter(final.values()))
    wanted = some.people.human[0] > 0.5
    if promise.every != "follower":
        rows = compiled.rules.motives.ids
        wanted &= (
            some.people.motive[0] == rows.index(promise.every)
            if promise.every in rows
            else np.array([i == promise.every for i in compiled.ids])
        )
    written = np.arange(len(compiled.ids)) < compiled.written
    missing = [compiled.ids[i] for i in np.flatnonzero(wanted & written & ~reached)]
    says = f"every {promise.every} reaches {promise.reaches}" + (f", but not {', '.join(missing)}" if missing else "")
    return [PromiseVerdict(name, not missing, says, 0, "patient" if promise.by == "any_bot" else promise.by)]


def compared(compiled: Compiled) -> tuple[str, ...]:
    """The bots whose scores the contract compares, each once."""
    promises = [p for p in compiled.scenario.contract.values() if isinstance(p, Comparison)]
    return tuple(dict.fromkeys(name for p in promises for name in (p.better, *p.than)))


def check_contract(
    compiled: Compiled, games: int, seed: int = 0, done: Callable[[str], None] = lambda _: None,
    played: Mapping[str, Array] = MappingProxyType({}),
) -> tuple[PromiseVerdict, ...]:  # fmt: skip
    """Tests every promise of a scenario.

    Args:
        compiled: the scenario.
        games: how many games each bot plays.
        seed: of all games; the episode numbers run from 0.
        done: told what has just been played, for a progress bar.
        played: scores (games,) of bots that have played these games already.
    """
    known: dict[str, Array] = dict(played)

    def score(name: str) -> Array:
        if name not in known:
            known[name] = scores(compiled, bots()[name], seed, games)
            done(name)
        return known[name]

    verdicts: list[PromiseVerdict] = []
    for name, promise in compiled.scenario.contract.items():
        if isinstance(promise, Comparison):
            verdicts += _comparison(name, promise, score)
        elif isinstance(promise, WrittenReach):
            fair = {n: b for n, b in bots().items() if not b.sees_hidden_state}  # a player must be able to get there
            players = fair if promise.by == "any_bot" else {promise.by: bots()[promise.by]}
            final = {n: play(compiled, b, seed, np.arange(min(games, REACHED_IN))) for n, b in players.items()}
            verdicts += _reach(name, promise, compiled, final)
        elif isinstance(promise, NoSingleTrick):
            for move in compiled.rules.moves.ids[1:]:
                if compiled.rules.moves.row(move).to_all:
                    continue
                best = scores(compiled, single_move_bot(move), seed, min(games, 100))
                kept = float(best.mean()) < promise.no_move_alone_reaches
                says = f"{move} alone reaches {best.mean():.1f} (must stay below {promise.no_move_alone_reaches:g})"
                verdicts.append(
                    PromiseVerdict(
                        name, kept, says, int(best.argmax()), ONLY + move,
                        figure=float(best.mean()), promised=promise.no_move_alone_reaches,
                    )
                )  # fmt: skip
            done("single moves")
    return tuple(verdicts)
