"""The play screen: who follows, the talk with one of them, what was noticed, and the moves of the day."""

from dataclasses import dataclass

from game.session.view import View
from game.session.words.hours_text import minutes_of
from game.ui.common.shared_actions import Close, Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.play.play_actions import AskToEndDay, Group, Select
from game.ui.play.play_state import HelpBox, PlanBox, PlayPage, ProfileBox
from game.ui.play.reading_views import follower_of
from game.ui.play.screens.day import followers, move_cards, profile, thread
from game.ui.play.screens.day.narrow_day import narrow_day
from game.ui.play.screens.day.topbar import top_bar


@dataclass(frozen=True)
class PlayLayout:
    """The boxes in which the parts of the play screen stand."""

    top: Box
    left: Box
    middle: Box
    right: Box | None  # None: a drawer
    tabs: Box
    cards: Box


def layout(sheet: Sheet) -> PlayLayout:
    """The parts for the size of the window."""
    window = sheet.window
    margin, gap = (16, 12) if sheet.tall else (12, 8)
    top = Box(0, 0, window.w, 56 if sheet.tall else 50)
    tabs_height, cards_height = (40, 120) if sheet.tall else (36, 66)
    low = window.h - (14 if sheet.tall else 10)
    row = Box(margin, low - cards_height, window.w - 2 * margin, cards_height)
    tabs = Box(margin, row.y - 8 - tabs_height, row.w, tabs_height)
    y = top.bottom + gap
    height = tabs.y - gap - y
    side = 264 if sheet.wide else 240 if sheet.roomy else 212
    left = Box(margin, y, side, height)
    right = Box(window.w - margin - 292, y, 292, height) if sheet.wide else None
    x = left.right + gap
    end = right.x - gap if right else window.w - margin
    return PlayLayout(top, left, Box(x, y, end - x, height), right, tabs, row)


def play(sheet: Sheet, model: Model) -> None:
    """Draw the play screen with its columns and moves."""
    view, page = model.view, model.page
    if view is None or not isinstance(page, PlayPage):
        return
    chosen = follower_of(view, page.selected)
    if sheet.narrow:
        narrow_day(sheet, model, view, page, chosen)
        _keys(sheet, view, page)
        return
    parts = layout(sheet)
    left, whole = minutes_of(view.hours_left), minutes_of(view.hours_total)
    sheet.painter.speak(parts.top, f"{view.weekday}, day {view.day} of {view.days}. {left} of {whole} minutes left.")
    # In the order of Tab: people, the talk, the moves; what is needed less comes behind them.
    followers.draw(sheet, view, page, parts.left)
    thread.draw(sheet, model, view, page, chosen, parts.middle, drawer=parts.right is None)
    move_cards.draw_tabs(sheet, view, page, parts.tabs)
    move_cards.draw(sheet, view, page, parts.cards)
    if parts.right is not None and chosen is not None:
        profile.draw(sheet, view, chosen, parts.right)
    top_bar(sheet, view, parts.top, hints=model.settings.hints)
    _keys(sheet, view, page)


def _keys(sheet: Sheet, view: View, page: PlayPage) -> None:
    for key, action in (
        ("Up", Select(step=-1)),
        ("Down", Select(step=1)),
        ("Left", Group(step=-1)),
        ("Right", Group(step=1)),
        ("[", Group(step=-1)),
        ("]", Group(step=1)),
        ("T", turn(tab="posts" if page.tab == "thread" else "thread")),
        ("P", Open(PlanBox())),
        ("E", AskToEndDay()),
        ("H", Open(HelpBox())),
        ("Esc", Close()),
    ):
        sheet.shortcut(key, action)
    if page.selected and not sheet.wide:
        sheet.shortcut("I", Open(ProfileBox()))
    del view
