"""A policy as machine code: compiled once, kept on disk, found again by a fingerprint of what it does."""

import threading
import weakref
from typing import Any

import numba
import numpy as np

from game.kernel.by_machine import emit, emit_operations, emit_policy
from game.kernel.by_machine.compile_day import fingerprint
from game.kernel.by_machine.emit_policy import ARGUMENTS, policy_instructions
from game.kernel.by_machine.kept_code import machine_code
from game.kernel.frame import LANES, padded
from game.kernel.graph.traced_policy import BY_EPISODE, OUTPUTS, TracedPolicy
from game.model.arrays import Array

_waiting: list[TracedPolicy] = []  # what is being compiled
_instructions = policy_instructions(lambda: _waiting[-1])
_ONE_POLICY_AT_A_TIME = threading.Lock()
MOST_KNOWN = 256
"""Addresses that are remembered: those of two mornings and more."""

_KINDS = {"f": np.dtype(np.float64), "i": np.dtype(np.int64), "b": np.dtype(np.bool_)}


def _compiled(policy: TracedPolicy, rules: int) -> Any:
    """A policy as a function of addresses and numbers, in the order of `emit_policy.ARGUMENTS`."""

    def decide(inputs: int, outputs: int, day: int, days: int, followers: int, width: int) -> None:
        _instructions((inputs, outputs, day, days, followers, width, rules))

    signature = numba.void(*[numba.int64] * (len(ARGUMENTS) - 1))
    with _ONE_POLICY_AT_A_TIME:
        _waiting.append(policy)
        try:
            return machine_code(signature, rules)(decide)
        finally:
            _waiting.pop()


class _Addresses:
    """Where arrays lie: asking numpy takes a microsecond each time, and a frame hands out the same arrays again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Array], int]] = {}

    def of(self, value: Array, width: int, kept: list[Array]) -> int:
        """The address of a value as rows; what had to be copied is added to `kept`."""
        known = self._known.get(id(value))
        if known is not None and known[0]() is value:
            return known[1]
        rows = _rows(value, width)
        address: int = rows.ctypes.data
        if rows.base is None or rows.base is not value.base:
            kept.append(rows)
            return address
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[id(value)] = (weakref.ref(value), address)
        return address


def _rows(value: Array, width: int) -> Array:
    """(B, F) or (B,) as rows with episodes side by side, `width` numbers from row to row; a copy where it must be."""
    rows = value.T
    apart = (width * 8, 8)[-rows.ndim :]
    if rows.strides == apart and rows.dtype.itemsize == 8 and (rows.ndim == 2 or len(rows) == width):
        return rows
    wider = np.zeros((*rows.shape[:-1], width), dtype=rows.dtype)
    wider[..., : rows.shape[-1]] = rows
    return wider


class MachinePolicy:
    """A policy that runs as machine code."""

    def __init__(self, policy: TracedPolicy) -> None:
        self.inputs = policy.inputs()
        self._addresses = _Addresses()
        what = (policy.graph.nodes, policy.outputs)
        self._decide = _compiled(policy, fingerprint(what, emit, emit_operations, emit_policy))

    def decide(self, given: list[Array], day: int, days: int, shape: tuple[int, int]) -> dict[str, Array]:
        """What is wished for.

        Args:
            given: for each of `inputs` an array (B, F) or (B,).
            day: 1.. .
            days: of the game.
            shape: episodes B and followers F.

        Returns:
            For each of OUTPUTS an array (B, F) or (B,).
        """
        batch, followers = shape
        width = padded(batch, LANES)
        kept: list[Array] = []
        found = [
            np.empty(width if n in BY_EPISODE else (followers, width), dtype=_KINDS[k]) for n, k in OUTPUTS.items()
        ]
        inputs = np.array([self._addresses.of(value, width, kept) for value in given], dtype=np.int64)
        outputs = np.array([rows.ctypes.data for rows in found], dtype=np.int64)
        self._decide(inputs.ctypes.data, outputs.ctypes.data, day, days, followers, width)
        return {name: rows[..., :batch].T for name, rows in zip(OUTPUTS, found, strict=True)}
