"""The panel is the game's kernel with a protocol: what it does, the game does."""

import numpy as np
import pytest

from game.evidence import Panel
from game.evidence.crowd import default_crowd
from game.model import Choices, Rules, draw, draw_people, first_ledger, first_state, moves, step
from game.model.cast import motives
from game.model.moves import Move
from game.model.parameters import Params

READINGS = (
    "trust", "liking", "familiarity", "reactance", "wear", "debt", "facets", "propensity", "following", "hazard",
    "stage",
)  # fmt: skip


def snapshot(panel: Panel) -> bytes:
    return b"".join(np.ascontiguousarray(getattr(panel, name)).tobytes() for name in READINGS)


@pytest.mark.parametrize("move", [*(m.id for m in moves.DIRECT), *(m.id for m in moves.POSTS)])
def test_a_day_in_the_panel_is_a_day_of_the_game(move):
    """One act and one night give the very bits of `step`."""
    rules = Rules(Params(), moves.table(), motives.table())
    episodes, row = np.arange(40), rules.moves.index(move)
    cast = default_crowd(1, 1, -1, -1.0, 60)
    people = draw_people(cast, rules, 5, episodes)
    to_all = rules.moves.columns["to_all"][row] > 0.5
    choices = Choices(
        np.full((40, 1), 0 if to_all else row), np.full((40, 1), 0.8),
        np.full(40, row if to_all else 0), np.full((40, 1), 0.8),
    )  # fmt: skip
    state, ledger = first_state(cast, people, rules, 5, episodes), first_ledger(people)
    panel = Panel(40, seed=5)
    for day in (1, 2, 3):
        state, ledger, _ = step(state, ledger, choices, draw(5, episodes, day, 1), people, rules, day)
        panel.do(move)
        panel.wait(1)

    assert panel.facets.T.tobytes() == np.ascontiguousarray(state.facets.reshape(3, -1)).tobytes()
    assert panel.reactance.tobytes() == state.reactance.tobytes()
    assert panel.debt.tobytes() == state.debt.tobytes()
    assert panel.wear.tobytes() == state.wear.tobytes()
    assert (panel.following == (ledger.present.ravel() > 0.5)).all()


def test_reading_is_not_doing():
    """All readings, and readiness for any ask, leave the future as it was."""
    read, unread = Panel(200, seed=1), Panel(200, seed=1)
    for panel in (read, unread):
        panel.do("share_resource")
        if panel is read:
            snapshot(panel)
            for size in (0.05, 0.4, 0.7):
                panel.comply(size)
            panel.dice()
        panel.wait(3)

    assert snapshot(read) == snapshot(unread)
    assert read.comply(0.4).tobytes() == unread.comply(0.4).tobytes()


def test_an_ask_has_consequences():
    """Who refuses a large ask is put off; who agrees feels bound."""
    panel = Panel(500, seed=1, trust=0.4)
    before, ready = panel.trust, panel.comply(0.4)
    yes = panel.asks(0.7)

    assert (panel.trust[~yes] < before[~yes]).all()
    assert (panel.comply(0.4)[yes] > ready[yes]).all()


def test_asks_of_one_day_have_a_luck_of_their_own():
    """A second ask is not decided by the dice of the first."""
    panel = Panel(2000, seed=1)
    first, second = panel.asks(0.3), panel.asks(0.3)

    assert 0.05 < np.mean(first != second) < 0.7


def test_arms_of_one_seed_hold_the_same_people():
    assert Panel(100, seed=3).propensity.tobytes() == Panel(100, seed=3).propensity.tobytes()
    assert Panel(100, seed=3).propensity.tobytes() != Panel(100, seed=4).propensity.tobytes()


def test_a_smaller_panel_is_the_beginning_of_a_larger_one():
    small, large = Panel(50, seed=2), Panel(80, seed=2)
    for panel in (small, large):
        panel.do("pitch")
        panel.wait(5)

    assert small.trust.tobytes() == large.trust[:50].tobytes()


def test_only_those_who_are_meant_are_touched():
    panel = Panel(100, seed=0)
    before, meant = panel.trust, np.arange(100) < 30
    panel.do("help", who=meant)

    assert (panel.trust[meant] > before[meant]).all()
    assert (panel.trust[~meant] == before[~meant]).all()


def test_the_gone_are_out_of_reach():
    panel = Panel(100, seed=0)
    panel.leave(np.full(100, True))
    before = panel.trust
    panel.do("blast_dm")

    assert not panel.asks(0.05).any()
    assert (panel.trust == before).all()


def test_thanks_are_worth_something_when_a_favour_came_first():
    thanked, unearned = Panel(300, seed=0), Panel(300, seed=0)
    before = thanked.trust
    thanked.receive("share_plain")
    for panel in (thanked, unearned):
        panel.do("thank_privately")

    assert (thanked.trust - before).mean() > 5.0 * (unearned.trust - before).mean()


def test_delay_makes_an_answer_worth_less():
    gains = []
    for delay in (0, 1, 4):
        panel = Panel(300, seed=0)
        before = panel.trust
        panel.do("answer", delay=delay)
        gains.append((panel.trust - before).mean())

    assert gains[0] > gains[1] > gains[2] > 0.0


def test_followers_who_know_each_other_see_what_is_public():
    alone, circle = Panel(120, seed=0, circle=6), Panel(120, seed=0, circle=6)
    first = np.arange(120) % 6 == 0
    alone.do("thank_publicly", who=first, delay=0, public=0.0)
    circle.do("thank_publicly", who=first, delay=0, public=1.0)
    neighbours = np.arange(120) % 6 == 1

    assert circle.trust[neighbours].mean() > alone.trust[neighbours].mean()


def test_moves_of_ones_own_may_share_a_name():
    panel = Panel(50, seed=0, trust=0.5)
    panel.do(Move("news", 0.0, ability=0.3))
    up = panel.trust.mean()
    panel.do(Move("news", 0.0, ability=-0.3))

    assert up > 0.5 > panel.trust.mean()


def test_a_fork_goes_its_own_way():
    panel = Panel(50, seed=0)
    twin = panel.fork()
    before = panel.trust
    twin.do("pitch")

    assert (panel.trust == before).all()
    assert (twin.trust != before).all()


def test_traits_and_trust_can_be_fixed():
    panel = Panel(50, seed=0, trust=0.7, proneness=2.0)

    assert panel.trust == pytest.approx(np.full(50, 0.7), abs=1e-6)
    assert (panel.trait("proneness") == 2.0).all()


def test_mistakes_are_told():
    with pytest.raises(ValueError, match=r"no trait 'pronness'; there are: .*proneness"):
        Panel(10, pronness=1.0)
    with pytest.raises(KeyError, match="no motive 'foe'"):
        Panel(10, motive="foe")
    with pytest.raises(KeyError, match="no move 'hug'"):
        Panel(10).do("hug")
    with pytest.raises(ValueError, match="circles of 4, got 10"):
        Panel(10, circle=4)
