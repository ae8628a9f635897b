"""What a kernel is: everything that a batch of games needs computed, as one value. All kernels give the same bits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from game.kernel.attention import Granted, Wanted
from game.kernel.contents import Offer
from game.kernel.frame import Frame
from game.kernel.graph.traced_policy import TracedPolicy
from game.model.arrays import Array
from game.model.philox import Drawing


class DayPlayer(Protocol):
    """Plays days of a frame."""

    def play(self, day: int) -> None:
        """Plays a day, 1..1023: the frame goes from this morning to the next."""


class PolicyPlayer(Protocol):
    """Runs the traced policy of a bot, day by day."""

    inputs: tuple[str, ...]

    def decide(self, given: list[Array], day: int, days: int, shape: tuple[int, int]) -> dict[str, Array]:
        """What is wished for, by name.

        Args:
            given: for each of `inputs` an array (B, F) or (B,).
            day: 1..days.
            days: of the game.
            shape: episodes B and followers F.
        """


class Worth(Protocol):
    """What a content is worth to each follower."""

    def __call__(self, fit: Array, content: Array, otherwise: Array) -> Array:
        """What a content is worth to each (B, F), and another number where there is none.

        Args:
            fit: (B, F, C) 0..1.
            content: (B, F) or −1.
            otherwise: (B, F), where there is none.
        """


class Read(Protocol):
    """What reading profiles tells about contents."""

    def __call__(self, fit: Array, before: Array, now: Array, seems: Array) -> None:
        """Notes in place what contents seem worth to those whose profile is read now and was not before.

        Args:
            fit: (B, F, C) 0..1, what each content is worth.
            before: (B, F) 0 or 1.
            now: (B, F) 0 or 1.
            seems: (B, F, C) 0..1; it is written into.
        """


class Made(Protocol):
    """How the contents that exist are brought up to date of an evening."""

    def __call__(self, move: Array, content: Array, post: Array, post_content: Array, made: Array) -> Array:
        """Contents that exist by the evening (B, C) boolean.

        Args:
            move: (B, F) rows of the move table, 0 for none.
            content: (B, F) or −1.
            post: (B,) rows, 0 for none.
            post_content: (B,) or −1.
            made: (B, C) boolean, those of this morning.
        """


class Popular(Protocol):
    """How the content of a post is chosen."""

    def __call__(self, offer: Offer, present: Array, hours: Array, day: int) -> Array:
        """The content that seems to fit most followers and can be used (B,), another each day; −1 when there is none.

        Args:
            offer: contents, and what is known.
            present: (B, F) 0 or 1.
            hours: (B,) attention of the day.
            day: 1.. .
        """


@dataclass(frozen=True, eq=False)
class Kernel:
    """One way to compute what a batch of games needs. B episodes, F followers, C contents."""

    name: str
    lanes: int  # episodes that are computed together; frames are padded to a multiple of it
    pairs: Drawing  # draws people, as `game.model.philox.pairs` does
    day: Callable[[Frame], DayPlayer]  # who plays the days of a frame
    nights: Callable[[Frame], DayPlayer]  # the same without a move and a post; good for what the score reads alone
    policy: Callable[[TracedPolicy], PolicyPlayer]  # who runs a traced policy
    granted: Callable[[Wanted], Granted]  # the wishes that the attention of a day allows
    best: Callable[[Offer], Array]  # for each the content that seems to fit best and can be used (B, F), or −1
    popular: Popular
    worth: Worth
    read: Read
    made: Made
