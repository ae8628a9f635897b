"""The particles of one follower, day by day: lives that they may have, weighed by what they were seen to do."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.coach.hindsight.visible import VisibleDay
from game.engine.days import BARE_POST
from game.engine.position import Position
from game.engine.timeline import impose, nudge
from game.engine.witness import WitnessedDay, witness
from game.model import Choices, Ledger, People, State, readiness
from game.model.acts import shown_to_others, spilled
from game.model.arrays import Array
from game.model.chance import BELIEF_STREAM, where_they_agreed
from game.model.philox import uniforms
from game.model.readings import is_ready
from game.model.signals import YES, among
from game.model.step import acts_of
from game.scenario.compiling.compiled_timeline import Effect

FLOOR = 1e-9
"""The least chance that anything seen is given: what the approximations rule out may have happened all the same."""
FEW = 0.1
"""Share of the particles; when fewer carry the weight, they are drawn anew and moved."""
MOVES = 2
"""How often particles are moved then."""
MANNER = ("proneness", "reciprocity", "sensitivity", "restless", "shows_liking", "shows_dislike", "fit")
"""Traits that hang on no other: a proposal changes either these or all the rest."""
_FACETS, _TIES = {"facets", "hurt"}, {"ties", "tie_weight"}


@dataclass(frozen=True, eq=False)
class _LivedDay:
    """A day as it reached one follower."""

    events: tuple[tuple[int, int], ...]
    seen: WitnessedDay
    move: Array  # (1, 1) row
    post: Array  # (1,) row
    read: Array | None  # (C,) what contents are worth, where the profile was read
    content: int
    post_content: int
    partner: float  # what an introduction is worth; 1 where there is none


def column_of(value: Any, column: int) -> Any:
    """One follower of people, state, ledger or signals: (B, 1) arrays, each by itself in memory; ties are left out."""
    found = {}
    for name in type(value).__dataclass_fields__:
        array, some = getattr(value, name), slice(column, column + 1)
        if name in _TIES:
            found[name] = np.zeros((1, 1), dtype=array.dtype)
        elif name == "fit":
            found[name] = array[:, some].copy(order="C")
        else:
            found[name] = array[..., some].copy(order="C")
    return type(value)(**found)


def rows_of(value: Any, rows: Array) -> Any:
    """Some particles of people or a state."""
    found = {}
    for name in type(value).__dataclass_fields__:
        array = getattr(value, name)
        ties, facets = name in _TIES, name in _FACETS
        found[name] = array if ties else array[:, rows] if facets else array[rows]
    return type(value)(**found)


def side_by_side(columns: list[Any]) -> Any:
    """People or states of one follower each (N, 1) as one of all of them (N, F); ties are left out."""
    found = {}
    for name in type(columns[0]).__dataclass_fields__:
        axis = 2 if name in _FACETS else 1
        found[name] = np.concatenate([getattr(column, name) for column in columns], axis=axis)
    return type(columns[0])(**found)


def _mixed(mask: Array, one: Any, other: Any, some: frozenset[str]) -> Any:
    """Where the mask (N,) holds, some of the fields of one; all else of the other."""
    changed = {}
    for name in some:
        array = getattr(one, name)
        spread = mask.reshape((1, -1, 1) if name in _FACETS else (-1, *([1] * (array.ndim - 1))))
        changed[name] = np.where(spread, array, getattr(other, name))
    return replace(other, **changed)


class Track:
    """The particles of one follower, N of them in one column."""

    def __init__(self, first: Position, column: int) -> None:
        self.compiled, self.column, self.seed = first.compiled, column, first.seed
        self.position = first
        self.people: People = column_of(first.people, column)
        self.first: State = column_of(first.dawn, column)
        self.lives = first.lives[:, column : column + 1]
        self.bank = (self.people, self.first, self.lives)
        self.state = self.first
        self.log_weights = np.zeros(len(first.episodes))
        self.log_likelihood = np.zeros(len(first.episodes))
        self.log: list[_LivedDay] = []
        self._kept: tuple[Ledger, Ledger] | None = None
        ties, weights = first.people.ties[column], first.people.tie_weight[column]
        self.ties = [int(other) for other, weight in zip(ties, weights, strict=True) if weight > 0.0]

    @property
    def weights(self) -> Array:
        """Of the particles (N,), summing to 1."""
        found = np.exp(self.log_weights - self.log_weights.max())
        return np.asarray(found / found.sum())

    def effective(self) -> float:
        """Effective sample size: 1 / the sum of the squared weights (Kong, Liu & Wong 1994), 1..N."""
        return float(1.0 / (self.weights**2).sum())

    def motives(self) -> Array:
        """Chances of the motives (M,)."""
        count = len(self.compiled.rules.motives.ids)
        return np.bincount(self.people.motive[:, 0], self.weights, count)

    def ready(self, ledger: Ledger, bar: float) -> float:
        """Chance that they are there, would buy, and are so likely to that waiting longer gains nothing.

        Args:
            ledger: of this morning.
            bar: the likelihood of a yes from which waiting longer gains nothing today.
        """
        book = self._book(ledger)
        likely = readiness(self.state, book, self.people, self.compiled.rules.params)
        return float(self.weights @ is_ready(likely, bar, book, self.people)[:, 0])

    def open(self, events: tuple[tuple[int, int], ...], ledger: Ledger) -> None:
        """What the morning's events and their answers did."""
        if events:
            self.state = self._opened(events, self.state, self.people, self._book(ledger))

    def _book(self, ledger: Ledger) -> Ledger:
        """This follower's column of a ledger; the last one is kept, since a morning asks for it several times."""
        if self._kept is None or self._kept[0] is not ledger:
            self._kept = ledger, column_of(ledger, self.column)
        return self._kept[1]

    def _opened(self, events: tuple[tuple[int, int], ...], state: State, people: People, ledger: Ledger) -> State:
        for number, _ in events:
            state = self._apply(self.compiled.events[number].effect, state, people, ledger)
        for number, answer in events:
            if answer >= 0:
                state = self._apply(self.compiled.events[number].answers[answer], state, people, ledger)
        return state

    def _apply(self, effect: Effect, state: State, people: People, ledger: Ledger) -> State:
        """What an effect does to this one follower."""
        some, imposed, change = slice(self.column, self.column + 1), effect.imposed, effect.change
        rows = np.ones(len(state.need), dtype=bool)
        position = replace(self.position, people=people, state=state, ledger=ledger)
        if imposed is not None and imposed.who[self.column]:
            position = impose(position, rows, replace(imposed, who=imposed.who[some]))
        if change is not None:
            position = nudge(position, rows, change.who[some], change.trust, change.interest)
        return position.state

    def _choices(self, lived: _LivedDay, people: People) -> Choices:
        fit, post = np.full((1, 1), lived.partner), np.full((1, 1), BARE_POST)
        if lived.content >= 0:
            fit = self._worth(lived, people, lived.content)
        if lived.post_content >= 0:
            post = self._worth(lived, people, lived.post_content)
        return Choices(lived.move, fit, lived.post, post)

    @staticmethod
    def _worth(lived: _LivedDay, people: People, content: int) -> Array:
        if lived.read is not None:
            return np.full((1, 1), lived.read[content])
        return np.ascontiguousarray(people.fit[:, :, content])

    def heard(self, day: VisibleDay, others: tuple[float, float], partners: Array) -> _LivedDay:
        """A day as it reached this follower."""
        some, plan = self.column, day.plan
        seen = WitnessedDay(
            self._book(day.ledger), day.evening.bought[:, some : some + 1], column_of(day.signals, some),
            (np.full((1, 1), others[0]), np.full((1, 1), others[1])), day.day,
        )  # fmt: skip
        return _LivedDay(
            events=day.happened,
            seen=seen,
            move=plan.move[:, some : some + 1],
            post=plan.post,
            read=day.seems[0, some] if day.ledger.looked[0, some] > 0.5 else None,
            content=int(plan.content[0, some]),
            post_content=int(plan.post_content[0]),
            partner=float(partners[0, some]),
        )

    def shown(self, day: VisibleDay) -> tuple[float, float]:
        """What the day's move to this follower shows to whoever knows them, at its mean over the particles."""
        lived, p = self.heard(day, (0.0, 0.0), np.ones(day.plan.move.shape)), self.compiled.rules.params
        noise = where_they_agreed(among(lived.seen.signals.reaction, YES))
        book = lived.seen.ledger
        act, _ = acts_of(self._choices(lived, self.people), self.state, book, self.people, noise, self.compiled.rules)
        good, bad = shown_to_others(act, self.state, book, self.people, p)
        return float(self.weights @ good[:, 0]), float(self.weights @ bad[:, 0])

    def watched(self, shown: dict[int, tuple[float, float]]) -> tuple[float, float]:
        """Evidence for and against you in what was done to those whom this follower knows."""
        good = sum(shown[other][0] for other in self.ties if other in shown)
        bad = sum(shown[other][1] for other in self.ties if other in shown)
        found = spilled(np.array([good]), np.array([bad]), self.compiled.rules.params)
        return float(found[0][0]), float(found[1][0])

    def live(self, lived: _LivedDay) -> None:
        """Goes on by a day: particles are weighed by what was seen, and moved when few of them carry the weight."""
        self.state, chance = witness(
            self.state, lived.seen, self._choices(lived, self.people), self.people, self.compiled.rules
        )
        self.log.append(lived)
        gained = np.log(np.maximum(chance[:, 0], FLOOR))
        self.log_weights = self.log_weights + gained
        self.log_likelihood = self.log_likelihood + gained
        if self.effective() < FEW * len(gained):
            self._renew(lived.seen.day)

    def _renew(self, day: int) -> None:
        """Draws the particles anew by their weights, and moves them towards other lives that explain all that was seen.

        Systematic resampling, then Metropolis-Hastings moves whose proposals are lives of the scenario's own: a
        proposal is taken with the chance of the ratio of likelihoods.
        """
        count, column = len(self.log_weights), np.array([self.column])
        start = float(uniforms(self.seed, column, day, 1, BELIEF_STREAM)[0][0, 0])
        rows = np.searchsorted(np.cumsum(self.weights), (start + np.arange(count)) / count).clip(0, count - 1)
        self._take(rows)
        for number in range(MOVES):
            which, coin = (u[:, 0] for u in self._dice(day, BELIEF_STREAM + 1 + 2 * number))
            chance = self._dice(day, BELIEF_STREAM + 2 + 2 * number)[0][:, 0]
            self._move((which * count).astype(np.int64), coin < 0.5, chance)
        self.log_weights = np.zeros(count)

    def _dice(self, day: int, stream: int) -> tuple[Array, Array]:
        episodes = np.arange(len(self.log_weights)) + self.column * len(self.log_weights)
        return uniforms(self.seed, episodes, day, 1, stream)

    def _take(self, rows: Array) -> None:
        self.people, self.state, self.first = (rows_of(v, rows) for v in (self.people, self.state, self.first))
        self.lives, self.log_likelihood = self.lives[rows], self.log_likelihood[rows]

    def _move(self, which: Array, manner: Array, chance: Array) -> None:
        """One move of every particle; where `manner` holds, of its manner alone, else of all but that."""
        people, first, lives = rows_of(self.bank[0], which), rows_of(self.bank[1], which), self.bank[2][which]
        names = frozenset(People.__dataclass_fields__) - _TIES
        other = _mixed(manner, people, self.people, frozenset(MANNER))
        other = _mixed(~manner, people, other, names - frozenset(MANNER))
        start = _mixed(~manner, first, self.first, frozenset(State.__dataclass_fields__))
        state, likelihood = self._again(other, start)
        yes = chance < np.exp(np.minimum(0.0, likelihood - self.log_likelihood))
        self.people = _mixed(yes, other, self.people, names)
        self.state = _mixed(yes, state, self.state, frozenset(State.__dataclass_fields__))
        self.first = _mixed(yes, start, self.first, frozenset(State.__dataclass_fields__))
        self.lives = np.where((yes & ~manner)[:, None], lives, self.lives)
        self.log_likelihood = np.where(yes, likelihood, self.log_likelihood)

    def _again(self, people: People, state: State) -> tuple[State, Array]:
        """All days so far for other lives: where they stand, and how likely they make what was seen, as a logarithm."""
        total = np.zeros(len(self.log_weights))
        for lived in self.log:
            state = self._opened(lived.events, state, people, lived.seen.ledger)
            state, chance = witness(state, lived.seen, self._choices(lived, people), people, self.compiled.rules)
            total += np.log(np.maximum(chance[:, 0], FLOOR))
        return state, total
