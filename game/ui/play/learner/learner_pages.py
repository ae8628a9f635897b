"""The way to the learner's profile, and from it."""

from game.ui.common.ui_model import Model
from game.ui.play.learner.learner_state import DeleteProfile, LearnerPage, ToLearner
from game.ui.play.play_pages import to_title, turned_to
from game.ui.play.play_services import RunServices


def to_learner(model: Model, action: ToLearner, services: RunServices) -> Model:
    """The page of a profile, which is worked out meanwhile."""
    return turned_to(model, LearnerPage(services.open_profile(action.name, take=action.take)))


def delete_profile(model: Model, action: DeleteProfile, services: RunServices) -> Model:
    """The title; the profile is gone."""
    services.delete_profile(action.name)
    return to_title(model, services)
