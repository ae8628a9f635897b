"""The room that this machine hosts: QR code, address and code for phones, who has joined, and the host's page."""

from game.ui.common.shared_actions import CopyText, Open, OpenInBrowser
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head, panes
from game.ui.drawing.geometry import Box, centred
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI, TITLE
from game.ui.drawing.widgets import button, chip, chip_width, divider, empty, icon_tile
from game.ui.play.hosting.hosting_values import ALONE, ANOTHER_PORT, ENDED, OPENING, HostedRoom, HostPage
from game.ui.play.play_actions import EndRoom, OpenRoom
from game.ui.play.play_state import ConfirmBox

CODE_PAPER, CODE_INK = "#FFFFFF", "#231F33"
"""Colours of a QR code in every theme: cameras want it dark on light."""
MARGIN = 4  # squares of light around a QR code
ROW = 34  # height of a row of names
LINE = 20  # height of a line of an address

END = ConfirmBox(
    "End the room?",
    "The pages on phones and projector close. Everything that a phone called saved is kept, and the room can be gone "
    "on with on the host’s page the next time.",
    "End the room",
    EndRoom(),
    "people",
    danger=True,
)
WAYS_OUT = {ANOTHER_PORT: "Take the next port", ALONE: "Try it on this machine alone"}


def host(sheet: Sheet, model: Model) -> None:
    """Draw the page of the room that this machine hosts."""
    page = model.page
    if not isinstance(page, HostPage):
        return
    theme, paint = sheet.theme, sheet.painter
    head = page_head(sheet, "Your room", "Back to the title; the room goes on")
    row, body, x = head.row, head.body, head.end + 14
    wide = row.right - x - 16
    if model.said:
        paint.paragraph(model.said, x, row.cy - 18, wide, META, theme.danger, SEMI, lines=2)
    elif page.room.title:
        if paint.measure(page.room.title, BODY, SEMI) <= wide:
            paint.text(page.room.title, x, row.cy + 1, BODY, theme.muted, SEMI, width=wide, may_end=True)
        else:
            high = paint.height(page.room.title, wide, META, SEMI, lines=3, leading=1.2)
            paint.paragraph(page.room.title, x, row.cy - high / 2, wide, META, theme.muted, SEMI, lines=3, leading=1.2)
    if page.room.stage == OPENING:
        paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
        empty(sheet, body, "clock", "The room is being opened…", "That takes a second or two.")
    elif page.room.stage == ENDED:
        _not_open(sheet, page.room, body)
    elif sheet.narrow:
        parts = (("phones", "For phones"), ("host", "For you"))
        shown, room = panes(sheet, body, parts, page.pane)
        if shown == "phones":
            _for_phones(sheet, page.room, room)
        else:
            _for_the_host(sheet, page.room, model.told, room)
    else:
        wide = round(body.w * (0.5 if sheet.roomy else 0.46))
        _for_phones(sheet, page.room, Box(body.x, body.y, wide, body.h))
        _for_the_host(sheet, page.room, model.told, Box(body.x + wide + 12, body.y, body.w - wide - 12, body.h))


def _not_open(sheet: Sheet, room: HostedRoom, box: Box) -> None:
    """Why there is no room, and what can be done."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    width = min(box.w - 48, 520)
    high = 56 + 50 + paint.height(room.problem, width, BODY, leading=1.5) + 20 + 48
    x, y = box.cx - width / 2, box.cy - high / 2
    icon_tile(sheet, "warning", Box(box.cx - 28, y, 56, 56), "warn")
    paint.text("No room is open", box.cx, y + 80, SECTION, theme.text, EXTRA, align="center", width=width)
    y += 106
    y += paint.paragraph(room.problem, x, y, width, BODY, theme.muted, SEMI, leading=1.5, align="center") + 20
    labels = [("out", WAYS_OUT[room.way_out], OpenRoom(room.way_out))] if room.way_out else []
    labels.append(("retry", "Try again", OpenRoom()))
    sizes = [paint.measure(label, BODY, BOLD) + 84 for _, label, _ in labels]
    if sum(sizes) + 12 > box.w - 24 and len(labels) > 1:
        share = (box.w - 24 - 12) / sum(sizes)
        sizes = [size * share for size in sizes]
    at = box.cx - (sum(sizes) + 12 * (len(sizes) - 1)) / 2
    for i, ((name, label, action), size) in enumerate(zip(labels, sizes, strict=True)):
        key, style = ("Enter", "plain") if i else ("Enter", "primary")
        button(
            sheet, f"room.{name}", Box(at, y, size, 48), label, action, style=style, key="" if i else key,
            show_key=not i,
        )  # fmt: skip
        at += size + 12


def _for_phones(sheet: Sheet, room: HostedRoom, box: Box) -> None:
    """What guests scan or type."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    if not room.squares:
        empty(
            sheet, box, "guide", "What does the room play?",
            "Choose a scenario on the host’s page, which opens in your browser. Then the code for phones stands here.",
        )  # fmt: skip
        return
    below = 128 if sheet.tall else 104
    side = min(box.w - 40, box.h - below - 24)
    top = box.y + (max(20.0, (box.h - below - side) / 2 - 12) if sheet.narrow else 20)
    _qr(sheet, room, Box(box.cx - side / 2, top, side, side))
    y, width = top + side, box.w - 40
    address = room.address.removeprefix("http://")
    paint.speak(Box(box.x, y, box.w, below), f"Guests scan the code, or type {address} and the code {room.code}.")
    size = paint.fitting(address, width, (TITLE, 20, SECTION, BODY, META), BOLD)
    paint.text("Scan, or type", box.cx, y + 22, META, theme.muted, SEMI, align="center")
    paint.text(address, box.cx, y + 48, size, theme.text, BOLD, align="center", width=width)
    size = 34 if sheet.tall else 26
    paint.text(room.code, box.cx, y + (92 if sheet.tall else 82), size, theme.on_soft, EXTRA, align="center")


