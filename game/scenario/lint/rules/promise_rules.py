"""Promises of the contract that can be judged without playing a game."""

from collections.abc import Iterator

from game.scenario.format.schema import Comparison
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem

BEST = 100.0  # of a score


def hopeless_promises(subject: Subject) -> Iterator[Problem]:
    """`promise-never`: a bot that is to beat itself, or to lead by more points than there are."""
    for name, promise in subject.written.contract.items():
        if not isinstance(promise, Comparison):
            continue
        if promise.better in promise.than and promise.points > 0.0:
            message = f"'{name}' can never be kept: {promise.better} is compared with itself."
            node = subject.value("contract", name, "than")
            yield node.problem("promise-never", message, hint=f"Take {promise.better} out of than:, or name another.")
        elif promise.points >= BEST:
            message = f"'{name}' can never be kept: a score is 0 to {BEST:g}, and whoever does nothing has some points."
            yield subject.value("contract", name, "by").problem("promise-never", message, hint="Write by: 30 or less.")


RULES: tuple[Rule, ...] = (hopeless_promises,)
