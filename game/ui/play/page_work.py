"""Pages and dialogs whose figures are worked out meanwhile: what has been found comes onto them."""

from dataclasses import replace

from game.ui.common.ui_model import Model, Page
from game.ui.play.forward.forward_state import ForwardPage
from game.ui.play.learner.learner_state import LearnerPage
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import WhatIfBox


def with_found(model: Model, services: RunServices) -> Model:
    """The model with what has been found by now; the same one when nothing has come."""
    page, found, box = model.page, model.page, model.dialog
    if isinstance(box, WhatIfBox) and box.found is not None and box.found.running:
        news = services.what_if()
        return model if news == box.found else replace(model, dialog=replace(box, found=news))
    if isinstance(page, ForwardPage) and page.news.running:
        found = replace(page, news=services.forward())
    elif isinstance(page, LearnerPage) and page.found.running:
        found = replace(page, found=services.profile())
    return model if found == page else replace(model, page=found)


def end_work(before: Page, after: Page, services: RunServices) -> None:
    """Ends the work for a page once another one is shown, whichever way one went."""
    if type(before) is type(after):
        return
    if isinstance(before, ForwardPage):
        services.end_forward()
    elif isinstance(before, LearnerPage):
        services.end_profile()
