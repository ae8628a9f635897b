"""What attention allows, by numba: episode by episode, as one would do it by hand."""

import numba
import numpy as np

from game.kernel.attention import Granted, Wanted


@numba.njit(cache=True, nogil=True, error_model="numpy")
def _grant(move, content, priority, post, post_content, present, budget, making, cost, out_move, out_content, out_post):
    batch, followers = move.shape
    order = np.empty(followers, dtype=np.int64)
    made = np.empty(making.shape[1], dtype=np.bool_)
    for b in range(batch):
        made[:] = False
        left = budget[b]
        needed = cost[post[b]]
        shown = post_content[b]
        if shown >= 0:
            needed = min(needed + making[b, shown], budget[b])
        out_post[b] = 0
        if post[b] > 0 and needed <= left:
            out_post[b] = post[b]
            left -= needed
            if shown >= 0:
                made[shown] = True
        count = 0
        for f in range(followers):
            out_move[b, f] = 0
            out_content[b, f] = -1
            if move[b, f] > 0 and present[b, f] > 0.5:
                place = count
                while place > 0 and priority[b, order[place - 1]] < priority[b, f]:
                    order[place] = order[place - 1]
                    place -= 1
                order[place] = f
                count += 1
        for place in range(count):
            f = order[place]
            needed = cost[move[b, f]]
            shown = content[b, f]
            if shown >= 0 and not made[shown]:
                needed = min(needed + making[b, shown], max(budget[b], needed))
            if needed <= left:
                left -= needed
                out_move[b, f] = move[b, f]
                out_content[b, f] = shown
                if shown >= 0:
                    made[shown] = True


def granted_by_machine(wanted: Wanted) -> Granted:
    """The wishes that attention allows."""
    move, content = np.empty(wanted.move.shape, dtype=np.int64), np.empty(wanted.move.shape, dtype=np.int64)
    post = np.empty(len(wanted.post), dtype=np.int64)
    _grant(
        wanted.move, wanted.content, wanted.priority, wanted.post, wanted.post_content, wanted.present, wanted.budget,
        wanted.making, wanted.cost, move, content, post,
    )  # fmt: skip
    return Granted(move, content, post, np.where(post > 0, wanted.post_content, -1))
