"""One scenario in the Workshop: its head, the tabs, and the bar with what can be done."""

from collections.abc import Callable

from game.ui.common.shared_actions import Start
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import PageHead, page_head, page_title
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, chip, chip_width, divider, empty, segmented
from game.ui.workshop.screens import (
    scenario_figures,
    scenario_languages,
    scenario_lines,
    scenario_map,
    scenario_messages,
    scenario_story,
    scenario_trial,
)
from game.ui.workshop.screens.workshop_page import facts_of, state_of
from game.ui.workshop.workshop_actions import Copy, OpenEditor, Pack, ShowFolder, ShowReference, Tab, Try
from game.ui.workshop.workshop_state import ERRORS_FIRST, TABS, ScenarioPage
from game.ui.workshop.workshop_values import Work

DRAW: dict[str, Callable[[Sheet, ScenarioPage, Box], None]] = {
    "messages": scenario_messages.messages,
    "playtest": scenario_trial.trial,
    "story": scenario_story.story,
    "map": scenario_map.graph,
    "figures": scenario_figures.figures,
    "say": scenario_lines.say,
    "tongues": scenario_languages.languages,
}
SHORT = {"edit": "Edit", "folder": "Folder", "copy": "Copy"}
"""Labels of buttons where there is one column."""
NEEDS_NO_SCENARIO = {"messages", "playtest"}


def scenario(sheet: Sheet, model: Model) -> None:
    """Draw the page of one scenario, with the tab that is open."""
    page = model.page
    if not isinstance(page, ScenarioPage):
        return
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    head = _head(sheet, page.work)
    rows = 2 if sheet.narrow else 1
    tabs = Box(16, head.bottom + (10 if sheet.tall else 6), window.w - 32, 42 if sheet.tall else 38)
    if sheet.narrow:
        tabs = Box(8, head.bottom + 8, window.w - 16, 76)
    choices = tuple((name, label, Tab(name)) for name, label, _ in TABS)
    segmented(sheet, "tab", tabs, choices, page.tab, role="tab", keys=tuple("1234567"), rows=rows)
    sheet.shortcut("Left", Tab(step=-1))
    sheet.shortcut("Right", Tab(step=1))
    bar_high = 112 if sheet.narrow else 66 if sheet.tall else 56
    bar = Box(0, window.h - bar_high, window.w, bar_high)
    body = Box(tabs.x, tabs.bottom + (10 if sheet.tall else 6), tabs.w, 0)
    body = Box(body.x, body.y, body.w, bar.y - (10 if sheet.tall else 6) - body.y)
    paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
    if page.check.work.errors and page.tab not in NEEDS_NO_SCENARIO:
        title = "Its errors come first"
        empty(sheet, body, "warning", title, "What this tab shows needs a scenario that can be read. See Messages.")
    else:
        DRAW[page.tab](sheet, page, body)
    _bar(sheet, page, bar)


def _head(sheet: Sheet, work: Work) -> PageHead:
    theme, paint = sheet.theme, sheet.painter
    head = page_head(sheet, "", "All scenarios")
    row, right = head.row, head.row.right - 16
    chips = [state_of(work)]
    if not work.may_change:
        chips.append(("Read-only", "plain", "lock"))
    if sheet.wide:
        chips += [(fact, "plain", "") for fact in facts_of(work)]
    for words, tone, icon in chips:
        right -= chip_width(sheet, words, icon)
        chip(sheet, words, right, row.cy, tone, icon)
        right -= 8
    end = page_title(sheet, row, work.title, right + 4) + 14
    if sheet.wide and paint.measure(work.path, META, SEMI) <= right - 14 - end:
        paint.text(work.path, end, row.cy + 1, META, theme.faint, SEMI)
    return head


def _bar(sheet: Sheet, page: ScenarioPage, bar: Box) -> None:
    """What can be done, whatever tab is shown."""
    theme, paint = sheet.theme, sheet.painter
    paint.fill(bar, theme.surface)
    divider(sheet, 0, bar.y, bar.w)
    work = page.check.work
    good = not work.errors
    running = page.trials is not None and page.trials.running
    high = 44
    first = "" if good else ERRORS_FIRST
    under_way = "A playtest is under way. Its tab shows how far it is." if running else ""
    cells = [
        ("play", "Play", "play", Start(work.path, workshop=work.path), "P", first, "primary"),
        ("try", "Playtest", "chart", Try(), "T", first or under_way, "soft"),
        ("edit", "Edit the file", "pencil", OpenEditor(work.path), "E", "", "plain"),
        ("folder", "Open the folder", "folder", ShowFolder(work.path), "F", "", "plain"),
        ("pack", "Pack", "box", Pack(), "K", first, "plain"),
        ("reference", "Every key", "help_circle", ShowReference(), "R", "", "plain"),
    ]
    if not work.may_change:
        cells[2] = ("copy", "Make a copy", "copy", Copy(work.path), "C", first, "plain")
    if sheet.narrow:
        for i, (name, label, icon, action, key, why_not, style) in enumerate(cells):
            row = Box(bar.x + 8, bar.y + 8 + i // 3 * 50, bar.w - 16, high)
            button(sheet, name, columns(row, 3, 8)[i % 3], SHORT.get(name, label), action, style=style, icon=icon,
                   key=key, why_not=why_not, size=14, spoken=_spoken(name, label))  # fmt: skip
        return
    gap = 10 if sheet.roomy else 8
    weights = [paint.measure(label, BODY, BOLD) + 60 for _, label, *_ in cells]
    show_key = sum(weights) + 30 * len(cells) + gap * (len(cells) - 1) <= bar.w - 32
    spare = (bar.w - 32 - gap * (len(cells) - 1) - sum(weights)) / len(cells)
    x = bar.x + 16
    slack = bar.w - 32 - gap * (len(cells) - 1) - sum(w + min(spare, 46) for w in weights)
    for (name, label, icon, action, key, why_not, style), weight in zip(cells, weights, strict=True):
        wide = weight + min(spare, 46)
        x += slack if name == "reference" else 0
        button(sheet, name, Box(x, bar.cy - high / 2, wide, high), label, action, style=style, icon=icon, key=key,
               why_not=why_not, show_key=show_key, spoken=_spoken(name, label))  # fmt: skip
        x += wide + gap


def _spoken(name: str, label: str) -> str:
    return {
        "play": "Play it from the first day",
        "try": "Playtest: let all bots play it",
        "edit": "Edit the file in your editor",
        "pack": "Pack it into one zip file for others",
        "reference": "Every key of the format",
    }.get(name, label)
