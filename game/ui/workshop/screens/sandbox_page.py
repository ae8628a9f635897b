"""The sandbox: three sliders with what is published about each, and the trust of the same people by both rules."""

from game.ui.common.shared_actions import CopyText
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head, panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider, empty
from game.ui.workshop.sandbox_values import MoveSlider, SandboxBot, SandboxPage, SliderSeen, ToSandbox

NAME = "Sandbox"
NONE_OF_THE_GAME = "Rules that are none of the game"
TRACK, HEAD, BETWEEN = 58, 30, 10
ROW = 28  # height of a figure
PANEL, BESIDE = 250, 136  # least height of a chart with its figures below it, and with them beside it
ASIDE = 170  # width of figures beside a chart
LEAST = 230  # least width of one


def sandbox(sheet: Sheet, model: Model) -> None:
    """Draw the page."""
    page = model.page
    if not isinstance(page, SandboxPage):
        return
    body = _head(sheet, page.line)
    if sheet.narrow:
        shown, room = panes(sheet, body, (("rules", "The rules"), ("trust", "What they do")), page.pane)
        if shown == "rules":
            _sliders(sheet, page, room)
        else:
            _pictures(sheet, page, room, model.said or page.seen.problem)
        return
    side = 440 if sheet.wide else 340 if sheet.roomy else 320
    _sliders(sheet, page, body._replace(w=side))
    x = body.x + side + 12
    _pictures(sheet, page, Box(x, body.y, body.right - x, body.h), model.said or page.seen.problem)


def _head(sheet: Sheet, line: str) -> Box:
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    head = page_head(sheet, NAME, "Back to the Workshop", below=48 if sheet.narrow else 0)
    row = head.row
    if sheet.narrow:
        row = row.moved(0, 46)
    right = window.w - 16
    for name, label, icon, action, key, style in (
        ("copy", "Copy this sandbox", "copy", CopyText(line), "C", "primary"),
        ("shipped", "As shipped", "undo", ToSandbox(), "R", "plain"),
    ):
        wide = (window.w - 40) / 2 if sheet.narrow else paint.measure(label, BODY, BOLD) + 86
        right -= wide
        spoken = {"copy": "Copy this sandbox: the command that gives the same figures again",
                  "shipped": "All sliders as shipped"}[name]  # fmt: skip
        spot = Box(right, row.cy - 20, wide, 40)
        button(sheet, name, spot, label, action, style=style, icon=icon, key=key, show_key=not sheet.narrow,
               spoken=spoken)  # fmt: skip
        right -= 8
    x = head.end + 14
    if not sheet.narrow and right - x > paint.measure(NONE_OF_THE_GAME, META, SEMI):
        paint.text(NONE_OF_THE_GAME, x, row.cy + 1, META, theme.muted, SEMI, width=right - x)
    return head.body


