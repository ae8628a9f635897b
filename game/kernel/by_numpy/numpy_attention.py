"""What the attention of a day allows, by numpy: all episodes together, place after place of the order."""

import numpy as np

from game.kernel.attention import Granted, Wanted


def granted_by_numpy(wanted: Wanted) -> Granted:
    """The wishes that attention allows, in the order of their priority, while there are hours left."""
    batch, followers = wanted.move.shape
    making, budget, rows = wanted.making, wanted.budget, np.arange(batch)
    topical = wanted.post_content >= 0
    cost = wanted.cost[wanted.post]
    if making.shape[1]:
        cost = np.where(topical, np.minimum(cost + making[rows, np.maximum(wanted.post_content, 0)], budget), cost)
    post = np.where((wanted.post > 0) & (cost <= budget), wanted.post, 0)
    left = budget - np.where(post > 0, cost, 0.0)
    made = np.zeros(making.shape, dtype=bool)
    if making.shape[1]:
        made[rows, np.maximum(wanted.post_content, 0)] |= (post > 0) & topical

    order = np.argsort(-wanted.priority, axis=1, kind="stable")
    moves = np.take_along_axis(np.where(wanted.present > 0.5, wanted.move, 0), order, axis=1).T.copy()
    contents = np.take_along_axis(wanted.content, order, axis=1).T.copy()
    costs = wanted.cost[moves]
    for place in range(followers):
        wish, what, needed = moves[place], contents[place], costs[place]
        if not wish.any():
            continue
        shown = what >= 0
        if making.shape[1] and shown.any():
            index = np.maximum(what, 0)
            extra = np.where(shown & ~made[rows, index], making[rows, index], 0.0)
            needed = np.minimum(needed + extra, np.maximum(budget, needed))
            can = (wish > 0) & (needed <= left)
            made[rows, index] |= can & shown
        else:
            can = (wish > 0) & (needed <= left)
        left = left - np.where(can, needed, 0.0)
        moves[place] = np.where(can, wish, 0)
        contents[place] = np.where(can, what, -1)
    contents = np.where(moves > 0, contents, -1)
    move, content = np.empty_like(wanted.move), np.empty_like(wanted.content)
    np.put_along_axis(move, order, moves.T, axis=1)
    np.put_along_axis(content, order, contents.T, axis=1)
    return Granted(move, content, post, np.where(post > 0, wanted.post_content, -1))
