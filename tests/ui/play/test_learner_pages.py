"""The way to the learner's profile: it is worked out while one reads on, and leads into the game that is offered."""

from dataclasses import replace

from game.coach.learner.profile_told import LearnerFound
from game.ui.common import shared_actions as shared
from game.ui.play.learner.learner_state import DeleteProfile, LearnerPage, ToLearner
from game.ui.play.play_state import HelpBox, PlayPage, TitlePage
from tests.ui.fakes import fake_learner
from tests.ui.stage import Stage


def opened(found=fake_learner.FOUND):
    stage = Stage()
    stage.services.learner = found
    stage.act(ToLearner())
    return stage


def test_the_page_shows_what_has_come_by_now():
    """First that games are read, then the profile, then what to play next; and asks no more after that."""
    stage = opened(LearnerFound())
    assert stage.model.page == LearnerPage(LearnerFound())
    for now, found in enumerate((LearnerFound(replace(fake_learner.TOLD, case=None)), fake_learner.FOUND), 1):
        stage.services.learner = found
        stage.act(shared.Tick(float(now)))
        assert stage.model.page.found == found
    stage.services.learner = LearnerFound()
    stage.act(shared.Tick(9.0))
    assert stage.model.page.found == fake_learner.FOUND


def test_another_profile_is_opened_by_its_name_and_takes_games_only_when_asked():
    """Nobody's games are counted as another's unasked."""
    stage = opened()
    stage.act(ToLearner("Ben", take=True))
    assert stage.services.game.calls == [("open_profile", "", False), ("open_profile", "Ben", True)]


def test_a_deleted_profile_is_not_begun_again():
    """One comes to the title, where nothing opens a profile by itself."""
    stage = opened()
    stage.act(DeleteProfile("Ada"))
    assert isinstance(stage.model.page, TitlePage)
    assert stage.services.game.calls[-1] == ("delete_profile", "Ada")


def test_the_game_that_is_offered_is_begun_with_its_people():
    """By seed, difficulty and episode, so that it is the game whose figures were told."""
    stage = opened()
    case = fake_learner.CASE
    stage.act(shared.Start(case.scenario, str(case.seed), case.difficulty, episode=case.episode))
    assert ("start", "slow_roast", 1003, "hard", 10) in stage.services.game.calls
    assert isinstance(stage.model.page, PlayPage)


def test_back_leads_to_the_title():
    """From where the page is opened."""
    stage = opened()
    stage.act(shared.Close())
    assert isinstance(stage.model.page, TitlePage)


def test_the_work_on_a_profile_ends_with_its_page():
    """A game that is begun from there has the machine for itself; a dialog on top ends nothing."""
    case = fake_learner.CASE
    for leave in (shared.Close(), shared.Start(case.scenario, str(case.seed), case.difficulty, episode=case.episode)):
        stage = opened()
        stage.act(shared.Open(HelpBox()))
        stage.act(shared.Close())
        assert stage.services.ended == []
        stage.act(leave)
        assert stage.services.ended == ["profile"]
