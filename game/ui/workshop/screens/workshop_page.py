"""The Workshop: all scenarios with their state, and about the one chosen what there is to say."""

from pathlib import PurePath

from game.ui.common.shared_actions import Close, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head, page_title
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI, TITLE
from game.ui.drawing.widgets import button, chip, chip_width, divider, empty, icon_button, icon_tile
from game.ui.workshop.sandbox_values import ToSandbox
from game.ui.workshop.workshop_actions import Begin, Browse, Copy, Forget, OpenScenario, ShowFolder, ShowReference
from game.ui.workshop.workshop_state import ERRORS_FIRST, WorkshopPage
from game.ui.workshop.workshop_values import ELSEWHERE, OWN, SHIPPED, Work

ROW, HEAD, HINT = 72, 34, 64
NARROW = {"new": 0.24, "browse": 0.4, "reference": 0.36, "sandbox": 0.36}
"""Shares of the width that the buttons of the head may have where there is one column."""
PARTS = ((OWN, "Yours"), (ELSEWHERE, "Elsewhere on this machine"), (SHIPPED, "With the game, to look at and copy"))


def workshop(sheet: Sheet, model: Model) -> None:
    """Draw the page with all scenarios."""
    page = model.page
    if not isinstance(page, WorkshopPage):
        return
    chosen = next((w for w in page.works if w.path == page.selected), None)
    inside_one = sheet.narrow and bool(page.pane) and chosen is not None
    whole = _head(sheet, inside_one=inside_one)
    body = whole if sheet.narrow else whole._replace(w=400 if sheet.wide else 340 if sheet.roomy else 300)
    if inside_one and chosen is not None:
        _details(sheet, chosen, body, model.said)
        return
    _list(sheet, page, body)
    x = body.right + 12
    box = Box(x, body.y, whole.right - x, body.h)
    if sheet.narrow:
        sheet.shortcut("Enter", turn(pane="one"))
    elif chosen is None:
        sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
        empty(sheet, box, "tools", "Nothing here yet", "Make a new scenario, or drop a folder or zip file here.")
        return
    else:
        _details(sheet, chosen, box, model.said)
    if chosen is None:
        return
    paths = [w.path for w in page.works]
    at = paths.index(chosen.path)
    sheet.shortcut("Down", turn(selected=paths[(at + 1) % len(paths)]))
    sheet.shortcut("Up", turn(selected=paths[at - 1]))


def _head(sheet: Sheet, *, inside_one: bool) -> Box:
    paint, window = sheet.painter, sheet.window
    back, told = (turn(pane=""), "All scenarios") if inside_one else (Close(), "Back to the title")
    below = 48 if sheet.narrow and not inside_one else 0
    head = page_head(sheet, "All scenarios" if inside_one else "", told, back, below=below)
    if inside_one:
        return head.body
    row = head.row
    upper, right = row, window.w - 16
    if sheet.narrow:
        row = row.moved(0, 48)
    for name, label, icon, action, key, style in (
        ("new", "New", "plus", Begin(), "N", "primary"),
        ("browse", "Open or add", "folder", Browse(), "O", "plain"),
        ("reference", "Every key", "help_circle", ShowReference(), "R", "ghost"),
        ("sandbox", "Sandbox", "chart", ToSandbox(), "B", "ghost"),
    ):
        if sheet.narrow and name == "sandbox":  # beside the title; the row below is full
            row, right = upper, window.w - 16
        wide = paint.measure(label, BODY, BOLD) + 26 + 30 + (0 if sheet.narrow else 30)
        wide = min(wide, NARROW[name] * (window.w - 48)) if sheet.narrow else wide
        right -= wide
        spot = Box(right, row.cy - 20, wide, 40)
        spoken = {"browse": "Open a scenario or add a package from a folder", "reference": "Every key of the format",
                  "sandbox": "Sandbox: other rules for the same people"}  # fmt: skip
        button(sheet, name, spot, label, action, style=style, icon=icon, key=key, show_key=not sheet.narrow,
               size=14 if sheet.narrow else BODY, spoken=spoken.get(name, "New scenario"))  # fmt: skip
        right -= 8
    page_title(sheet, upper, "Workshop", right + 16)
    return head.body


