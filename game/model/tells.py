"""Tells: the small reaction to a direct move that can be seen, drawn from what that very move changed.

People differ in what they show: a poker face shows little, the polite hide dislike, the shy hide liking. A scenario's
`legibility` sets how blurred it all is.
"""

import numpy as np

from game.model.acts import Act
from game.model.arrays import Array, squash
from game.model.chance import Noise
from game.model.parameters import Params
from game.model.readings import LARGE, leaning, trust
from game.model.signals import MIDDLE_TELL, TELLS
from game.model.state import Ledger, People, State

SEEN_FROM = 0.02
"""Evidence in what was done to others from which it draws a tell in those who saw it."""


def interest(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """How near they are to buying from you (B, F), 0..1, on the soft step that trust is on."""
    return squash(0.5 * leaning(LARGE, state, ledger, people, p))


def felt(before: State, after: State, ledger: Ledger, people: People, p: Params) -> Array:
    """What a direct move changed in them (B, F): trust, and a part of the change of interest."""
    trusting = trust(after, people, p) - trust(before, people, p)
    drawn: Array = interest(after, ledger, people, p) - interest(before, ledger, people, p)
    return trusting + p.tell_interest * drawn


def let_through(feeling: Array, people: People, p: Params) -> Array:
    """How far a feeling moves the face from the middle step (B, F), −3.5..3.5; strong ones saturate, faces hide."""
    clear = 3.5 * feeling / np.sqrt(feeling * feeling + p.tell_unit * p.tell_unit)
    moved: Array = clear * np.where(feeling > 0.0, people.shows_liking, people.shows_dislike)
    return moved


def shown(feeling: Array, people: People, noise: Noise, p: Params) -> Array:
    """A feeling as a step (B, F), 1..7: strong feelings saturate, each face lets a part through, chance blurs it."""
    blur = (noise.tell_first + noise.tell_second + noise.tell_third - 1.5) * 2.0
    step = np.floor(MIDDLE_TELL + let_through(feeling, people, p) + p.tell_noise / p.legibility * blur + 0.5)
    return np.minimum(float(len(TELLS)), np.maximum(1.0, step))


def tell(
    act: Act, good: Array, bad: Array, before: State, after: State, ledger: Ledger, people: People, noise: Noise,
    p: Params,
) -> Array:  # fmt: skip
    """The tells of a day (B, F) as numbers of `Signal`, 0 where there is none.

    Args:
        act: the direct moves. Whoever does not see them (a profile that is read, space that is given) shows nothing.
        good: evidence for the good in what was done in public to others.
        bad: evidence against.
        before: hidden state of the morning.
        after: the same after the direct moves.
        ledger: of the morning.
        people: traits.
        noise: the day's chance.
        p: constants.
    """
    made = act.exposure > 0.0
    seen = good + bad >= SEEN_FROM
    feeling = np.where(made, felt(before, after, ledger, people, p), p.tell_seen * (good - bad))
    first = float(TELLS[0])
    drawn = np.where(made | seen, first - 1.0 + shown(feeling, people, noise, p), 0.0)
    found: Array = drawn * (ledger.present * people.human)
    return found
