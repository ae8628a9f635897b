"""What a numpy day leaves out where nobody needs it could as well be done: the same bits."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from game.kernel.by_numpy.numpy_day import NumpyDay
from game.kernel.frame import Frame
from game.model.arrays import worth_asking
from tests.model.test_identity import mixed_choices
from tests.model.world import RULES, Moment, begin

DAYS = 8


def played(here: Moment, player: NumpyDay, frame: Frame) -> bytes:
    """Days with moves to few, none and all, and posts now and then: all rows of every evening."""
    found = b""
    frame.put(here.state, here.ledger)
    for day in range(1, DAYS + 1):
        choices = mixed_choices(here)
        acted = np.arange(here.shape[1]) % (1 + day % 3) == 2
        frame.choose(
            replace(choices, move=np.where(acted, choices.move, 0), post=choices.post if day % 2 else choices.post * 0)
        )
        player.play(day)
        found += frame.moving[0].tobytes()
    return found


@pytest.mark.parametrize("episodes", [1, 256])
def test_a_region_that_is_never_left_out_changes_no_bit(episodes, monkeypatch):
    """In the text for a few values and in that for many, line by line: each was left out at times, and need not be."""
    here = begin(np.arange(episodes), seed=2)

    def fresh() -> tuple[NumpyDay, Frame]:
        frame = Frame(here.people, RULES, here.seed, here.episodes)
        return NumpyDay(frame), frame

    skipped: set[int] = set()

    def noted(condition: np.ndarray) -> bool:
        if not worth_asking(condition):
            skipped.add(sys._getframe(1).f_lineno)
        return worth_asking(condition)

    player, frame = fresh()
    names = player.day.__globals__
    monkeypatch.setitem(names, "worth_asking", noted)
    expected = played(here, player, frame)
    assert skipped
    for line in sorted(skipped):
        monkeypatch.setitem(
            names, "worth_asking", lambda c, line=line: sys._getframe(1).f_lineno == line or worth_asking(c)
        )
        assert played(here, *fresh()) == expected, line
