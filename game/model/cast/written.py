"""What a file says of those who may be met, and what is left to chance before the first day."""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array, freeze_fields, worth_asking
from game.model.cast.dealing import Lives
from game.model.philox import Drawing

LEFT_TO_CHANCE = -1.0


@dataclass(frozen=True, eq=False)
class Cast:
    """Who may be met. F followers, T topics, C contents, K ties; `LEFT_TO_CHANCE` where a value is to be drawn."""

    motive: Array  # (F,) int64 row, or −1
    mix: Array  # (M,) weights of the motives for those
    love: Array  # (F, T) 0..1, or −1
    likes_format: Array  # (F, N) 0 or 1; a row of −1: drawn
    sensitivity: Array  # (F,) 0.5..2, or −1
    trust: Array  # (F,) 0..1 on the first day, or −1
    need_from: Array  # (F,) day, or −1
    need_until: Array  # (F,) day, or −1
    buys: Array  # (F,) 1 when their happy end is to buy, 0 when not, or −1: as the motive has it
    arrives: Array  # (F,) day, 1 for the first
    mutual: Array  # (F,) 0 or 1
    ties: Array  # (F, K)
    tie_weight: Array  # (F, K)
    about: Array  # (C, T) 0 or 1, topics of each content
    content_format: Array  # (C,) int64, 0..N−1
    days: int  # length of the game
    seed: int  # −1: the crowd follows the seed of the run; else it is always this crowd
    lives: Lives | None = None  # what may differ of those who are written; without, they are the same in every game

    def __post_init__(self) -> None:
        freeze_fields(self)


def keep_known(drawn: Array, known: Array) -> Array:
    """Drawn values (F, ...), overwritten by the fixed ones (F,) or (F, ...) where there are any."""
    rows = known >= 0.0
    if known.ndim > 1:
        return np.where(rows, known, drawn)
    if worth_asking(rows):
        drawn[rows] = known[rows][:, None]
    return drawn


def drawn_before(cast: Cast, seed: int, episodes: Array, streams: tuple[int, ...], drawing: Drawing) -> Array:
    """Draws before the first day (S, 2, F, B); a crowd that is always the same is drawn once, as that of episode 0.

    Where the cast has lives, those who are written are drawn for each game all the same.
    """
    if cast.seed < 0:
        return drawing(seed, episodes, 0, len(cast.motive), streams)
    same = drawing(cast.seed, np.zeros(1, dtype=np.int64), 0, len(cast.motive), streams)
    if cast.lives is None:
        return same
    return np.where(cast.lives.written[:, None], drawing(seed, episodes, 0, len(cast.motive), streams), same)
