"""The end of a day: what is asked before it, and the night that follows."""

from dataclasses import replace

from game.session.entries import EndDay
from game.session.seen.evening_seen import evening_seen
from game.ui.common.ui_model import Model
from game.ui.play.day_choices import run_of, view_of
from game.ui.play.play_pages import to_day, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import ConfirmBox, EventBox, NightPage
from game.ui.play.quiet_days import ANSWER_FIRST, WAYS, waiting_event


def ask_to_end_day(model: Model, services: RunServices) -> Model:
    """Asks whether the night may come, each time alike: no key that was meant for a question skips a night."""
    view = view_of(model)
    if waiting_event(view):
        return end_day(model, services)
    count = len(view.plan)
    words = "Nothing is planned for tonight; a quiet day is a move, too."
    if count:
        words = f"{'One move goes' if count == 1 else f'{count} moves go'} out tonight."
    return replace(model, dialog=ConfirmBox("End the day?", words, "End the day", EndDay(), "moon", ways=WAYS))


def end_day(model: Model, services: RunServices) -> Model:
    """Lets the night come and shows what it brought."""
    event = waiting_event(view_of(model))
    if event:
        return replace(model, dialog=EventBox(event), said=ANSWER_FIRST)
    run = run_of(model)
    run.do(EndDay())
    view = run.view(None)
    if view.night is None:
        return to_day(model, services)
    return turned_to(model, NightPage(view.night, evening_seen(view, view.night)), view=view)