def state_of(work: Work) -> tuple[str, str, str]:
    """The state of a scenario: words, tone and icon."""
    if not work.examined:
        return "Not looked at yet", "plain", "clock"
    if work.errors:
        return f"{work.errors} error{'s' if work.errors > 1 else ''}", "danger", "warning"
    if work.played_errors:
        return f"{work.played_errors} error{'s' if work.played_errors > 1 else ''} in play", "danger", "warning"
    if work.warnings:
        return f"{work.warnings} warning{'s' if work.warnings > 1 else ''}", "warn", "warning"
    return "All good", "good", "check"


def facts_of(work: Work) -> list[str]:
    """Days and followers, where they are known."""
    found = []
    if work.days:
        found.append(f"{work.days} days")
    if work.followers:
        found.append(f"{work.followers} follower{'s' if work.followers > 1 else ''}")
    return found


def _list(sheet: Sheet, page: WorkshopPage, body: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
    inside = Box(body.x + 1, body.y + 8, body.w - 2, body.h - 16)
    titles = [work.title for work in page.works]
    parts = [(title, place, [w for w in page.works if w.place == place]) for place, title in PARTS]
    parts = [part for part in parts if part[2] or part[1] == OWN]
    high = sum(HEAD + (ROW * len(works) if works else HINT) for _, _, works in parts)
    with sheet.scroll("works", inside, high) as start:
        y = start
        for title, _, works in parts:
            paint.text(title, body.x + 20, y + HEAD / 2 + 2, META, theme.muted, BOLD, width=body.w - 40)
            y += HEAD
            for work in works:
                _row(sheet, work, Box(body.x + 8, y, body.w - 16, ROW - 4), chosen=work.path == page.selected,
                     twin=titles.count(work.title) > 1)  # fmt: skip
                y += ROW
            if not works:
                text = "None yet. Make a new one, copy one of those below, or drop a folder or zip file here."
                paint.paragraph(text, body.x + 20, y + 4, body.w - 44, META, theme.muted, SEMI, lines=3)
                y += HINT


def _row(sheet: Sheet, work: Work, box: Box, *, chosen: bool, twin: bool) -> None:
    """One scenario; of two with the same title, each shows what its file is called."""
    theme, paint = sheet.theme, sheet.painter
    words, tone, icon = state_of(work)
    line = " · ".join([words, *([PurePath(work.path).name] if twin else facts_of(work))])
    action: object = OpenScenario(work.path) if chosen else turn(selected=work.path)
    if sheet.narrow:
        action = turn(selected=work.path, pane="one")
    touch = sheet.region(f"work.{work.path}", box, f"{work.title}: {line}", action, role="item", chosen=chosen)
    if not paint.visible(box):
        return
    if chosen or touch.hover:
        paint.panel(box, theme.soft if chosen else theme.hover, radius=14)
    icon_tile(sheet, icon, Box(box.x + 12, box.cy - 19, 38, 38), tone)
    x, room = box.x + 64, box.w - 64 - 14
    lines = paint.wrap(work.title, room, BODY, EXTRA)
    y = box.y + (6 if len(lines) > 1 else 14)
    used = paint.paragraph(work.title, x, y, room, BODY, theme.text, EXTRA, lines=2, leading=1.25, may_end=True)
    paint.text(line, x, y + used + 10, META, theme.muted, SEMI, width=room, may_end=True)


def _details(sheet: Sheet, work: Work, box: Box, said: str) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    foot = Box(box.x, box.bottom - 76, box.w, 76)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    inside = Box(box.x + 1, box.y + 6, box.w - 2, foot.y - box.y - 8)
    side = 18 if sheet.narrow else 28
    width = box.w - 2 * side
    blocks = _blocks(sheet, work, said)
    title_high = paint.height(work.title, width, TITLE, EXTRA, leading=1.25)
    chips = _chip_rows(sheet, work, width)
    sizes = [paint.height(text, width - (40 if icon else 0), BODY, leading=1.45) + (36 if icon else 16)
             for text, icon, _ in blocks]  # fmt: skip
    with sheet.scroll(f"details.{work.path}", inside, 20 + title_high + 12 + 34 * len(chips) + 24 + sum(sizes)) as top:
        x, y = box.x + side, top + 20
        paint.paragraph(work.title, x, y, width, TITLE, theme.text, EXTRA, leading=1.25)
        y += title_high + 12
        for row in chips:
            at = x
            for text, tone, icon in row:
                at += chip(sheet, text, at, y + 15, tone, icon) + 8
            y += 34
        y += 14
        for (text, icon, tone), size in zip(blocks, sizes, strict=True):
            _block(sheet, text, icon, tone, Box(x, y, width, size))
            y += size
    _buttons(sheet, work, foot)


def _blocks(sheet: Sheet, work: Work, said: str) -> list[tuple[str, str, str]]:
    """What is told about a scenario: text, icon and tone of the strip it stands on."""
    del sheet
    found = [(said, "warning", "danger")] if said else []
    if work.summary:
        found.append((work.summary, "", ""))
    tone = "danger" if work.errors else "warn"
    found += [(text, "warning", tone) for text in work.worst]
    if work.told:
        found.append((work.told.strip(), "notebook", "soft"))
    found.append((work.path, "folder", "plain"))
    return found


def _block(sheet: Sheet, text: str, icon: str, tone: str, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    if not icon:
        paint.paragraph(text, box.x, box.y, box.w, BODY, theme.text, leading=1.45)
        return
    grounds = {
        "danger": (theme.danger_soft, theme.danger),
        "warn": (theme.warn_soft, theme.warn),
        "soft": (theme.soft, theme.on_soft),
    }
    ground, ink = grounds.get(tone, (theme.sunken, theme.muted))
    strip = Box(box.x - 6, box.y, box.w + 12, box.h - 12)
    paint.panel(strip, ground, radius=14)
    paint.icon(icon, strip.x + 22, strip.y + 22, 18, ink)
    paint.paragraph(text, box.x + 34, box.y + 12, box.w - 40, BODY, theme.text, leading=1.45)


def _chip_rows(sheet: Sheet, work: Work, width: float) -> list[list[tuple[str, str, str]]]:
    """The facts as chips, in as many rows as they need."""
    words, tone, icon = state_of(work)
    chips = [(words, tone, icon)]
    if work.examined and work.warnings and work.errors:
        chips.append((f"{work.warnings} warning{'s' if work.warnings > 1 else ''}", "warn", "warning"))
    if work.notes:
        chips.append((f"{work.notes} note{'s' if work.notes > 1 else ''}", "soft", "notebook"))
    icons = {"days": "sun", "follower": "people"}
    chips += [(fact, "plain", next(i for k, i in icons.items() if k in fact)) for fact in facts_of(work)]
    if work.format:
        chips.append((f"Format {work.format}", "plain", "text"))
    if not work.may_change:
        chips.append(("Read-only", "plain", "lock"))
    rows: list[list[tuple[str, str, str]]] = [[]]
    used = 0.0
    for one in chips:
        wide = chip_width(sheet, one[0], one[2]) + 8
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(one)
        used += wide
    return rows


def _buttons(sheet: Sheet, work: Work, foot: Box) -> None:
    mine = work.may_change
    y = foot.cy - 23
    main_wide, other_wide, side = (136, 132, 14) if sheet.narrow else (170, 160, 20)
    main = Box(foot.right - side - main_wide, y, main_wide, 46)
    label = "Work on it" if mine else "Look inside"
    button(sheet, "open", main, label, OpenScenario(work.path), style="primary", icon="tools" if mine else "eye",
           key="Enter", show_key=True, spoken=f"{label}: {work.title}")  # fmt: skip
    x = main.x
    if not mine:
        x -= 10 + other_wide
        button(sheet, "copy", Box(x, y, other_wide, 46), "Make a copy", Copy(work.path), icon="copy", key="C",
               why_not=ERRORS_FIRST if work.errors else "")  # fmt: skip
    elif work.place == ELSEWHERE:
        x -= 10 + other_wide
        button(sheet, "forget", Box(x, y, other_wide, 46), "Take off the list", Forget(work.path), icon="close",
               key="X", spoken="Take off the list: its files stay", size=14)  # fmt: skip
    if x - 10 - 46 > foot.x + 12:
        icon_button(sheet, "folder", Box(x - 10 - 46, y, 46, 46), "folder", "Open the folder",
                    ShowFolder(work.path), style="plain", key="F")  # fmt: skip
