"""Tells show what a direct move changed, through a face and a blur, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.model import Params, Signal, trust
from game.model.signals import TELLS
from tests.model.world import RULES, begin, cast
from tests.plays import SHIPPED, compiled

GAMES = 200


def tells_after(move: str, who=None, crowd=None, **changed):
    """Steps 1..7 of the tells after one day of a move, 0 where there is none."""
    here = begin(GAMES, 5, crowd or cast(8, known=False))
    here = replace(here, people=replace(here.people, **changed)) if changed else here
    after, signals = here.play(here.choices(move, who=who))
    told = signals.tell.astype(int)
    return here, after, np.where(told > 0, told - TELLS[0] + 1, 0)


def test_every_move_that_is_seen_draws_a_tell_and_no_other_does():
    """From whoever is human."""
    for move in RULES.moves.ids:
        row = RULES.moves.row(move)
        if row.to_all or move == "nothing":
            continue
        here, _, steps = tells_after(move)
        human = here.people.human > 0.5
        assert (steps[human] >= 1).all() == (row.exposure > 0.0), move
        assert (steps > 0).any() == (row.exposure > 0.0), move


def test_who_is_left_alone_and_sees_nothing_shows_nothing():
    """No tell comes of itself."""
    _, _, steps = tells_after("ask_about_them", who=(slice(None), 0))

    assert (steps[:, 1:] == 0).all()


def test_a_public_affront_is_seen_in_the_faces_of_those_who_know_them():
    """And of nobody else."""
    _, _, steps = tells_after("retweet_share", who=(slice(None), 0), crowd=cast(8))

    assert (steps[:, [1, -1]] > 0).mean() > 0.9
    assert (steps[:, 3:6] == 0).all()


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "pushy", "random"])
def test_nobody_says_one_thing_with_words_and_the_opposite_with_the_face(scenario, bot):
    """Over whole games: what is done gladly goes with no closed face, what is done coolly with no beaming one."""
    glad, curt, even = [], [], []
    faces = {int(signal): step for step, signal in enumerate(TELLS, 1)}

    def look(_morning, _plan, after):
        told = after.signals
        for reaction, initiative, tell in zip(told.reaction.flat, told.initiative.flat, told.tell.flat, strict=True):
            if tell:
                did = {Signal(int(reaction)).id, Signal(int(initiative)).id}
                if did & {"answer_cool", "declines_coldly", "complaint", "unfollows", "blocks", "buys_elsewhere"}:
                    curt.append(faces[int(tell)])
                elif did & {"answer_warm", "thanks", "question", "accepts", "buys", "share_compliment"}:
                    glad.append(faces[int(tell)])
                elif did & {"answer_short", "declines_kindly"}:
                    even.append(faces[int(tell)])

    play(compiled(scenario), bots()[bot], 3, np.arange(150), look)

    assert len(glad) > 20
    assert len(curt) > 20
    assert len(even) > 20
    assert min(glad) >= 5
    assert max(curt) <= 3
    assert min(even) >= 2
    assert max(even) <= 5
    assert len(set(glad)) == 3
    assert len(set(curt)) == 3


def test_tells_tell_a_gain_from_a_loss_and_not_with_certainty():
    """On average a step apart, and yet they overlap."""
    gains, losses = [], []
    for move in ("ask_about_them", "help", "pitch", "ask_to_share"):
        here, after, steps = tells_after(move)
        change = trust(after.state, after.people, RULES.params) - trust(here.state, here.people, RULES.params)
        gains.append(steps[change > 0.004])
        losses.append(steps[change < -0.004])
    good, bad = np.concatenate(gains), np.concatenate(losses)

    assert good.mean() - bad.mean() > 1.0
    assert (good <= 3).mean() > 0.05
    assert (bad >= 5).mean() > 0.02


@pytest.mark.parametrize(("face", "move"), [("shows_liking", "help"), ("shows_dislike", "pitch")])
def test_who_hides_it_shows_less(face, move):
    """Their tells lie nearer the middle."""
    shape = (GAMES, 8)
    _, _, hidden = tells_after(move, **{face: np.full(shape, 0.25)})
    _, _, shown = tells_after(move, **{face: np.ones(shape)})

    assert abs(hidden[hidden > 0].mean() - 4.0) < abs(shown[shown > 0].mean() - 4.0)


def test_the_last_tell_and_their_mean_stand_in_the_ledger():
    """So that bots and bodies can go by them."""
    _, after, steps = tells_after("comment")

    assert (after.ledger.tell == steps).all()
    assert (after.ledger.tell_age[steps > 0] == 0.0).all()
    assert np.allclose(after.ledger.glow, np.where(steps > 0, (steps - 4.0) / 3.0, 0.0))


def test_one_tell_is_worth_what_the_design_wants_of_it():
    """Of one tell about as much can be learnt as design and page say, less where people are hard to read."""
    from game.evidence.crowd import laboratory
    from game.evidence.tell_worth import worth_of_tells

    with laboratory(followers=2000):
        fair = worth_of_tells(3)
    with laboratory(followers=2000, params=replace(Params(), legibility=0.6)):
        hard = worth_of_tells(3)

    assert 0.8 <= fair.change <= 1.5
    assert fair.trust >= 0.4
    assert hard.change < fair.change
