"""What there is to share on a morning, and how it is weighed. Values alone; the kernels choose.

B episodes, F followers, C contents.
"""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array

HOUR = 0.1  # what an hour of making weighs against fit
SHOWN = 0.75  # what a content counts for a post once it has been shown


@dataclass(frozen=True, eq=False)
class Offer:
    """What there is to share, and what it seems worth to those it is for."""

    seems: Array  # (B, F, C) 0..1
    usable: Array  # (B, C) boolean
    making: Array  # (B, C) hours it takes today


def turns(contents: int, day: int) -> Array:
    """What favours another content each day where two are worth the same (C,), 0..C thousandths.

    >>> turns(3, 1).tolist()
    [0.001, 0.002, 0.0]
    """
    return np.asarray((np.arange(contents) + day) % contents * 1e-3)
