"""The scrapbook: scenes, people and endings seen on this machine, the latest first."""

from game.scenario.texts.first_names import first_name
from game.session.runs.scrapbook import Album, Scrap
from game.session.words.spoken import in_quotes
from game.ui.common.shared_actions import Close, Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import cafe_svg
from game.ui.drawing.frames.page_head import PageHead, page_head
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, META, SEMI
from game.ui.drawing.widgets import button, empty, icon_button, segmented
from game.ui.play.play_actions import EmptyScrapbook
from game.ui.play.play_state import ConfirmBox
from game.ui.play.scrapbook.scrapbook_state import TABS, ScrapbookPage, ScrapBox
from game.ui.play.screens.mirror.table_scene import parts_of_scene, said_in, table_scene, words_of_scene

GAP = 14.0  # between cards
FEW = 6  # so many cards stand in two rows and are large
LEAST_WIDE = {"scene": 244.0, "person": 340.0, "ending": 340.0}  # of a card, by the kind of what is kept
MOST_WIDE = {"scene": 440.0, "person": 520.0, "ending": 520.0}
ALSO = {"scene": ("scene", "scenes"), "person": ("person", "people"), "ending": ("happy end", "happy ends")}
NOTHING = {
    "scene": "Look into the date mirror before a move: the scenes you see there are kept here.",
    "person": "Whoever has sat at your table on an evening is kept here.",
    "ending": "After the last day, the happy ends that came are kept here.",
}
EMPTYING = ConfirmBox(
    "Empty the scrapbook?",
    "All its pages go, on this machine. Your runs stay, and what you see from now on is kept again.",
    "Empty it",
    EmptyScrapbook(),
    "trash",
    danger=True,
)


def scrapbook(sheet: Sheet, model: Model) -> None:
    """Draw the page with the tab that is open."""
    page = model.page
    if not isinstance(page, ScrapbookPage):
        return
    album, window = page.album, sheet.window
    head = page_head(sheet, "Scrapbook", "Back to the title", below=46 if sheet.narrow else 0)
    row, right = head.row, head.row.right - 12
    if album.scraps or album.problem:
        icon_button(
            sheet, "empty", Box(right - 40, row.cy - 20, 40, 40), "trash", "Empty the scrapbook", Open(EMPTYING),
            key="D",
        )  # fmt: skip
    tabs = Box(head.body.x, row.bottom + 1, head.body.w, 38) if sheet.narrow else _tabs_beside(head, window, right)
    choices = tuple((kind, f"{title} · {_seen(album, kind)[0]}", turn(tab=kind)) for kind, title in TABS.items())
    segmented(sheet, "tab", tabs, choices, page.tab, role="tab", keys=("1", "2", "3"))
    _body(sheet, page, head.body, model.said)


def _tabs_beside(head: PageHead, window: Box, right: float) -> Box:
    """Where the tabs stand between the title and what stands at an x: in the middle of the window if they can."""
    wide = min(520.0, right - 52 - head.end - 16)
    tabs = Box(min(window.cx - wide / 2, right - 52 - wide), head.row.cy - 19, wide, 38)
    return tabs._replace(x=max(tabs.x, head.end + 16))


def _seen(album: Album, kind: str) -> tuple[int, int]:
    """How many of those that came with the game were seen, and how many there are."""
    parts = [part for part in album.parts if part.kind == kind]
    return sum(len(album.of(part)) for part in parts), sum(len(part.keys) for part in parts)


def _body(sheet: Sheet, page: ScrapbookPage, box: Box, said: str) -> None:
    theme, paint, album = sheet.theme, sheet.painter, page.album
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    width, told = box.w - 48, said or album.problem
    top = box.y + 16
    if told:
        paint.icon("warning", box.x + 34, top + 10, 18, theme.danger)
        top += 10 + paint.paragraph(told, box.x + 52, top, width - 40, META, theme.text, SEMI)
    kept = tuple(scrap for scrap in reversed(album.scraps) if scrap.kind == page.tab)
    seen, whole = _seen(album, page.tab)
    if not kept:
        empty(sheet, Box(box.x, top, box.w, box.bottom - top), "photo", "Nothing yet", NOTHING[page.tab])
        return
    card = _scene if page.tab == "scene" else _portrait
    columns = _columns(len(kept), width, LEAST_WIDE[page.tab], MOST_WIDE[page.tab])
    each = min(MOST_WIDE[page.tab], (width - 10 - GAP * (columns - 1)) / columns)
    sizes = [_scene_high(sheet, s, each) if page.tab == "scene" else _portrait_high(sheet, s, each) for s in kept]
    rows = [max(sizes[n : n + columns]) for n in range(0, len(sizes), columns)]
    words = to_come(page.tab, seen, whole)
    last = paint.height(words, width - 10, BODY, SEMI) + 30
    inside = Box(box.x + 16, top, box.w - 32, box.bottom - top - 10)
    with sheet.scroll("scrapbook", inside, sum(rows) + GAP * len(rows) + last) as start:
        y = start
        for number, high in enumerate(rows):
            for n, scrap in enumerate(kept[number * columns : (number + 1) * columns]):
                card(sheet, scrap, Box(box.x + 24 + n * (each + GAP), y, each, high))
            y += high + GAP
        paint.paragraph(words, box.x + 24, y + 6, width - 10, BODY, theme.muted, SEMI)


