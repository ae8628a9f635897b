"""What cannot be traced, said to whoever writes a rule: where it stands, what it does, and how to write it instead."""

import linecache
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from game.errors import CourtshipError

_OURS = Path(__file__).parent
_ROOT = _OURS.parents[2]
_NUMPY = Path(np.__file__).parent


class CannotTraceError(CourtshipError):
    """A rule or a policy does something that the kernel has no operation for; the message begins with its line.

    Args:
        what: is done, as a sentence.
        instead: how to write it so that it can be traced, as a sentence.
    """

    def __init__(self, what: str, instead: str = "") -> None:
        super().__init__(": ".join(part for part in (_place(), f"{what} {instead}".strip()) if part))


def _place() -> str:
    """File, line and text of the rule that is being traced; empty where nothing but the tracer is running."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the line is what the message is about
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if _OURS not in path.parents and _NUMPY not in path.parents and path.is_file():
            shown = path.relative_to(_ROOT) if _ROOT in path.parents else path
            text = linecache.getline(str(path), frame.f_lineno).strip()
            return f"{shown}:{frame.f_lineno}, `{text}`"
        frame = frame.f_back
    return ""


SELECT = "Write numpy.where(condition, yes, no), &, | and ~ instead."
ONE_FOLLOWER = (
    "A rule sees one follower at a time, which stands for all: look at others by `people.ties`, and sum over followers "
    "outside of the day, as `game.model.outcome` does."
)
ELEMENTWISE = (
    "Use + - * /, numpy.minimum, maximum, sqrt, floor, sign, absolute, where, clip, or `exp` of game.model.arrays."
)
ANEW = "Make a new value: `x = numpy.where(condition, new, x)`."

INSTEAD: dict[str, str] = {
    **dict.fromkeys(
        ("mean", "sum", "max", "min", "std", "var", "all", "cumsum", "prod", "argmax", "argmin", "sort", "argsort",
         "median", "average", "amax", "amin", "quantile", "percentile", "dot", "matmul", "einsum"), ONE_FOLLOWER,
    ),
    "any": "Where it only saves work, write `if worth_asking(condition):` (game.model.arrays); else numpy.where.",
    "exp": "Write `exp` of game.model.arrays, which gives the same bits on every machine.",
    "tanh": "Write `squash` of game.model.arrays, which gives the same bits on every machine.",
    "power": "Multiply: x * x; numpy.sqrt for a root.",
    "square": "Multiply: x * x.",
    "floor_divide": "Write numpy.floor(x / y).",
    "remainder": "Only bots may say %, by a fixed number: rules write x - numpy.floor(x / y) * y.",
    "select": "Write numpy.where inside of numpy.where.",
    "where": "Write numpy.where(condition, yes, no), with all three.",
    "stack": "Write numpy.stack([ability, benevolence, integrity]).",
    "take": "Write numpy.take(value, people.ties[:, k], axis=1).",
    "isin": "Compare with each: (x == a) | (x == b).",
    "clip": "Write numpy.clip(x, low, high), with both bounds.",
    "copyto": ANEW,
    "copy": "Values never change, so none needs a copy.",
    "round": "Write numpy.floor(x + 0.5).",
    "rint": "Write numpy.floor(x + 0.5).",
    "ceil": "Write -numpy.floor(-x).",
    **dict.fromkeys(("dtype", "size", "ndim", "T", "flags"), "Ask for its `shape` alone, to make an array like it."),
    **dict.fromkeys(("tolist", "item"), f"It has no number yet. {SELECT}"),
}  # fmt: skip
"""How to write what numpy has a name for and the kernel has not."""


def instead_of(name: str) -> str:
    """How to write it without a function or attribute of numpy."""
    return INSTEAD.get(name, ELEMENTWISE)


def _refusing(what: str, instead: str) -> Callable[..., Any]:
    """A method that refuses, whatever it is given."""

    def refuse(self: Any, *_: Any, **__: Any) -> Any:
        raise CannotTraceError(f"{self.called} {what}.", instead)

    return refuse


class StandIn(np.lib.mixins.NDArrayOperatorsMixin):
    """Stands for what a rule is given while it is traced. All that Python can do with a value is refused in words."""

    called = "A value that is traced"
    instead = ELEMENTWISE

    def __getattr__(self, name: str) -> Any:
        """An attribute that is not there; numpy and Python ask for names with underscores to see what a thing is."""
        if name.startswith("__"):
            raise AttributeError(name)
        raise CannotTraceError(f"{self.called} has no `.{name}`.", instead_of(name))

    def __array_ufunc__(self, function: Any, *_: Any, **__: Any) -> Any:
        """An operation of numpy, or an operator."""
        raise CannotTraceError(f"{self.called} cannot be computed with, by numpy.{function.__name__}.", self.instead)

    def __array_function__(self, function: Any, *_: Any, **__: Any) -> Any:
        """Refuses a function of numpy, which cannot be traced here."""
        raise CannotTraceError(f"{self.called} cannot be given to numpy.{function.__name__}.", self.instead)

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        """As an array that holds this one thing; numbers it has none."""
        del copy
        if dtype is not None and np.dtype(dtype) != np.dtype(object):
            raise CannotTraceError(f"{self.called} is no number yet: numpy cannot put it into an array.", self.instead)
        found = np.empty((), dtype=object)
        found[()] = self
        return found

    __bool__ = _refusing("is neither true nor false, so `if`, `while`, `and`, `or`, `not`, `in`, min() and max() "
                         "cannot ask it", SELECT)  # fmt: skip
    __float__ = _refusing("is no number yet: float() and functions of `math` cannot take it", ELEMENTWISE)
    __complex__ = _refusing("is no number yet: complex() cannot take it", ELEMENTWISE)
    __int__ = _refusing("is no number yet: int() cannot take it", "Write x.astype(numpy.int64).")
    __index__ = _refusing(
        "is no number yet, and cannot be an index or a count",
        "Write numpy.take(rules.moves.columns[name], rows, mode='clip') for a move's attribute, "
        "looked_up(table, rows) in a bot.",
    )
    __round__ = _refusing("is no number yet: round() cannot take it", INSTEAD["round"])
    __len__ = _refusing("has no length", ONE_FOLLOWER)
    __iter__ = _refusing("cannot be gone through one by one", ONE_FOLLOWER)
    __contains__ = _refusing("cannot be searched with `in`", INSTEAD["isin"])
    __getitem__ = _refusing("cannot be indexed", SELECT)
    __setitem__ = _refusing("cannot be changed in place", ANEW)
    __delitem__ = _refusing("cannot be changed in place", ANEW)
    __format__ = _refusing("is no number yet, and cannot be put into a text", "Print it in a plain day of the model.")
    __hash__ = _refusing("cannot be looked up in a dict or a set", SELECT)
    __call__ = _refusing("is no function", "Write it without brackets.")


class Unseen(StandIn):
    """What a day's rules do not see, such as the worth of contents: it comes with the choices."""

    def __init__(self, name: str, instead: str) -> None:
        self.called, self.instead = f"`{name}`", instead

    def __getattr__(self, name: str) -> Any:
        """An attribute of what is not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        raise CannotTraceError(f"{self.called} is not there in a day's rules.", self.instead)

    def __getitem__(self, index: Any) -> Any:
        """A part of what is not there."""
        raise CannotTraceError(f"{self.called} is not there in a day's rules.", self.instead)
