"""What the night brought, most important first."""

from game.art.icon_names import signal_icon
from game.session.view import NightItem, View
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, SEMI
from game.ui.drawing.widgets import button, divider, empty, icon_tile
from game.ui.play.play_actions import Morning
from game.ui.play.play_state import NightPage, follower_of

GOOD = {"answer_warm", "share_plain", "share_compliment", "thanks", "life_event", "buys", "accepts"}
BAD = {"complaint", "declines_coldly", "unfollows", "blocks", "buys_elsewhere"}
SKY_INK, SKY_SOFT = "#FFFFFF", "#D9D2F5"
SKY = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 132"><defs><linearGradient id="n" '
    'gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="132"><stop offset="0" stop-color="#1B1640"/>'
    '<stop offset="1" stop-color="#45348C"/></linearGradient></defs><rect width="1280" height="132" fill="url(#n)"/>'
    + "".join(
        f'<circle cx="{i * 0.618034 % 1 * 1280:.0f}" cy="{i * 0.754878 % 1 * 84 + 6:.0f}" '
        f'r="{0.8 + (i * 7 % 5) * 0.3:.1f}" '
        f'fill="#FFFFFF" fill-opacity="{0.35 + (i * 3 % 6) * 0.1}"/>'
        for i in range(46)
    )
    + '<path d="M0 132 V112 Q160 92 330 110 T660 104 T980 112 T1280 98 V132 Z" fill="#2A2158"/>'
    '<path d="M0 132 V124 Q240 108 500 122 T1010 120 T1280 116 V132 Z" fill="#1B1640"/></svg>'
)
MOON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#FFF1CF" '
    'fill-opacity="0.12"/><path d="M41 11 A23 23 0 1 0 54 40 A18 18 0 0 1 41 11 Z" fill="#FFE9B0"/></svg>'
)


def night(sheet: Sheet, model: Model) -> None:
    """Draw the report of the night."""
    page, view = model.page, model.view
    if not isinstance(page, NightPage) or view is None:
        return
    window, paint, theme = sheet.window, sheet.painter, sheet.theme
    sky = Box(0, 0, window.w, 120 if sheet.tall else 84)
    paint.svg(SKY, sky, cover=True)
    paint.svg(MOON, Box(24, sky.cy - 32, 64, 64))
    report = page.report
    paint.text(f"The night after day {report.day}", 104, sky.cy - 14, 26 if sheet.tall else 22, SKY_INK, EXTRA)
    paint.speak(sky, f"The night after day {report.day}. {_summary(page)}")
    paint.text(_summary(page), 104, sky.cy + 16, BODY, SKY_SOFT, SEMI, width=window.w - 124)
    margin = 16
    foot = Box(0, window.h - 74, window.w, 74)
    side = 330 if sheet.wide else 270 if sheet.roomy else 240
    has_side = bool(report.notes or report.joined or report.left)
    top = sky.bottom + 12
    body = Box(margin, top, window.w - 2 * margin - (side + 12 if has_side else 0), foot.y - top)
    paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
    _items(sheet, view, page, body)
    if has_side:
        _side(sheet, page, Box(body.right + 12, top, side, body.h))
    label = "See what it came to" if view.finished else f"Good morning: day {view.day}"
    button(
        sheet, "morning", Box(window.w - margin - 290, foot.cy - 25, 290, 50), label, Morning(), style="primary",
        icon="chart" if view.finished else "sun", key="Enter", show_key=True, size=16,
    )  # fmt: skip
    if not view.finished and window.w > 700:
        paint.text("Choose a line to go straight to that person.", margin + 4, foot.cy, 14, theme.muted, SEMI)


def _summary(page: NightPage) -> str:
    report = page.report
    parts = [f"{report.likes} {'like' if report.likes == 1 else 'likes'}"]
    parts.append(f"{len(report.items)} {'thing' if len(report.items) == 1 else 'things'} to know")
    if report.joined:
        parts.append(f"{len(report.joined)} came")
    if report.left:
        parts.append(f"{len(report.left)} left")
    return "  ·  ".join(parts)


