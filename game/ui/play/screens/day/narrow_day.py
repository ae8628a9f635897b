"""The play screen in one column: everybody, then the talk with one, then the moves; each leads back."""

from game.art.icon_names import GROUP_ICONS, icon_of
from game.scenario.texts.texts import GROUPS
from game.session.view import FollowerView, MoveView, View
from game.ui.common.shared_actions import Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION
from game.ui.drawing.widgets import button, divider, icon_button, icon_tile, key_cap
from game.ui.play.play_actions import AskToEndDay, Group
from game.ui.play.play_state import PlanBox, PlayPage
from game.ui.play.reading_views import moves_of
from game.ui.play.screens.day import compose, followers, thread
from game.ui.play.screens.day.followers import TALK
from game.ui.play.screens.day.move_cards import cost_of, day_is_full, opens_words, register
from game.ui.play.screens.day.topbar import narrow_bars, status_bar

MOVES = "moves"  # the pane with the moves
TOP, FOOT, TAB = 52.0, 60.0, 40.0
NUMBERS = 9  # moves that have a digit as their key


def narrow_day(sheet: Sheet, model: Model, view: View, page: PlayPage, chosen: FollowerView | None) -> None:
    """Draw the pane that is shown, and the bar below all of them."""
    window = sheet.window
    foot = Box(window.x, window.bottom - FOOT, window.w, FOOT)
    top = Box(window.x, window.y, window.w, TOP)
    if page.pane == MOVES:
        _moves(sheet, model, view, page, chosen, top, foot.y)
    elif page.pane == TALK:
        room = Box(window.x + 8, window.y + 8, window.w - 16, foot.y - window.y - 16)
        thread.draw(sheet, model, view, page, chosen, room, drawer=True)
    else:
        _everybody(sheet, model, view, page, top, foot.y)
    _foot(sheet, view, page, foot)


def _everybody(sheet: Sheet, model: Model, view: View, page: PlayPage, top: Box, low: float) -> None:
    """The list of followers under the bars of the day."""
    y = narrow_bars(sheet, view, top, hints=model.settings.hints) + 8
    box = Box(top.x + 8, y, top.w - 16, low - 8 - y)
    followers.draw(sheet, view, page, Box(box.x, box.y, box.w, _said(sheet, model, box) - box.y))
    sheet.shortcut("Enter", turn(pane=TALK))


def _said(sheet: Sheet, model: Model, box: Box) -> float:
    """What was refused or done by the way, at the foot of a box; returns what room there is above it."""
    if not (model.said or model.told):
        return box.bottom
    return compose.said_strip(sheet, model.said or model.told, box, box.bottom + 6, refused=bool(model.said))


def _foot(sheet: Sheet, view: View, page: PlayPage, box: Box) -> None:
    """The next pane, the plan, and the end of the day."""
    sheet.painter.fill(box, sheet.theme.surface)
    divider(sheet, box.x, box.y, box.w)
    first, second, third = columns(Box(box.x + 12, box.y + 8, box.w - 24, 44), 3, 8)
    if page.pane == TALK:
        label = "Say to all" if page.tab == "posts" else "Moves"
        style = "plain" if page.move or day_is_full(view) else "primary"
        button(sheet, "moves", first, label, turn(pane=MOVES), style=style, icon="send",
               key="" if page.move else "Enter", size=14, spoken=f"{label}: choose a move")  # fmt: skip
    elif page.pane == MOVES:
        button(sheet, "talk", first, "The talk", turn(pane=TALK), icon="comment", size=14, spoken="Back to the talk")
    else:
        button(sheet, "posts", first, "Posts", turn(tab="posts", pane=TALK), icon="megaphone", size=14,
               spoken="Your posts to everybody")  # fmt: skip
    count = len(view.plan)
    told = f"The plan of the day: {count} {'move' if count == 1 else 'moves'}"
    button(sheet, "plan", second, f"Plan · {count}", Open(PlanBox()), icon="plan", key="P", size=14, spoken=told)
    style = "primary" if day_is_full(view) else "plain"
    button(sheet, "end_day", third, "End day", AskToEndDay(), style=style, icon="moon", key="E", size=14)


