"""Which function draws which page and which dialog."""

from collections.abc import Callable, Sequence

from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.play import play_state as state
from game.ui.play.forward.forward_state import ForwardPage
from game.ui.play.hosting.hosting_values import HostPage
from game.ui.play.learner.learner_state import LearnerPage
from game.ui.play.scrapbook.scrapbook_state import ScrapbookPage, ScrapBox
from game.ui.play.screens import choose_page as choose
from game.ui.play.screens import compare_box, notices, runs_box, saved, you_box
from game.ui.play.screens import help_box as guide
from game.ui.play.screens import title_page as title
from game.ui.play.screens.day import event_box as event
from game.ui.play.screens.day import nudge_box, pickers, what_if_box
from game.ui.play.screens.day import plan_box as plan
from game.ui.play.screens.day import play_page as play
from game.ui.play.screens.debrief import debrief_page as debrief
from game.ui.play.screens.forward import forward_page
from game.ui.play.screens.hosting import host_page as hosting
from game.ui.play.screens.learner import learner_page
from game.ui.play.screens.mirror import mirror_box as mirror
from game.ui.play.screens.night import night_page as night
from game.ui.play.screens.night import nights_box as nights
from game.ui.play.screens.scrapbook import scrapbook_page
from game.ui.play.screens.settings import settings_box as settings
from game.ui.play.screens.timing import timing_page
from game.ui.play.timing.timing_state import TimingPage
from game.ui.workshop import workshop_state
from game.ui.workshop.sandbox_values import SandboxPage
from game.ui.workshop.screens import sandbox_page, scenario_page, workshop_dialogs, workshop_lookup
from game.ui.workshop.screens import workshop_page as workshop

PAGES: dict[type, Callable[[Sheet, Model], None]] = {
    state.TitlePage: title.title,
    state.ChoosePage: choose.choose,
    HostPage: hosting.host,
    ForwardPage: forward_page.forward,
    state.PlayPage: play.play,
    state.NightPage: night.night,
    state.DebriefPage: debrief.debrief,
    TimingPage: timing_page.timing,
    ScrapbookPage: scrapbook_page.scrapbook,
    LearnerPage: learner_page.learner,
    workshop_state.WorkshopPage: workshop.workshop,
    workshop_state.ScenarioPage: scenario_page.scenario,
    SandboxPage: sandbox_page.sandbox,
}

DIALOGS: dict[type, Callable[[Sheet, Model], None]] = {
    state.MirrorBox: mirror.mirror,
    state.OpeningBox: mirror.opening,
    state.EventBox: event.event,
    state.ContentBox: pickers.content,
    state.PeopleBox: pickers.people,
    state.MotiveBox: pickers.motive,
    state.PlanBox: plan.plan,
    state.ProfileBox: plan.drawer,
    state.ConfirmBox: notices.confirm,
    state.NoticeBox: notices.notice,
    state.AboutBox: notices.about,
    state.YouBox: you_box.yourself,
    ScrapBox: scrapbook_page.scrap_again,
    state.NudgeBox: nudge_box.nudge,
    state.WhatIfBox: what_if_box.what_if,
    state.NightsBox: nights.nights,
    state.RunsBox: runs_box.runs,
    state.CompareBox: compare_box.compare,
    state.HelpBox: guide.guide,
    state.SettingsBox: settings.settings,
    state.TakenBox: saved.taken,
    state.BrokenBox: saved.broken,
    workshop_state.NewBox: workshop_dialogs.new,
    workshop_state.MendBox: workshop_dialogs.mends,
    workshop_state.ExplainBox: workshop_dialogs.explain,
    workshop_state.ResultBox: workshop_dialogs.result,
    workshop_state.NameBox: workshop_dialogs.taken,
    workshop_state.BrowseBox: workshop_lookup.browse,
    workshop_state.ReferenceBox: workshop_lookup.reference,
}

TOASTED = ForwardPage | state.NightPage | state.DebriefPage | workshop_state.ScenarioPage


def draw_page(sheet: Sheet, model: Model) -> None:
    """Draw the page of a model."""
    sheet.painter.fill(sheet.window, sheet.theme.bg)
    with saved.bar(sheet, model):
        PAGES[type(model.page)](sheet, model)
    if model.dialog is None:
        if model.said and isinstance(model.page, TOASTED):
            _toast(sheet, model.said)
        _tip(sheet)


