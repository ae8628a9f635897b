"""Which way a day is played: as machine code where numba is installed, by numpy elsewhere. Both give the same bits."""

import os
import sys
from functools import lru_cache
from importlib.util import find_spec
from typing import Protocol

from game.errors import Misused
from game.kernel.by_numpy.numpy_day import NumpyDay
from game.kernel.frame import LANES, Frame
from game.model.philox import Drawing, pairs

VARIABLE = "COURTSHIP_KERNEL"
KERNELS = ("numpy", "machine")


class DayPlayer(Protocol):
    """Plays days of a frame."""

    def play(self, day: int) -> None:
        """From this morning to the next."""


class UnknownKernelError(Misused):
    """The environment asks for a kernel that is not there."""


@lru_cache(maxsize=1)
def _numba_is_here() -> bool:
    return find_spec("numba") is not None


def kernel_name() -> str:
    """The kernel that is used here: `numpy` or `machine`.

    Raises:
        UnknownKernelError: the environment variable names another, or one that is not installed.
    """
    wanted = os.environ.get(VARIABLE, "")
    if not wanted:
        return "machine" if _numba_is_here() else "numpy"
    if wanted not in KERNELS:
        raise UnknownKernelError(f"{VARIABLE}={wanted} is not known; set it to {' or '.join(KERNELS)}, or not at all.")
    if wanted == "machine" and not _numba_is_here():
        raise UnknownKernelError(f"{VARIABLE}=machine needs numba: pip install 'courtship[fast]', or do not set it.")
    return wanted


def lanes(kernel: str) -> int:
    """Episodes that a kernel computes together; frames are padded to a multiple of it."""
    return LANES if kernel == "machine" else 1


def day_player(frame: Frame, kernel: str) -> DayPlayer:
    """Who plays the days of a frame: one of `KERNELS`."""
    if kernel == "machine":
        from game.kernel.by_machine.machine_day import MachineDay

        return MachineDay(frame)
    return NumpyDay(frame)


def drawing(episodes: int) -> Drawing:
    """Who draws the people of so many episodes, 1.. . A few do not repay loading numba."""
    if episodes >= LANES and kernel_name() == "machine":
        from game.kernel.by_machine.machine_draws import machine_pairs

        return machine_pairs
    return pairs


def get_ready() -> None:
    """Loads what the kernel of a process of our own needs, so that its first block does not wait for it.

    numba asks scipy for linear algebra, which nothing here uses and which takes longer to load than all else.
    """
    if kernel_name() != "machine" or "scipy" in sys.modules:
        return
    sys.modules["scipy"] = None  # type: ignore[assignment] # as if it were not there
    try:
        from game.kernel.by_machine import machine_draws  # noqa: F401 - compiled or loaded by being imported
    finally:
        del sys.modules["scipy"]
