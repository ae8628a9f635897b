"""Which function draws which page and which dialog."""

from collections.abc import Callable

from game.ui import state
from game.ui.screens import choose, debrief, event, help, mirror, night, notices, pickers, plan, play, settings, title  # noqa: A004
from game.ui.sheet import Sheet

PAGES: dict[type, Callable[[Sheet, state.Model], None]] = {
    state.TitlePage: title.title,
    state.ChoosePage: choose.choose,
    state.PlayPage: play.play,
    state.NightPage: night.night,
    state.DebriefPage: debrief.debrief,
}

DIALOGS: dict[type, Callable[[Sheet, state.Model], None]] = {
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
    state.RunsBox: notices.runs,
    state.HelpBox: help.guide,
    state.SettingsBox: settings.settings,
}


def draw_page(sheet: Sheet, model: state.Model) -> None:
    """Draw the page of a model."""
    sheet.painter.fill(sheet.window, sheet.theme.bg)
    PAGES[type(model.page)](sheet, model)


def draw_dialog(sheet: Sheet, model: state.Model) -> None:
    """Draw the dialog of a model."""
    DIALOGS[type(model.dialog)](sheet, model)


def page_key(model: state.Model) -> tuple[object, ...]:
    """What the picture of the page depends on; compared by identity where that is enough."""
    return (model.page, id(model.view), id(model.debrief), model.settings, tuple(sorted(model.scrolls.items())))
