"""Two dialogs in which one types to find: a folder's entries, and the keys of the format."""

from game.ui.common.shared_actions import turn_dialog
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.input_fields import field, its_end
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import divider, empty, icon_button
from game.ui.workshop.folder_entries import fitting, typed_path
from game.ui.workshop.workshop_actions import Browse, ChooseFound
from game.ui.workshop.workshop_state import BrowseBox, ReferenceBox
from game.ui.workshop.workshop_values import FolderEntry

ROW = 42.0
ICONS = {"folder": "folder", "scenario": "tools", "file": "text", "zip": "box"}
KINDS = {"folder": "Folder", "scenario": "Scenario", "file": "Scenario file", "zip": "Package, to be added"}


def browse(sheet: Sheet, model: Model) -> None:
    """A folder: type to find, Enter to take, Backspace to go up."""
    box = model.dialog
    if not isinstance(box, BrowseBox):
        return
    theme, paint = sheet.theme, sheet.painter
    body = dialog(sheet, 860, 620, "folder", "Open or add", "folders, scenarios and packages")
    found = fitting(box)
    at = min(box.at, max(0, len(found) - 1))
    listing = box.listing
    up = Box(body.x, body.y, 42, 42)
    if listing.above:
        icon_button(sheet, "up", up, "up", "The folder above", Browse(listing.above), style="plain")
        sheet.shortcut("Backspace", Browse(listing.above))
    path_room = body.w * 0.55 - 58
    shown = its_end(sheet, listing.path, path_room, BODY, BOLD)
    paint.speak(Box(up.right + 12, up.y, path_room, up.h), f"Folder {listing.path}")
    paint.text(shown, up.right + 12, up.cy, BODY, theme.text, BOLD)
    spot = Box(body.x + body.w * 0.55, body.y, body.w * 0.45, 42)
    field(sheet, "browse.words", spot, box.words, "Find", "Find" if sheet.narrow else "Type a name or a path", "search")
    side = 180.0 if body.w >= 600 else 0.0
    area = Box(body.x + side, body.y + 54, body.w - side, body.h - 54)
    if sheet.narrow:
        _shortcuts(sheet, box, Box(body.x, area.y, body.w, ROW))
        area = Box(area.x, area.y + ROW + 4, area.w, area.h - ROW - 4)
    elif side:
        _shortcuts(sheet, box, Box(body.x, area.y, side - 14, area.h))
    whole = typed_path(box.words)
    if whole:
        empty(sheet, area, "folder", whole, "Press Enter to look there.")
        sheet.shortcut("Enter", Browse(whole))
        return
    if not found:
        text = listing.problem or "Folders, scenario files and zip files would be shown; there are none here."
        title = "Nothing fits" if box.words and listing.entries else "Nothing to choose here"
        empty(sheet, area, "search", title, "Type less, or Backspace." if title == "Nothing fits" else text)
        return
    with sheet.scroll(f"entries.{listing.path}", area, ROW * len(found)) as start:
        for i, entry in enumerate(found):
            _entry(sheet, entry, Box(area.x, start + i * ROW, area.w - 10, ROW - 4), chosen=i == at)
    sheet.shortcut("Enter", ChooseFound(found[at].path, found[at].kind))
    sheet.shortcut("Down", turn_dialog(at=(at + 1) % len(found)))
    sheet.shortcut("Up", turn_dialog(at=(at - 1) % len(found)))


