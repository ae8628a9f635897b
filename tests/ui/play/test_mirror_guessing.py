"""The date mirror of a question asks first: nothing is given away before, all of it is told after."""

import pytest

from game.engine.seen.odds_asked import AGREED
from game.session.entries import ODDS_BANDS
from game.session.seen.odds_guessed import guess_told, off_by
from game.session.seen.odds_told import forecast_of
from game.session.view import OddsSaid
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play.reading_views import mirror_of
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS
from tests.ui.on_stage import on


def taken_up(move, **settings):
    """A day on which a question is taken up."""
    stage = on("play")
    for name, value in settings.items():
        stage.act(shared.Tune(name, value))
    stage.act(shared.Tune("mirror_unasked", False))
    stage.act(act.Group("ask"))
    stage.act(act.Pick(move))
    return stage


@pytest.mark.parametrize("move", AGREED)
def test_every_question_is_known_by_how_many_say_yes_and_no_other_move_is(move):
    """The figure that one guesses at stands in the forecast of each situation of each question."""
    for situation, agreed in AGREED[move].items():
        assert forecast_of(move, situation, "neutral").yes == agreed
    assert forecast_of("follow_up", "talk", "warm").yes < 0


@pytest.mark.parametrize("case", CASES)
def test_nothing_of_the_answer_shows_before_one_has_said_something(drawn, case):
    """Neither what they say nor the verdict, nor the figures; afterwards all of it."""
    before = [line.text for line in drawn(SCREENS["mirror_guess"], case, "light")[1]]
    app, log = drawn(SCREENS["mirror_guessed"], case, "light")
    after, date = " ".join(line.text for line in log), app.model.dialog.date

    assert "how many would say yes?" in " ".join(before)
    assert date.forecast.told in after
    assert "You thought: 7 or 8. It is fewer." in after
    for given_away in (date.forecast.told, date.they, date.what, date.then, "Of ten people with such signs"):
        assert given_away not in " ".join(before)


@pytest.mark.parametrize("band", range(len(ODDS_BANDS)))
def test_it_asks_once_a_day_and_remembers_what_was_said(band):
    """Whoever opens it again that day sees the answer, and the same guess."""
    stage = taken_up("propose")
    stage.act(shared.Open(mirror_of(stage.model)))
    assert stage.model.dialog.waits
    stage.act(act.SayHowMany(band))
    box = stage.model.dialog

    assert not box.waits
    assert box.guess.band == band
    assert mirror_of(stage.model) == box


def test_whoever_only_wants_to_see_is_not_counted():
    """The way past the question leaves no guess behind, and it is not asked again that day."""
    stage = taken_up("propose")
    stage.act(shared.Open(mirror_of(stage.model)))
    stage.act(act.SayHowMany())

    assert stage.model.dialog.guess is None
    assert mirror_of(stage.model) == stage.model.dialog


@pytest.mark.parametrize("settings", [{"guess_first": False}, {}])
def test_it_asks_where_the_player_wants_it_so(settings):
    """A setting, on from the start."""
    assert mirror_of(taken_up("propose", **settings).model).waits == (settings == {})


def test_it_asks_of_nothing_that_is_no_question():
    """A talk is shown at once."""
    stage = on("picked")
    assert not mirror_of(stage.model).waits


@pytest.mark.parametrize("agreed", range(0, 101, 5))
def test_each_figure_is_well_read_by_some_answer_and_wrong_ones_say_on_which_side(agreed):
    """As exactly as the figure is known; below it there is more hope than was thought, above it less."""
    off = [off_by(OddsSaid(1, "propose", "mara", band, agreed)) for band in range(len(ODDS_BANDS))]

    assert 0 in off
    assert off == sorted(off)
    assert off.count(0) <= 2


def test_from_the_third_guess_on_they_are_counted_together():
    """How often one read well, among those that were guesses."""
    made = [OddsSaid(day, "propose", "mara", band, 10) for day, band in ((1, 0), (2, -1), (3, 3), (4, 0))]

    assert "So far" not in guess_told(made[2], made[:3])
    assert "So far you read two of three well" in guess_told(made[3], made)
