"""Playtests and the lines of people, in the Workshop in the window."""

from game.ui.workshop import workshop_actions as do
from tests.ui.fakes import fake_works
from tests.ui.window.shop_hands import model, press, services


def test_lines_are_written_only_after_they_were_shown(shop):
    """A file is never changed unseen; no is no."""
    shop.act(do.OpenScenario(fake_works.FAR))
    shop.step()
    press(shop, "m")
    assert ("mend", fake_works.FAR) not in services(shop).calls
    press(shop, "n")
    assert ("mend", fake_works.FAR) not in services(shop).calls
    press(shop, "m")
    press(shop, "Enter")
    assert ("mend", fake_works.FAR) in services(shop).calls
    assert ".bak" in model(shop).page.news


def test_a_playtest_goes_on_while_one_looks_elsewhere(shop):
    """And is found again as far as it has come."""
    from dataclasses import replace

    services(shop).played = replace(fake_works.TRIALS, running=True, done=40)
    shop.act(do.OpenScenario(fake_works.MINE.path))
    shop.step()
    press(shop, "t")
    assert model(shop).page.tab == "playtest"
    press(shop, "Esc")
    shop.act(do.OpenScenario(fake_works.FAR))
    assert model(shop).page.trials is None
    shop.act(do.OpenScenario(fake_works.MINE.path))
    assert model(shop).page.trials.done == 40
    services(shop).playtests[fake_works.MINE.path].trials = fake_works.TRIALS
    shop.step()
    assert model(shop).page.trials == fake_works.TRIALS


def test_a_playtest_is_stopped_by_a_key_and_when_the_window_closes(shop):
    """Nothing plays on behind a closed window."""
    from dataclasses import replace

    services(shop).played = replace(fake_works.TRIALS, running=True, done=40)
    shop.act(do.OpenScenario(fake_works.MINE.path))
    shop.act(do.Try())
    shop.step()
    press(shop, "x")
    assert model(shop).page.trials.problem.startswith("Stopped after")
    shop.act(do.Try())
    shop.services.close()
    assert not services(shop).trials(fake_works.MINE.path).running
