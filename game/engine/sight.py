"""What a bot may see: the same a player sees, as arrays over a batch. No hidden state, by construction.

`Sight` holds the ledger (what visibly happened), last night's signals, the attention left, and what a read profile
tells about contents. The test of views walks it as it walks a `View`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from game.engine.position import Position
from game.engine.timeline import usable_contents
from game.kernel.contents import Offer
from game.kernel.interface import Kernel
from game.model import Ledger, Signals
from game.model.arrays import Array, freeze
from game.model.chance import BOT_STREAM
from game.model.philox import uniforms
from game.scenario.compiling.compile import Compiled
from game.scenario.compiling.compiled_timeline import Effect


@dataclass(frozen=True, eq=False)
class Sight:
    """B episodes of F followers, C contents, E events as they look on a morning."""

    day: int
    days: int
    moves: tuple[str, ...]  # ids; a move is its number in here, 0 is none
    move_hours: Array  # (M,)
    hours: Array  # (B,) attention of the day
    ledger: Ledger  # (B, F)
    signals: Signals | None  # of last night
    content_hours: Array  # (B, C) hours a content would take today
    usable: Array  # (B, C) boolean
    seems_fit: Array  # (B, F, C) 0..1 in quarters: what a content seems worth, from the profile if it was read
    tempting: Array  # (E,) number of the event's answer that gives in to pressure, −1 where none does
    upright: Array  # (E,) number of the answer that a well-meaning reader would give
    rolls: Callable[[], Array]  # (B, F) 0..1
    kernel: Kernel  # what computes the games

    @cached_property
    def dice(self) -> Array:
        """Today's dice (B, F), 0..1, for bots that roll."""
        return self.rolls()

    @cached_property
    def offer(self) -> Offer:
        """Contents and what is known of those they are for, as the kernel wants them."""
        return Offer(self.seems_fit, self.usable, self.content_hours)

    @cached_property
    def best_content(self) -> Array:
        """For each follower the content that seems to fit best and can be used (B, F); −1 when there is none."""
        return self.kernel.best(self.offer)

    @cached_property
    def best_worth(self) -> Array:
        """What that content seems to be worth to each (B, F), 0..1; 0 where there is none."""
        nothing = np.zeros(self.best_content.shape)
        return self.kernel.worth(self.seems_fit, self.best_content, nothing)

    @cached_property
    def popular_content(self) -> Array:
        """The content that seems to fit most and can be used (B,), another each day; −1 when there is none."""
        return self.kernel.popular(self.offer, self.ledger.present, self.hours, self.day)

    def number(self, move: str) -> int:
        """A move as its number."""
        return self.moves.index(move)


def _kindness(answer: Effect) -> tuple[bool, float]:
    """How an answer reads to somebody who means well: nothing is done to anybody, and people may like it."""
    return answer.imposed is None, answer.change.trust if answer.change is not None else 0.0


@lru_cache(maxsize=8)
def answers_of_bots(compiled: Compiled) -> tuple[Array, Array]:
    """For each event the answer that makes a faux pas, and the kindest that does not, the first of equals."""
    tempting, upright = [], []
    for event in compiled.events:
        bad = [i for i, answer in enumerate(event.answers) if answer.imposed is not None and answer.imposed.faux_pas]
        good = [i for i in range(len(event.answers)) if i not in bad]
        tempting.append(bad[0] if bad else -1)
        kindest = max(good, key=lambda i: _kindness(event.answers[i])) if good else -1
        upright.append(kindest if good else (0 if event.answers else -1))
    return freeze(np.array(tempting, dtype=np.int64)), freeze(np.array(upright, dtype=np.int64))


def _dice(position: Position) -> Array:
    return uniforms(position.seed, position.episodes, min(position.day, 1023), position.shape[1], BOT_STREAM)[0]


def see(position: Position) -> Sight:
    """The morning as a bot sees it."""
    compiled = position.compiled
    tempting, upright = answers_of_bots(compiled)
    return Sight(
        day=position.day,
        days=compiled.days,
        moves=compiled.rules.moves.ids,
        move_hours=compiled.rules.moves.columns["hours"],
        hours=position.hours_today,
        ledger=position.ledger,
        signals=position.signals,
        content_hours=np.where(position.made, 0.0, compiled.content_hours),
        usable=usable_contents(position),
        seems_fit=position.seems,
        tempting=tempting,
        upright=upright,
        rolls=lambda: _dice(position),
        kernel=position.kernel,
    )
