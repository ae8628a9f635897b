"""Dialogs of the Workshop: a new scenario, lines before they are mended, a code explained, and what came of things."""

from game.ui.common.shared_actions import Close, CopyText, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.input_fields import caption, field, its_end
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, chip
from game.ui.workshop.workshop_actions import Add, Create, Like, OpenScenario, ShowFolder
from game.ui.workshop.workshop_state import ExplainBox, MendBox, NameBox, NewBox, ResultBox
from game.ui.workshop.workshop_values import Mend

QUESTIONS = (
    ("name", "What is it called?", "The Corner Bakery"),
    ("trade", "What trade is it about?", "bakery"),
    ("customer", "Name one customer.", "Leonor Vaz"),
    ("worry", "What does that customer wish, or worry about?", "One thing of the week that is settled."),
)


def new(sheet: Sheet, model: Model) -> None:
    """Four questions, and what to begin with."""
    box = model.dialog
    if not isinstance(box, NewBox):
        return
    theme, paint = sheet.theme, sheet.painter
    body = dialog(sheet, 820, 548, "plus", "A new scenario", "it plays at once; then you change it")
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    across = 2 if body.w >= 620 else 1
    lines = -(-len(QUESTIONS) // across)
    two = 2 if body.w >= 520 else 1
    starters_high = 84.0 * -(-len(box.starters) // two)
    area = Box(body.x - 6, body.y - 4, body.w + 12, foot.y - 12 - body.y)
    with sheet.scroll("new", area, 76.0 * lines + 30 + starters_high + 12) as start:
        y = start + 4
        for i, (name, question, example) in enumerate(QUESTIONS):
            spot = columns(Box(body.x, y + 76 * (i // across), body.w - 8, 70), across, 12)[i % across]
            caption(sheet, question, spot.x, spot.y + 8, spot.w)
            field(sheet, f"new.{name}", Box(spot.x, spot.y + 20, spot.w, 44), getattr(box.wish, name), question,
                  example if sheet.narrow else f"for example: {example}")  # fmt: skip
        y += 76 * lines + 8
        caption(sheet, "What is it like?", body.x, y + 6, body.w)
        y += 20
        for i, (name, about) in enumerate(box.starters.items()):
            row = Box(body.x, y + 84 * (i // two), body.w - 8, 76)
            _starter(sheet, name, about, columns(row, two, 12)[i % two], held=name == box.wish.like)
    wide = 130.0 if sheet.narrow else 170.0
    button(sheet, "create", Box(foot.right - wide, foot.y, wide, 46), "Make it", Create(), style="primary",
           icon="check", key="Enter", show_key=True, why_not=_missing(box))  # fmt: skip
    room = foot.w - wide - 16
    words = _missing(box)
    if not words:
        lies = "It will lie in "
        words = lies + its_end(sheet, box.home, room - paint.measure(lies, META, SEMI), META, SEMI)
    most = 4 if sheet.narrow else 2
    high = paint.height(words, room, META, SEMI, lines=most, leading=1.2)
    paint.paragraph(words, foot.x, foot.cy - high / 2, room, META, theme.muted, SEMI, lines=most, leading=1.2)


def _missing(box: NewBox) -> str:
    """What has to be written before it can be made; "" when it can."""
    if box.home:
        return ""
    if not box.wish.name.strip():
        return "It needs a name. Only the name is needed; the rest can be left out."
    return "No folder can be called so. Use some letters or digits, in any writing."


def _starter(sheet: Sheet, name: str, about: str, spot: Box, *, held: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    touch = sheet.region(f"like.{name}", spot, f"Like {name}: {about}", Like(name), role="option", chosen=held)
    ground = theme.soft if held else theme.hover if touch.hover else theme.raised
    paint.panel(spot, ground, radius=14, edge=theme.primary if held else theme.border, width=2 if held else 1)
    if held:
        paint.icon("check", spot.right - 24, spot.y + 20, 18, theme.on_soft)
    paint.text(name.capitalize(), spot.x + 16, spot.y + 20, BODY, theme.text, EXTRA, width=spot.w - 56)
    about = about[:1].upper() + about[1:]
    paint.paragraph(about, spot.x + 16, spot.y + 33, spot.w - 32, META, theme.muted, SEMI, lines=2)


def mends(sheet: Sheet, model: Model) -> None:
    """Lines that would change: as they are, and as they will be."""
    box = model.dialog
    if not isinstance(box, MendBox):
        return
    theme, paint = sheet.theme, sheet.painter
    lines = "this line" if len(box.mends) == 1 else f"these {len(box.mends)} lines"
    title = f"Mend {lines}?"
    width = dialog_room(sheet, 760.0) - 14
    sizes = [_mend_height(sheet, mend, width) for mend in box.mends]
    high = sum(sizes) + 10 * len(sizes)
    kept = "The file as it is now is kept beside it, with .bak behind its name."
    deep = 24.0 + (76 if sheet.narrow else 0)
    body = dialog(sheet, 760, 72 + high + deep + 46 + 22, "spark", title)
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    with sheet.scroll("mends", Box(body.x, body.y, body.w, foot.y - deep + 10 - body.y), high) as start:
        y = start
        for mend, size in zip(box.mends, sizes, strict=True):
            _mend(sheet, mend, Box(body.x, y, width, size))
            y += size + 10
    wide = 160.0
    button(sheet, "yes", Box(foot.right - wide, foot.y, wide, 46), "Write it", box.action, style="primary",
           icon="check", key="Enter Y", show_key=True)  # fmt: skip
    button(sheet, "no", Box(foot.right - wide - 12 - 110, foot.y, 110, 46), "Not yet", Close(), key="N")
    room = foot.w - (0 if sheet.narrow else wide + 12 + 110 + 16)
    used = paint.height(kept, room, META, SEMI)
    middle = foot.y - 42 if sheet.narrow else foot.cy
    paint.paragraph(kept, foot.x, middle - used / 2, room, META, theme.muted, SEMI)


def _mend_height(sheet: Sheet, mend: Mend, width: float) -> float:
    paint = sheet.painter
    parts = [paint.height(t, width - 44, BODY, SEMI) + 14 for t in (mend.before, mend.after) if t.strip()]
    why = paint.height(mend.why, width, META, SEMI) + 4 if mend.why else 0
    return 26 + why + sum(parts) + 4 * len(parts)


def _mend(sheet: Sheet, mend: Mend, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.text(mend.place, box.x, box.y + 10, META, theme.text, EXTRA, width=box.w)
    y = box.y + 24
    if mend.why:
        y += paint.paragraph(mend.why, box.x, y, box.w, META, theme.muted, SEMI) + 4
    for text, ground, ink, icon in (
        (mend.before, theme.danger_soft, theme.danger, "minus"),
        (mend.after, theme.good_soft, theme.good, "plus"),
    ):
        if not text.strip():
            continue
        high = paint.height(text, box.w - 44, BODY, SEMI) + 14
        paint.panel(Box(box.x, y, box.w, high), ground, radius=10)
        paint.icon(icon, box.x + 18, y + 17, 15, ink)
        paint.paragraph(text, box.x + 36, y + 7, box.w - 44, BODY, theme.text, SEMI)
        y += high + 4


def explain(sheet: Sheet, model: Model) -> None:
    """The page of a code: what it means, how not to write it and how to."""
    box = model.dialog
    if not isinstance(box, ExplainBox):
        return
    theme, paint = sheet.theme, sheet.painter
    page = box.page
    width = dialog_room(sheet, 760.0) - 14
    text_high = paint.height(page.flowing, width, BODY, leading=1.5)
    meaning_high = paint.height(page.meaning, width, CARD, EXTRA)
    samples = [("Not so", page.wrong, "danger"), ("But so", page.right, "good")]
    sizes = [sum(paint.height(line or " ", width - 32, BODY, SEMI) for line in code.split("\n")) + 64
             for _, code, _ in samples]  # fmt: skip
    high = meaning_high + 12 + text_high + 14 + sum(sizes) + 12
    body = dialog(sheet, 760, 72 + high + 22, "help_circle", page.code, page.severity)
    with sheet.scroll("explain", body, high) as start:
        y = start
        y += paint.paragraph(page.meaning, body.x, y, width, CARD, theme.text, EXTRA) + 12
        y += paint.paragraph(page.flowing, body.x, y, width, BODY, theme.text, leading=1.5) + 14
        for (title, code, tone), size in zip(samples, sizes, strict=True):
            chip(sheet, title, body.x, y + 13, tone, "close" if tone == "danger" else "check")
            strip = Box(body.x, y + 32, width, size - 46)
            paint.panel(strip, theme.sunken, radius=10, edge=theme.border)
            at = strip.y + 9
            paint.speak(strip, code)
            for line in code.split("\n"):
                indent = len(line) - len(line.lstrip(" "))
                rest = line.strip() or " "
                left = min(indent * 9.0, 120.0)
                for part in paint.wrap(rest, width - 32 - left, BODY, SEMI):
                    paint.text(part, strip.x + 14 + left, at + 10.5, BODY, theme.text, SEMI, width=width - 28 - left)
                    at += 21
            y += size


def result(sheet: Sheet, model: Model) -> None:
    """What came of something, and the way to it."""
    box = model.dialog
    if not isinstance(box, ResultBox):
        return
    theme, paint = sheet.theme, sheet.painter
    width = dialog_room(sheet, 580.0)
    width -= 10  # beside the scroll bar
    high = paint.height(box.text, width, BODY, leading=1.5)
    body = dialog(sheet, 580, 72 + high + 24 + 46 + 22, box.icon, box.title)
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    area = Box(body.x, body.y, body.w, foot.y - 10 - body.y)
    with sheet.scroll("result", area, high) as start:
        paint.paragraph(box.text, body.x, start, width, BODY, theme.text, leading=1.5)
    right = foot.right
    main = not box.work
    button(sheet, "ok", Box(right - 130, foot.y, 130, 46), "All right", Close(), style="primary" if main else "plain",
           key="Enter" if main else "N")  # fmt: skip
    right -= 142
    if box.work:
        button(sheet, "work", Box(right - 160, foot.y, 160, 46), "Work on it",
               Sequence((Close(), OpenScenario(box.work))), style="primary", icon="tools", key="Enter")  # fmt: skip
    elif box.path:
        button(sheet, "copy", Box(right - 190, foot.y, 190, 46), "Copy the path", CopyText(box.path), icon="copy",
               key="C")  # fmt: skip
    elif box.folder:
        button(sheet, "folder", Box(right - 190, foot.y, 190, 46), "Open the folder", ShowFolder(box.folder),
               icon="folder", key="F")  # fmt: skip


def taken(sheet: Sheet, model: Model) -> None:
    """A package whose name is taken: keep both, or let it take the other's place."""
    box = model.dialog
    if not isinstance(box, NameBox):
        return
    theme, paint = sheet.theme, sheet.painter
    name = box.added.taken
    text = f"You have a scenario “{name}” already. Keep both, and the new one is called “{box.added.other}”."
    if box.added.may_replace:
        text += " Or let it take the place of yours, which is then gone with all that you changed in it."
    else:
        text = f"“{name}” is the name of another scenario. The new one can be called “{box.added.other}”."
    width = dialog_room(sheet, 580.0)
    high = paint.height(text, width, BODY, leading=1.5)
    body = dialog(sheet, 580, 72 + high + 24 + 46 + 22, "copy", "The name is taken")
    paint.paragraph(text, body.x, body.y, width, BODY, theme.text, leading=1.5)
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    both = "Keep both" if box.added.may_replace else "Call it so"
    places = columns(foot, 3, 8)
    if not sheet.narrow:
        keep = Box(foot.right - 160, foot.y, 160, 46)
        places = (Box(foot.x, foot.y, 120, 46), Box(keep.x - 12 - 170, foot.y, 170, 46), keep)
    button(sheet, "both", places[2], both, Add(box.package, box.added.other), style="primary", key="Enter",
           show_key=True)  # fmt: skip
    if box.added.may_replace:
        button(sheet, "replace", places[1], "Replace mine", Add(box.package, name, replace=True), style="danger",
               key="R")  # fmt: skip
    button(sheet, "no", places[0], "Not now", Close(), key="N")
