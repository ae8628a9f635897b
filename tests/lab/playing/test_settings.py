"""Numbers of a scenario can be changed by their keys, and nothing else changes."""

import numpy as np
import pytest

from game.errors import CannotPlay
from game.lab.playing.changed_numbers import changed, numbers, value_of
from game.scenario.compiling.compile import compile_scenario
from tests.plays import compiled


@pytest.mark.parametrize(
    ("key", "value"),
    [("days", 14), ("business.hours_per_day", 1.5), ("followers.tove.trust", 30),
     ("followers.tove.lives.empty_tin.ready.from", 9), ("crowd.count", 4), ("model.forgetting", 2),
     ("content.one_mug.hours", 0.25)],
)  # fmt: skip
def test_a_number_is_changed_and_no_other(key, value):
    before = compiled("slow_roast").scenario
    after = changed(before, ((key, float(value)),))
    differing = {k for k in numbers(before) if value_of(before, k) != value_of(after, k)}

    assert differing == {key}
    assert value_of(after, key) == value


def test_the_model_feels_it():
    """Dials multiply constants, hours are attention, trust of a follower is that of the cast."""
    before = compiled("slow_roast")
    after = compile_scenario(changed(before.scenario, (("model.forgetting", 2.0), ("followers.tove.trust", 30.0))))

    assert after.rules.params.forgetting == pytest.approx(2 * before.rules.params.forgetting)
    assert after.cast.trust[after.ids.index("tove")] == pytest.approx(0.3)
    assert (np.array(after.cast.trust) != before.cast.trust).sum() == 1


def test_as_written_means_as_written():
    """A scenario rebuilt with a number it has already plays from the same arrays."""
    before = compiled("slow_roast")
    after = compile_scenario(changed(before.scenario, (("followers.tove.trust", 42.0),)))

    assert all(getattr(after.cast, f).tobytes() == getattr(before.cast, f).tobytes() for f in ("trust", "sensitivity"))


def test_a_text_is_no_number():
    with pytest.raises(CannotPlay, match="holds no number"):
        changed(compiled("slow_roast").scenario, (("business.name", 3.0),))
