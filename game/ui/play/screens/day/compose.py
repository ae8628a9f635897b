"""The strip below the talk: what the move taken up will say, its date mirror, and the button that plans it."""

from game.art.icon_names import format_icon, icon_of
from game.session.entries import TakeBack
from game.session.seen.after_the_move import SILENT
from game.session.view import FollowerView, MoveView, View
from game.ui.common.shared_actions import Close, Open
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, divider, icon_button
from game.ui.play.play_actions import Pick
from game.ui.play.play_state import PlayPage
from game.ui.play.reading_views import follower_of, mirror_of, move_of, moves_of, plan_of

PAD = 10


def draw(sheet: Sheet, model: Model, view: View, page: PlayPage, chosen: FollowerView | None, box: Box) -> float:
    """Draw the strip along the lower edge of the column; returns its upper edge."""
    move = move_of(view, page.move)
    top = _taken_up(sheet, model, view, page, move, box) if move else _idle(sheet, view, page, chosen, box)
    if model.said:
        return said_strip(sheet, model.said, box, top)
    return said_strip(sheet, model.told, box, top, refused=False) if model.told else top


def said_strip(sheet: Sheet, text: str, box: Box, low: float, *, refused: bool = True) -> float:
    """What was refused, or done by the way, above a y; returns its upper edge."""
    theme, paint = sheet.theme, sheet.painter
    width = box.w - 24 - 54
    high = paint.height(text, width, 14, SEMI, lines=3) + 18
    strip = Box(box.x + 12, low - high - 6, box.w - 24, high)
    paint.panel(strip, theme.danger_soft if refused else theme.soft, radius=12)
    icon, ink = ("warning", theme.danger) if refused else ("undo", theme.on_soft)
    paint.icon(icon, strip.x + 22, strip.cy, 20, ink)
    paint.paragraph(text, strip.x + 42, strip.y + 9, width, 14, theme.text, SEMI, lines=3)
    return strip.y - 4


def _idle(sheet: Sheet, view: View, page: PlayPage, chosen: FollowerView | None, box: Box) -> float:
    theme, paint = sheet.theme, sheet.painter
    deep = 56 if sheet.tall else 48
    strip = Box(box.x, box.bottom - deep, box.w, deep)
    divider(sheet, strip.x + 1, strip.y, strip.w - 2)
    planned = next((p for p in view.plan if chosen is not None and p.who == chosen.id), None)
    if page.tab == "posts":
        icon, words = "down", "Choose what you want to say to everybody."
        if not moves_of(view, "all"):
            icon, words = "clock", "Nothing is said to everybody today yet; that comes on a later day."
    elif chosen is None:
        icon, words = "people", "Choose a follower first."
    elif chosen.left:
        icon, words = "quit", f"{chosen.name} has gone. What you said stays here to be read."
    elif planned is not None:
        icon, words = "check", f"Planned for tonight: {planned.title}"
    else:
        icon, words = "down", f"Choose a move{'' if sheet.narrow else ' below'}. Nothing is sent before the day ends."
    paint.icon(icon, strip.x + 30, strip.cy, 20, theme.on_soft if planned else theme.muted)
    room = strip.w - 66
    if planned is not None and page.tab == "thread":
        room -= 140
        button(
            sheet, "take_back", Box(strip.right - 140, strip.cy - 18, 126, 36), "Take back", TakeBack(planned.id),
            style="soft", icon="undo", size=14, key="Backspace", spoken=f"Take back: {planned.title}",
        )  # fmt: skip
    if paint.measure(words, 14, SEMI) > room and sheet.narrow:
        high = paint.height(words, room, META, SEMI, lines=2, leading=1.3)
        paint.paragraph(words, strip.x + 50, strip.cy - high / 2, room, META, theme.muted, SEMI, lines=2, leading=1.3)
    else:
        paint.text(words, strip.x + 50, strip.cy, 14, theme.muted, SEMI, width=room)
    return strip.y


