"""From an action in the Workshop to the next model: begin, mend, try, hear, translate and share scenarios."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.errors import CourtshipError
from game.ui.common.shared_actions import ToWorkshop
from game.ui.common.ui_model import Model
from game.ui.workshop import sandbox_update
from game.ui.workshop import workshop_actions as act
from game.ui.workshop.sandbox_values import MoveSlider, ToSandbox
from game.ui.workshop.workshop_navigation import (
    FIELDS,
    examined,
    filled,
    path_of,
    scenario_page_of,
    to_list,
    to_scenario,
    to_tab,
)
from game.ui.workshop.workshop_state import BrowseBox, ExplainBox, MendBox, NameBox, NewBox, ReferenceBox, ResultBox
from game.ui.workshop.workshop_values import NewScenario, WorkshopServices

# Beginning


def begin(model: Model, _: act.Begin, services: WorkshopServices) -> Model:
    """Asks what a new scenario shall be."""
    return replace(model, dialog=NewBox(services.starters()), focus="new.name")


def like(model: Model, action: act.Like, services: WorkshopServices) -> Model:
    """Chooses what the new scenario begins like; a story about another trade than the one typed is refused."""
    box = model.dialog
    if not isinstance(box, NewBox):
        return model
    trade = box.wish.trade.strip()
    if services.fitting(action.starter, trade) != action.starter:
        story = action.starter.capitalize()
        told = f"The story of “{story}” is about another trade than “{trade}”. Clear the trade to begin with it."
        return replace(model, said=told)
    return replace(model, dialog=replace(box, wish=replace(box.wish, like=action.starter)))


def create(model: Model, _: act.Create, services: WorkshopServices) -> Model:
    """Makes the scenario and turns to it."""
    box = model.dialog
    if not isinstance(box, NewBox):
        return model
    return to_scenario(model, act.OpenScenario(services.create(_tidy(box.wish))), services)


def _tidy(wish: NewScenario) -> NewScenario:
    """The words as they are typed, without spaces too many."""
    return replace(wish, **{name: " ".join(getattr(wish, name).split()) for name in FIELDS})


def copy(model: Model, action: act.Copy, services: WorkshopServices) -> Model:
    """Copies a scenario among the author's own and turns to the copy."""
    path = services.copy(action.path)
    text = f"This copy is yours to change. It lies in {path}"
    model = to_scenario(model, act.OpenScenario(path), services)
    return replace(model, dialog=ResultBox("Your copy", text, "copy", folder=path))


def forget(model: Model, action: act.Forget, services: WorkshopServices) -> Model:
    """Takes a scenario off the list."""
    services.forget(action.path)
    return to_list(model, ToWorkshop(), services)


def browse(model: Model, action: act.Browse, services: WorkshopServices) -> Model:
    """Looks into a folder, ready to be searched by typing."""
    return replace(model, dialog=BrowseBox(services.browse(action.path)), focus="browse.words")


def choose(model: Model, action: act.ChooseFound, services: WorkshopServices) -> Model:
    """Takes what was found: a package is added, a folder looked into, a scenario opened."""
    if action.kind == "zip":
        return add(model, act.Add(action.path), services)
    if action.kind == "folder":
        return browse(model, act.Browse(action.path), services)
    return to_scenario(model, act.OpenScenario(action.path), services)


def drop(model: Model, action: act.Drop, services: WorkshopServices) -> Model:
    """Takes what was dropped onto the window; in the middle of a game it is left alone."""
    if model.run is not None:
        return model
    kind = services.kind_of(action.path)
    if kind:
        return choose(model, act.ChooseFound(action.path, kind), services)
    text = f"{action.path} is no scenario. Drop a folder with scenario.yaml in it, a .yaml file, or a .zip file."
    return replace(model, dialog=ResultBox("That is something else", text, "warning"))


# Mending


def explain_code(model: Model, action: act.ExplainCode, services: WorkshopServices) -> Model:
    """Tells what a message means."""
    return replace(model, dialog=ExplainBox(services.explain(action.code)))


def show_mends(model: Model, _: act.ShowMends, services: WorkshopServices) -> Model:
    """Shows the lines that would change."""
    found = services.mends(path_of(model))
    if not found:
        return replace(model, said="There is nothing left that mends itself.")
    return replace(model, dialog=MendBox(found, act.WriteMends()))


def write_mends(model: Model, _: act.WriteMends, services: WorkshopServices) -> Model:
    """Writes the lines that were shown, and checks the scenario again."""
    done = len(services.mend(path_of(model)))
    lines = "1 line is" if done == 1 else f"{done} lines are"
    news = f"{lines} mended. The old file is kept, as .bak."
    model = examined(replace(model, dialog=None), services)
    return replace(model, page=replace(scenario_page_of(model), news=news))


# Trying


