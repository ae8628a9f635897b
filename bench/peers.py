"""The peers: what there is to compare with, and what each needs."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from shutil import which

from bench.script import Script, Trajectory
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


@dataclass(frozen=True)
class Peer:
    """The model's days in another framework. Its module has a function `play` with the arguments of `Peer.play`."""

    name: str  # as people call it
    module: str
    package: str = ""  # that has to be installed; empty: none
    program: str = ""  # that has to be on the path; empty: none
    options: tuple[tuple[str, object], ...] = ()  # further arguments of `play`
    when_checked: tuple[tuple[str, object], ...] = ()  # more of them, where trajectories are compared
    extra: str = "bench"

    def available(self) -> str:
        """Nothing when it can run, else why it is skipped."""
        if self.package and find_spec(self.package) is None:
            return f"{self.package} is not installed: pip install 'courtship[{self.extra}]'"
        if self.program and which(self.program) is None:
            return f"{self.program} is not on the path: install it with your system's packages"
        return ""

    def play(
        self, compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True,
        checked: bool = False,
    ) -> Trajectory:  # fmt: skip
        """Plays episodes by a script, from drawing the people to the last night.

        Args:
            compiled: the scenario.
            seed: 0..2**32 − 1.
            episodes: (B,) numbers.
            script: the choices, for these episodes.
            every_day: keep all days of the trajectory; else the last one, which takes no time to speak of.
            checked: with the draws and the precision of the game, where a peer has others of its own.

        Raises:
            ImportError: what it needs is not installed; `available` tells.
        """
        options = dict(self.options + (self.when_checked if checked else ()))
        play = import_module(self.module).play
        trajectory: Trajectory = play(compiled, seed, episodes, script, every_day=every_day, **options)
        return trajectory


PEERS = (
    Peer("kernel, numpy", "bench.kernel_peer", options=(("kernel", "numpy"),)),
    Peer("kernel, machine code", "bench.kernel_peer", "numba", options=(("kernel", "machine"),), extra="fast"),
    Peer("C, the yardstick", "bench.kernel_peer", program="gcc", options=(("kernel", "c"),)),
    Peer("JAX, float32", "bench.jax_peer", "jax", when_checked=(("precise", True),)),
    Peer("the model as written", "bench.reference"),
    Peer("plain Python", "bench.plain_peer"),
    Peer("Mesa 3", "bench.mesa_peer", "mesa"),
    Peer("Gymnasium SyncVectorEnv", "bench.gymnasium_peer", "gymnasium"),
)
