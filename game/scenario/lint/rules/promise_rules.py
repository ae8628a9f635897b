"""Promises of the contract that can be judged without playing a game."""

import math
from collections.abc import Iterator

from game.scenario.format.schema import Comparison, NoSingleTrick
from game.scenario.lint.bounds import resting_score
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem

BEST = 100.0  # of a score
SURE = 0.8  # of the estimate of what doing nothing scores: less than that it never does
IDLE = "sleeper"  # the bot that does nothing


def hopeless_promises(subject: Subject) -> Iterator[Problem]:
    """`promise-never`: a bot that is to beat itself, or by more points than there are; less than doing nothing has."""
    for name, promise in subject.written.contract.items():
        nothing = SURE * resting_score(subject.reach.compiled)
        if isinstance(promise, NoSingleTrick) and promise.no_move_alone_reaches <= nothing:
            message = f"'{name}' can never be kept: doing nothing already scores about {nothing / SURE:.0f}."
            node = subject.value("contract", name, "no_move_alone_reaches")
            hint = f"Write no_move_alone_reaches: {10 * math.ceil(nothing / SURE / 10 + 1)} or more."
            yield node.problem("promise-never", message, hint=hint)
        if not isinstance(promise, Comparison):
            continue
        most = math.floor(BEST - (nothing if IDLE in promise.than else 0.0))
        if promise.better in promise.than and promise.points > 0.0:
            message = f"'{name}' can never be kept: {promise.better} is compared with itself."
            node = subject.value("contract", name, "than")
            yield node.problem("promise-never", message, hint=f"Take {promise.better} out of than:, or name another.")
        elif promise.points >= most:
            other = f"; {IDLE}, who does nothing, has about {nothing / SURE:.0f}" if IDLE in promise.than else ""
            message = f"'{name}' can never be kept: a score is 0 to {BEST:g}{other}, so a lead stays below {most}."
            yield subject.value("contract", name, "by").problem("promise-never", message, hint="Write by: 30 or less.")


RULES: tuple[Rule, ...] = (hopeless_promises,)