def _sliders(sheet: Sheet, page: SandboxPage, box: Box) -> None:
    """All sliders below each other, in a list that scrolls where they find no room."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    width = box.w - 40
    heights = [_height(sheet, slider, width) for slider in page.seen.sliders]
    with sheet.scroll("sandbox.sliders", Box(box.x + 1, box.y + 8, box.w - 2, box.h - 16), sum(heights)) as start:
        y = start
        for number, (slider, high) in enumerate(zip(page.seen.sliders, heights, strict=True)):
            _slider(sheet, slider, page.positions[number], Box(box.x + 20, y, width, high - BETWEEN))
            y += high
            if number + 1 < len(heights):
                divider(sheet, box.x + 20, y - BETWEEN / 2, width)


def _height(sheet: Sheet, slider: SliderSeen, width: float) -> float:
    paint = sheet.painter
    told = sum(paint.height(text, width, META, leading=1.4) for text in (slider.says, slider.published))
    return HEAD + TRACK + told + 8 + 2 * BETWEEN


def _slider(sheet: Sheet, slider: SliderSeen, now: float, box: Box) -> None:
    """One slider: its name and factor, a track with its stops, and what is known of it."""
    theme, paint = sheet.theme, sheet.painter
    y = box.y + BETWEEN / 2
    factor = f"× {now:g}"
    wide = paint.measure(factor, CARD, EXTRA)
    paint.text(slider.title, box.x, y + HEAD / 2, CARD, theme.text, EXTRA, width=box.w - wide - 10)
    paint.text(
        factor, box.right, y + HEAD / 2, CARD, theme.primary if now != 1.0 else theme.muted, EXTRA, align="right"
    )
    _track(sheet, slider, now, Box(box.x, y + HEAD, box.w, TRACK - 6))
    y += HEAD + TRACK
    y += paint.paragraph(slider.says, box.x, y, box.w, META, theme.text, leading=1.4) + 8
    paint.paragraph(slider.published, box.x, y, box.w, META, theme.muted, leading=1.4)


def _track(sheet: Sheet, slider: SliderSeen, now: float, box: Box) -> None:
    """The stops of a slider on a line; each can be pressed, and arrows go from one to the next."""
    theme, paint = sheet.theme, sheet.painter
    step = box.w / len(slider.stops)
    line = box.y + 18
    places = [box.x + step * (i + 0.5) for i in range(len(slider.stops))]
    at = places[slider.stops.index(now)] if now in slider.stops else places[0]
    shipped = places[slider.stops.index(1.0)]
    paint.panel(Box(places[0], line - 3, places[-1] - places[0], 6), theme.sunken, radius=3, edge=theme.border)
    low, high = sorted((at, shipped))
    if high > low:
        paint.panel(Box(low, line - 3, high - low, 6), theme.primary, radius=3)
    for x, stop in zip(places, slider.stops, strict=True):
        chosen = stop == now
        words = f"{slider.title}: times {stop:g}{', as shipped' if stop == 1.0 else ''}"
        spot = Box(x - step / 2, box.y, step, box.h)
        action = MoveSlider(slider.id, stop)
        touch = sheet.region(f"{slider.id}.{stop:g}", spot, words, action, role="option", chosen=chosen)
        if touch.hover and not chosen:
            paint.panel(spot.inset(2), theme.hover, radius=10)
        if chosen:
            paint.circle(x, line, 10, theme.primary, edge=theme.surface, width=2)
        else:
            paint.circle(x, line, 4, theme.strong)
        ink = theme.text if chosen else theme.muted
        paint.text(f"{stop:g}", x, box.y + 44, META, ink, BOLD if chosen else SEMI, align="center")


def _pictures(sheet: Sheet, page: SandboxPage, box: Box, said: str) -> None:
    """A chart for each way of playing; side by side where there is room, else below each other."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    bots = page.seen.bots
    if said and not bots:
        empty(sheet, box, "warning", "Nothing can be played", said)
        return
    if not bots:
        empty(sheet, box, "clock", "Thirty people are coming in…", "That takes a second or two.")
        return
    inner = Box(box.x + 20, box.y + 16, box.w - 40, box.h - 32)
    used = _legend(sheet, page, inner)
    body = Box(box.x + 1, inner.y + used, box.w - 2, inner.h - used + 8)
    columns = len(bots) if inner.w >= LEAST * len(bots) + 2 * 20 else 1
    wide = (inner.w - 20 * (columns - 1)) / columns
    high = max(PANEL, body.h) if columns > 1 else max(BESIDE, body.h / len(bots))
    rows = -(-len(bots) // columns)
    with sheet.scroll("sandbox.pictures", body, rows * high) as start:
        for i, bot in enumerate(bots):
            spot = Box(inner.x + (i % columns) * (wide + 20), start + (i // columns) * high, wide, high - 8)
            _bot(sheet, bot, spot, beside=columns == 1)


def _legend(sheet: Sheet, page: SandboxPage, box: Box) -> float:
    """What the lines are, and whether games are still being played; returns its height."""
    theme, paint = sheet.theme, sheet.painter
    title = "How much thirty people trust, day by day"
    paint.text(title, box.x, box.y + 10, CARD, theme.text, EXTRA, width=box.w)
    x, y = box.x, box.y + 38
    for label, ink, dash in (("shipped rules", theme.strong, True), ("these rules", theme.primary, False)):
        pieces = ((0, 9), (13, 9)) if dash else ((0, 22),)
        for off, long in pieces:
            paint.panel(Box(x + off, y - 1.5, long, 3), ink, radius=1.5)
        x += 30 + paint.text(label, x + 30, y, META, theme.muted, SEMI) + 20
    told = f"{page.seen.games} games each" if page.is_up_to_date else "Playing…"
    if paint.measure(told, META, SEMI) < box.right - x:
        paint.text(told, box.right, y, META, theme.muted, SEMI, align="right")
    return 62


def _bot(sheet: Sheet, bot: SandboxBot, box: Box, *, beside: bool) -> None:
    """Its chart, and below or beside it how the figures move."""
    theme, paint = sheet.theme, sheet.painter
    paint.text(bot.title, box.x, box.y + 12, BODY, theme.text, BOLD, width=box.w)
    under = ROW * len(bot.figures) + 6
    wide, high = (box.w - ASIDE - 30, box.h) if beside else (box.w, box.h - under)
    plot = Box(box.x + 28, box.y + 36, wide - 28 - 6, high - 36 - 30)
    for value in (0, 50, 100):
        y = plot.bottom - plot.h * value / 100
        paint.fill(Box(plot.x, y, plot.w, 1), theme.border)
        paint.text(str(value), plot.x - 6, y, META, theme.muted, SEMI, align="right")
    paint.svg(_lines(sheet, bot, plot), plot.inset(-4))
    paint.text("day 1", plot.x, plot.bottom + 16, META, theme.muted, SEMI)
    paint.text(f"{len(bot.changed) - 1}", plot.right, plot.bottom + 16, META, theme.muted, SEMI, align="right")
    paint.speak(
        Box(box.x, box.y, wide, high),
        f"{bot.title}: median trust on the last evening {bot.shipped[-1]:.0f} by the shipped rules, "
        f"{bot.changed[-1]:.0f} by these",
    )
    y = box.y + 36 if beside else box.bottom - under
    _figures(sheet, bot, Box(box.right - ASIDE, y, ASIDE, under) if beside else Box(box.x, y, box.w, under))


def _figures(sheet: Sheet, bot: SandboxBot, box: Box) -> None:
    """How each figure moves."""
    theme, paint = sheet.theme, sheet.painter
    y = box.y + ROW / 2
    for figure in bot.figures:
        before, after = f"{figure.shipped:.1f}", f"{figure.changed:.1f}"
        ink, weight = (theme.muted, SEMI) if before == after else (theme.text, BOLD)
        used = paint.text(f"{before} → {after}", box.right, y, BODY, ink, weight, align="right")
        paint.text(figure.title, box.x, y, META, theme.muted, SEMI, width=box.w - used - 8)
        y += ROW


def _lines(sheet: Sheet, bot: SandboxBot, plot: Box) -> str:
    """Both lines as SVG, in a box four units larger than the plot on each side."""
    theme, paint = sheet.theme, sheet.painter
    rect, s = paint.pixels(plot.inset(-4)), paint.scale
    step = plot.w / max(1, len(bot.changed) - 1)

    def path(values: tuple[float, ...]) -> str:
        spots = (((4 + step * i) * s, (4 + plot.h * (1 - v / 100)) * s) for i, v in enumerate(values))
        return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in spots)

    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rect.w} {rect.h}">'
        f'<path d="{path(bot.changed)}" fill="none" stroke="{theme.primary}" stroke-width="{3 * s:.2f}" '
        'stroke-linejoin="round" stroke-linecap="round"/>'
        f'<path d="{path(bot.shipped)}" fill="none" stroke="{theme.strong}" stroke-width="{2 * s:.2f}" '
        f'stroke-dasharray="{7 * s:.1f} {5 * s:.1f}" stroke-linejoin="round"/></svg>'
    )
