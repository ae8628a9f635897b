"""What a save of the scenario's file does to the model: what is open stays open as far as it still means something."""

from dataclasses import replace

from game.errors import CourtshipError
from game.session.runs.saved_file import Broken, Saved, Taken
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import View
from game.ui.common.ui_model import Dialog, Model
from game.ui.play.day_choices import NOTHING_TAKEN_UP, play_page_of, refreshed, run_of, view_of
from game.ui.play.play_actions import Explain
from game.ui.play.play_pages import event_told, explain, to_day, to_debrief, turned_to
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import (
    BrokenBox,
    CompareBox,
    ContentBox,
    DebriefPage,
    EventBox,
    HelpBox,
    MirrorBox,
    MotiveBox,
    NightPage,
    OpeningBox,
    PeopleBox,
    PlayPage,
    RunsBox,
    TakenBox,
    YouBox,
)
from game.ui.play.reading_views import follower_of, move_of, receiver_of


def look(model: Model, services: RunServices) -> Model:
    """The model after asking whether the scenario's file was saved; the same one when it was not."""
    saved = services.saved(run_of(model))
    if saved is None:
        return model
    model = applied(model, saved)
    return take(model, services) if isinstance(saved, Taken) else model


def catch_up(model: Model, services: RunServices) -> Model:
    """Plays on the days that a save has interrupted."""
    replayed = run_of(model).catch_up()
    if isinstance(model.saved, Taken):
        model = replace(model, saved=replace(model.saved, replayed=replayed))
    return take(model, services)


def take(model: Model, services: RunServices) -> Model:
    """The run as it is in the changed scenario: as little as possible moves."""
    run, page = run_of(model), model.page
    view = run.view(None)
    same_day = model.view is not None and view.day == model.view.day
    if isinstance(page, DebriefPage) and run.finished:
        taken = _same_chapter(to_debrief(model, services), page, services)
    elif isinstance(page, NightPage) and same_day and view.night:
        report = next((night for night in view.nights if night.day == page.report.day), view.night)
        taken = turned_to(
            model, replace(page, report=report, evening=evening_seen(view, report)), view=view, scrolls=model.scrolls
        )
    elif isinstance(page, PlayPage) and same_day and not run.finished:
        taken = _reworded(refreshed(replace(model, page=page_in(page, view))))
    else:
        return to_day(replace(model, events_told=frozenset()), services)
    taken = replace(taken, dialog=dialog_in(model.dialog, taken), focus="", show="")
    return event_told(taken) if taken.dialog is None and isinstance(taken.page, PlayPage) else taken


def _same_chapter(model: Model, before: DebriefPage, services: RunServices) -> Model:
    """The debrief, turned to what was read before."""
    known = model.debrief is not None and before.follower in {f.id for f in model.debrief.followers}
    model = explain(model, Explain(before.follower if known else "", before.day), services)
    return replace(model, page=replace(model.page, tab=before.tab)) if isinstance(model.page, DebriefPage) else model


def _reworded(model: Model) -> Model:
    """The words of the move taken up, as they are now; one that cannot be made any more is laid down."""
    page = play_page_of(model)
    move = move_of(view_of(model), page.move)
    words = ""
    if move is not None and move.enabled:
        try:
            words = run_of(model).say(page.move, receiver_of(page, move), page.content, page.other)
        except CourtshipError:
            words = ""
    page = replace(page, words=words) if words else replace(page, **NOTHING_TAKEN_UP)
    return replace(model, page=page)


def under(dialog: Dialog | None) -> Dialog | None:
    """What lies under a dialog, and comes back when it closes."""
    return dialog.under if isinstance(dialog, TakenBox | BrokenBox | HelpBox | CompareBox | YouBox) else None


def applied(model: Model, saved: Saved) -> Model:
    """The model with what came of a save: errors lie over the game, and go away by themselves when they are mended."""
    below = under(model.dialog) if isinstance(model.dialog, TakenBox | BrokenBox) else model.dialog
    if isinstance(saved, Broken):
        return replace(model, saved=saved, dialog=BrokenBox(saved, below), scrolls=_from_the_top(model))
    return replace(model, saved=saved, dialog=below)


def _from_the_top(model: Model) -> dict[str, float]:
    return {name: value for name, value in model.scrolls.items() if not name.startswith("BrokenBox.")}


def page_in(page: PlayPage, view: View) -> PlayPage:
    """The play page on a changed view: the same follower, as long as there is one of that name."""
    if page.selected in {f.id for f in view.followers}:
        return page
    first = next((f.id for f in view.followers if f.following), "")
    return replace(page, selected=first, **NOTHING_TAKEN_UP)


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
