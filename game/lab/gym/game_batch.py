"""A batch of games that agents play day by day: what both environments stand on. The engine is stepped once for all."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.bots.bot import Bot, within_attention
from game.bots.play import answered_events
from game.bots.simple import sleeper
from game.engine.batch import Batch
from game.engine.days import begin, outcome_of
from game.engine.position import Position
from game.engine.sight import Sight, see
from game.lab.gym.acting import Possible, possibilities, repertoire_of, wishes_of
from game.lab.gym.seeing import layout_of, observed
from game.lab.playing.outcome_figures import FIGURES
from game.model.arrays import Array
from game.model.state import Ledger
from game.scenario.compiling.compile import Compiled


@dataclass(frozen=True, eq=False)
class Lived:
    """What a day brought to B games."""

    reward: Array  # (B,) float64
    dropped: Array  # (B,) int64, things that were wanted and could not be done
    over: bool  # the last day has passed


def promise(ledger: Ledger) -> Array:
    """How well things look (B,), 0..1, by visible signs alone: warm answers, fewer cool ones, purchases.

    It is what shaping rewards are the differences of.
    """
    warmth = ledger.warm / (2.0 + ledger.warm + 2.0 * ledger.cool)
    return np.asarray((ledger.present * (0.5 * warmth + 0.5 * np.minimum(1.0, ledger.bought))).mean(axis=1))


class Games:
    """B games on one morning.

    Args:
        compiled: the scenario.
        gives_in: obeys when an event pushes; otherwise the upright answer is given.
        shaping: weight of the shaping reward, 0 for none.
        discount: what the learner discounts by, for the shaping to leave the best way of playing as it is.
    """

    def __init__(
        self, compiled: Compiled, *, gives_in: bool = False, shaping: float = 0.0, discount: float = 1.0
    ) -> None:
        self.compiled = compiled
        self._gives_in = gives_in
        self._lived: list[Array] = []  # the actions of the days so far, to come back after having been pickled
        self.repertoire = repertoire_of(compiled)
        self.layout = layout_of(compiled, self.repertoire.moves)
        self._shaping, self._discount = shaping, discount
        self._answers = Bot(
            "agent", sleeper, "Answers events for an agent.", asks=False, posts=False, broadcasts=False,
            stochastic=False, gives_in=gives_in,
        )  # fmt: skip
        self.position: Position
        self._batch: Batch
        self.sight: Sight
        self.possible: Possible

    def begin(self, seed: int, episodes: Array) -> None:
        """The first morning.

        Args:
            seed: 0..2**32 − 1.
            episodes: (B,) numbers.
        """
        first = begin(self.compiled, seed, episodes)
        self._batch = Batch(first)
        self._lived = []
        self._wake(first)

    def _wake(self, position: Position) -> None:
        sight = see(position)
        if (position.fresh & ~position.answered).any():
            position = answered_events(position, self._answers, sight)
            sight = see(position)
        self.position, self.sight = position, sight
        self.possible = possibilities(sight, self.repertoire)
        if position.finished:
            nothing = self.possible
            moves, posts = np.zeros_like(nothing.moves), np.zeros_like(nothing.posts)
            moves[..., 0], posts[..., 0] = True, True
            self.possible = replace(nothing, moves=moves, posts=posts)

    def live(self, actions: Array) -> Lived:
        """A day and its night.

        Args:
            actions: (B, F + 1) numbers within `repertoire.sizes`.
        """
        wishes = wishes_of(actions, self.possible, self.sight, self.repertoire)
        plan = within_attention(wishes, self.sight)
        done = (plan.move > 0).sum(axis=1) + (plan.post > 0)
        before = promise(self.position.ledger)
        following = self._batch.play_day(self.position, plan)
        self._wake(following)
        self._lived.append(actions.copy())
        over = following.finished
        reward = outcome_of(following).score / 100.0 if over else np.zeros(len(actions))
        if self._shaping:
            after = np.zeros(len(actions)) if over else promise(following.ledger)
            reward = reward + self._shaping * (self._discount * after - before)
        return Lived(np.asarray(reward, dtype=np.float64), (actions > 0).sum(axis=1) - done, over)

    @property
    def lived(self) -> list[Array]:
        """The actions of the days so far, (B, F + 1) each; another list as soon as other games have begun."""
        return self._lived

    @property
    def gives_in(self) -> bool:
        """Whether an event that pushes is obeyed."""
        return self._gives_in

    def __getstate__(self) -> dict[str, Any]:
        """What it takes to play the same days again; the memory of the kernel is no thing to be sent anywhere."""
        begun = (self.position.seed, self.position.episodes) if hasattr(self, "position") else None
        return {
            "compiled": self.compiled, "gives_in": self._gives_in, "shaping": self._shaping, "discount": self._discount,
            "begun": begun, "lived": tuple(self._lived),
        }  # fmt: skip

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(  # type: ignore[misc]
            state["compiled"], gives_in=state["gives_in"], shaping=state["shaping"], discount=state["discount"]
        )
        if state["begun"] is not None:
            self.begin(*state["begun"])
        for actions in state["lived"]:
            self.live(actions)

    def observe(self) -> dict[str, Array]:
        """What is seen: `account` (B, A) and `followers` (B, F, K), new arrays."""
        return observed(self.sight, self.layout)

    def figures(self) -> dict[str, Array]:
        """How the games stand: each of the lab's figures (B,). Hidden while a game goes on."""
        result = outcome_of(self.position)
        return {name: np.asarray(getattr(result, name), dtype=np.float64) for name in FIGURES}

    def morning_in_words(self, row: int) -> str:
        """Tells the morning of one game in words."""
        from game.model.signals import Signal

        if self.position.finished:
            return f"It is over after {self.sight.days} days: score {self.figures()['score'][row]:.1f}."
        lines = [f"Day {self.sight.day} of {self.sight.days}, {self.sight.hours[row]:g} hours"]
        signals = self.sight.signals
        for column, name in enumerate(self.compiled.ids):
            kinds = ("tell", "reaction", "initiative") if signals is not None else ()
            came = [getattr(signals, kind)[row, column] for kind in kinds]
            words = [Signal(int(s)).id.replace("_", " ") for s in came if s]
            if words:
                lines.append(f"  {name}: {', '.join(words)}")
        return "\n".join(lines)
