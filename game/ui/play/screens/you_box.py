"""Who you are: your name, your figure, and the name and the sign of your shop."""

from game.art.illustrations import SIGNS
from game.scenario.texts.writing import not_shown
from game.session.words.personas import YOUR_LOOKS
from game.ui.common.settings import NAME_LETTERS
from game.ui.common.shared_actions import Close, Tune
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import sign_svg
from game.ui.drawing.frames.dialogs import dialog
from game.ui.drawing.geometry import Box
from game.ui.drawing.input_fields import caption, field
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, own_mark, two_lines
from game.ui.play.play_state import YouBox

WIDTH, SIDE = 740.0, 206.0  # of the dialog, and of the picture of you in it
FIELD_HIGH, FIGURES_HIGH, SIGNS_HIGH = 78.0, 92.0, 94.0  # of the parts of the form
WHAT_FOR = "Only you see it. It is kept for the next game, and changes nothing in one."


def yourself(sheet: Sheet, model: Model) -> None:
    """Draw the form with your name, figure and shop, and beside it how you will look."""
    if not isinstance(model.dialog, YouBox):
        return
    figures, signs = (part * (2 if sheet.narrow else 1) for part in (FIGURES_HIGH, SIGNS_HIGH))
    whole = 2 * FIELD_HIGH + figures + signs
    body = dialog(sheet, WIDTH, 72 + whole + 62 + 22, "person", "You and your shop")
    side = SIDE if body.w >= 620 else 0.0
    inside = Box(body.x + side - 8, body.y, body.w - side + 16, body.h - 60)
    if side:
        _likeness(sheet, model, Box(body.x, body.y, side - 28, inside.h))
    with sheet.scroll("you", inside, whole) as start:
        x, width = inside.x + 8, inside.w - 24
        y = _written(
            sheet,
            "name",
            "Your name",
            model.settings.name,
            "Leave it empty if you like",
            Box(x, start, width, FIELD_HIGH),
        )
        _figures(sheet, model, Box(x, y, width, figures))
        y += figures
        called = model.view.business if model.view is not None else "As the scenario calls it"
        y = _written(sheet, "shop", "Name of your shop", model.settings.shop, called, Box(x, y, width, FIELD_HIGH))
        _signs(sheet, Box(x, y, width, signs))
    _foot(sheet, model, Box(body.x, body.bottom - 46, body.w, 46))


def _likeness(sheet: Sheet, model: Model, box: Box) -> None:
    """Your portrait below your sign, with what is written on both."""
    theme, paint, you = sheet.theme, sheet.painter, sheet.you
    paint.panel(box, theme.soft, radius=18)
    middle = box.cy - 26
    size = min(132.0, box.h - 130)
    paint.circle(box.cx, middle, size / 2 + 4, theme.surface)
    paint.avatar(you.look, box.cx, middle, size, mood="warm")
    if you.sign:
        paint.svg(sign_svg(you.sign), Box(box.cx + size * 0.5 - 40, middle + size * 0.5 - 46, 56, 58))
    name, shop = you.name or "You", you.shop or (model.view.business if model.view is not None else "")
    y = middle + size / 2 + 34
    step = paint.paragraph(
        name,
        box.x + 10,
        y - 12,
        box.w - 20,
        18,
        theme.text,
        EXTRA,
        lines=1 if box.h < 280 else 2,
        align="center",
        may_end=True,
    )
    if shop:
        paint.paragraph(
            shop, box.x + 10, y - 8 + step, box.w - 20, META, theme.on_soft, SEMI, lines=1 if box.h < 280 else 2,
            align="center", may_end=True)  # fmt: skip


