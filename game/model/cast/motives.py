"""Motives as data: why somebody follows back, and what follows from it. Authors may add rows."""

from dataclasses import dataclass, fields

import numpy as np

from game.model.arrays import Array, freeze


@dataclass(frozen=True)
class Motive:
    """Why a follower follows back. Values 0..1 unless said otherwise; rates are relative to the average person."""

    id: str
    share: float  # weight in the default crowd, any positive number
    talkative: float = 0.6  # how readily they answer
    sharing: float = 0.5  # how readily they share
    curious: float = 0.4  # how often they ask
    sells: float = 0.0  # how much they want to sell to you
    interest: float = 0.05  # height of their need for what you sell
    bargains: float = 0.0  # how much an offer at a small price attracts them
    errands: float = 0.1  # how readily they ask for somebody else
    warmth: float = 0.0  # −1..1, first impression of you, in facet units
    spread: float = 0.28  # standard deviation of that impression
    need_share: float = 0.0  # share of the motive's members whose need comes up within the game
    need_rise: float = -1.0  # day around which the need rises; below 0: any time
    need_last: float = -1.0  # days it lasts; below 0: a quarter of the game, more or less
    buys: float = 0.0  # 1: their happy end is to buy
    happy_trust: float = 0.5  # 0..1, trust at which their happy end comes (when it is not to buy)
    happy_familiarity: float = 2.0  # 0.., familiarity needed for it
    human: float = 1.0  # 0: a machine; nothing to win and nothing to lose
    happy_end: str = "community"  # customer, advocate, partner, community, none


# fmt: off
BUILT_IN: tuple[Motive, ...] = (
    Motive("courtesy", 0.25, talkative=0.5, sharing=0.25, curious=0.15, interest=0.04, errands=0.2, happy_trust=0.55,
           happy_familiarity=2.2),
    Motive("curious", 0.2, talkative=0.75, sharing=0.8, curious=0.9, interest=0.15, warmth=0.05, happy_trust=0.68,
           happy_familiarity=3.2, happy_end="advocate"),
    Motive("neighbour", 0.15, talkative=0.7, sharing=0.5, curious=0.4, interest=0.2, errands=0.9, warmth=0.08,
           happy_trust=0.62, happy_familiarity=3.0),
    Motive("seller", 0.1, talkative=0.8, sharing=0.5, curious=0.5, sells=1.0, interest=0.05, happy_trust=0.64,
           happy_familiarity=2.8, happy_end="partner"),
    Motive("buyer", 0.14, talkative=0.6, sharing=0.35, curious=0.6, interest=1.0, warmth=0.04, need_share=1.0,
           buys=1.0, happy_trust=0.65, happy_familiarity=4.0, happy_end="customer"),
    Motive("fan", 0.05, talkative=0.8, sharing=1.0, curious=0.5, interest=0.3, errands=0.4, warmth=0.2, happy_trust=0.7,
           happy_familiarity=2.8, happy_end="advocate"),
    Motive("deal_hunter", 0.06, talkative=0.5, sharing=0.3, curious=0.5, interest=0.75, bargains=0.8, need_share=0.8,
           buys=1.0, happy_trust=0.65, happy_familiarity=4.0, happy_end="customer"),
    Motive("peer", 0.05, talkative=0.7, sharing=0.5, curious=0.6, sells=0.15, interest=0.05, happy_trust=0.64,
           happy_familiarity=2.8, happy_end="partner"),
    Motive("bot", 0.0, errands=0.0, talkative=0.25, sharing=0.6, curious=0.0, interest=0.0, spread=0.0, human=0.0,
           happy_end="none"),
)
# fmt: on

NUMBERS: tuple[str, ...] = tuple(f.name for f in fields(Motive) if f.name not in {"id", "happy_end"})


@dataclass(frozen=True, eq=False)
class MotiveTable:
    """The motives of one scenario as columns."""

    ids: tuple[str, ...]
    happy_ends: tuple[str, ...]
    columns: dict[str, Array]  # attribute -> (K,) float64

    def index(self, motive: str) -> int:
        """Row of a motive.

        Raises:
            KeyError: no such motive, with those there are.
        """
        try:
            return self.ids.index(motive)
        except ValueError:
            raise KeyError(f"there is no motive {motive!r}; there are: {', '.join(self.ids)}") from None

    def of(self, name: str, motive: Array) -> Array:
        """An attribute gathered for an array of motive rows, in the shape of that array."""
        return np.take(self.columns[name], motive, mode="clip")


def table(motives: tuple[Motive, ...] = BUILT_IN) -> MotiveTable:
    """Columns of a tuple of motives.

    >>> table().happy_ends[table().index("seller")]
    'partner'
    """
    columns = {name: freeze(np.array([getattr(m, name) for m in motives], dtype=np.float64)) for name in NUMBERS}
    return MotiveTable(tuple(m.id for m in motives), tuple(m.happy_end for m in motives), columns)