def _entry(sheet: Sheet, entry: FolderEntry, box: Box, *, chosen: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    touch = sheet.region(f"entry.{entry.name}", box, f"{entry.name}, {KINDS[entry.kind]}",
                         ChooseFound(entry.path, entry.kind), role="item", chosen=chosen)  # fmt: skip
    if not paint.visible(box):
        return
    if chosen or touch.hover:
        paint.panel(box, theme.soft if chosen else theme.hover, radius=10)
    plain = entry.kind == "folder"
    paint.icon(ICONS[entry.kind], box.x + 22, box.cy, 19, theme.muted if plain else theme.on_soft)
    words = "" if plain else KINDS[entry.kind]
    used = paint.text(words, box.right - 14, box.cy, META, theme.muted, SEMI, align="right")
    paint.text(entry.name, box.x + 44, box.cy, BODY, theme.text, SEMI if plain else BOLD,
               width=box.w - 44 - used - 30)  # fmt: skip


def _shortcuts(sheet: Sheet, box: BrowseBox, area: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    icons = {"Your scenarios": "tools", "Home": "home"}
    y = area.y
    beside = columns(area._replace(h=ROW - 4), max(1, len(box.listing.shortcuts)), 8)
    for number, entry in enumerate(box.listing.shortcuts):
        if y + ROW > area.bottom and not sheet.narrow:
            return
        spot = beside[number] if sheet.narrow else Box(area.x, y, area.w, ROW - 4)
        held = entry.path == box.listing.path
        touch = sheet.region(f"shortcut.{entry.name}", spot, f"Go to {entry.name}", Browse(entry.path), chosen=held)
        if held or touch.hover:
            paint.panel(spot, theme.sunken if held else theme.hover, radius=10)
        paint.icon(icons.get(entry.name, "folder"), spot.x + 20, spot.cy, 18, theme.muted)
        paint.text(entry.name, spot.x + 40, spot.cy, 14, theme.text, BOLD, width=spot.w - 48)
        y += ROW


def reference(sheet: Sheet, model: Model) -> None:
    """Every key of the format; typing shows those that fit."""
    box = model.dialog
    if not isinstance(box, ReferenceBox):
        return
    theme, paint = sheet.theme, sheet.painter
    body = dialog(sheet, 900, 660, "help_circle", "Every key")
    field(sheet, "reference.words", Box(body.x, body.y, body.w, 42), box.words, "Find a key",
          "Type a word: trust, goal, picture …", "search")  # fmt: skip
    area = Box(body.x, body.y + 52, body.w, body.h - 52)
    blocks = _found(box)
    if not blocks:
        empty(sheet, area, "search", "No key fits", "Try another word, or a shorter one.")
        return
    width = body.w - 14
    keys = 0.0 if sheet.narrow else min(190.0, width * 0.3)
    sizes = [
        (64 + paint.height(about, width, META, SEMI), [_row_height(sheet, row, width - keys) for row in rows])
        for _, about, rows in blocks
    ]
    with sheet.scroll("reference", area, sum(head + sum(rows) for head, rows in sizes)) as start:
        y = start
        for (title, about, rows), (head, heights) in zip(blocks, sizes, strict=True):
            if paint.visible(Box(body.x, y, width, head)):
                paint.text(title, body.x, y + 26, CARD, theme.text, EXTRA, width=width)
                paint.paragraph(about, body.x, y + 40, width, META, theme.muted, SEMI)
            y += head
            for row, high in zip(rows, heights, strict=True):
                if paint.visible(Box(body.x, y, width, high)):
                    _row(sheet, row, Box(body.x, y, width, high), keys)
                y += high


def _found(box: ReferenceBox) -> list[tuple[str, str, tuple[tuple[str, str, str, str], ...]]]:
    words = box.words.strip().casefold()
    found = []
    for title, about, rows in box.tables:
        fit = rows if words in title.casefold() else tuple(r for r in rows if words in f"{r[0]} {r[2]}".casefold())
        if fit:
            found.append((title, about, fit))
    return found


def _second(row: tuple[str, str, str, str]) -> str:
    left_out = "needed" if row[3] == "needed" else f"left out: {row[3]}" if row[3] else ""
    return " · ".join(part for part in (row[1], left_out) if part)


def _row_height(sheet: Sheet, row: tuple[str, str, str, str], width: float) -> float:
    paint = sheet.painter
    above = 24 if sheet.narrow else 0
    return max(36.0, 16 + above + paint.height(row[2], width, 14, SEMI) + paint.height(_second(row), width, META, SEMI))


def _row(sheet: Sheet, row: tuple[str, str, str, str], box: Box, keys: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    divider(sheet, box.x, box.y, box.w)
    ink = theme.on_soft if row[3] == "needed" else theme.text
    paint.text(row[0], box.x, box.y + 18, BODY, ink, BOLD, width=(keys or box.w) - 12)
    x, width = box.x + keys, box.w - keys
    y = box.y + (8 if keys else 32)
    y += paint.paragraph(row[2], x, y, width, 14, theme.text, SEMI)
    paint.paragraph(_second(row), x, y, width, META, theme.muted, SEMI)
