"""The map of a scenario: people, events, contents and goals, and what leads to what."""

from typing import TYPE_CHECKING

from game.ui.common.shared_actions import turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import chip, chip_width, divider, empty
from game.ui.workshop.screens.strokes import arrow_head, bezier, stroke
from game.ui.workshop.workshop_state import ScenarioPage

if TYPE_CHECKING:
    from game.authoring.map import Link, ScenarioMap, Thing

KINDS = {"follower": ("person", "Follower"), "event": ("event", "Event"), "content": ("share", "Content"),
         "goal": ("flag", "Goal"), "need": ("check", "Condition")}  # fmt: skip
NARROWEST, WIDEST, GAP = 128.0, 250.0, 40.0
HIGH, ROW = 64.0, 76.0
WORDS = {
    "opens": "opens", "then": "must come before", "needed": "is needed for", "trust": "must trust you for",
    "knows": "knows", "unless": "keeps from happening", "if chosen": "must be answered in one way for",
    "loves": "loves what is in", "follows": "must still follow you for",
}  # fmt: skip


def graph(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab with the map of what leads to what."""
    drawn = page.graph
    if drawn is None or not drawn.things:
        empty(sheet, box, "map", "Nothing to draw yet", "Events, goals and people who know each other appear here.")
        return
    deep = 126 if sheet.narrow and page.node else 56
    _legend(sheet, page, drawn, Box(box.x, box.y, box.w, deep))
    divider(sheet, box.x + 1, box.y + deep, box.w - 2)
    inside = Box(box.x + 1, box.y + deep + 1, box.w - 2, box.h - deep - 8)
    columns = fitting_columns(drawn, box.w - 56)
    width = min((box.w - 56 - GAP * (len(columns) - 1)) / len(columns), WIDEST)
    spread = width * len(columns) + GAP * (len(columns) - 1)
    left = box.cx - spread / 2
    taller = 34.0 if sheet.narrow else 0.0
    row = ROW + taller
    high = max(len(c) for c in columns) * row + 24
    with sheet.scroll("map", inside, high) as top:
        places = {
            thing.id: Box(left + i * (width + GAP), top + 16 + j * row, width, HIGH + taller)
            for i, column in enumerate(columns)
            for j, thing in enumerate(column)
        }
        held = [link for link in drawn.links if page.node in (link.start, link.end)]
        for link in drawn.links:
            if link not in held and link.words != "loves":  # so many that they show only for what is chosen
                _line(sheet, link, places, held=False, quiet=bool(held))
        for link in held:
            _line(sheet, link, places, held=True, quiet=False)
        near = {page.node, *(link.start for link in held), *(link.end for link in held)}
        for thing in drawn.things:
            _thing(sheet, drawn, thing, places[thing.id], chosen=thing.id == page.node, near=thing.id in near)


def fitting_columns(drawn: "ScenarioMap", width: float) -> "list[list[Thing]]":
    """The columns of the map; where there is no room for all, those in the middle are put together."""
    from game.authoring.map import columns_of

    columns = columns_of(drawn)
    room = max(2, int((width + GAP) // (NARROWEST + GAP)))
    while len(columns) > room:
        middle = min(range(1, len(columns) - 1), key=lambda i: len(columns[i - 1]) + len(columns[i]), default=1)
        columns = [*columns[: middle - 1], [*columns[middle - 1], *columns[middle]], *columns[middle + 1 :]]
    return columns


def _legend(sheet: Sheet, page: ScenarioPage, drawn: "ScenarioMap", box: Box) -> None:
    """What is chosen, or what the shapes mean."""
    theme, paint = sheet.theme, sheet.painter
    x = box.x + 20
    chosen = next((t for t in drawn.things if t.id == page.node), None)
    if chosen is not None:
        words = told(drawn, chosen, page.about.get(chosen.id, ""))
        most = 6 if sheet.narrow else 3
        high = paint.height(words, box.w - 40, META, SEMI, lines=most)
        paint.paragraph(words, x, box.cy - high / 2, box.w - 40, META, theme.text, SEMI, lines=most, may_end=True)
        return
    if sheet.narrow:  # the chips stand close, as many as there is room for
        x = box.x + 8
    for icon, label in KINDS.values():
        if x + chip_width(sheet, label, icon) > box.right - 8:
            break
        x += chip(sheet, label, x, box.cy, "plain", icon) + 8
    lost = sum(not thing.reachable for thing in drawn.things)
    if lost:
        words = f"{lost} out of reach"
        if x + chip_width(sheet, words, "lock") < box.right - 20:
            x += chip(sheet, words, x, box.cy, "danger", "lock") + 8
    words = "Dots join people who know each other. Choose one to see what it hangs together with."
    if paint.measure(words, META, SEMI) >= box.right - 20 - x:
        words = "Choose one to see its ties."
    if paint.measure(words, META, SEMI) < box.right - 20 - x:
        paint.text(words, box.right - 20, box.cy, META, theme.muted, SEMI, align="right")


def told(drawn: "ScenarioMap", thing: "Thing", about: str = "") -> str:
    """A box of the map in words: what it is, what leads to it, and what it leads to."""
    titles = {t.id: f"“{t.title}”" for t in drawn.things}
    parts = [
        f"{titles.get(link.start, link.start)} {WORDS[link.words]} {titles.get(link.end, link.end)}"
        for link in drawn.links
        if thing.id in (link.start, link.end)
    ]
    reach = "" if thing.reachable else " Nobody can reach it."
    ties = f" {'; '.join(parts)}." if parts else "" if about else " It stands alone."
    return f"{KINDS[thing.kind][1]}: {about or titles[thing.id] + '.'}{reach}{ties}"


def _thing(sheet: Sheet, drawn: "ScenarioMap", thing: "Thing", box: Box, *, chosen: bool, near: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    action = turn(node="" if chosen else thing.id)
    touch = sheet.region(f"thing.{thing.id}", box, told(drawn, thing), action, role="item", chosen=chosen)
    if not paint.visible(box):
        return
    grounds = {"follower": theme.soft, "event": theme.raised, "content": theme.good_soft, "goal": theme.warn_soft,
               "need": theme.sunken}  # fmt: skip
    inks = {"follower": theme.on_soft, "event": theme.text, "content": theme.good, "goal": theme.warn,
            "need": theme.muted}  # fmt: skip
    radius = {"follower": 26, "goal": 26}.get(thing.kind, 12)
    ground = theme.hover if touch.hover else grounds[thing.kind] if thing.reachable else theme.danger_soft
    paint.panel(box, ground, radius=radius, edge=theme.primary if chosen else theme.strong if near else theme.border,
                width=2 if chosen else 1)  # fmt: skip
    if not thing.reachable:
        paint.dashed(box, theme.danger, radius)
    ink = inks[thing.kind] if thing.reachable else theme.danger
    paint.icon(KINDS[thing.kind][0] if thing.reachable else "lock", box.x + 24, box.cy, 18, ink)
    x, room = box.x + 40, box.w - 40 - (16 if radius > 20 else 12)
    title = thing.title[:1].upper() + thing.title[1:]
    most, weight = 5 if sheet.narrow else 3, EXTRA if chosen else BOLD
    high = paint.height(title, room, META, weight, lines=most)
    paint.paragraph(title, x, box.cy - high / 2, room, META, theme.text, weight, lines=most, may_end=True)


def _line(sheet: Sheet, link: "Link", places: dict[str, Box], *, held: bool, quiet: bool) -> None:
    if link.start not in places or link.end not in places:
        return
    theme, paint = sheet.theme, sheet.painter
    a, b = places[link.start], places[link.end]
    top, bottom = min(a.y, b.y), max(a.bottom, b.bottom)
    if not paint.visible(Box(min(a.x, b.x), top, 1 + abs(a.x - b.x) + a.w, bottom - top)):
        return
    ink = theme.primary if held else theme.border if quiet else theme.strong
    width = 2.5 if held else 1.5
    dash = {"knows": 3.0, "unless": 8.0}.get(link.words, 0.0)
    if abs(a.x - b.x) < 1:
        bow = a.x - min(GAP - 10, 12 + abs(a.cy - b.cy) / 12)
        points = bezier((a.x, a.cy), (bow, a.cy), (bow, b.cy), (b.x, b.cy))
        tip = (b.x, b.cy)
    else:
        start, end = (a.right, b.x) if a.x < b.x else (a.x, b.right)
        half = (start + end) / 2
        points = bezier((start, a.cy), (half, a.cy), (half, b.cy), (end, b.cy))
        tip = (end, b.cy)
    stroke(paint, points, ink, width, dash)
    if link.words != "knows" and b.x >= a.x:
        arrow_head(paint, tip, ink)
