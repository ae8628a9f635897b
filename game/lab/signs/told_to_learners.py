"""What each kind of debrief tells a simulated learner, and what the learner makes of it; nothing else is learnt from.

A told case is a person on a day, with its signs z (0 or 1) and a target t: what the learner is told about being ready.
The learner thought p = 1 / (1 + exp(−(w·z + b))) and corrects its weights by its surprise,

    w ← w + RATE · (t − p) · z,    b ← b + RATE · (t − p),

a step of stochastic gradient descent on the logistic log score, which is the rule of Rescorla & Wagner (1972) with the
surprise taken in chances (Gluck & Bower 1988). At most `CASES` cases are taken from a debrief, whatever its kind.

- **nothing**: no debrief; nothing is learnt.
- **answers**: what play shows by itself: each question with its answer, t = 1 for a purchase and 0 for a no.
- **score**: the score R alone. The learner plays each game with slightly other weights (w, b) + δ, δ ~ N(0, TRY²), and
  goes on towards what brought more than it had expected, V: (w, b) ← (w, b) + PULL · (R − V) / SPREAD · δ, and
  V ← V + EXPECT · (R − V) (Rescorla & Wagner 1972 for V; Williams 1992 for the step).
- **debrief**: each question with whether it was too soon or in its time (t = 0, 1), and each person who was ready and
  not asked then, on the first day of their first spell (t = 1). Mistakes come first.
- **coach**: the dearest and the finest decisions: questions, and days without one, with a reader's P(ready) as target
  (t between 0 and 1, by what could be known). The dearest are those where what was done is farthest from P(ready). A
  day without a question is one only if waiting lost something: nobody who was asked on that or a later day with a
  P(ready) of one half or more has been waited for too long. Of each case the sign that is worth most is named with what
  it is worth, v in log odds, and the learner moves its weight there: w ← w + NAMED · (v − w).
"""

from dataclasses import dataclass

import numpy as np

from game.coach.hindsight.marked_decision import LIKELY
from game.coach.hindsight.review import DEAREST
from game.lab.signs.learners_games import Learners, LearnersGame
from game.lab.signs.trained_reader import TrainedReader
from game.model.arrays import Array

CASES = 8
RATE, NAMED = 0.3, 0.15
TRY, PULL, EXPECT, SPREAD = 0.3, 0.5, 0.2, 20.0
KINDS_TOLD = ("nothing", "answers", "score", "debrief", "coach")


@dataclass(frozen=True, eq=False)
class LearnersCoach:
    """Who coaches: a trained reader of all signs, and what each of the learner's signs is worth by it."""

    reader: TrainedReader
    worth: Array  # (S,) log odds


Case = tuple[Array, float]
"""Signs (S,) and target."""


def taught(learners: Learners, learner: int, cases: list[Case], worth: Array | None = None) -> tuple[Array, float]:
    """The weights (S,) and the start of a learner after some cases; formula and sources above.

    Args:
        learners: all of them.
        learner: which.
        cases: in the order in which they are told.
        worth: (S,) what each sign is worth, where the debrief says it.
    """
    weights, start = learners.weights[learner].copy(), float(learners.start[learner])
    for signs, target in cases:
        surprise = target - 1.0 / (1.0 + np.exp(-np.clip(float(weights @ signs) + start, -30.0, 30.0)))
        weights = weights + RATE * surprise * signs
        start += RATE * surprise
        if worth is not None and signs.any():
            named = int(np.argmax(np.abs(worth) * signs))
            weights[named] += NAMED * (worth[named] - weights[named])
    return weights, start


def cases_told(
    kind: str, game: LearnersGame, learner: int, coach: LearnersCoach, dice: np.random.Generator
) -> list[Case]:
    """What a kind of debrief tells a learner of its game.

    Args:
        kind: answers, debrief or coach.
        game: of all learners.
        learner: which.
        coach: asked for the coach alone.
        dice: for the order among equals.
    """
    if kind == "coach":
        return _coached(game, learner, coach)
    days, who = np.nonzero(game.asked[:, learner])
    truth = game.yes if kind == "answers" else game.ready
    found = [
        (game.signs[d, learner, f].astype(float), float(truth[d, learner, f])) for d, f in zip(days, who, strict=True)
    ]
    found = [found[i] for i in dice.permutation(len(found))]
    if kind == "debrief":
        mistakes = [case for case in found if not case[1]] + _missed(game, learner)
        mistakes = [mistakes[i] for i in dice.permutation(len(mistakes))]
        found = mistakes + [case for case in found if case[1]]
    return found[:CASES]


def _missed(game: LearnersGame, learner: int) -> list[Case]:
    """Everybody who was there and ready, and was not asked on any such day: the first day of the first spell."""
    ready = game.ready[:, learner] & game.here[:, learner]
    passed = ready.any(axis=0) & ~(ready & game.asked[:, learner]).any(axis=0)
    return [(game.signs[int(ready[:, f].argmax()), learner, f].astype(float), 1.0) for f in np.flatnonzero(passed)]


def _coached(game: LearnersGame, learner: int, coach: LearnersCoach) -> list[Case]:
    here, asked = game.here[:, learner], game.asked[:, learner]
    known = coach.reader.likelihood(game.read[:, learner].astype(float))
    likely = here & (known >= LIKELY)  # where what was done is the likelier way, nothing was lost
    dear = np.where(asked, here & ~likely, likely & ~_asked_yet(asked & likely)) * np.abs(asked - known)
    fine = np.where(asked & likely, known, 0.0)
    return [*_told(dear, DEAREST, game, learner, known), *_told(fine, CASES - DEAREST, game, learner, known)]


def _asked_yet(in_time: Array) -> Array:
    """Who is asked in time on a day or on a later one (D, F), by the days on which they are: waiting cost nothing.

    >>> _asked_yet(np.array([[False], [True], [False]])).ravel().tolist()
    [True, True, False]
    """
    found: Array = np.logical_or.accumulate(in_time[::-1])[::-1]
    return found


def _told(value: Array, most: int, game: LearnersGame, learner: int, known: Array) -> list[Case]:
    """The cases of the greatest value, one for each person."""
    best = value.argmax(axis=0)
    people = np.arange(value.shape[1])
    order = np.argsort(-value[best, people], kind="stable")[:most]
    return [
        (game.signs[best[f], learner, f].astype(float), float(known[best[f], f]))
        for f in order
        if value[best[f], f] > 0.0
    ]
