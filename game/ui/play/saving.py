"""What a save of the scenario's file does to the model: what is open stays open as far as it still means something."""

from dataclasses import replace

from game.session.live.saved_file import Broken, Saved
from game.session.seen.view import View
from game.ui.play.play_state import (
    BrokenBox,
    ContentBox,
    Dialog,
    EventBox,
    MirrorBox,
    Model,
    MotiveBox,
    OpeningBox,
    PeopleBox,
    PlayPage,
    RunsBox,
    TakenBox,
    follower_of,
    move_of,
)


def under(dialog: Dialog | None) -> Dialog | None:
    """What lies under a dialog, and comes back when it closes."""
    return dialog.under if isinstance(dialog, TakenBox | BrokenBox) else None


def applied(model: Model, saved: Saved) -> Model:
    """The model with what came of a save: errors lie over the game, and go away by themselves when they are mended."""
    below = under(model.dialog) if isinstance(model.dialog, TakenBox | BrokenBox) else model.dialog
    if isinstance(saved, Broken):
        return replace(model, saved=saved, dialog=BrokenBox(saved, below), scrolls=_from_the_top(model))
    return replace(model, saved=saved, dialog=below)


def _from_the_top(model: Model) -> dict[str, float]:
    return {name: value for name, value in model.scrolls.items() if name not in {"broken", "taken"}}


def page_in(page: PlayPage, view: View) -> PlayPage:
    """The play page on a changed view: the same follower, as long as there is one of that name."""
    if page.selected in {f.id for f in view.followers}:
        return page
    first = next((f.id for f in view.followers if f.following), "")
    return replace(page, selected=first, move="", content="", other="", words="")


def dialog_in(dialog: Dialog | None, model: Model) -> Dialog | None:
    """A dialog that was open, on a changed view; None when it is about something that is gone."""
    view = model.view
    if view is None or dialog is None:
        return None
    if not isinstance(model.page, PlayPage) and isinstance(
        dialog, EventBox | ContentBox | PeopleBox | MotiveBox | MirrorBox | OpeningBox
    ):
        return None
    if isinstance(dialog, EventBox):
        return dialog if dialog.event in {e.id for e in view.events} else None
    if isinstance(dialog, OpeningBox):
        scenes = view.opening
        return OpeningBox(scenes, min(dialog.at, len(scenes) - 1)) if scenes else None
    if isinstance(dialog, ContentBox):
        known = dialog.selected in {c.id for c in view.contents}
        return (dialog if known else ContentBox(dialog.move)) if move_of(view, dialog.move) else None
    if isinstance(dialog, PeopleBox):
        known = follower_of(view, dialog.selected) is not None
        return (dialog if known else PeopleBox(dialog.move)) if move_of(view, dialog.move) else None
    if isinstance(dialog, MotiveBox):
        return dialog if follower_of(view, dialog.follower) is not None else None
    return None if isinstance(dialog, MirrorBox | RunsBox) else dialog