def draw_dialog(sheet: Sheet, model: Model) -> None:
    """Draw the dialog of a model."""
    with saved.bar(sheet, model):
        DIALOGS[type(model.dialog)](sheet, model)
    if model.said and not isinstance(model.dialog, state.EventBox):
        _toast(sheet, model.said)
    _tip(sheet)


def _toast(sheet: Sheet, text: str) -> None:
    """A sentence across the lower edge, where the screen has no place of its own for it."""
    theme, paint = sheet.theme, sheet.painter
    width = min(640.0, sheet.window.w - 48)
    high = paint.height(text, width - 70, BODY, SEMI, lines=4) + 26
    box = Box(sheet.window.cx - width / 2, sheet.window.bottom - 24 - high, width, high)
    _cover(sheet, box)
    paint.panel(box, theme.danger_soft, radius=16, edge=theme.danger, shadow="high")
    paint.icon("warning", box.x + 28, box.cy, 22, theme.danger)
    paint.paragraph(text, box.x + 52, box.y + 13, width - 70, BODY, theme.text, SEMI, lines=4)


def say_wait(sheet: Sheet, words: str) -> None:
    """A sentence over everything that something takes its time."""
    theme, paint = sheet.theme, sheet.painter
    width = min(paint.measure(words, BODY, SEMI) + 86, sheet.window.w - 48)
    box = Box(sheet.window.cx - width / 2, sheet.window.bottom - 76, width, 52)
    _cover(sheet, box)
    paint.panel(box, theme.surface, radius=16, edge=theme.strong, shadow="high")
    paint.icon("clock", box.x + 30, box.cy, 22, theme.muted)
    paint.text(words, box.x + 54, box.cy, BODY, theme.text, SEMI, width=width - 70)


def caption(sheet: Sheet, words: Sequence[str]) -> None:
    """What is heard, as words for a moment, over nothing that can be pressed; screen readers pass them over."""
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    most = window.w / 2
    text = words[0]
    for more in words[1:]:
        text = f"{text} · {more}" if paint.measure(f"{text} · {more}", BODY, SEMI) <= most else text
    width = min(paint.measure(text, BODY, SEMI), most) + 66
    box = _free_place(sheet, width, 40)
    _cover(sheet, box)
    paint.panel(box, theme.text, radius=14, shadow="high")
    paint.icon("sound", box.x + 26, box.cy, 20, theme.surface)
    paint.text(text, box.x + 46, box.cy, BODY, theme.surface, SEMI, width=most + 1)


def _free_place(sheet: Sheet, width: float, height: float) -> Box:
    """The lowest place of a size, left, right or in the middle, that no region reaches into; else the lower left."""
    window = sheet.window
    lowest = window.bottom - 8 - height
    for y in (lowest - step * 12 for step in range(int(lowest / 12))):
        for x in (16.0, window.right - 16 - width, window.cx - width / 2):
            box = Box(x, y, width, height)
            if not any(region.rect.overlaps(box) for region in sheet.regions):
                return box
    return Box(16, lowest, width, height)


def _tip(sheet: Sheet) -> None:
    """What an icon means, beside it."""
    if sheet.tip is None:
        return
    spot, label = sheet.tip
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    words = label.split(":")[0]
    wide = min(paint.measure(words, META, BOLD) + 24, window.w - 16)
    x = min(max(spot.cx - wide / 2, 8.0), window.right - 8 - wide)
    below = spot.bottom + 8 + 30 <= window.bottom
    box = Box(x, spot.bottom + 8 if below else spot.y - 38, wide, 30)
    _cover(sheet, box)
    paint.panel(box, theme.text, radius=10, shadow="card")
    paint.text(words, box.cx, box.cy, META, theme.surface, BOLD, align="center", width=wide - 16)


def _cover(sheet: Sheet, box: Box) -> None:
    """What lies under a box cannot be read any more."""
    log = sheet.painter.log
    if log is not None:
        log[:] = [t for t in log if not t.seen.overlaps(box)]


def page_key(model: Model) -> tuple[object, ...]:
    """What the picture of the page depends on; compared by identity where that is enough."""
    return (
        model.page,
        id(model.view),
        id(model.debrief),
        model.settings,
        model.saved,
        tuple(sorted(model.scrolls.items())),
    )
