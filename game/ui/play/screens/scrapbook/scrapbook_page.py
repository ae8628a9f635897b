"""The scrapbook: scenes, people and endings seen on this machine, with empty frames for those not seen yet."""

from collections.abc import Callable

from game.scenario.texts.first_names import first_name
from game.session.runs.scrapbook import Album, Scrap
from game.ui.common.shared_actions import Close, Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import cafe_svg
from game.ui.drawing.frames.page_head import PageHead, page_head
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, empty, icon_button, segmented
from game.ui.play.play_actions import EmptyScrapbook
from game.ui.play.play_state import ConfirmBox
from game.ui.play.scrapbook.scrapbook_state import TABS, ScrapbookPage, ScrapBox
from game.ui.play.screens.day.mirror_box import parts_of_scene, said_in, table_scene, words_of_scene

GAP, HEAD = 12.0, 44.0  # between cards, and of the title of a part
FRAME = (46.0, 22.0)  # of a small empty frame
EMPTYING = ConfirmBox(
    "Empty the scrapbook?",
    "All its pages go, on this machine. Your runs stay, and what you see from now on is kept again.",
    "Empty it",
    EmptyScrapbook(),
    "trash",
    danger=True,
)
BIO = 8  # lines of a bio on a card, at most


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
        top += 10 + paint.paragraph(told, box.x + 52, top, width - 40, META, theme.text, SEMI, lines=3)
    seen, whole = _seen(album, page.tab)
    if not album.scraps:
        text = "Scenes of the date mirror, people who sat with you and happy ends come here by themselves as you play."
        empty(sheet, Box(box.x, top, box.w, box.bottom - top), "photo", "Nothing yet", text)
        return
    groups = [(part.title, album.of(part), len(part.keys)) for part in album.parts if part.kind == page.tab]
    if others := album.others(page.tab):
        groups.append(("From other scenarios", others, len(others)))
    card = _scene if page.tab == "scene" else _portrait
    columns = max(2, int((width + GAP) / (238 + GAP))) if page.tab == "scene" else max(1, int(width / 380))
    each = (width - 10 - GAP * (columns - 1)) / columns
    tall = each * 360 / 768 + 80 if page.tab == "scene" else 60 + _bio_high(sheet, album, page.tab, each)
    small = page.tab == "scene"
    heights = [_height(len(kept), count, columns, tall, width, small=small) for _, kept, count in groups]
    inside = Box(box.x + 16, top, box.w - 32, box.bottom - top - 10)
    with sheet.scroll("scrapbook", inside, 34 + sum(heights)) as start:
        words = f"{seen} of {whole} seen on this machine. There is no hurry."
        paint.text(words, box.x + 24, start + 10, META if sheet.narrow else BODY, theme.muted, SEMI, width=width)
        paint.speak(Box(box.x + 24, start, width, 20), words)
        y = start + 34
        for (title, kept, count), high in zip(groups, heights, strict=True):
            area = Box(box.x + 24, y, width - 10, high)
            _part(sheet, title, kept, count, area, (columns, each, tall), card, small=small)
            y += high


def _bio_high(sheet: Sheet, album: Album, kind: str, width: float) -> float:
    """Room for the longest bio among the cards of a kind, of so many lines at most."""
    room, paint = width - 110, sheet.painter
    bios = [_lines_of(scrap)[1] for scrap in album.scraps if scrap.kind == kind]
    return max([paint.height("A", room, META, SEMI) * 2, *(paint.height(b, room, META, SEMI, lines=BIO) for b in bios)])


