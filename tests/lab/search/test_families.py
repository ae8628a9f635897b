"""Families: honest ways of playing, each as it is told, over games that none was learned from."""

from dataclasses import replace

import numpy as np
import pytest

from game.bots.contract import scores
from game.bots.play import bot_day, play
from game.bots.registry import bots
from game.engine.days import outcome_of
from game.engine.digest import digest
from game.engine.seen.trained_reading import trained_weights
from game.lab.playing.through_session import play_session
from game.lab.search.families import FAMILIES, Family, bot_of, leads
from game.lab.search.tuned import (
    DRAWN,
    EACH,
    INSIGHT_STEPS,
    STEPS,
    can_search,
    climbed,
    linear_by,
    oracle_by,
    patient_by,
    searched_families,
)
from game.session.playthrough import begun
from game.session.session import Session
from tests.plays import SHIPPED, compiled

FIRST = compiled("first_hello")
ALL = {family.id: family for family in FAMILIES}
PLAYABLE = [name for name in ALL if name != "oracle"]
SEARCHED = {"tuned_patient": (patient_by, len(STEPS)), "linear": (linear_by, len(trained_weights().by_sign) + 1),
            "tuned_oracle": (oracle_by, len(INSIGHT_STEPS) + len(STEPS))}  # fmt: skip
NEEDS_CMA = pytest.mark.skipif(not can_search(), reason="cma is not installed: courtship[search]")


def days_of(name: str, scenario: str = "slow_roast", games: int = 16) -> list:
    seen: list = []
    here = compiled(scenario)
    play(here, ALL[name].make(here, 3), 3, np.arange(games), lambda m, p, a: seen.append((m, p, a)))
    return seen


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("name", PLAYABLE)
def test_nothing_a_family_plans_is_refused_to_a_player(name, scenario):
    """A game through a session: no move is refused, and it is the very game of the lab."""
    here = compiled(scenario)
    bot = ALL[name].make(here, 3)
    run = Session(begun(here, 3, 5))

    assert play_session(run, bot) == ()
    assert digest(run.playthrough.position) == digest(play(here, bot, 3, np.array([5])))


@pytest.mark.parametrize("name", [n for n in PLAYABLE if n != "reader"])
def test_a_family_plays_otherwise_than_the_patient_bot(name):
    """None of them is patient under another name."""
    games = np.arange(16)
    family, patient = (
        outcome_of(play(compiled("slow_roast"), bot, 3, games)).score
        for bot in (ALL[name].make(compiled("slow_roast"), 3), bots()["patient"])
    )

    assert (family != patient).any()


def moves(name: str) -> set[str]:
    ids = np.array(compiled("slow_roast").rules.moves.ids)
    return {str(ids[i]) for _, plan, _ in days_of(name) for i in np.unique(plan.move)} - {"nothing"}


def test_rote_is_what_it_says():
    """The moves of each are those it is told with, no more."""
    assert moves("three_lines") == {"ask_their_view", "answer", "propose"}
    assert moves("likes_then_ask") == {"like", "answer", "propose"}
    assert moves("gift_then_ask") == {"share_resource", "answer", "propose"}
    assert "pitch" in moves("pitch_at_the_moment")
    assert "propose" not in moves("pitch_at_the_moment")


def test_the_badger_asks_again_on_the_day_after_a_no():
    """The patient bot never does."""
    ask = compiled("slow_roast").rules.moves.ids.index("propose")

    def again(days: list) -> int:
        return sum(int(((plan.move == ask) & (morning.ledger.decline_age <= 1)).sum()) for morning, plan, _ in days)

    patient: list = []
    play(compiled("slow_roast"), bots()["patient"], 3, np.arange(16), lambda m, p, a: patient.append((m, p, a)))
    assert again(days_of("badger")) > 0
    assert again(patient) == 0


@pytest.mark.parametrize(("scenario", "games"), [("slow_roast", 256), ("first_hello", 1024)])
def test_asking_again_on_the_day_after_a_no_loses(scenario, games):
    """Over all games, and over those in which it happens by more than chance."""
    here = compiled(scenario)
    lead = scores(here, ALL["badger"].make(here, 3), 3, games) - scores(here, bots()["patient"], 3, games)
    happens = lead[lead != 0.0]

    assert lead.mean() < 0.0
    assert happens.mean() + 1.96 * happens.std() / np.sqrt(len(happens)) < 0.0


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_e_book_to_everybody_on_the_last_day_leaves_less_than_half_of_what_was_in_reach(scenario):
    """Whatever was done before it."""
    here, games = compiled(scenario), 256
    blast, patient, oracle = (
        scores(here, bot, 3, games)
        for bot in (ALL["last_day_blast"].make(here, 3), bots()["patient"], bots()["oracle"])
    )

    assert blast.mean() < 0.47 * np.maximum(patient, oracle).mean()


