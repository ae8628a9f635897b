"""The one or two signs that say shortest when somebody asks.

A rule is a set of one or two signs: where all are there, it asks at one rate, elsewhere at another. Of all rules that
one is told which gives the fitted policy's chances p the greatest likelihood,

    Σ p · log q + (1 − p) · log(1 − q),    q the mean of p on the same side of the rule,

which is the rule nearest to the policy (least Kullback-Leibler divergence; Kullback & Leibler 1951), less a price of
½ · log N for its second rate and the logarithm of how many rules of its size there are (Schwarz 1978; Rissanen 1978).
"""

from dataclasses import dataclass

import numpy as np

from game.coach.forward.asking_signs import NAMES, SIGNS
from game.model.arrays import Array

LEAST_TOLD = 0.15
"""Share of what a flat rate leaves open (McFadden 1974) that a rule must tell, to be told at all."""


@dataclass(frozen=True)
class AskingRule:
    """When somebody asks, in one or two signs."""

    signs: tuple[int, ...]  # places in `SIGNS`
    inside: float  # 0..1, rate of asking where they are all there
    outside: float  # 0..1, elsewhere
    told: float  # 0..1, share of what a flat rate leaves open

    @property
    def name(self) -> str:
        """What it is called where it is kept: “answers 2 + need”."""
        return " + ".join(NAMES[sign] for sign in self.signs)


def nearest_rule(signs: Array, chance: Array) -> AskingRule | None:
    """The rule nearest to chances of asking; None where no rule tells much.

    Args:
        signs: (N, S) boolean, of `SIGNS`.
        chance: (N,) 0..1.
    """
    count, total = len(chance), float(chance.sum())
    if count < 2:
        return None
    leads = [number for number, sign in enumerate(SIGNS) if sign.leads]
    seen = signs[:, leads].astype(float)
    inside, asked = seen.T @ seen, (seen * chance[:, None]).T @ seen
    gain = _likelihood(inside, asked) + _likelihood(count - inside, total - asked)
    flat = float(_likelihood(np.array(count), np.array(total)))
    families = np.array([SIGNS[number].family for number in leads])
    alone = np.eye(len(leads), dtype=bool)
    allowed = np.triu(alone | (families[:, None] != families[None]))
    above = asked * (count - inside) > (total - asked) * inside
    rules = np.where(alone, len(leads), max(1, int((allowed & ~alone).sum())))
    value = np.where(allowed & above & (inside > 0.0), gain - flat - 0.5 * np.log(count) - np.log(rules), -np.inf)
    one, two = divmod(int(value.argmax()), len(leads))
    if value[one, two] <= 0.0 or (gain[one, two] - flat) < LEAST_TOLD * -flat:
        return None
    within = float(inside[one, two])
    return AskingRule(
        tuple(dict.fromkeys((leads[one], leads[two]))), float(asked[one, two]) / within,
        (total - float(asked[one, two])) / max(1.0, count - within), float(gain[one, two] - flat) / -flat,
    )  # fmt: skip


def _likelihood(count: Array, asked: Array) -> Array:
    """The log likelihood of chances that sum to `asked` over `count` cases by their mean."""
    rate = np.clip(asked / np.maximum(count, 1e-12), 1e-12, 1.0 - 1e-12)
    found: Array = asked * np.log(rate) + (count - asked) * np.log(1.0 - rate)
    return found
