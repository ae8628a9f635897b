"""What a tell is worth: how well one tells the sign of the change it came from, and five tell trust.

The measure is d' of signal detection, from the area under the curve: √2 · z(AUC).
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from game.evidence.panel import Panel
from game.model.arrays import Array

MOVES = (
    "like", "comment", "ask_about_them", "ask_their_view", "share_resource", "help", "amplify", "thank_publicly",
    "small_offer", "propose", "ask_to_share", "pitch",
)  # fmt: skip
CONTACTS = 5


@dataclass(frozen=True)
class TellWorth:
    """d' of tells."""

    change: float  # of one tell, about the sign of the change of trust by the very move
    trust: float  # of the mean of five tells, about trust above and below its median


def area(score: Array, positive: Array) -> float:
    """Share of the pairs (one positive, one not) in which the positive one scores higher; ties count half."""
    _, place, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - 0.5 * (counts - 1.0)
    yes, no = int(positive.sum()), int((~positive).sum())
    return float((ranks[place][positive].sum() - 0.5 * yes * (yes + 1.0)) / max(1.0, float(yes) * no))


def discrimination(score: Array, positive: Array) -> float:
    """D' of a score about a yes or a no."""
    share = min(max(area(score, positive), 1e-6), 1.0 - 1e-6)
    return float(np.sqrt(2.0)) * NormalDist().inv_cdf(share)


def worth_of_tells(seed: int) -> TellWorth:
    """Five contacts, three days apart, by moves drawn for each follower; each with its tell."""
    panel = Panel(seed=seed)
    steps, signs, total = [], [], np.zeros(panel.followers)
    for contact in range(CONTACTS):
        which = np.floor(panel.dice(contact) * len(MOVES)).astype(np.int64)
        before = panel.trust
        panel.mix(MOVES, which, fit=0.3 + 0.7 * panel.dice(500 + contact))
        change = panel.trust - before
        panel.wait(1)
        clear = (np.abs(change) > 1e-9) & (panel.tell > 0)
        steps.append(panel.tell[clear])
        signs.append(change[clear] > 0.0)
        total += panel.tell
        panel.wait(2)
    trust = panel.trust
    one = discrimination(np.concatenate(steps), np.concatenate(signs))
    return TellWorth(one, discrimination(total, trust > np.median(trust)))