@pytest.mark.parametrize("name", ["last_day_blast", "last_day_proposals", "last_day_shares", "last_day_retweets"])
def test_until_the_last_day_nothing_is_cashed_in(name):
    """The same positions as the patient bot up to the last morning, and not after it."""
    patient: list = []
    play(compiled("slow_roast"), bots()["patient"], 3, np.arange(16), lambda m, p, a: patient.append((m, p, a)))
    same = [digest(a) == digest(b) for (_, _, a), (_, _, b) in zip(days_of(name), patient, strict=True)]

    assert same == [True] * (len(same) - 1) + [False]


@pytest.mark.parametrize("name", ["by_heart_often", "by_heart_six"])
def test_by_heart_nobody_is_looked_at(name):
    """Whom it asks does not change with what has been seen of people."""
    here = compiled("slow_roast")
    bot, ask = ALL[name].make(here, 3), here.rules.moves.ids.index("propose")
    for morning, _, _ in days_of(name, games=6)[:-1:4]:
        book = morning.ledger
        blind = replace(
            morning, ledger=replace(book, needs=book.needs + 3.0, cool=book.cool + 2.0, warm=0.0 * book.warm)
        )
        asked = [bot_day(m, replace(bot, policy=bot.policy))[1].move == ask for m in (morning, blind)]

        assert (asked[0] == asked[1]).all()


def test_leads_are_over_the_same_games():
    """The patient bot as a family leads itself by nothing, and comes after whoever leads it."""
    own = Family("own", "as it is", True, lambda _compiled, _seed: bots()["patient"])
    never = Family("never", "never asks", False, lambda _compiled, _seed: bot_of(bots()["never_asks"].policy, "never"))
    found = leads(FIRST, 2, 16, (never, own))

    assert [f.id for f in found] == ["own", "never"]
    assert (found[0].lead.mean, found[0].lead.ties) == (0.0, 16)
    assert found[1].score == pytest.approx(scores(FIRST, bots()["never_asks"], 2, 16).mean())
    assert not found[1].beats


@NEEDS_CMA
@pytest.mark.parametrize("name", SEARCHED)
def test_no_step_is_where_a_search_begins(name):
    """Without a step each plays the very games of the bot whose numbers are searched."""
    making, size = SEARCHED[name]
    begins = bots()[{"tuned_patient": "patient", "linear": "reader", "tuned_oracle": "oracle"}[name]]
    games = np.arange(8)

    assert digest(play(FIRST, making(np.zeros((8, size))), 1, games)) == digest(play(FIRST, begins, 1, games))


@NEEDS_CMA
@pytest.mark.parametrize("name", SEARCHED)
def test_sets_of_numbers_do_not_touch_each_other(name):
    """A row of a batch plays as its numbers play alone."""
    making, size = SEARCHED[name]
    steps = np.random.default_rng(3).standard_normal((4, size))
    together = outcome_of(play(FIRST, making(steps), 1, np.arange(4))).score
    alone = [outcome_of(play(FIRST, making(steps[[i]]), 1, np.array([i]))).score[0] for i in range(4)]

    assert together.tolist() == alone


@NEEDS_CMA
def test_a_search_is_the_same_for_the_same_seed_and_leaves_numpy_s_dice_alone():
    """Two generations; with games for none it stays where it is."""
    before = np.random.get_state()[1].tobytes()
    once, again = (climbed(FIRST, patient_by, len(STEPS), 2 * DRAWN * EACH, 4) for _ in range(2))

    assert once.tobytes() == again.tobytes()
    assert np.abs(once).max() > 0.0
    assert not climbed(FIRST, patient_by, len(STEPS), DRAWN * EACH - 1, 4).any()
    assert np.random.get_state()[1].tobytes() == before


def test_the_families_of_a_search_tell_what_was_spent():
    """None without the package."""
    families = searched_families(480)

    assert {f.id for f in families} == (set(SEARCHED) if can_search() else set())
    assert all("480 games" in f.does for f in families)
