"""Moves as data: a row of attributes each. Who makes them and in which words is told elsewhere.

The effect of a move comes from its attributes, the fit of what is shared, and the state of the
follower; the model asks for no move by name. Attributes run 0..1 (evidence −1..1); hours are attention.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

import numpy as np

ASKS_FROM = 0.25  # an act that demands this much gets a yes or a no
SALE_FROM = 0.6  # a yes to this much is a purchase


@dataclass(frozen=True)
class Move:
    """One kind of act.

    Evidence attributes say what the act tells a follower about you if it fits. `ask` is how much the
    act demands, `selling` how visibly it sells, `pressure` how much it wears (below 0: it relieves).
    """

    id: str
    hours: float  # attention, 0..
    ability: float = 0.0  # −1..1
    benevolence: float = 0.0  # −1..1
    integrity: float = 0.0  # −1..1
    exposure: float = 0.0  # 0..1, how much it makes you familiar
    pressure: float = 0.0  # −1..1, how much it tires
    self_focus: float = 0.0  # 0..1, how much it is about you
    selling: float = 0.0  # 0..1, how visibly it sells
    ask: float = 0.0  # 0..1, how much it demands
    favour: float = 0.0  # 0..1, what it gives, to be returned one day
    personal: float = 0.0  # 0..1, meant for this one person
    public: float = 0.0  # 0..1, others see it
    deceit: float = 0.0  # 0..1, a false claim
    uses_fit: float = 0.0  # 1: worth what the content is worth to them
    thanks: float = 0.0  # 1: worth something only when they helped lately
    answers: float = 0.0  # 1: an answer to their waiting message, sooner is better
    follows_up: float = 0.0  # 1: worth what the last turn of the talk was
    opens_on_share: float = 0.0  # 1: best when they just shared with a compliment
    cheers: float = 0.0  # 1: worth something only on their good news
    mends: float = 0.0  # 0..1: an apology
    invites_reply: float = 0.0  # 0..1, how much it invites words in return
    faux_pas: float = 0.0  # 1: one of the classic blunders
    to_all: float = 0.0  # 1: goes to everybody at once
    seeks_share: float = 0.0  # 1: what is asked for is a share
    uses_need: float = 0.0  # 1: worth most when a need or complaint has shown
    echoes: float = 0.0  # 1: passes on what they said, and is worth little when they have said nothing lately
    flaunts: float = 0.0  # 1: makes much of a share, which is odd when it came without a word of praise
    withdraws: float = 0.0  # 1: keeps away on purpose, which is cold to somebody who was not tired of you
    reads: float = 0.0  # 1: reads their profile, once

    @property
    def for_sale(self) -> bool:
        """Whether a yes to it is a purchase."""
        return self.ask >= SALE_FROM


NOTHING = Move("nothing", 0.0)

# fmt: off
DIRECT = (
    Move("look_around", 0.25, reads=1.0),
    Move("like", 0.1, benevolence=0.04, exposure=0.25, pressure=0.04, personal=0.3, public=0.2),
    Move("comment", 0.25, benevolence=0.18, ability=0.06, exposure=0.6, pressure=0.12, personal=0.7, public=0.5,
         invites_reply=0.35),
    Move("ask_about_them", 0.4, benevolence=0.34, exposure=0.8, pressure=0.16, ask=0.04, personal=0.9,
         invites_reply=0.8),
    Move("follow_up", 0.4, benevolence=0.5, integrity=0.12, exposure=0.8, pressure=0.14, ask=0.04, personal=1.0,
         follows_up=1.0, invites_reply=0.8),
    Move("ask_their_view", 0.4, benevolence=0.3, integrity=0.1, exposure=0.8, pressure=0.16, ask=0.06, personal=0.9,
         opens_on_share=1.0, invites_reply=0.85),
    Move("answer", 0.4, ability=0.18, benevolence=0.28, integrity=0.22, exposure=0.8, pressure=0.05, favour=0.12,
         personal=1.0, answers=1.0, invites_reply=0.5),
    Move("thank_publicly", 0.25, benevolence=0.8, integrity=0.25, exposure=0.7, pressure=0.08, favour=0.6,
         personal=0.9, public=0.8, thanks=1.0, invites_reply=0.3),
    Move("thank_privately", 0.25, benevolence=0.7, integrity=0.2, exposure=0.6, pressure=0.06, favour=0.6,
         personal=1.0, thanks=1.0, invites_reply=0.35),
    Move("share_resource", 0.3, ability=0.42, benevolence=0.34, integrity=0.06, exposure=0.9, pressure=0.2,
         favour=0.5, personal=0.7, uses_fit=1.0, invites_reply=0.4),
    Move("help", 1.0, ability=0.5, benevolence=0.6, integrity=0.2, exposure=1.0, pressure=0.1, favour=0.9,
         personal=1.0, uses_need=1.0, invites_reply=0.5),
    Move("introduce", 0.4, ability=0.2, benevolence=0.42, integrity=0.1, exposure=0.8, pressure=0.14, favour=0.6,
         personal=0.9, uses_fit=1.0, invites_reply=0.4),
    Move("amplify", 0.25, benevolence=0.26, exposure=0.6, pressure=0.06, favour=0.35, personal=0.6, public=0.6,
         invites_reply=0.2, echoes=1.0),
    Move("congratulate", 0.25, benevolence=0.8, exposure=0.6, pressure=0.06, personal=0.9, public=0.3, cheers=1.0,
         invites_reply=0.5),
    Move("apologise", 0.25, exposure=0.5, pressure=0.04, personal=0.9, mends=1.0, invites_reply=0.3),
    Move("give_space", 0.0, pressure=-0.6, withdraws=1.0),
    Move("small_offer", 0.5, ability=0.12, benevolence=0.1, exposure=0.8, pressure=0.3, selling=0.5, ask=0.32,
         favour=0.2, personal=0.8, invites_reply=0.6),
    Move("propose", 0.75, exposure=1.0, pressure=0.5, selling=0.9, ask=0.7, personal=0.8, invites_reply=1.0),
    Move("ask_to_share", 0.25, exposure=0.7, pressure=0.4, selling=0.35, self_focus=0.4, ask=0.45, personal=0.4,
         invites_reply=0.9, faux_pas=1.0, seeks_share=1.0),
    Move("retweet_share", 0.1, exposure=0.6, pressure=0.15, self_focus=0.9, selling=0.2, public=0.9, faux_pas=1.0,
         flaunts=1.0),
    Move("pitch", 0.4, benevolence=-0.1, exposure=1.0, pressure=0.6, selling=1.0, self_focus=0.3, ask=0.7,
         personal=0.2, invites_reply=0.8, faux_pas=1.0),
)

POSTS = (
    Move("post_helpful", 0.25, ability=0.16, benevolence=0.08, integrity=0.03, exposure=0.6, pressure=0.22,
         favour=0.05, uses_fit=1.0, invites_reply=0.12, to_all=1.0),
    Move("post_question", 0.25, benevolence=0.12, exposure=0.6, pressure=0.2, uses_fit=1.0, invites_reply=0.25,
         to_all=1.0),
    Move("post_story", 0.25, benevolence=0.07, integrity=0.12, exposure=0.6, pressure=0.22, self_focus=0.02,
         uses_fit=1.0, invites_reply=0.12, to_all=1.0),
    Move("post_promotion", 0.25, exposure=1.0, pressure=0.45, selling=0.85, self_focus=0.5, ask=0.12, uses_fit=1.0,
         invites_reply=0.05, to_all=1.0),
    Move("blast_dm", 0.5, benevolence=-0.6, integrity=-0.3, exposure=0.9, pressure=0.7, selling=0.9,
         self_focus=0.5, ask=0.35, invites_reply=0.2, faux_pas=1.0, to_all=1.0),
)
# fmt: on

BUILT_IN: tuple[Move, ...] = (NOTHING, *DIRECT, *POSTS)

ATTRIBUTES: tuple[str, ...] = tuple(f.name for f in fields(Move) if f.name != "id")
EVIDENCE = ("ability", "benevolence", "integrity")


@dataclass(frozen=True, eq=False)
class MoveTable:
    """The moves of one scenario as columns; row 0 is no move at all."""

    ids: tuple[str, ...]
    columns: dict[str, np.ndarray]  # attribute -> (M,) float64
    opens: np.ndarray  # (M,) float64, the first day on which each can be made; no rule of the model reads it

    def __len__(self) -> int:
        """How many rows, the empty move included."""
        return len(self.ids)

    @property
    def for_sale(self) -> np.ndarray:
        """(M,) boolean, whether a yes to each is a purchase."""
        return np.asarray(self.columns["ask"] >= SALE_FROM)

    @property
    def asking_opens(self) -> float:
        """The first day on which somebody can be asked to buy, 1..; infinite where nothing can be sold."""
        asks = self.for_sale & (self.columns["to_all"] < 0.5)
        return float(self.opens[asks].min()) if asks.any() else float("inf")

    def index(self, move: str) -> int:
        """Row of a move.

        Raises:
            KeyError: no such move, with the moves there are.
        """
        try:
            return self.ids.index(move)
        except ValueError:
            raise KeyError(f"there is no move {move!r}; there are: {', '.join(self.ids[1:])}") from None

    def row(self, move: int | str) -> Move:
        """A row as a `Move`."""
        i = self.index(move) if isinstance(move, str) else move
        return Move(self.ids[i], **{name: float(self.columns[name][i]) for name in ATTRIBUTES})


def table(moves: tuple[Move, ...] = BUILT_IN, opens: Mapping[str, int] = MappingProxyType({})) -> MoveTable:
    """Columns of a tuple of moves, whose first must be `NOTHING`.

    Args:
        moves: rows.
        opens: id -> the first day on which a move can be made, of those that are not open from day 1 on.

    >>> len(table()) == len(BUILT_IN)
    True
    """
    if moves[0].id != NOTHING.id:
        raise ValueError(f"expected the first move to be {NOTHING.id!r}, got {moves[0].id!r}")
    columns = {name: np.array([getattr(m, name) for m in moves], dtype=np.float64) for name in ATTRIBUTES}
    first_days = np.array([opens.get(m.id, 1) for m in moves], dtype=np.float64)
    for column in (*columns.values(), first_days):
        column.flags.writeable = False
    return MoveTable(tuple(m.id for m in moves), columns, first_days)


def tuned(moves: tuple[Move, ...], changes: dict[str, dict[str, float]]) -> tuple[Move, ...]:
    """Moves with some attributes changed, and new moves at the end.

    >>> [m.id for m in tuned(BUILT_IN, {"tasting": {"hours": 1.5, "ask": 0.3}})][-1]
    'tasting'
    """
    known = {m.id for m in moves}
    kept = tuple(replace(m, **changes.get(m.id, {})) for m in moves)  # type: ignore[arg-type]
    return kept + tuple(Move(id=name, **values) for name, values in changes.items() if name not in known)