def _items(sheet: Sheet, view: View, page: NightPage, box: Box) -> None:
    paint = sheet.painter
    items = sorted(page.report.items, key=lambda i: -i.weight)
    if not items:
        empty(
            sheet,
            box,
            "moon",
            "A quiet night",
            "Nobody wrote. Silence is an answer, too: not everybody wants to be courted every day.",
        )
        return
    width = box.w - 32 - 76 - 60
    sizes = [max(60.0, 34 + paint.height(i.text, width, BODY, lines=4) + 12) for i in items]
    inside = Box(box.x + 1, box.y + 8, box.w - 2, box.h - 16)
    with sheet.scroll("night", inside, sum(sizes) + 6 * len(items)) as start:
        y = start
        for i, (item, size) in enumerate(zip(items, sizes, strict=True)):
            _item(sheet, view, item, i, Box(box.x + 12, y, box.w - 28, size))
            y += size + 6


def tone_of(signal: str) -> str:
    """Whether a signal is good news, bad news, or neither."""
    return "good" if signal in GOOD else "danger" if signal in BAD else "plain"


def _item(sheet: Sheet, view: View, item: NightItem, index: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    tone = tone_of(item.signal)
    touch = sheet.region(f"night.{index}", box, f"{item.name}. {item.text}", Morning(item.follower), role="item")
    if not paint.visible(box):
        return
    decisive = item.weight >= 3
    ground = theme.hover if touch.hover else theme.surface
    if decisive and not touch.hover:
        ground = theme.good_soft if tone == "good" else theme.danger_soft if tone == "danger" else theme.soft
    if decisive or touch.hover:
        paint.panel(box, ground, radius=14)
    person = follower_of(view, item.follower)
    mood = "delighted" if tone == "good" else "weary" if tone == "danger" else "neutral"
    if person is not None:
        paint.avatar(person.look, box.x + 34, box.y + 31, 44, picture=person.picture, mood=mood)
    x = box.x + 70
    paint.text(item.name, x, box.y + 19, CARD, theme.text, EXTRA if decisive else BOLD, width=box.w - 130)
    paint.paragraph(item.text, x, box.y + 31, box.w - 70 - 66, BODY, theme.text if decisive else theme.muted, lines=4)
    _signal(sheet, item.signal, tone, Box(box.right - 50, box.y + 13, 36, 36))


def _signal(sheet: Sheet, signal: str, tone: str, box: Box) -> None:
    """Good is outlined, bad is solid: not by colour alone."""
    theme, paint = sheet.theme, sheet.painter
    if tone == "good":
        paint.panel(box, theme.surface, radius=11, edge=theme.good, width=2)
        paint.icon(signal_icon(signal), box.cx, box.cy, 20, theme.good)
    elif tone == "danger":
        paint.panel(box, theme.danger, radius=11)
        paint.icon(signal_icon(signal), box.cx, box.cy, 20, theme.on_danger)
    else:
        icon_tile(sheet, signal_icon(signal), box)


def _side(sheet: Sheet, page: NightPage, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    report = page.report
    rows: list[tuple[str, str, str]] = [("star", text, "warn") for text in report.notes]
    rows += [("plus", f"{name} follows you now.", "good") for name in report.joined]
    rows += [("minus", f"{name} has gone.", "plain") for name in report.left]
    width = box.w - 32 - 44
    sizes = [max(38.0, paint.height(text, width, 14, SEMI) + 12) for _, text, _ in rows]
    paint.text("Also", box.x + 18, box.y + 26, CARD, theme.text, EXTRA)
    divider(sheet, box.x + 1, box.y + 48, box.w - 2)
    inside = Box(box.x + 1, box.y + 49, box.w - 2, box.h - 60)
    with sheet.scroll("also", inside, sum(sizes) + 16) as start:
        y = start
        y += 10
        for (icon, text, tone), size in zip(rows, sizes, strict=True):
            icon_tile(sheet, icon, Box(box.x + 16, y + 1, 32, 32), tone)
            paint.paragraph(text, box.x + 60, y + (7 if size <= 40 else 2), width, 14, theme.text, SEMI)
            y += size