def _columns(count: int, width: float, least: float, most: float) -> int:
    """How many cards stand beside each other: few are large, many are as narrow as they may be.

    Args:
        count: of the cards.
        width: room for them.
        least: width of a card.
        most: width of a card.
    """
    across = max(1, int((width + GAP) / (least + GAP)))
    return min(across, max(1, -(-count // 2), int(width / most))) if count <= FEW else across


def to_come(kind: str, seen: int, whole: int) -> str:
    """A quiet line about what there is beside what was seen.

    >>> to_come("scene", 23, 402)
    'There are 379 more scenes to come upon. There is no hurry.'
    >>> to_come("ending", 4, 4)
    'You have seen all there are.'
    """
    more = whole - seen
    if more <= 0:
        return "You have seen all there are."
    there = f"There are {more} more {ALSO[kind][1]}" if more > 1 else f"There is one more {ALSO[kind][0]}"
    return f"{there} to come upon. There is no hurry."


def _scene(sheet: Sheet, scrap: Scrap, box: Box) -> None:
    """A scene of the mirror, small, with whom and when."""
    theme, paint, date = sheet.theme, sheet.painter, scrap.date
    if date is None:
        return
    said = _said(scrap)
    words = f"{scrap.told} with {scrap.name}: {date.what} {date.then} {_where(scrap)}"
    touch = sheet.region(f"scrap.{scrap.key}", box, words, Open(ScrapBox(scrap)), role="item")
    if not paint.visible(box):
        return
    paint.panel(box, theme.hover if touch.hover else theme.raised, radius=14, edge=theme.border)
    picture = Box(box.x + 1, box.y + 1, box.w - 2, (box.w - 2) * 360 / 768)
    code = cafe_svg(
        date.look, date.mood, date.prop, you_look=sheet.you.look, dark=theme.dark, held=date.held, face=date.face,
        around=date.around, body=date.body, their_face=date.their_face, sign=sheet.you.sign,
        friend_look=date.friend_look, walls=date.walls,
    )  # fmt: skip
    paint.svg(code, picture, radius=(13, 13, 0, 0), cover=True)
    room = box.w - 24
    y = picture.bottom + 10 + paint.paragraph(said, box.x + 12, picture.bottom + 10, room, 14, theme.text, BOLD)
    paint.paragraph(_with_whom(scrap), box.x + 12, y + 4, room, META, theme.muted, SEMI)


def _said(scrap: Scrap) -> str:
    """What a scene is known by: what you said, or what you did."""
    if scrap.date is None:
        return ""
    return in_quotes(scrap.date.you) if scrap.date.you.strip("…") else scrap.date.what


def _with_whom(scrap: Scrap) -> str:
    return f"{scrap.told} · {first_name(scrap.name)} · {scrap.game}, day {scrap.day}"


def _scene_high(sheet: Sheet, scrap: Scrap, width: float) -> float:
    paint, room = sheet.painter, width - 24
    words = paint.height(_said(scrap), room, 14, BOLD) + paint.height(_with_whom(scrap), room, META, SEMI)
    return (width - 2) * 360 / 768 + 28 + words


def _portrait(sheet: Sheet, scrap: Scrap, box: Box) -> None:
    """Somebody who was met, or in whom an end was seen."""
    theme, paint = sheet.theme, sheet.painter
    first = _lines_of(scrap)[0]
    paint.speak(Box(box.x, box.y, box.w, 30), f"{first}.")
    if not paint.visible(box):
        return
    paint.panel(box, theme.raised, radius=14, edge=theme.border)
    paint.avatar(scrap.look, box.x + 50, box.cy, 68, mood="warm" if scrap.kind == "ending" else "neutral")
    x, y, room = box.x + 98, box.y + 12, box.w - 110
    for text, size, weight, ink in _portrait_parts(sheet, scrap):
        y += paint.paragraph(text, x, y, room, size, ink, weight) + 3
    paint.speak(Box(x, box.bottom - 28, room, 20), _where(scrap))


def _portrait_parts(sheet: Sheet, scrap: Scrap) -> list[tuple[str, float, int, str]]:
    """What stands beside a face, from the top: text, size, weight and colour."""
    theme, (first, second) = sheet.theme, _lines_of(scrap)
    where = f"{scrap.game}, day {scrap.day}"
    return [(first, CARD, BOLD, theme.text), (second, 14, SEMI, theme.text), (where, META, SEMI, theme.muted)]


def _portrait_high(sheet: Sheet, scrap: Scrap, width: float) -> float:
    paint = sheet.painter
    parts = [part for part in _portrait_parts(sheet, scrap) if part[0]]
    return max(92.0, 24 + sum(paint.height(text, width - 110, size, weight) + 3 for text, size, weight, _ in parts))


def _lines_of(scrap: Scrap) -> tuple[str, str]:
    """Who it was and what is told of them; of a happy end, what it was and with whom."""
    return (scrap.name, scrap.told) if scrap.kind == "person" else (scrap.told[:1].upper() + scrap.told[1:], scrap.name)


def _where(scrap: Scrap) -> str:
    """In which game and when it was seen."""
    return f"{scrap.game}, day {scrap.day}{f', on {scrap.when}' if scrap.when else ''}."


def scrap_again(sheet: Sheet, model: Model) -> None:
    """Draw a scene of the scrapbook as the date mirror showed it."""
    box = model.dialog
    if not isinstance(box, ScrapBox) or box.scrap.date is None:
        return
    scrap, date = box.scrap, box.scrap.date
    where = f"{scrap.name} · {scrap.game}, day {scrap.day}"
    texts = (date.what, date.then)
    body, scene, words = parts_of_scene(sheet, "photo", scrap.told, where, texts, said_in(date))
    table_scene(sheet, scene, date.look, date)
    words_of_scene(sheet, words, texts)
    close = Box(body.right - 140, body.bottom - 46, 140, 46)
    button(sheet, "scrap.close", close, "Close", Close(), style="primary", key="Enter", show_key=True)
    if scrap.when:
        sheet.painter.text(f"Kept on {scrap.when}", body.x, close.cy, META, sheet.theme.muted, SEMI)
