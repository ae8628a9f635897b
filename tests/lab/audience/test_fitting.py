"""What is found of a crowd is what the crowd was, as surely as is said, and nothing is said where a file is silent."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from game.cli.experiments import fit as fit_command
from game.errors import CourtshipError
from game.lab.audience.account import KINDS, Account
from game.lab.audience.crowd_numbers import NUMBERS
from game.lab.audience.crowd_scenario import mix_of, scenario_text, summary_of, values_of, write_scenario
from game.lab.audience.fitting import Estimate, Fit, fit
from game.lab.audience.recovery import lived, recover
from game.lab.audience.simulated_panels import simulate
from game.scenario import load_text
from game.scenario.compiling.compile import compile_scenario

FEW = 72  # panels in each round: enough for numbers that a file speaks of


def plan(weeks: int = 6, followers: float = 640, messages: float = 60, offers: float = 12) -> Account:
    """What is done with an account, and nothing of what came of it."""
    done = np.tile([messages, offers, 3.0], (weeks, 1))
    done[: weeks // 2, 1] = 0.0
    return Account(np.arange(1, weeks + 1), np.full(weeks, followers), done, np.zeros((weeks, len(KINDS))))


def at(**values: float) -> np.ndarray:
    """Places of a crowd with some numbers, the others as the game has them."""
    return np.array([n.place(values.get(name, n.shipped)) for name, n in NUMBERS.items()])


@lru_cache(maxsize=1)
def found() -> Fit:
    """An account of silent, sharing people, fitted."""
    return fit(lived(plan(), at(answering=0.1, sharing=1.0), 11), 3, FEW)


def by_name(of: Fit) -> dict[str, Estimate]:
    return {e.id: e for e in of.estimates}


def test_what_a_file_speaks_of_is_found():
    """People who answer a tenth as often are told from others, and who shares is."""
    told = by_name(found())

    assert told["answering"].low < 0.1 < told["answering"].high < 0.4
    assert 0.5 < told["sharing"].low < 1.0 < told["sharing"].high


def test_a_file_without_offers_says_nothing_of_what_offers_cost():
    """Who never asked anybody to buy learns nothing about asking, and is told so."""
    told = by_name(fit(lived(plan(4, offers=0), at(), 12), 4, FEW))

    assert told["pushiness_cost"].says == "nothing"
    assert told["pushiness_cost"].width > 0.8


def test_more_followers_say_more():
    """With ten times the followers the interval of answering is narrower."""
    few = by_name(fit(lived(plan(6, 64, 6, 1.2), at(answering=0.1, sharing=1.0), 11), 3, FEW))

    assert by_name(found())["answering"].width < few["answering"].width


def test_the_same_seed_gives_the_same_answer():
    """To the last bit."""
    account = lived(plan(2, 64, 6, 1), at(), 14)
    one, again = fit(account, 6, 64), fit(account, 6, 64)

    assert again.estimates == one.estimates
    assert np.array_equal(again.high, one.high)


def test_what_crowds_of_the_game_give_is_called_told_and_what_none_gives_is_not():
    """An account that lived in the game lies within; one whose shares leap from week to week does not."""
    assert found().is_told
    wild = found().account.counted.copy()
    wild[::2, 1] *= 40
    wild[:, 2] = [0, 200, 0, 200, 0, 200]

    assert not replace(found(), account=replace(found().account, counted=wild)).is_told


def test_posts_alone_are_answered_by_few():
    """Where nobody is written to, fewer answer than where half of them are."""
    crowd = np.tile(at(), (4, 1))
    quiet = simulate(plan(2, 64, 0, 0), crowd, 1).rates
    busy = simulate(plan(2, 64, 32, 0), crowd, 1).rates

    assert quiet[:, 0].mean() < 0.6 * busy[:, 0].mean()


def test_a_scenario_has_the_numbers_and_no_fault():
    """It loads without a remark, and its people answer as seldom as the file's."""
    text = scenario_text(found(), "rates: [of] mine.csv")
    loaded = load_text(text, "scenario.yaml")

    assert loaded.problems == ()
    rules = compile_scenario(loaded.playable()).rules
    values = values_of(found())
    talkative = rules.motives.columns["talkative"][rules.motives.index("fan")]
    assert talkative == pytest.approx(0.8 * values["answering"], rel=0.01)


def test_where_a_file_is_silent_the_game_s_own_number_stands():
    """Nobody takes the middle of what was searched for something that was found."""
    values = values_of(found())

    silent = [e.id for e in found().estimates if e.says == "nothing"]
    assert silent
    assert all(values[name] == pytest.approx(NUMBERS[name].shipped) for name in silent)


def test_the_summary_names_only_what_the_file_spoke_of():
    """A file that says nothing of buying gives no crowd that buys as it did."""
    spoken = {e.id for e in found().estimates if e.says != "nothing"}

    assert "answer" in summary_of(found())
    assert ("buy" in summary_of(found())) == ("wanting" in spoken)
    silent = replace(found(), estimates=tuple(replace(e, says="nothing") for e in found().estimates))
    assert summary_of(silent).endswith("said nothing of them.")


def test_purchases_without_offers_are_no_chance():
    """In the game nobody buys without an offer, so no crowd of it lived so, however few the counts that lie outside."""
    done, counted = found().account.done.copy(), found().account.counted.copy()
    done[:, 1], counted[:, 3] = 0.0, 0.0
    assert not replace(found(), account=replace(found().account, done=done, counted=counted)).bought_unasked
    counted[0, 3] = 1.0
    wrong = replace(found(), account=replace(found().account, done=done, counted=counted))
    assert wrong.bought_unasked
    assert not wrong.is_told


def test_the_numbers_of_the_scenario_are_printed_beside_those_found(capsys, monkeypatch):
    """With a scenario written, the table has a column of what stands there, and the command can be pasted."""
    monkeypatch.setattr(fit_command.out, "_width", 200)
    fit_command._tell(found(), with_scenario=True)
    fit_command._tell_scenario(found(), Path("My Audience!/scenario.yaml"))
    told = capsys.readouterr().out

    assert "in the scenario" in told
    assert all(f"{value:.3g}" in told for value in values_of(found()).values())
    assert "courtship play 'My Audience!'" in told


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    """No file of somebody is written over."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(CourtshipError, match="is there already"):
        write_scenario(found(), "rates.csv", tmp_path / "mine")
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("wanting", [0.3, 9.0, 40.0])
def test_so_many_in_a_hundred_want_to_buy(wanting):
    """Of buyers all come to need what is sold, of bargain hunters eight in ten."""
    mix = mix_of(wanting)

    assert sum(mix.values()) == pytest.approx(100.0)
    assert mix["buyer"] + 0.8 * mix["deal_hunter"] == pytest.approx(wanting, abs=0.01)


@pytest.mark.slow
def test_the_truth_lies_in_nine_of_ten_intervals():
    """Over known crowds the 90 % intervals hold the truth about as often as they promise; of 28 some 6 may miss."""
    held = [h for one in recover(plan(), 4, 21, 128) for h in one.held.values()]

    assert np.mean(held) >= 0.78
    assert len(held) == 28
