"""Of each question, predicted against what happened: what the date mirror tells holds by move, and not on average only.

Printed with `pytest -s`.
"""

import numpy as np
import pytest

from tests.lab.signs.test_mirror import FEW
from tests.lab.signs.test_mirror_lately import MOVES_THAT_ASK, NOISE, told_and_done

BINS = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 101))
ONE_OF_TEN = 0.1


@pytest.mark.parametrize("move", MOVES_THAT_ASK)
def test_of_each_question_as_many_say_yes_as_the_mirror_tells(move):
    """In each of five bins no more than one of ten off, beyond the noise of so many people."""
    of_move = [one for one in told_and_done() if one[0] == move]
    assert len(of_move) >= FEW
    for low, high in BINS:
        some = [one for one in of_move if low <= one[2] < high]
        if len(some) < FEW:
            continue
        told, did = np.mean([one[2] for one in some]) / 100, np.mean([one[4] for one in some])
        noise = NOISE * np.sqrt(max(did * (1.0 - did), 0.05) / len(some))
        print(f"{move}: told {10 * told:.1f} of ten, and {10 * did:.1f} of ten of {len(some)} people say yes")
        assert abs(told - did) <= ONE_OF_TEN + noise, (low, told, did, len(some))