def _moves(
    sheet: Sheet, model: Model, view: View, page: PlayPage, chosen: FollowerView | None, top: Box, low: float
) -> None:
    """The groups of moves, and the moves of the one that is open, below each other."""
    paint, theme = sheet.painter, sheet.theme
    paint.fill(top, theme.surface)
    icon_button(sheet, "back", Box(top.x + 12, top.cy - 20, 40, 40), "back", "Back to the talk", turn(pane=TALK),
                key="Esc")  # fmt: skip
    title = "To everybody" if page.group == "all" or chosen is None else f"For {chosen.name}"
    paint.text(title, top.x + 60, top.cy, SECTION, theme.text, EXTRA, width=top.w - 76, may_end=True)
    y = status_bar(sheet, view, Box(top.x, top.bottom, top.w, 48)) + 8
    box = Box(top.x + 8, y, top.w - 16, low - 8 - y)
    box = box._replace(h=_said(sheet, model, box) - box.y)
    area = Box(box.x, box.y + 2 * TAB + 8, box.w, box.h - 2 * TAB - 8)
    _groups(sheet, page, Box(box.x, box.y, box.w, 2 * TAB))
    moves, later = moves_of(view, page.group), opens_words(view, page.group)
    if not moves and not later:
        later = "There is nothing of this kind to do here."
    sizes = [_height(sheet, move, area.w - 8) for move in moves]
    last = paint.height(later, area.w - 60, META, BOLD) + 28 if later else 0
    with sheet.scroll("moves", area, sum(sizes) + 8 * len(sizes) + last) as start:
        y = start
        for number, (move, size) in enumerate(zip(moves, sizes, strict=True), start=1):
            _move(sheet, page, move, Box(area.x, y, area.w - 8, size), str(number) if number <= NUMBERS else "")
            y += size + 8
        if later:
            paint.icon("clock", area.x + 24, y + last / 2, 18, theme.muted)
            paint.paragraph(later, area.x + 44, y + 12, area.w - 60, META, theme.muted, BOLD)


def _groups(sheet: Sheet, page: PlayPage, box: Box) -> None:
    """The groups as tabs in two rows."""
    paint, theme = sheet.painter, sheet.theme
    paint.panel(box, theme.surface, radius=14, edge=theme.border)
    for number, (name, label) in enumerate(GROUPS.items()):
        row = Box(box.x + 4, box.y + number // 3 * TAB, box.w - 8, TAB)
        part = columns(row, 3, 0)[number % 3]
        held = page.group == name
        touch = sheet.region(f"group.{name}", part, f"Moves: {label}", Group(name), role="tab", chosen=held)
        if held or touch.hover:
            paint.panel(part.inset(0, 4), theme.soft if held else theme.hover, radius=10)
        ink = theme.on_soft if held else theme.muted
        room = part.w - 8 - 22
        size = paint.fitting(label, room, (14, META), BOLD)
        left = part.cx - (min(paint.measure(label, size, BOLD), room) + 22) / 2
        paint.icon(GROUP_ICONS[name], left + 8, part.cy, 16, ink)
        paint.text(label, left + 22, part.cy, size, ink, BOLD, width=room + 1)


def _words(move: MoveView) -> str:
    return move.text if move.enabled else move.why_not


def _height(sheet: Sheet, move: MoveView, width: float) -> float:
    return max(66.0, 56 + sheet.painter.height(_words(move), width - 78, META) + 10)


def _move(sheet: Sheet, page: PlayPage, move: MoveView, box: Box, key: str) -> None:
    paint, theme = sheet.painter, sheet.theme
    touch = register(sheet, page, move, box, key)
    if not paint.visible(box):
        return
    held = page.move == move.id
    ground = theme.sunken if not move.enabled else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=16, edge=theme.primary if held else theme.border, width=2 if held else 1)
    tone = "primary" if held else "soft" if move.enabled else "plain"
    icon_tile(sheet, icon_of(move.id), Box(box.x + 12, box.y + 12, 40, 40), tone)
    x, ink = box.x + 64, theme.text if move.enabled else theme.muted
    paint.text(move.title, x, box.y + 22, BODY, ink, EXTRA, width=box.right - 46 - x)
    cost_of(sheet, move, x, box.y + 43, box.right - 12)
    if key:
        key_cap(sheet, key, box.right - 24, box.y + 24, theme.muted, ground)
    paint.paragraph(_words(move), x, box.y + 56, box.w - 78, META, theme.muted)
