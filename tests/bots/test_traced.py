"""Bots that play by their traced policy wish what they wish when asked themselves, to the bit."""

from dataclasses import fields
from functools import cache
from importlib.util import find_spec

import numpy as np
import pytest

from game.bots.bot import Bot, Wishes, no_wishes
from game.bots.play import play, wishes_of
from game.bots.policy_tracing import traced
from game.bots.possible import only_possible
from game.bots.registry import bots
from game.bots.traced import player_of, wishes_by
from game.engine.sight import see
from game.kernel.graph.refusals import CannotTraceError
from game.kernel.kernels import kernel_of
from game.resources import SCENARIOS
from game.scenario import load
from game.session.runs.recorded_scenario import compiled_of

NEEDS_NUMBA = pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed: courtship[fast]")
KERNELS = ["numpy", pytest.param("machine", marks=NEEDS_NUMBA)]
PLAIN = {"oracle"}
"""Bots that are asked themselves: what is hidden cannot be traced."""


@cache
def compiled(name: str):
    return compiled_of(load(SCENARIOS / f"{name}.yaml"))


def bits(wishes: Wishes) -> dict[str, tuple]:
    found = {f.name: getattr(wishes, f.name) for f in fields(wishes)}
    return {name: (value.shape, value.dtype, value.tobytes()) for name, value in found.items()}


@pytest.mark.parametrize("scenario", ["slow_roast", "first_hello"])
@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("name", sorted(bots().keys() - PLAIN))
def test_a_traced_bot_wishes_what_it_wishes_when_asked(name, kernel, scenario):
    """Whole games, day by day, in a batch that does not fill the lanes of the machine."""
    here, bot = compiled(scenario), bots()[name]
    player = player_of(bot, here.rules, len(here.contents), kernel_of(kernel))
    differing = []

    def compare(morning, _plan, _after):
        sight = see(morning)
        asked = bits(only_possible(wishes_of(bot, morning, sight), sight, here.rules))
        differing.extend((morning.day, n) for n, b in bits(wishes_by(player, sight)).items() if b != asked[n])

    play(here, bot, 3, np.arange(19), compare)

    assert differing == []


@pytest.mark.parametrize("kernel", KERNELS)
def test_no_shipped_bot_falls_back_silently(kernel):
    """A new bot is traced, or stands here with its reason."""
    here = compiled("slow_roast")
    plain = {
        n for n, bot in bots().items() if player_of(bot, here.rules, len(here.contents), kernel_of(kernel)) is None
    }

    assert plain == PLAIN


def test_a_bot_from_elsewhere_is_asked_itself():
    """Nobody has looked whether its wishes follow from the morning alone, whatever it calls itself."""
    stranger = Bot("patient", no_wishes, "Another.", asks=False, posts=False, broadcasts=False, stochastic=False)
    here = compiled("slow_roast")

    assert player_of(stranger, here.rules, len(here.contents), kernel_of("numpy")) is None


@pytest.mark.parametrize(
    "policy",
    [
        lambda sight: no_wishes(sight) if sight.day > 3 else None,
        lambda sight: no_wishes(sight) if sight.ledger.warm > 2.0 else None,
        lambda sight: Wishes(sight.signals, 0, 0, 0, 0),
        lambda sight: Wishes(np.sort(sight.ledger.warm), 0, 0, 0, 0),
        lambda sight: Wishes(sight.ledger.warm % 3, 0, 0, 0, 0),
        lambda sight: Wishes(sight.ledger.last_move % 2, 0, 0, 0, 0),
        lambda sight: Wishes(sight.ledger.warm // 2, 0, 0, 0, 0),
    ],
)
def test_what_cannot_be_traced_is_refused(policy):
    """Asking `if`, looking at signals, sorting: never a graph that does something else."""
    here = compiled("slow_roast")

    with pytest.raises(CannotTraceError):
        traced(policy, here.rules, len(here.contents))
