"""Games of simulated learners, many at once: what each could see, whom it asked, who was ready, what came of it."""

from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.courted.ready_from import ready_from
from game.bots.patient import asking, court
from game.bots.play import bot_day
from game.coach.judgement import Judgement, judge, spells
from game.engine.batch import Batch
from game.engine.days import begin, outcome_of
from game.engine.fresh_for_days import ASKED_AGAIN_DAYS
from game.engine.position import DayPlan, Position
from game.engine.sight import Sight
from game.lab.signs.courted_games import signs_of
from game.model import Ledger, readiness
from game.model.arrays import Array
from game.model.state import NEED_LATELY
from game.scenario.compiling.compile import Compiled

HEARD = (
    "a need within a week", "asked what it costs", "two warm answers", "met three times", "a cool answer",
    "asked for others, or sold", "good small reactions", "a no within five days",
)  # fmt: skip
"""Signs that a learner looks for, each there or not."""
FIRST = 1 << 23
"""The number of the first of these games; no game that anybody plays comes near."""


def heard(book: Ledger) -> Array:
    """The signs of `HEARD` (B, F, S), 0 or 1, by what can be seen alone."""
    found = [
        book.need_age < NEED_LATELY, book.prices >= 1.0, book.warm >= 2.0, book.contacts >= 3.0, book.cool >= 1.0,
        book.pitches + book.baits + book.errands >= 1.0, book.glow > 0.3, book.decline_age < ASKED_AGAIN_DAYS,
    ]  # fmt: skip
    return np.stack(found, axis=-1).astype(float)


@dataclass(frozen=True, eq=False)
class Learners:
    """L learners: each would ask whose signs, weighed and heard through noise, come to more than zero."""

    weights: Array  # (L, S) log odds of each sign
    start: Array  # (L,) log odds without a sign; a threshold, its sign turned
    noise: Array  # (L,) 0.., spread of what is heard, in log odds

    def odds(self, signs: Array) -> Array:
        """Log odds (..., L, F) of signs (..., L, F, S), without noise."""
        return np.asarray((signs * self.weights[:, None]).sum(axis=-1) + self.start[:, None])


@dataclass(frozen=True, eq=False)
class LearnersGame:
    """One game of each learner. D days, F followers."""

    signs: Array  # (D, L, F, S) 0 or 1
    read: Array  # (D, L, F, R) what the trained reader reads
    here: Array  # (D, L, F) boolean, a chance to ask: they are there and have not bought
    lost: Array  # (D, L, F) boolean, a chance that was lost: they have left and need what is sold
    asked: Array  # (D, L, F) boolean
    ready: Array  # (D, L, F) boolean, as the debrief tells it
    yes: Array  # (D, L, F) boolean, a question was answered by a purchase
    score: Array  # (L,) 0..100


def game_of(compiled: Compiled, learners: Learners, seed: int, number: int) -> LearnersGame:
    """Lets each learner play one game, with other people for each.

    Args:
        compiled: the scenario.
        learners: L of them.
        seed: of people, chance and noise.
        number: of the game, 0..; the same number gives every learner the same people again.
    """
    count = len(learners.start)
    position = begin(compiled, seed, FIRST + number * count + np.arange(count))
    batch, bot, rows = Batch(position), _player(learners, [seed, number]), []
    while not position.finished:
        morning, plan = bot_day(position, bot)
        position = batch.play_day(morning, plan)
        rows.append(_seen(morning, plan, position))
    signs, read, here, lost, asked, ready, yes = (np.stack(column) for column in zip(*rows, strict=True))
    return LearnersGame(
        signs=signs, read=read, here=here, lost=lost, asked=asked, ready=ready, yes=yes,
        score=outcome_of(position).score,
    )  # fmt: skip


def _player(learners: Learners, seed: list[int]) -> Bot:
    def policy(sight: Sight) -> Wishes:
        book = sight.ledger
        noise = np.random.default_rng([*seed, sight.day]).standard_normal(book.present.shape)
        asks = learners.odds(heard(book)) + learners.noise[:, None] * noise > 0.0
        wishes = asking(sight, court(sight), asks & (book.present > 0.5) & (book.bought < 0.5))
        return replace(wishes, priority=wishes.priority + 0.001 * np.minimum(book.contact_age, 100.0))

    return Bot("learner", policy, "Courts, and asks by signs heard through noise.", asks=True, posts=True,
               broadcasts=False, stochastic=True)  # fmt: skip


def _seen(morning: Position, plan: DayPlan, after: Position) -> tuple[Array, ...]:
    book, people, state, rules = morning.ledger, morning.people, morning.state, morning.compiled.rules
    came, free = people.arrives <= morning.day, book.bought < 0.5
    here = came & free & (book.present > 0.5)
    needs = (people.need_from <= morning.day) & (morning.day <= people.need_until)
    lost = came & free & (book.present < 0.5) & needs & (people.buys > 0.5) & (state.elsewhere < 0.5)
    asked = here & rules.moves.for_sale[plan.move]
    pushed = readiness(state, book, people, rules.params)
    calm = readiness(replace(state, reactance=np.zeros_like(state.reactance)), book, people, rules.params)
    ready = lost | (here & (np.where(asked, pushed, calm) >= ready_from(morning.compiled)[morning.day]))
    return (
        heard(book).astype(bool), signs_of(book).astype(np.float32), here, lost, asked, ready,
        asked & (after.ledger.bought > book.bought),
    )  # fmt: skip


@dataclass(frozen=True)
class LearnerMarks:
    """How one learner did over some games, as a debrief judges it."""

    by_day: Judgement
    by_spell: Judgement
    met: float  # 0..1, share of the people met who were asked at all
    score: float  # mean, 0..100


def marks_of_learner(games: list[LearnersGame], learner: int) -> LearnerMarks:
    """The marks of a learner over all of its games: d' by days, the criterion by spells."""
    days: tuple[list[bool], list[bool]] = ([], [])
    spelled: tuple[list[bool], list[bool]] = ([], [])
    people = asked_people = 0
    for game in games:
        chance, here = (game.here | game.lost)[:, learner], game.here[:, learner]
        ready, asked = game.ready[:, learner], game.asked[:, learner]
        days[0].extend(ready[chance].tolist())
        days[1].extend(asked[chance].tolist())
        people += int(here.any(axis=0).sum())
        asked_people += int(asked.any(axis=0).sum())
        for follower in np.flatnonzero(here.any(axis=0)):
            there = here[:, follower]
            when = np.flatnonzero(asked[there, follower]) + 1
            kinds, met = spells(ready[there, follower].tolist(), set(when.tolist()))
            spelled[0].extend(kinds)
            spelled[1].extend(met)
    return LearnerMarks(
        judge(*days), judge(*spelled), asked_people / max(1, people),
        float(np.mean([game.score[learner] for game in games])),
    )  # fmt: skip
