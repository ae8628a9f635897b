"""Where one is in the Workshop: the list, one scenario and its tabs; and what happens there by itself."""

from dataclasses import replace
from typing import Any

from game.errors import CourtshipError
from game.scenario.reading.text_checks import MAX_ANSWER
from game.ui.common.shared_actions import ToWorkshop
from game.ui.common.ui_model import Model
from game.ui.workshop.folder_entries import fitting
from game.ui.workshop.workshop_actions import OpenScenario, Tab
from game.ui.workshop.workshop_state import TABS, BrowseBox, NewBox, ReferenceBox, ScenarioPage, WorkshopPage
from game.ui.workshop.workshop_values import WorkshopServices

LONGEST_LANGUAGE = 6
FIELDS = ("name", "trade", "customer", "worry")


def scenario_page_of(model: Model) -> ScenarioPage:
    """The page of the open scenario.

    Raises:
        TypeError: another page is shown.
    """
    if not isinstance(model.page, ScenarioPage):
        raise TypeError(f"expected a scenario to be open, got {type(model.page).__name__}")
    return model.page


def path_of(model: Model) -> str:
    """Path of the open scenario."""
    return scenario_page_of(model).check.work.path


def to_list(model: Model, action: ToWorkshop, services: WorkshopServices) -> Model:
    """All scenarios, turned to the one that is named or to the first."""
    works = services.works()
    first = action.path if action.path in {w.path for w in works} else works[0].path if works else ""
    return replace(model, page=WorkshopPage(works, first), dialog=None, scrolls={}, show=f"work.{first}")


def to_scenario(model: Model, action: OpenScenario, services: WorkshopServices) -> Model:
    """One scenario; from now on its saves are seen, and it is in the list the next time, too."""
    services.changed(action.path)
    check = services.examine(action.path)
    services.remember(action.path)
    page = ScenarioPage(check, trials=services.trials(action.path))
    return replace(model, page=page, dialog=None, scrolls={})


def to_tab(model: Model, action: Tab, services: WorkshopServices) -> Model:
    """Another tab of the open scenario."""
    page = scenario_page_of(model)
    names = [name for name, _, _ in TABS]
    name = action.name or names[(names.index(page.tab) + action.step) % len(names)]
    return filled(replace(model, page=replace(page, tab=name, news=""), scrolls={}), services)


def filled(model: Model, services: WorkshopServices) -> Model:
    """The open scenario with what its tab shows read anew."""
    page = scenario_page_of(model)
    if page.check.work.errors or page.tab in {"messages", "playtest"}:
        return model
    return replace(model, page=replace(page, **_read(page, services)))


def _read(page: ScenarioPage, services: WorkshopServices) -> dict[str, Any]:
    """The fields of the page that a tab shows."""
    path = page.check.work.path
    if page.tab == "story":
        return {"told": services.in_sentences(path)}
    if page.tab == "map":
        graph, about = services.map_of(path)
        return {"graph": graph, "about": about}
    if page.tab == "figures":
        return {"figures": services.figures(path)}
    if page.tab == "tongues":
        return {"tongues": services.tongues(path)}
    lines = services.lines(path)
    line = page.line if page.line in {i for i, _ in (*lines.signals, *lines.moves)} else lines.signals[0][0]
    who = page.who if page.who in {i for i, _ in lines.followers} else ""
    return {"lines": lines, "line": line, "who": who, "said": services.say(path, line, who, page.draw)}


def examined(model: Model, services: WorkshopServices) -> Model:
    """The open scenario checked again, and what is shown of it read anew."""
    page = scenario_page_of(model)
    check = services.examine(path_of(model))
    news = page.news if check.version == page.check.version else ""
    model = replace(model, page=replace(page, check=check, news=news))
    try:
        return filled(model, services)
    except (CourtshipError, OSError) as error:
        return replace(model, said=str(error))


def in_sight(model: Model) -> str:
    """The region that must be in sight: what the arrows have come to, or ""."""
    box, page = model.dialog, model.page
    if isinstance(box, BrowseBox):
        found = fitting(box)
        return f"entry.{found[min(box.at, len(found) - 1)].name}" if found else ""
    return f"work.{page.selected}" if isinstance(page, WorkshopPage) and box is None else ""


def typed(model: Model, name: str, text: str, services: WorkshopServices) -> Model:
    """A field of the Workshop gets a new value."""
    box, page = model.dialog, model.page
    most = LONGEST_LANGUAGE if name == "language" else MAX_ANSWER
    if len(text) > most:
        model, text = replace(model, said=f"At most {most} characters are taken here."), text[:most]
    if isinstance(box, NewBox) and name.removeprefix("new.") in FIELDS:
        wish = replace(box.wish, **{name.removeprefix("new."): text})
        if name == "new.trade":  # the tick follows the trade
            wish = replace(wish, like=services.fitting("", text))
        return replace(model, dialog=replace(box, wish=wish, home=services.home_of(wish.name)))
    if isinstance(box, BrowseBox) and name == "browse.words":
        return replace(model, dialog=replace(box, words=text, at=0), scrolls={})
    if isinstance(box, ReferenceBox) and name == "reference.words":
        return replace(model, dialog=replace(box, words=text), scrolls={})
    if isinstance(page, ScenarioPage) and name == "language":
        return replace(model, page=replace(page, language=text))
    return model


def with_playtest(model: Model, services: WorkshopServices) -> Model:
    """The open scenario with its playtest as far as it has come."""
    page = model.page
    if not isinstance(page, ScenarioPage) or (page.trials is not None and not page.trials.running):
        return model
    trials = services.trials(page.check.work.path)
    return replace(model, page=replace(page, trials=trials)) if trials != page.trials else model


def with_next_examined(model: Model, services: WorkshopServices) -> Model:
    """The list with one more scenario examined: it is there at once and fills itself."""
    page = model.page
    if not isinstance(page, WorkshopPage):
        return model
    waiting = next((w for w in page.works if not w.examined), None)
    if waiting is None:
        return model
    work = services.examine(waiting.path).work
    works = tuple(work if w.path == work.path else w for w in page.works)
    return replace(model, page=replace(page, works=works))


def looked_at_files(model: Model, services: WorkshopServices) -> Model:
    """What is on the disk now: the saved files of the open scenario, or the list."""
    page = model.page
    if isinstance(page, ScenarioPage) and services.changed(page.check.work.path):
        return examined(model, services)
    if isinstance(page, WorkshopPage) and all(w.examined for w in page.works):
        works = services.works()
        paths = [w.path for w in works]
        if page.selected in paths or not page.works:
            selected = page.selected if page.selected in paths else next(iter(paths), "")
            return replace(model, page=replace(page, works=works, selected=selected))
        gone = next((w.title for w in page.works if w.path == page.selected), "The scenario")
        said = f"“{gone}” is no longer where it was. Another scenario is chosen now."
        return replace(model, page=replace(page, works=works, selected=next(iter(paths), "")), said=said)
    return model
