"""Which kernel computes the games: machine code where numba is installed, numpy elsewhere. Both give the same bits."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec

from game.errors import Misused
from game.kernel.by_numpy.numpy_kernel import NUMPY
from game.kernel.interface import Kernel

VARIABLE = "COURTSHIP_KERNEL"
KERNELS = ("numpy", "machine")


class UnknownKernelError(Misused):
    """The environment asks for a kernel that is not there."""


@lru_cache(maxsize=1)
def _numba_is_here() -> bool:
    return find_spec("numba") is not None


def kernel_name() -> str:
    """Which kernel computes many games here: `numpy` or `machine`. Asking for the name loads nothing.

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


def kernel_of(name: str = "") -> Kernel:
    """A kernel, loaded if it has to be.

    Args:
        name: one of `KERNELS`; left out, that of `kernel_name`, which is the faster one for many games.

    Raises:
        UnknownKernelError: no name is given, and the environment asks for a kernel that is not there.
    """
    if (name or kernel_name()) == "numpy":
        return NUMPY
    from game.kernel.by_machine.machine_kernel import MACHINE

    return MACHINE


def kernel_of_one() -> Kernel:
    """The kernel of a single game: numpy, since one game does not repay loading numba."""
    return NUMPY


@contextmanager
def kernel_asked_for(name: str) -> Iterator[None]:
    """In the block the environment asks for this kernel, in this process and in those it starts; afterwards as before.

    Args:
        name: one of `KERNELS`.
    """
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def get_ready() -> None:
    """Loads the kernel of a process of our own, so that its first block does not wait for it.

    numba asks scipy for linear algebra, which nothing here uses and which takes longer to load than all else.
    """
    if kernel_name() == "numpy" or "scipy" in sys.modules:
        return
    sys.modules["scipy"] = None  # type: ignore[assignment] # as if it were not there
    try:
        kernel_of()
    finally:
        del sys.modules["scipy"]
