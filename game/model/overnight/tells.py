"""Tells: the small reaction to a direct move that can be seen, drawn from what that very move changed.

People differ in what they show: a poker face shows little, the polite hide dislike, the shy hide liking. A scenario's
`legibility` sets how blurred it all is. Whatever they say or do on the same evening bounds it: nobody writes a warm
letter with a closed face.
"""

import numpy as np

from game.model.acts import Act
from game.model.arrays import Array, squash
from game.model.chance import Noise
from game.model.parameters import Params
from game.model.readings import LARGE, leaning, trust
from game.model.signals import LEAVES, MIDDLE_TELL, TELLS, Signal, among
from game.model.state import Ledger, People, State

SEEN_FROM = 0.02
"""Evidence in what was done to others from which it draws a tell in those who saw it."""

GLAD = (
    Signal.ANSWER_WARM, Signal.THANKS, Signal.QUESTION, Signal.ACCEPTS, Signal.BUYS, Signal.SHARE_COMPLIMENT,
)  # fmt: skip
"""What is done gladly: the face stays with it at least."""
CURT = (
    Signal.ANSWER_COOL, Signal.DECLINES_COLDLY, Signal.COMPLAINT, Signal.BUYS_ELSEWHERE, *LEAVES,
)  # fmt: skip
"""What is done coolly: the face skims at best. It outweighs what is done gladly on the same evening."""
EVEN = (Signal.ANSWER_SHORT, Signal.DECLINES_KINDLY)
"""What is polite and no more: the face is neither closed nor lit up."""
GLAD_FROM, CURT_TO, EVEN_FROM, EVEN_TO = 5.0, 3.0, 2.0, 5.0  # steps


def bounds(reaction: Array, initiative: Array) -> tuple[Array, Array]:
    """The least and the highest step that agrees with what they said and did, 1..7.

    Args:
        reaction: numbers of `Signal`, any shape.
        initiative: the same, of their own accord.

    >>> told = np.array([Signal.ANSWER_WARM, Signal.ANSWER_COOL, Signal.ANSWER_SHORT, Signal.LIKE, Signal.NONE])
    >>> [each.tolist() for each in bounds(told, 0 * told)]
    [[5.0, 1.0, 2.0, 1.0, 1.0], [7.0, 3.0, 5.0, 7.0, 7.0]]
    """
    curt = among(reaction, CURT) | among(initiative, CURT)
    glad = (among(reaction, GLAD) | among(initiative, GLAD)) & ~curt
    even = among(reaction, EVEN) & ~curt & ~glad
    least = np.where(glad, GLAD_FROM, np.where(even, EVEN_FROM, 1.0))
    highest = np.where(curt, CURT_TO, np.where(even, EVEN_TO, float(len(TELLS))))
    return least, highest


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


def shown(feeling: Array, within: tuple[Array, Array], people: People, noise: Noise, p: Params) -> Array:
    """A feeling as a step (B, F), 1..7: strong feelings saturate, each face lets a part through, chance blurs it.

    Args:
        feeling: what was changed.
        within: the least and the highest step, see `bounds`.
        people: traits.
        noise: the day's chance.
        p: constants.
    """
    least, highest = within
    blur = (noise.tell_first + noise.tell_second + noise.tell_third - 1.5) * 2.0
    step = np.floor(MIDDLE_TELL + let_through(feeling, people, p) + p.tell_noise / p.legibility * blur + 0.5)
    return np.minimum(highest, np.maximum(least, step))


def tell(
    act: Act, good: Array, bad: Array, within: tuple[Array, Array], before: State, after: State, ledger: Ledger,
    people: People, noise: Noise, p: Params,
) -> Array:  # fmt: skip
    """The tells of a day (B, F) as numbers of `Signal`, 0 where there is none.

    Args:
        act: the direct moves. Whoever does not see them (a profile that is read, space that is given) shows nothing.
        good: evidence for the good in what was done in public to others.
        bad: evidence against.
        within: the least and the highest step, see `bounds`.
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
    drawn = np.where(made | seen, first - 1.0 + shown(feeling, within, people, noise, p), 0.0)
    found: Array = drawn * (ledger.present * people.human)
    return found
