"""What attention allows, by numba: episode by episode, as one would do it by hand."""

import numpy as np
from numba import float64, int64, void

from game.kernel.attention import Granted, Wanted
from game.kernel.by_machine.kept_code import machine_code, read, written
from game.model.arrays import Array

TILE = 8
"""Episodes that are brought near together: their neighbours in a row lie side by side."""


@machine_code(void(
    read(int64, 2), read(int64, 2), read(float64, 2), read(int64, 1), read(int64, 1), read(float64, 2),
    read(float64, 1), read(float64, 2), read(float64, 1), written(int64, 2), written(int64, 2), written(int64, 1),
))  # fmt: skip
def _grant(
    move: Array, content: Array, priority: Array, post: Array, post_content: Array, present: Array,
    budget: Array, making: Array, cost: Array, out_move: Array, out_content: Array, out_post: Array,
) -> None:  # fmt: skip
    followers, batch = move.shape
    wish, what = np.empty((TILE, followers), dtype=np.int64), np.empty((TILE, followers), dtype=np.int64)
    weight = np.empty((TILE, followers))
    order, keys = np.empty(followers, dtype=np.int64), np.empty(followers)
    made = np.empty(making.shape[0], dtype=np.bool_)
    for first in range(0, batch, TILE):
        last = min(first + TILE, batch)
        for f in range(followers):
            for b in range(first, last):
                wish[b - first, f] = move[f, b] if present[f, b] > 0.5 else 0
                what[b - first, f] = content[f, b]
                weight[b - first, f] = priority[f, b]
        for b in range(first, last):
            made[:] = False
            left = budget[b]
            needed = cost[post[b]]
            shown = post_content[b]
            if shown >= 0:
                needed = min(needed + making[shown, b], budget[b])
            out_post[b] = 0
            if post[b] > 0 and needed <= left:
                out_post[b] = post[b]
                left -= needed
                if shown >= 0:
                    made[shown] = True
            count = 0
            for f in range(followers):
                key = weight[b - first, f]
                if wish[b - first, f] > 0:
                    place = count
                    while place > 0 and keys[place - 1] < key:
                        keys[place] = keys[place - 1]
                        order[place] = order[place - 1]
                        place -= 1
                    keys[place], order[place] = key, f
                    count += 1
            for place in range(count):
                f = order[place]
                needed = cost[wish[b - first, f]]
                shown = what[b - first, f]
                if shown >= 0 and not made[shown]:
                    needed = min(needed + making[shown, b], max(budget[b], needed))
                if needed <= left:
                    left -= needed
                    if shown >= 0:
                        made[shown] = True
                else:
                    wish[b - first, f] = 0
        for f in range(followers):
            for b in range(first, last):
                out_move[f, b] = wish[b - first, f]
                out_content[f, b] = what[b - first, f] if wish[b - first, f] > 0 else -1


def granted_by_machine(wanted: Wanted) -> Granted:
    """The wishes that attention allows."""
    shape = wanted.move.shape[::-1]
    move, content = np.empty(shape, dtype=np.int64), np.empty(shape, dtype=np.int64)
    post = np.empty(len(wanted.post), dtype=np.int64)
    rows = np.ascontiguousarray
    _grant(
        rows(wanted.move.T), rows(wanted.content.T), rows(wanted.priority.T), rows(wanted.post),
        rows(wanted.post_content), rows(wanted.present.T), rows(wanted.budget), rows(wanted.making.T),
        rows(wanted.cost), move, content, post,
    )  # fmt: skip
    return Granted(move.T, content.T, post, np.where(post > 0, wanted.post_content, -1))