def _written(sheet: Sheet, name: str, title: str, value: str, empty: str, box: Box) -> float:
    """A name to be typed; returns where what follows begins."""
    odd = not_shown(value)
    full = len(value) >= NAME_LETTERS
    told = (
        f"{title}: these are {NAME_LETTERS} letters, no more fit"
        if full
        else f"{title}, at most {NAME_LETTERS} letters"
    )
    if odd:
        told = f"{title}. A box is a letter without a picture"
        told = f"These are {NAME_LETTERS} letters. A box: one without a picture" if full else told
    caption(sheet, told, box.x, box.y + 9, box.w)
    field(sheet, name, Box(box.x, box.y + 22, box.w, 42), value, title, empty)
    return box.bottom


def _figures(sheet: Sheet, model: Model, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    caption(sheet, "Your figure", box.x, box.y + 9, box.w)
    in_row = -(-len(YOUR_LOOKS) // (2 if sheet.narrow else 1))
    each = min(59.0, box.w / in_row)
    for number, (look, told) in enumerate(YOUR_LOOKS.items()):
        spot = Box(box.x + each * (number % in_row), box.y + 22 + each * (number // in_row), each - 4, each - 4)
        held = look == model.settings.figure
        touch = sheet.region(
            f"you.{look}", spot, f"You at the table: the one {told}", Tune("figure", look), role="option", chosen=held
        )
        if held or touch.hover:
            paint.circle(spot.cx, spot.cy, spot.w / 2, theme.primary if held else theme.border)
        paint.avatar(look, spot.cx, spot.cy, spot.w - 6)


def _signs(sheet: Sheet, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    caption(sheet, "Your sign", box.x, box.y + 9, box.w)
    in_row = -(-len(SIGNS) // (2 if sheet.narrow else 1))
    for number, (sign, told) in enumerate(SIGNS.items()):
        spot = Box(box.x + 68 * (number % in_row), box.y + 20 + 68 * (number // in_row), 62, 62)
        held = sign == sheet.you.sign
        touch = sheet.region(
            f"sign.{sign}", spot, f"The sign of your shop: {told}", Tune("sign", sign), role="option", chosen=held
        )
        if held or touch.hover:
            paint.panel(spot, theme.soft if held else theme.hover, radius=14,
                        edge=theme.primary if held else theme.border, width=2.0 if held else 1.0)  # fmt: skip
        paint.svg(sign_svg(sign), spot.inset(7, 7))


def _foot(sheet: Sheet, model: Model, foot: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    done = Box(foot.right - 140, foot.y, 140, foot.h)
    button(sheet, "own.done", done, "Done", Close(), style="primary", key="Enter", show_key=True)
    width = done.x - 16 - foot.x
    high = paint.height(WHAT_FOR, width, META, SEMI)
    words, ink = (model.said, theme.danger) if model.said else (WHAT_FOR, theme.muted)
    paint.paragraph(words, foot.x, foot.cy - high / 2, width, META, ink, SEMI, lines=3)


def you_button(sheet: Sheet, box: Box, action: object, *, names: bool) -> None:
    """A button that shows you and your sign and leads to the form.

    Args:
        sheet: what is drawn on.
        box: where.
        action: opens the form.
        names: whether there is room for your name and that of your shop.
    """
    theme, paint, you = sheet.theme, sheet.painter, sheet.you
    called = you.name or "You"
    touch = sheet.region("you", box, f"You and your shop: name, figure and sign. Now: {called}", action, key="Y")
    paint.panel(box, theme.hover if touch.hover else theme.surface, radius=14, edge=theme.border)
    own_mark(sheet, box.x + box.h / 2 + 1, box.cy, box.h - 8)
    if names:
        x, room = box.x + box.h + 10, box.right - 12 - box.x - box.h - 10
        both = "You and your shop"
        first = both if not you.name and paint.measure(both, BODY, BOLD) <= room else called
        lines = (first, you.shop or "Name, figure, sign")
        two_lines(
            sheet, x, box.cy + 0.5, (lines[0], BODY, BOLD, theme.text), (lines[1], META, SEMI, theme.muted), least=19,
            width=room,
        )  # fmt: skip
