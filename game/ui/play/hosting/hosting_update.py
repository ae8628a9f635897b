"""What follows from the actions of who hosts a room on this machine."""

from dataclasses import replace

from game.ui.common.ui_model import Model
from game.ui.play.hosting.hosting_values import OPEN, HostPage
from game.ui.play.play_actions import OpenRoom
from game.ui.play.play_pages import to_title, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import ConfirmBox


def to_hosted_room(model: Model, services: RunServices) -> Model:
    """The page of the room; it is opened if there is none."""
    return turned_to(model, HostPage(services.hosted_room() or services.open_room()))


def open_room(model: Model, action: OpenRoom, services: RunServices) -> Model:
    """The page of a room that is being opened."""
    return turned_to(model, HostPage(services.open_room(action.way_out)))


def end_room(model: Model, services: RunServices) -> Model:
    """The title; the room has ended."""
    services.end_room()
    told = "The room has ended. Everything that a phone called saved is kept."
    return replace(to_title(model, services), told=told)


def with_room(model: Model, services: RunServices) -> Model:
    """The page with the room as it is by now; the same model when nothing has changed."""
    page = model.page
    if not isinstance(page, HostPage):
        return model
    room = services.hosted_room()
    return model if room is None or room == page.room else replace(model, page=HostPage(room))


def asked_before_quitting(model: Model, services: RunServices, quit_now: object) -> Model | None:
    """The question whether to close the window while guests are in a room; None where there is nothing to ask.

    Args:
        model: what is shown.
        services: what is behind the window.
        quit_now: the action that closes it without a question.
    """
    room = services.hosted_room()
    if room is None or room.stage != OPEN or not room.guests:
        return None
    number = len(room.guests)
    guests = "1 guest is" if number == 1 else f"{number} guests are"
    text = (
        f"{guests} in the room that this window hosts; it ends with the window. What their phones called saved is "
        "kept, and you can go on with the room on the host’s page the next time."
    )
    return replace(
        model, dialog=ConfirmBox("End the room, too?", text, "End and quit", quit_now, "people", danger=True)
    )
