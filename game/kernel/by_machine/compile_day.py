"""The one function that numba compiles. Its code is kept on disk and found again by a fingerprint of the rules."""

import hashlib
import inspect
from types import ModuleType
from typing import Any

import numba

from game.kernel.by_machine.emit import ARGUMENTS, day_instructions
from game.kernel.by_machine.kept_code import machine_code
from game.kernel.frame import FrameLayout
from game.kernel.graph.schedule import Schedule

_waiting: list[tuple[Schedule, FrameLayout, int]] = []  # what is being compiled
_instructions = day_instructions(lambda: _waiting[-1])


def fingerprint(what: object, *written_by: ModuleType) -> int:
    """A number that changes with operations and with how they become instructions, so that nothing stale is run."""
    sha = hashlib.sha256(repr(what).encode())
    for module in written_by:
        sha.update(inspect.getsource(module).encode())
    return int.from_bytes(sha.digest()[:7], "big")


def compiled_day(schedule: Schedule, layout: FrameLayout, ties: int, rules: int) -> Any:
    """A day as machine code: a function of addresses and numbers, in the order of `emit.ARGUMENTS`.

    Args:
        schedule: the operations.
        layout: the rows.
        ties: how many each follower has.
        rules: fingerprint of all that the code depends on.
    """

    def day(
        fixed: int, before: int, after: int, post: int, episodes: int, params: int, table: int, ties: int, weights: int,
        scratch: int, seed: int, number: int, followers: int, width: int, moves: int,
    ) -> None:  # fmt: skip
        _instructions((
            fixed, before, after, post, episodes, params, table, ties, weights, scratch, seed, number, followers, width,
            moves, rules,
        ))  # fmt: skip

    signature = numba.void(*[numba.int64] * (len(ARGUMENTS) - 1))
    _waiting.append((schedule, layout, ties))
    try:
        return machine_code(signature, rules)(day)
    finally:
        _waiting.pop()