def _qr(sheet: Sheet, room: HostedRoom, box: Box) -> None:
    """The QR code in whole pixels, so that its edges are sharp."""
    paint = sheet.painter
    count = len(room.squares) + 2 * MARGIN
    square = max(1, int(box.w * paint.scale / count)) / paint.scale
    paper = centred(square * count, square * count, box)
    paint.panel(paper, CODE_PAPER, radius=14, edge=sheet.theme.border)
    left, top = (round(v * paint.scale) / paint.scale for v in (paper.x, paper.y))
    for y, row in enumerate(room.squares):
        for x, dark in enumerate(row):
            if dark == "1":
                spot = Box(left + (x + MARGIN) * square, top + (y + MARGIN) * square, square, square)
                paint.fill(spot, CODE_INK)


def _for_the_host(sheet: Sheet, room: HostedRoom, done: str, box: Box) -> None:
    """Who has joined, and the way to the host's page; its address that has just been copied says so."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    number = len(room.guests)
    told = "Nobody has joined yet" if not number else "1 guest has joined" if number == 1 else f"{number} have joined"
    head = Box(box.x + 24, box.y + 16, box.w - 48, 36)
    paint.icon("people", head.x + 12, head.cy, 22, theme.on_soft)
    paint.text(told, head.x + 34, head.cy, SECTION, theme.text, EXTRA, width=head.w - 34)
    foot = Box(box.x + 24, box.bottom - 24 - 48 - 12 - 44, box.w - 48, 48 + 12 + 44)
    hint = (
        "You hold the days, the votes and the debrief on the host’s page, here or on any device in this network. If no "
        "browser opens, type its address:"
    )
    lines = _in_lines(sheet, room.host_page_elsewhere, foot.w)
    words_high = paint.height(hint, foot.w, META, SEMI)
    hint_high = words_high + 6 + LINE * len(lines)
    inside = Box(head.x, head.bottom + 8, head.w, foot.y - 24 - hint_high - head.bottom - 8)
    _names(sheet, room, inside)
    divider(sheet, box.x + 1, inside.bottom + 4, box.w - 2)
    paint.paragraph(hint, foot.x, inside.bottom + 14, foot.w, META, theme.muted, SEMI)
    for number, line in enumerate(lines):
        y = inside.bottom + 14 + words_high + 6 + LINE * (number + 0.5)
        paint.text(line, foot.x, y, META, theme.text, BOLD, width=foot.w)
    button(
        sheet, "room.page", Box(foot.x, foot.y, foot.w, 48), "Open the host’s page", OpenInBrowser(room.host_page),
        style="primary", icon="next", key="Enter", show_key=True, size=16,
    )  # fmt: skip
    half = (foot.w - 12) / 2
    row = Box(foot.x, foot.bottom - 44, half, 44)
    label, icon = ("Copied", "check") if done else ("Copy its address", "copy")
    button(
        sheet, "room.copy", row, label, CopyText(room.host_page_elsewhere), icon=icon, key="C", show_key=half >= 220,
        size=14,
        spoken="Copy the address of the host’s page, for another device",
    )  # fmt: skip
    button(
        sheet, "room.end", row.moved(half + 12, 0), "End the room", Open(END), icon="quit", key="E",
        show_key=half >= 220, size=14,
    )  # fmt: skip


def _in_lines(sheet: Sheet, address: str, width: float) -> list[str]:
    """An address, which has no spaces, in as many lines as it needs."""
    lines: list[str] = []
    while address:
        starts = (address[:n] for n in range(len(address), 0, -1))
        line = next((each for each in starts if sheet.painter.measure(each, META, BOLD) <= width), address[:1])
        lines, address = [*lines, line], address[len(line) :]
    return lines


def _names(sheet: Sheet, room: HostedRoom, box: Box) -> None:
    paint, theme = sheet.painter, sheet.theme
    if not room.guests:
        words = "Names appear here as people come in." if room.code else "First choose a scenario on the host’s page."
        paint.paragraph(words, box.x, box.y + 6, box.w, BODY, theme.muted, SEMI)
        return
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in room.guests:
        wide = chip_width(sheet, name) + 8
        if used + wide > box.w and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += wide
    with sheet.scroll("guests", box, ROW * len(rows)) as top:
        for i, row in enumerate(rows):
            x, y = box.x, top + ROW * i + ROW / 2
            paint.speak(Box(box.x, y - ROW / 2, box.w, ROW), ", ".join(row))
            for name in row:
                if paint.visible(Box(x, y - 13, 10, 26)):
                    chip(sheet, name, x, y, "soft", width=box.w)
                x += chip_width(sheet, name) + 8
