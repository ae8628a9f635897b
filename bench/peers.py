"""The peers: what there is to compare with, and what each needs."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from bench.script import Script, Trajectory
from game.model.arrays import Array
from game.scenario.compile import Compiled


@dataclass(frozen=True)
class Peer:
    """The model's days in another framework. Its module has a function `play` with the arguments of `Peer.play`."""

    name: str  # as people call it
    module: str
    package: str = ""  # that has to be installed; empty: none

    def available(self) -> str:
        """Nothing when it can run, else why it is skipped."""
        if self.package and find_spec(self.package) is None:
            return f"{self.package} is not installed: pip install 'courtship[bench]'"
        return ""

    def play(
        self, compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True
    ) -> Trajectory:
        """Plays episodes by a script, from drawing the people to the last night.

        Args:
            compiled: the scenario.
            seed: 0..2**32 − 1.
            episodes: (B,) numbers.
            script: the choices, for these episodes.
            every_day: keep all days of the trajectory; else the last one, which takes no time to speak of.

        Raises:
            ImportError: what it needs is not installed; `available` tells.
        """
        trajectory: Trajectory = import_module(self.module).play(compiled, seed, episodes, script, every_day=every_day)
        return trajectory


PEERS = (
    Peer("plain Python", "bench.plain_peer"),
    Peer("Mesa 3", "bench.mesa_peer", "mesa"),
    Peer("Gymnasium SyncVectorEnv", "bench.gymnasium_peer", "gymnasium"),
)