def begin_playtest(model: Model, _: act.Try, services: WorkshopServices) -> Model:
    """Lets all bots play; a playtest that is under way ends."""
    page = scenario_page_of(model)
    trials = services.playtest(path_of(model), page.games)
    return replace(model, page=replace(page, tab="playtest", trials=trials), scrolls={})


def stop_playtest(model: Model, _: act.StopTrying, services: WorkshopServices) -> Model:
    """Ends the playtest; what was played stays."""
    services.stop_playtest(path_of(model))
    return replace(model, page=replace(scenario_page_of(model), trials=services.trials(path_of(model))))


def hear(model: Model, action: act.Hear, services: WorkshopServices) -> Model:
    """Draws a line: another one, as somebody else, or the same again."""
    page = scenario_page_of(model)
    again = not action.line and action.who is None
    who = page.who if action.who is None else action.who
    page = replace(page, line=action.line or page.line, who=who, draw=page.draw + again)
    scrolls = {k: v for k, v in model.scrolls.items() if k != "said"}
    return filled(replace(model, page=page, scrolls=scrolls), services)


def make_language(model: Model, action: act.MakeLanguage, services: WorkshopServices) -> Model:
    """Makes or updates the file for translators."""
    page = scenario_page_of(model)
    news = services.translate(path_of(model), action.language or page.language.strip())
    return filled(replace(model, page=replace(page, news=news, language="")), services)


# Sharing


def pack(model: Model, _: act.Pack, services: WorkshopServices) -> Model:
    """Makes a package and says where it is."""
    made = services.pack(path_of(model))
    files = "one file" if made.files == 1 else f"{made.files} files"
    text = f"{made.path}\n\nIt holds {files}, {made.size}. Others drop it onto their Workshop to take it in."
    if made.left_out:
        text += f"\n\nLeft out, as no part of a scenario: {', '.join(made.left_out[:8])}"
    return replace(model, dialog=ResultBox("Packed", text, "box", folder=made.path))


def add(model: Model, action: act.Add, services: WorkshopServices) -> Model:
    """Takes in a package; a refusal is a dialog of its own, because it can be long."""
    try:
        added = services.add(action.package, action.name, replace=action.replace)
    except (CourtshipError, OSError) as refused:
        return replace(model, dialog=ResultBox("Not added", str(refused), "warning"))
    if added.taken:
        return replace(model, dialog=NameBox(action.package, added))
    text = f"“{added.title}” passed every check and is among your scenarios."
    if added.warnings:
        text += f" It has {added.warnings} warning{'s' if added.warnings > 1 else ''}, which you can look at."
    model = to_list(model, ToWorkshop(added.path), services)
    return replace(model, dialog=ResultBox("Added", text, "check", work=added.path))


def show_folder(model: Model, action: act.ShowFolder, services: WorkshopServices) -> Model:
    """Opens a folder in the system's own window, or says where it is."""
    return _opened(model, action.path, services.show_folder(action.path))


def edit(model: Model, action: act.OpenEditor, services: WorkshopServices) -> Model:
    """Opens the scenario's file in the system's editor, or says where it is."""
    return _opened(model, action.path, services.edit(action.path))


def _opened(model: Model, path: str, told: str) -> Model:
    """A dialog with the path to be copied, where nothing opened as far as can be known; `told` says so."""
    return replace(model, dialog=ResultBox("Where it is", told, "folder", path=path)) if told else model


def show_reference(model: Model, _: act.ShowReference, services: WorkshopServices) -> Model:
    """Shows every key of the format."""
    return replace(model, dialog=ReferenceBox(services.reference()), focus="reference.words")


HANDLERS: dict[type, Callable[[Model, Any, WorkshopServices], Model]] = {
    ToWorkshop: to_list,
    act.OpenScenario: to_scenario,
    act.Tab: to_tab,
    act.Begin: begin,
    act.Like: like,
    act.Create: create,
    act.Copy: copy,
    act.Forget: forget,
    act.Browse: browse,
    act.ChooseFound: choose,
    act.Drop: drop,
    act.ExplainCode: explain_code,
    act.ShowMends: show_mends,
    act.WriteMends: write_mends,
    act.Try: begin_playtest,
    act.StopTrying: stop_playtest,
    act.Hear: hear,
    act.MakeLanguage: make_language,
    act.Pack: pack,
    act.Add: add,
    act.ShowFolder: show_folder,
    act.OpenEditor: edit,
    act.ShowReference: show_reference,
    ToSandbox: lambda model, _, services: sandbox_update.to_sandbox(model, services),
    MoveSlider: sandbox_update.move,
}
"""What follows from which action; each takes the model, the action and the services."""


def update(model: Model, action: object, services: WorkshopServices) -> Model:
    """The next model.

    Raises:
        CourtshipError: what was asked for cannot be done.
        OSError: a file cannot be read or written.
        KeyError: the action is none of the Workshop.
    """
    return HANDLERS[type(action)](model, action, services)