def _rows(count: int, columns: int) -> int:
    return -(-count // columns)


def _height(kept: int, count: int, columns: int, tall: float, width: float, *, small: bool) -> float:
    """How high a part is: its title, the cards, and the empty frames, which are small among scenes."""
    if not small:
        return HEAD + _rows(count, columns) * (tall + GAP)
    across = int((width - 10 + 8) / (FRAME[0] + 8))
    return HEAD + _rows(kept, columns) * (tall + GAP) + _rows(count - kept, across) * (FRAME[1] + 8) + 8


def _part(
    sheet: Sheet, title: str, kept: tuple[Scrap, ...], count: int, area: Box, grid: tuple[int, float, float],
    card: Callable[[Sheet, Scrap, Box], None], *, small: bool,
) -> None:  # fmt: skip
    """A title with how many were seen, the cards, and an empty frame for each that was not."""
    theme, paint = sheet.theme, sheet.painter
    columns, each, tall = grid
    used = paint.text(title, area.x, area.y + 20, SECTION, theme.text, EXTRA, width=area.w - 90)
    told = f"{len(kept)} of {count}"
    paint.text(told, area.x + used + 12, area.y + 21, META, theme.muted, SEMI)
    paint.speak(Box(area.x, area.y, area.w, HEAD - 6), f"{title}: {told} seen")
    places = [
        Box(area.x + (n % columns) * (each + GAP), area.y + HEAD + (n // columns) * (tall + GAP), each, tall)
        for n in range(count)
    ]
    for scrap, place in zip(kept, places, strict=False):
        card(sheet, scrap, place)
    if small:
        _frames(sheet, count - len(kept), area, area.y + HEAD + _rows(len(kept), columns) * (tall + GAP))
        return
    for place in places[len(kept) :]:
        if paint.visible(place):
            paint.panel(place, theme.sunken, radius=14, edge=theme.border)
            paint.circle(place.x + 50, place.cy, 32, theme.surface, edge=theme.border, width=1)
            paint.icon("person", place.x + 50, place.cy, 26, theme.strong)


def _frames(sheet: Sheet, count: int, area: Box, top: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    (wide, high), across = FRAME, int((area.w + 8) / (FRAME[0] + 8))
    for number in range(count):
        place = Box(area.x + (number % across) * (wide + 8), top + (number // across) * (high + 8), wide, high)
        if paint.visible(place):
            paint.panel(place, theme.sunken, radius=7, edge=theme.border)


def _scene(sheet: Sheet, scrap: Scrap, box: Box) -> None:
    """A scene of the mirror, small, with whom and when."""
    theme, paint, date = sheet.theme, sheet.painter, scrap.date
    if date is None:
        return
    said = f"“{date.you}”" if date.you.strip("…") else date.what
    words = f"{scrap.told} with {scrap.name}: {date.what} {date.then} {_where(scrap)}"
    touch = sheet.region(f"scrap.{scrap.key}", box, words, Open(ScrapBox(scrap)), role="item")
    if not paint.visible(box):
        return
    paint.panel(box, theme.hover if touch.hover else theme.raised, radius=14, edge=theme.border)
    picture = Box(box.x + 1, box.y + 1, box.w - 2, (box.w - 2) * 360 / 768)
    code = cafe_svg(
        date.look, date.mood, date.prop, you_look=sheet.you.look, dark=theme.dark, held=date.held, face=date.face,
        around=date.around, body=date.body, their_face=date.their_face, sign=sheet.you.sign,
        friend_look=date.friend_look,
    )  # fmt: skip
    paint.svg(code, picture, radius=(13, 13, 0, 0), cover=True)
    room = box.w - 24
    paint.paragraph(said, box.x + 12, picture.bottom + 9, room, 14, theme.text, BOLD, lines=2, leading=1.3)
    where = f"{first_name(scrap.name)} · {scrap.game}, day {scrap.day}"
    paint.text(where, box.x + 12, box.bottom - 17, META, theme.muted, SEMI, width=room)


def _portrait(sheet: Sheet, scrap: Scrap, box: Box) -> None:
    """Somebody who was met, or in whom an end was seen."""
    theme, paint = sheet.theme, sheet.painter
    first, second = _lines_of(scrap)
    paint.speak(Box(box.x, box.y, box.w, 30), f"{first}.")
    if not paint.visible(box):
        return
    paint.panel(box, theme.raised, radius=14, edge=theme.border)
    paint.avatar(scrap.look, box.x + 50, box.cy, 68, mood="warm" if scrap.kind == "ending" else "neutral")
    x, room = box.x + 98, box.right - 12 - box.x - 98
    paint.text(first, x, box.y + 20, BODY, theme.text, BOLD, width=room)
    paint.paragraph(second, x, box.y + 31, room, META, theme.text, SEMI, lines=BIO)
    paint.text(f"{scrap.game}, day {scrap.day}", x, box.bottom - 18, META, theme.muted, SEMI, width=room)
    paint.speak(Box(x, box.bottom - 28, room, 20), _where(scrap))


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