def _taken_up(sheet: Sheet, model: Model, view: View, page: PlayPage, move: MoveView, box: Box) -> float:
    theme, paint = sheet.theme, sheet.painter
    narrow = box.w < 640 and not sheet.narrow
    plan_wide, mirror_wide = (116, 48) if narrow else (126, 158)
    field_wide = box.w - 2 * PAD - plan_wide - mirror_wide - 16
    if sheet.narrow:  # the buttons stand below the words
        plan_wide = mirror_wide = round((box.w - 2 * PAD - 8) / 2)
        field_wide = box.w - 2 * PAD
    width = field_wide - 46 - 40
    silent = move.id in SILENT
    words = page.words if silent or "“" in page.words else f"“{page.words}”"
    size = BODY if len(paint.wrap(words, width, BODY)) <= 2 else 14
    lines = 5 if not sheet.tall else 7
    text_high = paint.height(words, width, size, lines=lines)
    extra = _with(view, page)
    high = max(86.0 if extra else 48.0, text_high + 20 + (26 if extra else 0))
    below = 56.0 if sheet.narrow else 0.0
    strip = Box(box.x, box.bottom - high - 2 * PAD - below, box.w, high + 2 * PAD + below)
    divider(sheet, strip.x + 1, strip.y, strip.w - 2)
    field = Box(strip.x + PAD, strip.y + PAD, field_wide, high)
    paint.panel(field, theme.sunken, radius=14, edge=theme.border)
    paint.icon(icon_of(move.id), field.x + 24, field.y + 24, 22, theme.on_soft)
    y = field.y + (field.h - text_high - (26 if extra else 0)) / 2
    paint.paragraph(words, field.x + 46, y, width, size, theme.muted if silent else theme.text, lines=lines)
    if extra:
        icon, label = extra
        paint.icon(icon, field.x + 54, y + text_high + 13, 16, theme.on_soft)
        paint.text(label, field.x + 68, y + text_high + 13, META, theme.on_soft, BOLD, width=width - 60, may_end=True)
        _change(sheet, move, field)
    else:
        icon_button(
            sheet,
            "compose.drop",
            Box(field.right - 42, field.y + 4, 38, 38),
            "close",
            "Drop this move",
            Close(),
            key="Esc",
        )
    x, tall = field.right + 8, min(high, 52.0)
    y = field.bottom - tall
    if sheet.narrow:
        x, y, tall = field.x, field.bottom + 8, 48.0
    mirror = Open(mirror_of(model))
    if narrow:
        icon_button(
            sheet,
            "compose.mirror",
            Box(x, y, mirror_wide, tall),
            "cup",
            "Date mirror: how it would be on a date",
            mirror,
            style="soft",
            key="D",
        )
    else:
        button(
            sheet,
            "compose.mirror",
            Box(x, y, mirror_wide, tall),
            "Date mirror",
            mirror,
            style="soft",
            icon="cup",
            key="D",
            show_key=True,
            size=14,
        )
    button(
        sheet, "compose.plan", Box(x + mirror_wide + 8, y, plan_wide, tall), "Plan it", plan_of(model), style="primary",
        icon="" if narrow else "send", key="Enter", show_key=True, size=14, spoken=f"Plan it: {move.title}. {words}",
    )  # fmt: skip
    return strip.y


def _with(view: View, page: PlayPage) -> tuple[str, str] | None:
    """What goes with the move: a piece of content, or a second follower."""
    content = next((c for c in view.contents if c.id == page.content), None)
    if content is not None:
        return format_icon(content.format), content.title
    other = follower_of(view, page.other)
    return ("introduce", f"with {other.name}") if other is not None else None


def _change(sheet: Sheet, move: MoveView, field: Box) -> None:
    icon_button(
        sheet, "compose.drop", Box(field.right - 42, field.y + 4, 38, 38), "close", "Drop this move", Close(), key="Esc"
    )
    box = Box(field.right - 42, field.bottom - 40, 38, 36)
    icon_button(sheet, "compose.change", box, "search", "Choose something else to go with it", Pick(move.id), key="C")
