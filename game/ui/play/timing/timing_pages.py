"""The way through the timing test."""

from dataclasses import replace

from game.coach.timing.timing_marks import TimingAnswer
from game.errors import Refused
from game.ui.common.ui_model import Model
from game.ui.play.play_pages import to_title, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.timing.timing_state import TimingPage

CHOOSE = "Say first whether you would ask now, and how sure you are."


def to_timing(model: Model, services: RunServices) -> Model:
    """What the test is; nothing begins yet."""
    return turned_to(model, TimingPage(services.timing()))


def begin(model: Model) -> Model:
    """The first case of the form that comes next."""
    page = model.page
    if not isinstance(page, TimingPage):
        return model
    return turned_to(model, TimingPage(page.book, "case", page.book.following))


def next_case(model: Model, services: RunServices) -> Model:
    """The next case; after the last one all answers are kept, and what came of them is told.

    Raises:
        Refused: no answer is given yet, or the answers cannot be kept; nothing has changed.
    """
    page = model.page
    if not isinstance(page, TimingPage) or page.step != "case":
        return model
    if page.ask is None or not page.sure:
        raise Refused(CHOOSE)
    given = TimingAnswer(page.cases[page.at].id, page.ask, page.sure)
    answers = (*page.answers[: page.at], given, *page.answers[page.at + 1 :])
    if page.at + 1 < len(page.cases):
        return turned_to(model, _at(replace(page, answers=answers), page.at + 1))
    return turned_to(model, TimingPage(services.keep_sitting(page.form, answers), "told"))


def earlier_case(model: Model) -> Model:
    """The case before, with the answer that was given."""
    page = model.page
    if not isinstance(page, TimingPage) or page.step != "case" or not page.at:
        return model
    return turned_to(model, _at(page, page.at - 1))


def _at(page: TimingPage, number: int) -> TimingPage:
    """The page on a case, with its answer where it has one."""
    if number >= len(page.answers):
        return replace(page, at=number, ask=None, sure=0)
    given = page.answers[number]
    return replace(page, at=number, ask=given.ask, sure=given.sure)


def back(model: Model, services: RunServices) -> Model:
    """One step back: a case with its answer as it was, what the test is, the title."""
    page = model.page
    if isinstance(page, TimingPage) and page.step == "case":
        return earlier_case(model) if page.at else to_timing(model, services)
    return to_title(model, services)
