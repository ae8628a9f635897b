"""The way to your habits and back."""

from dataclasses import replace

from game.ui.common.ui_model import Model
from game.ui.play.forward.forward_state import DenyHabit, ForwardPage
from game.ui.play.play_pages import to_title, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import DebriefPage


def to_forward(model: Model, services: RunServices) -> Model:
    """Your habits; the work begins, and nobody waits for it."""
    before = model.page if isinstance(model.page, DebriefPage) else None
    return turned_to(model, ForwardPage(services.begin_forward(), before))


def deny_habit(model: Model, action: DenyHabit, services: RunServices) -> Model:
    """A habit that is not yours, or is after all; where the others lead is worked out anew.

    Raises:
        Refused: it cannot be kept; nothing has changed.
    """
    page = model.page
    if not isinstance(page, ForwardPage):
        return model
    news = services.deny_habit(action.claim, denied=action.denied)
    return replace(model, page=replace(page, news=news), said=news.notice)


def back(model: Model, services: RunServices) -> Model:
    """The debrief one came from, or the title."""
    page = model.page
    if isinstance(page, ForwardPage) and page.before is not None:
        return turned_to(model, page.before)
    return to_title(model, services)
