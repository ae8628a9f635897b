"""What the attention of a day is asked, and what it grants. Values alone; the kernels answer.

Hours count in whole grains, so that the order of adding cannot matter. A content costs its making once, and one that
takes longer than a day takes the whole day.
"""

from dataclasses import dataclass

from game.model.arrays import Array


@dataclass(frozen=True, eq=False)
class Wanted:
    """What is wished for. B episodes, F followers, C contents, M moves; hours in grains."""

    move: Array  # (B, F) rows of the move table, 0 for none
    content: Array  # (B, F) or −1
    priority: Array  # (B, F), higher first; ties go to the earlier follower
    post: Array  # (B,) row, 0 for none; it comes before all else
    post_content: Array  # (B,) or −1
    present: Array  # (B, F) 0 or 1
    budget: Array  # (B,) grains of the day
    making: Array  # (B, C) grains that a content takes today
    cost: Array  # (M,) grains of each move


@dataclass(frozen=True, eq=False)
class Granted:
    """What of the wishes the day's attention allows: what was granted of `Wanted`."""

    move: Array  # (B, F)
    content: Array  # (B, F)
    post: Array  # (B,)
    post_content: Array  # (B,)
