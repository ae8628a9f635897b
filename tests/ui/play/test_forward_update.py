"""The way to your habits, a habit that is denied, and the way back."""

from game.coach.forward.forward_values import ForwardNews
from game.ui.common.shared_actions import Close, Tick
from game.ui.play.forward.forward_state import DenyHabit, ForwardPage, ToForward
from game.ui.play.play_actions import Resume
from game.ui.play.play_state import DebriefPage, TitlePage
from tests.ui.fakes import fake_forward
from tests.ui.gallery.debrief_screens import debrief
from tests.ui.stage import Stage


def test_from_the_title_one_comes_back_to_the_title():
    """The work ends when the page is left."""
    stage = Stage()
    stage.act(ToForward())
    assert isinstance(stage.model.page, ForwardPage)
    stage.act(Close())
    assert isinstance(stage.model.page, TitlePage)
    assert stage.services.denied == ["ended"]


def test_from_the_debrief_one_comes_back_to_the_same_tab():
    """Whoever looked at what was asked goes on reading there."""
    stage = Stage()
    debrief("asks")(stage)
    stage.act(ToForward())
    stage.act(Close())
    assert isinstance(stage.model.page, DebriefPage)
    assert stage.model.page.tab == "asks"


def test_a_denied_habit_is_kept_and_the_games_are_played_anew():
    """The sentence stays on the page as denied, and the figures are worked out again."""
    stage = Stage()
    stage.act(ToForward())
    claim = fake_forward.HABITS[0].claim
    stage.act(DenyHabit(claim))
    assert stage.services.denied == [(claim, True)]
    page = stage.model.page
    assert isinstance(page, ForwardPage)
    assert page.news.habits[0].denied
    assert page.news.running


def test_a_file_of_denied_habits_that_was_set_aside_is_told():
    """Whoever has denied others before learns where that is kept, and it stays while the games are played."""
    stage = Stage()
    stage.act(ToForward())
    stage.services.notice = "The file of what you said before could not be read."
    stage.act(DenyHabit(fake_forward.HABITS[0].claim))
    stage.act(Tick(10.0))
    assert stage.model.said == stage.services.notice


def test_what_is_found_comes_onto_the_page_by_itself():
    """Nobody presses a key for it, with a run open or without."""
    for begin in (lambda stage: None, lambda stage: stage.act(Resume("a.jsonl"))):
        stage = Stage()
        begin(stage)
        stage.services.news = ForwardNews()
        stage.act(ToForward())
        stage.services.news = fake_forward.NEWS
        stage.act(Tick(10.0))
        assert isinstance(stage.model.page, ForwardPage)
        assert stage.model.page.news.found == fake_forward.FOUND
