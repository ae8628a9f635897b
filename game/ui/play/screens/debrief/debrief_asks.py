"""Your asks: each with whether they were ready, those that were never made, and how well it was judged."""

from game.art.icon_names import icon_of
from game.coach.looking_back.debrief import SIGN, THREE_THINGS, AskMark, Debrief
from game.ui.common.shared_actions import Sequence, turn
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import chip, chip_width, divider, empty
from game.ui.play.play_actions import Explain
from game.ui.play.play_state import DebriefPage
from game.ui.play.screens.debrief.odds_scale import odds_high, odds_scale, spoken

BEFORE_ODDS = 6.0
LEAST_BAR, MOST_BAR = -1.5, 1.5  # of the scale for the criterion


def asks(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of what was asked, and when."""
    if sheet.narrow:
        shown, room = panes(sheet, box, (("asks", "Asked for"), ("when", "Did you know when?")), page.pane)
        (_list if shown == "asks" else _judgement)(sheet, told, room)
        return
    side = 380 if sheet.wide else 300
    left = Box(box.x, box.y, box.w - side - 12, box.h)
    right = Box(box.right - side, box.y, side, box.h)
    _list(sheet, told, left)
    _judgement(sheet, told, right)


def _list(sheet: Sheet, told: Debrief, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    used = paint.text("What you asked for", box.x + 20, box.y + 29, SECTION, theme.text, EXTRA)
    paint.text(
        counted(told), box.right - 20, box.y + 30, META, theme.muted, SEMI, align="right", width=box.w - used - 56
    )
    divider(sheet, box.x + 1, box.y + 52, box.w - 2)
    inside = Box(box.x + 1, box.y + 53, box.w - 2, box.h - 62)
    if not told.asks and not told.missed:
        empty(sheet, inside, "propose", "You never asked", "And nobody was ready to be asked. That can be right.")
        return
    width = box.w - 32 - 76
    sizes = [
        44 + _line_high(sheet, a, width) + paint.height(a.verdict, width, 14) + BEFORE_ODDS + odds_high(a, width) + 14
        for a in told.asks
    ]
    missed = [max(48.0, paint.height(m, width, BODY, SEMI) + 24) for m in told.missed]
    high = sum(sizes) + (44 + sum(missed) if missed else 0) + 16
    sign_high = paint.height(told.sign, width, BODY, SEMI) + 52 if told.sign else 0.0
    with sheet.scroll("asks", inside, high + sign_high) as start:
        y = start
        y += 8
        if told.sign:
            strip = Box(box.x + 16, y, box.w - 36, sign_high - 10)
            paint.panel(strip, theme.soft, radius=12)
            paint.icon("look", strip.x + 24, strip.y + 20, 20, theme.on_soft)
            paint.text(SIGN, strip.x + 48, strip.y + 20, BODY, theme.on_soft, EXTRA, width=width)
            paint.paragraph(told.sign, strip.x + 48, strip.y + 34, width, BODY, theme.text, SEMI)
            y += sign_high
        for i, (ask, size) in enumerate(zip(told.asks, sizes, strict=True)):
            _ask(sheet, ask, i, Box(box.x + 10, y, box.w - 26, size))
            y += size
        if told.missed:
            paint.text("Ready, and not asked then", box.x + 20, y + 24, BODY, theme.text, EXTRA, width=box.w - 40)
            y += 44
        for text, size in zip(told.missed, missed, strict=True):
            strip = Box(box.x + 16, y, box.w - 36, size - 6)
            paint.panel(strip, theme.warn_soft, radius=12)
            paint.icon("clock", strip.x + 24, strip.cy, 20, theme.warn)
            words_high = paint.height(text, width, BODY, SEMI)
            paint.paragraph(text, strip.x + 48, strip.cy - words_high / 2, width, BODY, theme.text, SEMI)
            y += size


def counted(told: Debrief) -> str:
    """How many questions of which kind: the judgement is about those for a purchase."""
    sales = sum(ask.for_sale for ask in told.asks)
    smaller = len(told.asks) - sales
    return f"{sales} to buy" + (f" · {smaller} smaller" if smaller else "")


def _line(sheet: Sheet, ask: AskMark) -> str:
    kind = "" if ask.for_sale else " · no purchase"
    came = "said yes" if ask.accepted else "said no"
    answer = "" if sheet.wide else f" · {came}"
    return " · ".join(filter(None, (f"Day {ask.day}", f"{ask.title}{kind}{answer}", ask.cost)))


def _line_high(sheet: Sheet, ask: AskMark, width: float) -> float:
    return sheet.painter.height(_line(sheet, ask), width, META, SEMI)


def _ask(sheet: Sheet, ask: AskMark, index: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    action = Sequence((turn(tab="trust"), Explain(follower=ask.follower, day=ask.day)))
    reason = ask.fair or ask.lucky or ask.is_again  # what was bought is no failure, luck as it may be
    tone, sign = ("good", "check") if ask.in_time else ("warn", "clock") if reason else ("danger", "close")
    came = "said yes" if ask.accepted else "said no"
    words = f"Day {ask.day}, {ask.name}: {ask.title}. {ask.badge}, {came}, {ask.cost}. {ask.verdict} {spoken(ask)}"
    touch = sheet.region(f"ask.{index}", box, words, action, role="item")
    if not paint.visible(box):
        return
    if touch.hover:
        paint.panel(box, theme.hover, radius=14)
    tile = Box(box.x + 12, box.y + 12, 40, 40)
    if ask.in_time or reason:
        ink = theme.good if ask.in_time else theme.warn
        paint.panel(tile, theme.surface, radius=12, edge=ink, width=2)
    else:
        ink = theme.on_danger
        paint.panel(tile, theme.danger, radius=12)
    paint.icon(icon_of(ask.move), tile.cx, tile.cy, 22, ink)
    x = box.x + 66
    labels = [(ask.badge, tone, sign)]
    labels.append((came.capitalize(), "plain", ""))
    right = box.right - 10
    for label, tone, icon in reversed(labels):
        right -= chip_width(sheet, label, icon)
        if sheet.wide or icon:
            chip(sheet, label, right, box.y + 22, tone, icon)
            right -= 6
        else:
            right = box.right - 10
    paint.text(ask.name, x, box.y + 22, BODY, theme.text, EXTRA, width=right - x - 6, may_end=True)
    line, room = _line(sheet, ask), box.w - 82
    y = box.y + 36 + paint.paragraph(line, x, box.y + 34, room, META, theme.muted, SEMI)
    y += paint.paragraph(ask.verdict, x, y, room, 14, theme.text) + BEFORE_ODDS
    odds_scale(sheet, ask, x, y, room)


def _judgement(sheet: Sheet, told: Debrief, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    width = box.w - 40
    high = 60 + paint.height(told.judgement, width, BODY, SEMI, leading=1.5) + 20 + 130 + 130 + 60
    high += _three_high(sheet, width) if told.asks else 0
    inside = box.inset(1, 8)
    with sheet.scroll("judgement", inside, high) as start:
        y = start
        x = box.x + 20
        paint.text("Did you know when?", x, y + 22, SECTION, theme.text, EXTRA)
        y += 44
        y += paint.paragraph(told.judgement, x, y, width, BODY, theme.text, SEMI, leading=1.5) + 16
        if told.asks:
            y += _three_things(sheet, x, y, width)
        divider(sheet, x, y, width)
        y += 14
        if told.discrimination is None or told.criterion is None:
            words = "Figures stand here after six questions to buy, some right and some wrong; else they are luck."
            paint.paragraph(words, x, y, width, META, theme.muted, SEMI)
            return
        _scale(
            sheet, Box(x, y, width, 100), "Met somebody ready", f"{told.by_day.hits} of {told.by_day.asks}",
            told.by_day.right.mean, ("none", "all"),
        )  # fmt: skip
        y += 118
        share = (told.criterion - LEAST_BAR) / (MOST_BAR - LEAST_BAR)
        _scale(
            sheet, Box(x, y, width, 100), "Too readily, or too rarely", f"{told.criterion:+.2f}".replace("-", "−"),
            share, ("too readily", "too rarely"), middle=True,
        )  # fmt: skip
        y += 112
        words = "Never asking and always asking both end at chance: only knowing when counts."
        paint.paragraph(words, x, y, width, META, theme.muted, SEMI)


def _three_high(sheet: Sheet, width: float) -> float:
    return 38 + sum(24 + sheet.painter.height(words, width, META, SEMI) for _, words in THREE_THINGS)


def _three_things(sheet: Sheet, x: float, y: float, width: float) -> float:
    """How to read what is told of each question; returns its height."""
    theme, paint = sheet.theme, sheet.painter
    divider(sheet, x, y, width)
    paint.text("How to read the questions", x, y + 18, 14, theme.text, EXTRA, width=width)
    at = y + 32
    for name, words in THREE_THINGS:
        paint.text(name, x, at + 9, META, theme.text, BOLD, width=width)
        at += 24 + paint.paragraph(words, x, at + 18, width, META, theme.muted, SEMI)
    return _three_high(sheet, width)


def _scale(
    sheet: Sheet, box: Box, title: str, value: str, share: float, ends: tuple[str, str], *, middle: bool = False
) -> None:
    theme, paint = sheet.theme, sheet.painter
    used = paint.text(value, box.right, box.y + 12, BODY, theme.on_soft, EXTRA, align="right")
    paint.text(title, box.x, box.y + 12, 14, theme.text, BOLD, width=box.w - used - 10)
    track = Box(box.x, box.y + 42, box.w, 8)
    paint.panel(track, theme.sunken, radius=4, edge=theme.border)
    x = track.x + 10 + (track.w - 20) * min(max(share, 0.0), 1.0)
    if middle:
        paint.fill(Box(track.cx - 1, track.y - 6, 2, 20), theme.strong)
    else:
        paint.panel(Box(track.x, track.y, x - track.x, track.h), theme.primary, radius=4)
    paint.circle(x, track.cy, 10, theme.primary, edge=theme.surface, width=3)
    paint.text(ends[0], box.x, box.y + 72, META, theme.muted, SEMI)
    paint.text(ends[1], box.right, box.y + 72, META, theme.muted, SEMI, align="right")
    if middle:
        paint.text("even", track.cx, box.y + 72, META, theme.muted, BOLD, align="center")
