"""Machine code that is kept on disk, each piece in files of its own.

numba keeps an index of each function's code. Two processes that add to one index at the same moment can leave the code
of one under the key of the other (https://github.com/numba/numba/issues/4807), and it is run in good faith, for ever.
So each function here has one signature, and its name on disk says from what and for which machine it was made: every
index has one entry.
"""

import hashlib
import os
from collections.abc import Callable
from typing import Any, Literal

import llvmlite
import llvmlite.binding
import numba
from numba import types

from game.processes import heard_when_done


def read(kind: Any, axes: int, layout: Literal["C", "A"] = "C") -> Any:
    """An array that is only read, of a numba kind; "A" takes it however it lies in memory."""
    return types.Array(kind, axes, layout, readonly=True)


def written(kind: Any, axes: int, layout: Literal["C", "A"] = "C") -> Any:
    """An array that is written to."""
    return types.Array(kind, axes, layout)


def machine_code(signature: Any, made_from: int = 0) -> Callable[[Callable[..., None]], Any]:
    """A decorator that compiles a function at once for one signature, or finds it compiled on disk.

    Args:
        signature: of numba. One alone: a second would share the index of the first.
        made_from: a fingerprint of what the code depends on beyond the function's own file.
    """

    def compiled(function: Callable[..., None]) -> Any:
        function.__qualname__ += f".{made_from:014x}.{_machine():08x}"
        with heard_when_done():
            return numba.njit(signature, nogil=True, error_model="numpy", fastmath=False, cache=True)(function)

    return compiled


def _machine() -> int:
    """A number for the processor and the compiler, by which numba tells code apart, too."""
    try:
        able = llvmlite.binding.get_host_cpu_features().flatten()
    except RuntimeError:
        able = ""  # not known for this processor
    what = (
        llvmlite.binding.get_host_cpu_name(), able, *map(os.environ.get, ("NUMBA_CPU_NAME", "NUMBA_CPU_FEATURES")),
        numba.__version__, llvmlite.__version__,
    )  # fmt: skip
    return int.from_bytes(hashlib.sha256(repr(what).encode()).digest()[:4], "big")
