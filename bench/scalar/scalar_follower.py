"""One follower with plain attributes, named after the rows of the kernel's frame."""

from typing import TYPE_CHECKING, Any

from bench.scalar.scalar_day import attribute, between
from game.kernel.frame import layout
from game.kernel.graph.traced_day import day_graph

GIVEN = tuple(
    name
    for name in (*layout().fixed, *layout().moving)
    if name.startswith(("people.", "state.", "ledger.")) and name != "people.motive"
)
"""What a follower begins with, by the names of the rows."""

SIGNALS = ("signal_reaction", "signal_initiative", "signal_tell")
BETWEEN = between(day_graph(1)).attributes()


class Follower:
    """Traits, state and ledger; what today has brought; whom they know."""

    __slots__ = (*map(attribute, GIVEN), *SIGNALS, *BETWEEN, "watches")

    if TYPE_CHECKING:
        watches: list["Follower"]

        def __getattr__(self, name: str) -> Any:
            """All others are numbers."""

        def __setattr__(self, name: str, value: object) -> None:
            """The same."""

    def settle(self, values: tuple[float, ...]) -> None:
        """Takes the values of `GIVEN` on, and forgets today.

        Args:
            values: in the order of `GIVEN`.
        """
        for name, value in zip(_ATTRIBUTES, values, strict=True):
            setattr(self, name, value)
        for name in (*SIGNALS, *BETWEEN):
            setattr(self, name, 0)
        self.watches = []

    def watched(self) -> tuple[float, ...]:
        """What a trajectory is made of, in the order of `bench.scalar.scalar_games.HANDED_OVER`."""
        return (self.facets_0, self.facets_1, self.facets_2, self.stain, self.wear, self.reactance, self.present)


_ATTRIBUTES = tuple(map(attribute, GIVEN))
