"""A panel of simulated followers: the protocol of an experiment in a few verbs.

Every verb calls the functions that `game.model.step` is made of, in its order: an act is absorbed and answered at
once, a night passes when somebody waits. Reading never changes anything.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from game.evidence.crowd import current, default_crowd
from game.evidence.panel_readings import Readings
from game.evidence.stimuli import REPERTOIRE
from game.model import moves
from game.model.acts import Act, absorb, seen_by_others
from game.model.arrays import Array
from game.model.cast import motives
from game.model.cast.people import draw_people, first_ledger, first_state
from game.model.chance import EXPERIMENT_STREAM, Noise, draw
from game.model.moves import ASKS_FROM, ATTRIBUTES, Move, MoveTable
from game.model.overnight.night import conclude, forget, grow_needs, initiate, left_waiting, react
from game.model.overnight.tells import bounds, tell
from game.model.parameters import Params
from game.model.philox import uniforms
from game.model.remembering import grow_older, note_acts, note_signals  # fmt: skip
from game.model.signals import Signal, Signals
from game.model.state import Ledger, People
from game.model.step import Rules, direct_act, harmed, post_act

DECENT = 0.8  # worth of what is shared when nothing else is said


class Panel(Readings):
    """An arm of an experiment: followers drawn from the game's default crowd.

    Two panels of one seed hold the same people with the same luck, so that arms differ by their treatment alone.
    """

    def __init__(
        self,
        followers: int | None = None,
        seed: int = 0,
        motive: str | None = None,
        trust: float | None = None,
        *,
        circle: int = 1,
        days: int = 60,
        params: Params | None = None,
        **traits: Any,
    ) -> None:
        """Draws the arm.

        Args:
            followers: 1.., 5,000 unless the run says otherwise.
            seed: 0..2**32 − 1.
            motive: one of the game's motives for everybody; without it the default mix.
            trust: 0..1, trust of everybody on the first day; without it as people differ.
            circle: 1..64, how many know each other and see each other's public moments; divides `followers`.
            days: within which needs come up.
            params: constants other than the shipped ones.
            **traits: fields of `game.model.People` to fix, one number or one per follower (`mutual=0`).

        Raises:
            KeyError: no such motive.
            ValueError: no such trait, or followers that do not divide into circles.
        """
        lab = current.get()
        self.followers = followers or lab.followers
        if self.followers % circle:
            raise ValueError(f"expected followers in circles of {circle}, got {self.followers}")
        rows = motives.table()
        self._rules = Rules(params or lab.params, moves.table(REPERTOIRE), rows)
        self._seed, self._shape = seed, (self.followers // circle, circle)
        self._episodes = np.arange(self._shape[0])
        self._circle = circle
        cast = default_crowd(circle, circle, -1 if motive is None else rows.index(motive),
                             -1.0 if trust is None else trust, days)  # fmt: skip
        known = {f.name for f in fields(People)} - {"ties", "tie_weight", "fit"}
        if unknown := sorted(set(traits) - known):
            raise ValueError(f"there is no trait {unknown[0]!r}; there are: {', '.join(sorted(known))}")
        people = draw_people(cast, self._rules, seed, self._episodes)
        self._people = replace(people, **{name: self._grid(value).copy() for name, value in traits.items()})
        self._state = first_state(cast, self._people, self._rules, seed, self._episodes)
        self._ledger = first_ledger(self._people)
        self.day = 1
        self._begin_day()

    # verbs

    def do(
        self,
        move: str | Move,
        who: Array | None = None,
        content: int | None = None,
        fit: float | Array | None = None,
        delay: float | None = None,
        public: float | None = None,
    ) -> Array:
        """Makes a move to everybody, or to some; several a day are allowed.

        Args:
            move: id of a move of the game or of `STIMULI`, or a `Move` of your own.
            who: (followers,) boolean; everybody if left out.
            content: 0..9, content that is shared; its worth follows from what each of them loves.
            fit: 0..1 instead, one number or one each; 0.8 if neither is given.
            delay: days since the message or favour that this answers, if it is not the real one that counts.
            public: 0..1 instead of the move's own publicity.

        Returns:
            (followers,) boolean, who said yes to what the move asked of them.
        """
        row = self._row(move)
        told = self._told(who, row)
        worth = self._people.fit[:, :, content] if content is not None else self._grid(DECENT if fit is None else fit)
        changes = {} if public is None else {"public": np.full((1, 1), float(public))}
        return self._act(told, worth, changes, self._delayed(delay))

    def mix(
        self, kinds: Sequence[str | Move], which: Array, fit: float | Array = DECENT, delay: float | None = None
    ) -> Array:
        """Makes another direct move to each: the one of `kinds` that `which` names.

        Args:
            kinds: direct moves, as in `do`.
            which: (followers,) index into them, below 0 for none.
            fit: as in `do`.
            delay: as in `do`.

        Returns:
            (followers,) boolean, who said yes to what the move asked of them.
        """
        rows = np.array([self._row(kind) for kind in kinds])
        index = np.asarray(which).astype(np.int64).reshape(self._shape)
        told = np.where((index >= 0) & (self._ledger.present > 0.5), np.take(rows, index, mode="clip"), 0)
        return self._act(told, self._grid(fit), {}, self._delayed(delay))

    def asks(self, size: float, who: Array | None = None) -> Array:
        """Asks for something of this size and draws the answers; an ask has consequences.

        Args:
            size: 0..1: 0.05 an answer, 0.4 a share, 0.7 a purchase.
            who: (followers,) boolean.

        Returns:
            (followers,) boolean, who said yes.
        """
        ask = Move("ask", 0.0, exposure=0.5, pressure=0.1, ask=float(size), personal=0.5, invites_reply=0.6)
        told = self._told(who, self._row(ask))
        return self._act(told, self._grid(1.0), {}, self._ledger, asks_from=0.0)

    def receive(self, signal: str | Signal, who: Array | None = None) -> None:
        """Lets followers act first: share, ask, complain, tell good news.

        Args:
            signal: one of `game.model.Signal` or its id, such as "share_plain", "question", "complaint".
            who: (followers,) boolean.

        Raises:
            KeyError: no such signal.
        """
        code = signal if isinstance(signal, Signal) else Signal[signal.upper()]
        here = self._mask(who) & (self._ledger.present > 0.5)
        none = np.zeros(self._shape, np.int8)
        signals = Signals(none, (here * code).astype(np.int8), none)
        self._state = conclude(signals, self._state, self._ledger, self._people, self.params)
        self._ledger = note_signals(signals, self._ledger)

    def wait(self, days: int = 1) -> "Panel":
        """Lets nights pass: followers act of their own accord, forget, and some of them go."""
        for _ in range(days):
            self._night()
        return self

    def leave(self, who: Array) -> None:
        """Takes the follow of some away, by force."""
        self._ledger = replace(self._ledger, present=np.where(self._mask(who), 0.0, self._ledger.present))

    def join(self, who: Array) -> None:
        """Makes some follow (again), by force: the flag is set, nothing else."""
        mask = self._mask(who)
        self._ledger = replace(
            self._ledger,
            present=np.where(mask, 1.0, self._ledger.present),
            follow_age=np.where(mask, 0.0, self._ledger.follow_age),
        )

    def fork(self) -> "Panel":
        """A second arm with the same history and the same luck."""
        twin = object.__new__(Panel)
        twin.__dict__.update(self.__dict__)
        return twin

    # inside

    def _grid(self, value: float | Array) -> Array:
        return np.broadcast_to(np.asarray(value, dtype=np.float64).reshape(
            self._shape if np.size(value) > 1 else (1, 1)), self._shape)  # fmt: skip

    def _mask(self, who: Array | None) -> Array:
        if who is None:
            return np.ones(self._shape, dtype=bool)
        return np.broadcast_to(np.asarray(who, dtype=bool), (self.followers,)).reshape(self._shape)

    def _told(self, who: Array | None, row: int) -> Array:
        """Rows of the move for those who are told, in a shape that spreads; the gone absorb nothing anyhow."""
        if who is None:
            return np.full((1, 1), row)
        return (self._mask(who) & (self._ledger.present > 0.5)).astype(np.int64) * row

    def _delayed(self, delay: float | None) -> Ledger:
        """The ledger as if their message and favour were so many days old."""
        if delay is None:
            return self._ledger
        age = np.full(self._shape, float(delay))
        return replace(self._ledger, waiting=age, shared_age=age)

    def _row(self, move: str | Move) -> int:
        if isinstance(move, str):
            return self._rules.moves.index(move)
        table = self._rules.moves
        for row, known in enumerate(table.ids):
            if known == move.id and table.row(row) == move:
                return row
        columns = {name: np.append(table.columns[name], getattr(move, name)) for name in ATTRIBUTES}
        opens = np.append(table.opens, 1.0)
        self._rules = replace(self._rules, moves=MoveTable((*table.ids, move.id), columns, opens))
        return len(table.ids)

    def _begin_day(self) -> None:
        self._acts = 0
        self._noise = draw(self._seed, self._episodes, self.day, self._circle)
        self._reaction = np.zeros(self._shape, np.int8)
        self._tell = np.zeros(self._shape, np.int8)
        self._posted = self._said = self._nothing()

    def _nothing(self) -> Act:
        """An act that does nothing."""
        none = np.zeros((1, 1))
        zeros = dict.fromkeys(("repeats", "unasked", "accepted", "seen_good", "seen_bad"), np.zeros(self._shape))
        return Act(attributes=dict.fromkeys(ATTRIBUTES, none), made=none > 0.0, fit=np.ones(self._shape), **zeros)

    def _act(
        self, told: Array, fit: Array, changes: dict[str, Array], ledger: Ledger, asks_from: float = ASKS_FROM
    ) -> Array:
        """Absorbs a move made to those with a row in `told`, and notes their answers; returns who said yes."""
        p, state, people, rules = self.params, self._state, self._people, self._rules
        noise = self._noise
        if self._acts:  # further acts of a day have a luck of their own; an act reads none of what is called rest
            place = (self._seed, self._episodes, self.day, self._circle)
            stream = EXPERIMENT_STREAM + 2 * self._acts
            accept, reaction = uniforms(*place, stream)
            tone, rest = uniforms(*place, stream + 1)
            kind, first = uniforms(*place, stream + EXPERIMENT_STREAM)
            second, third = uniforms(*place, stream + EXPERIMENT_STREAM + 1)
            noise = Noise(
                accept=accept, reaction=reaction, tone=tone, initiative=rest, detail=rest, leave=rest, kind=kind,
                tell_first=first, tell_second=second, tell_third=third,
            )  # fmt: skip
        none, nobody = self._nothing(), np.zeros((1, 1), dtype=np.int64)
        self._acts += 1
        if rules.moves.columns["to_all"][told.max()] > 0.5:
            act, post = none, post_act(told, fit, nobody > 0, state, ledger, people, noise, rules)
            post = replace(post, attributes={**post.attributes, **changes})
            after, moved, posted = absorb(post, state, ledger, people, p), nobody, told
            self._posted = post
        else:
            act, post = direct_act(told, fit, state, ledger, people, noise, rules, asks_from), none
            act = replace(act, attributes={**act.attributes, **changes})
            after, moved, posted = absorb(act, state, ledger, people, p), told, nobody
            self._said, good, bad = act, np.zeros(self._shape), np.zeros(self._shape)
            if self._circle > 1:
                good, bad = seen_by_others(act, state, ledger, people, p)
            shown = tell(act, good, bad, bounds(nobody, nobody), state, after, ledger, people, noise, p)
            self._tell = np.where(shown > 0, shown, self._tell).astype(np.int8)
            if self._circle > 1:
                after = absorb(replace(none, seen_good=good, seen_bad=bad), after, ledger, people, p)
        accepted = np.maximum(act.accepted, post.accepted)
        reaction = react(act, post, accepted, after, ledger, people, noise, p)
        self._reaction = np.where((told > 0) & (reaction > 0), reaction, self._reaction).astype(np.int8)
        after = replace(after, harm=harmed(after.harm, state, after, after, people, p))
        self._state, self._ledger = after, note_acts(moved, posted, act, self._ledger, p)
        return ((accepted > 0.5) & (ledger.present > 0.5)).ravel()

    def _night(self) -> None:
        """The second half of `step`."""
        p, people = self.params, self._people
        bought = self._reaction == Signal.BUYS
        initiative = initiate(
            self._said, self._posted, self.day, bought, self._state, self._ledger, people, self._noise, p
        )
        signals = Signals(self._reaction, initiative.astype(np.int8), self._tell)
        settled = left_waiting(conclude(signals, self._state, self._ledger, people, p), self._ledger, people, p)
        self._ledger = note_signals(signals, grow_older(self.day, self._ledger, people, p))
        self._state = replace(forget(settled, p), need=grow_needs(self.day, settled, self._ledger, people))
        self.day += 1
        self._begin_day()
