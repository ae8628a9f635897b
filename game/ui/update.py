"""From an action to the next model and to requests to the window: the one door through which the screen changes.

Rule: `update` decides by the type of the action whether playing or the Workshop answers; neither knows the other. What
the game refuses, and files that cannot be read or written, become the model's `said` here and nowhere else.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.errors import CourtshipError
from game.scenario.texts.writing import one_line
from game.ui.common import shared_actions as act
from game.ui.common.settings import NAME_LETTERS, Settings
from game.ui.common.ui_model import Model, Page
from game.ui.common.window_requests import (
    CloseWindow,
    ForgetPhotos,
    PutOnClipboard,
    SaveSettings,
    SetFullscreen,
    ShowInBrowser,
    WindowRequest,
)
from game.ui.play import page_work, play_pages, play_update, saving
from game.ui.play.forward.forward_state import ForwardPage
from game.ui.play.hosting import hosting_update
from game.ui.play.hosting.hosting_values import HostPage
from game.ui.play.learner.learner_state import LearnerPage
from game.ui.play.play_state import YouBox
from game.ui.play.scrapbook import scrapbook_pages
from game.ui.services import Services
from game.ui.workshop import sandbox_update, workshop_navigation, workshop_update
from game.ui.workshop.sandbox_values import SandboxPage
from game.ui.workshop.workshop_actions import OpenScenario
from game.ui.workshop.workshop_state import ScenarioPage, WorkshopPage

SAVES, SCENARIO, LIST = 0.05, 0.25, 1.0
"""Seconds between two looks: at the file of the run's scenario, at the scenario that is worked on or the room that is
hosted, at the list of scenarios."""

QUIET = (act.Scroll, act.Tick, act.Shown, act.Tell, act.NoSound)
"""Actions that leave standing what was said."""


def first_model(settings: Settings, services: Services) -> Model:
    """The model a window begins with: the title."""
    return play_pages.to_title(Model(Page(), settings=settings), services)


def update(model: Model, action: object, services: Services) -> tuple[Model, tuple[WindowRequest, ...]]:
    """The next model, and what the window is asked to do.

    Args:
        model: what is shown.
        action: one of the shared actions, of those of playing or of the Workshop, or an entry of a run.
        services: what is behind the window.

    Raises:
        TypeError: there is no such action.
    """
    after, requests = _updated(model, action, services)
    if model.run is None and after.view is not None and not after.settings.sign_chosen_for:
        after = replace(after, settings=replace(after.settings, sign_chosen_for=after.view.business))
        requests += (SaveSettings(after.settings),)  # the next shop of another trade has a sign of its own
    return _read_from_the_top(model, after), requests


def _read_from_the_top(before: Model, after: Model) -> Model:
    """A dialog that has been opened begins at its top, unless it only lay under another one."""
    opened = after.dialog
    if opened is None or type(opened) is type(before.dialog) or opened is saving.under(before.dialog):
        return after
    begins = f"{type(opened).__name__}."
    if not any(name.startswith(begins) for name in after.scrolls):
        return after
    return replace(after, scrolls={k: v for k, v in after.scrolls.items() if not k.startswith(begins)})


def _updated(model: Model, action: object, services: Services) -> tuple[Model, tuple[WindowRequest, ...]]:
    """The next model with the places that were scrolled to, and what the window is asked to do."""
    if not isinstance(action, QUIET):
        model = replace(model, said="", told="", focus="", show="")
    match action:
        case act.Quit():
            asked = None if action.sure else hosting_update.asked_before_quitting(model, services, act.Quit(sure=True))
            return (model, (CloseWindow(),)) if asked is None else (asked, ())
        case act.Tune():
            return _tuned(model, action)
        case act.Typed() if isinstance(model.dialog, YouBox) and action.name in ("name", "shop"):
            return _tuned(model, act.Tune(action.name, one_line(action.text, NAME_LETTERS)))
        case act.CopyText():
            return replace(model, dialog=None, told="Copied."), (PutOnClipboard(action.text),)
        case act.OpenInBrowser():
            return model, (ShowInBrowser(action.address),)
        case act.Sequence():
            return _in_turn(model, action.actions, services)
        case act.Leave() if model.run is not None and model.workshop:
            title = _attempted(model, lambda before: play_pages.to_title(before, services))
            return _updated(title, OpenScenario(model.workshop), services)
        case act.Tick():
            ticked = _ticked(model, action.now, services)
            return ticked, (ForgetPhotos(),) if ticked.saved is not model.saved else ()
    after = _attempted(model, lambda before: play_update.with_days_ahead(_changed(before, action, services)))
    page_work.end_work(model.page, after.page, services)
    return scrapbook_pages.noted(model, after, services), ()


def _attempted(model: Model, change: Callable[[Model], Model]) -> Model:
    """A change, or the same model with the reason why it cannot be."""
    try:
        return change(model)
    except (CourtshipError, OSError) as error:
        return replace(model, said=str(error) or "That did not work.")


def _in_turn(model: Model, actions: tuple[object, ...], services: Services) -> tuple[Model, tuple[WindowRequest, ...]]:
    """Several actions, each with a refusal of its own."""
    requests: tuple[WindowRequest, ...] = ()
    for action in actions:
        model, more = update(model, action, services)
        requests += more
    return model, requests


def _changed(model: Model, action: object, services: Services) -> Model:
    """What an action changes: those that concern the window as a whole here, the others in their room."""
    match action:
        case act.Turn():
            return _turned(model, action)
        case act.Open():
            return replace(model, dialog=action.dialog)
        case act.Close():
            return _closed(model, services)
        case act.ShowHelp():
            return play_update.with_help(model, services)
        case act.StepBack():
            return play_update.step_back(model)
        case act.Leave():
            return play_pages.to_title(model, services)
        case act.Scroll():
            return replace(model, scrolls={**model.scrolls, action.name: action.value})
        case act.Typed():
            changed = play_update.typed(model, action.name, action.text)
            if changed is not model:
                return changed
            return workshop_navigation.typed(model, action.name, action.text, services.workshop)
        case act.Shown():
            return replace(model, focus="", show="")
        case act.Tell():
            return replace(model, said=action.text)
        case act.NoSound():
            return replace(model, no_sound=True)
    if type(action) in play_update.HANDLERS:
        return play_update.update(model, action, services)
    if type(action) in workshop_update.HANDLERS:
        return workshop_update.update(model, action, services.workshop)
    raise TypeError(f"expected an action, got {action!r}")


def _turned(model: Model, action: act.Turn) -> Model:
    """Small state, and what must be in sight then."""
    values: dict[str, Any] = dict(action.values)
    if not action.dialog:
        model = replace(model, page=replace(model.page, **values))
    elif model.dialog is not None:
        model = replace(model, dialog=replace(model.dialog, **values))
    return replace(model, show=play_update.in_sight(model) or workshop_navigation.in_sight(model))


def _closed(model: Model, services: Services) -> Model:
    """Closes the dialog, or goes back a page: from a scenario to the list, from the list to the title."""
    if model.dialog is None and isinstance(model.page, ScenarioPage):
        back = act.ToWorkshop(model.page.check.work.path)
        return workshop_navigation.to_list(model, back, services.workshop)
    if model.dialog is None and isinstance(model.page, SandboxPage):
        return workshop_navigation.to_list(model, act.ToWorkshop(), services.workshop)
    if model.dialog is None and isinstance(model.page, WorkshopPage):
        return play_pages.to_title(model, services)
    return play_update.close(model, services)


def _tuned(model: Model, action: act.Tune) -> tuple[Model, tuple[WindowRequest, ...]]:
    """Another setting, to be kept; a window that fills the screen is only made by the window."""
    values: dict[str, Any] = {action.name: action.value}
    if action.name == "sign":
        values["sign_chosen_for"] = model.view.business if model.view is not None else ""
    settings = replace(model.settings, **values)
    requests: tuple[WindowRequest, ...] = (SaveSettings(settings),)
    if settings.fullscreen != model.settings.fullscreen:
        requests += (SetFullscreen(settings.fullscreen),)
    no_sound = model.no_sound and action.name not in {"volume", "muted"}  # then it is tried again
    return replace(model, settings=settings, no_sound=no_sound), requests


def _ticked(model: Model, now: float, services: Services) -> Model:
    """What has happened by itself; the same model when nothing has."""
    due = now >= model.next_look
    if model.run is not None:
        model = play_update.with_next_part(model, now)
        if not due:
            return model
        model = replace(model, next_look=now + SAVES)
        model = _attempted(model, lambda before: play_update.with_coach(before, services))
        model = _attempted(model, lambda before: page_work.with_found(before, services))
        return _attempted(model, lambda before: play_update.with_days_ahead(saving.look(before, services)))
    if isinstance(model.page, SandboxPage):
        return _attempted(model, lambda before: sandbox_update.with_games(before, services.workshop))
    if isinstance(model.page, ScenarioPage):
        model = _attempted(model, lambda before: workshop_navigation.with_playtest(before, services.workshop))
    elif isinstance(model.page, HostPage | ForwardPage | LearnerPage):
        if not due:
            return model
        model = _attempted(model, lambda before: hosting_update.with_room(before, services))
        model = _attempted(model, lambda before: page_work.with_found(before, services))
    elif isinstance(model.page, WorkshopPage):
        model = _attempted(model, lambda before: workshop_navigation.with_next_examined(before, services.workshop))
    else:
        return model
    if not due:
        return model
    model = replace(model, next_look=now + (LIST if isinstance(model.page, WorkshopPage) else SCENARIO))
    return _attempted(model, lambda before: workshop_navigation.looked_at_files(before, services.workshop))
