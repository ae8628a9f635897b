"""The rows of a night: what each person wrote or did, on one board; below them what was small, with the faces."""

from collections.abc import Sequence

from game.art.icon_names import signal_icon
from game.scenario.texts.first_names import first_name
from game.session.seen.night.body import OF_TELLS, STILL
from game.session.seen.night.night_folds import SMALL, NightFold, NightRow
from game.session.view import NightItem, View
from game.session.words.numbers_told import counted
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, SEMI
from game.ui.drawing.widgets import divider, icon_tile
from game.ui.play.play_actions import Morning
from game.ui.play.reading_views import follower_of

NightTold = tuple[tuple[NightRow, ...], tuple[NightFold, ...], dict[str, str]]
"""Rows, folds, and what the bodies of those did whom no picture had room for, which only a screen reader tells."""
GOOD = {"answer_warm", "share_plain", "share_compliment", "thanks", "life_event", "buys", "accepts"}
BAD = {"complaint", "declines_coldly", "unfollows", "blocks", "buys_elsewhere"}
MANY = 4  # so many rows stand in two columns, where there is room
TWO_COLUMNS = 780.0  # from this width on
PAD, GAP = 14.0, 8.0
BETWEEN = 9.0  # two things that somebody wrote or did
FACE, CHIP = 30.0, 38.0  # of those in a strip: the face, and the height of the spot around it and the name


def tone_of(signal: str) -> str:
    """Whether a signal is good news, bad news, or neither."""
    return "good" if signal in GOOD else "danger" if signal in BAD else "plain"


def mood_of(signals: Sequence[str]) -> str:
    """The face beside what somebody did: glad, weary, or neither where a word and the body say the opposite.

    >>> mood_of(["answer_warm", "tell_lit_up"]), mood_of(["answer_warm", "tell_closed"]), mood_of(["complaint"])
    ('delighted', 'neutral', 'weary')

    Args:
        signals: the strongest first.
    """
    tone = tone_of(signals[0])
    steps = [OF_TELLS[signal] for signal in signals if signal in OF_TELLS]
    if tone == "good" and all(step >= STILL for step in steps):
        return "delighted"
    return "weary" if tone == "danger" and all(step <= STILL for step in steps) else "neutral"


def height(sheet: Sheet, told: NightTold, width: float) -> float:
    """How high the board is with all that is on it."""
    rows, folds = _rows(sheet, told, width), _folds(sheet, told, width)
    return 2 * PAD + sum(rows) + sum(high for _, high in folds) + (GAP if rows and folds else 0)


def draw(sheet: Sheet, view: View, told: NightTold, box: Box) -> float:
    """Draw the board; it scrolls where there is more than room.

    Args:
        sheet: what is drawn on.
        view: for the faces.
        told: rows and folds.
        box: the room there is.

    Returns:
        The y at which the board ends.
    """
    theme, paint = sheet.theme, sheet.painter
    whole = height(sheet, told, box.w)
    board = box._replace(h=min(box.h, whole))
    paint.panel(board, theme.surface, radius=18, edge=theme.border, shadow="card")
    inside = Box(board.x + 1, board.y + 1, board.w - 2, board.h - 2)
    count = columns_of(told, box.w)
    wide = (box.w - 2 * PAD - 6) / count
    with sheet.scroll("night", inside, whole - 2) as start:
        y = start + PAD - 1
        for number, high in enumerate(_rows(sheet, told, box.w)):
            if number:
                divider(sheet, box.x + PAD, y, box.w - 2 * PAD)
            for column, row in enumerate(told[0][number * count : (number + 1) * count]):
                _row(
                    sheet,
                    view,
                    row,
                    told[2],
                    Box(box.x + PAD + column * wide, y + 2, wide - (8 if column + 1 < count else 0), high - 4),
                )
            y += high
        if told[0] and told[1]:
            divider(sheet, box.x + PAD, y, box.w - 2 * PAD)
            y += GAP
        for fold, high in _folds(sheet, told, box.w):
            _fold(sheet, view, fold, told[2], Box(box.x + PAD, y, box.w - 2 * PAD - 6, high))
            y += high
    return board.bottom


def columns_of(told: NightTold, width: float) -> int:
    """How many rows stand beside each other."""
    return 2 if len(told[0]) >= MANY and width >= TWO_COLUMNS else 1


def _rows(sheet: Sheet, told: NightTold, width: float) -> list[float]:
    """Heights of the rows; those beside each other have one."""
    count = columns_of(told, width)
    wide = (width - 2 * PAD - 6) / count - (8 if count > 1 else 0)
    sizes = [_row_height(sheet, row, wide) for row in told[0]]
    return [max(sizes[n : n + count]) for n in range(0, len(sizes), count)]


def _row_height(sheet: Sheet, row: NightRow, width: float) -> float:
    paint, room = sheet.painter, width - 66 - 54
    told = sum(paint.height(item.text, room, BODY, SEMI) + BETWEEN for item in row.items)
    return max(64.0, 32 + told - BETWEEN + 14)


def _row(sheet: Sheet, view: View, row: NightRow, unseen: dict[str, str], box: Box) -> None:
    """Somebody, and below the name what they wrote or did, the strongest first."""
    theme, paint, first = sheet.theme, sheet.painter, row.items[0]
    words = " ".join((*(item.text for item in row.items), unseen.get(first.follower, "")))
    touch = sheet.region(f"night.{first.follower}", box, f"{first.name}. {words}", Morning(first.follower), role="item")
    if not paint.visible(box):
        return
    if touch.hover:
        paint.panel(box, theme.hover, radius=12)
    tone = tone_of(first.signal)
    _face(sheet, view, first, box.x + 32, box.y + 34, 50, mood_of([item.signal for item in row.items]))
    x, room = box.x + 66, box.w - 66 - 54
    weight = EXTRA if first.weight >= 3 else BOLD
    paint.text(first.name, x, box.y + 18, CARD, theme.text, weight, width=room, may_end=True)
    y = box.y + 32
    for item in row.items:
        y += BETWEEN + paint.paragraph(
            item.text, x, y, room, BODY, theme.muted if item.weight < 2 else theme.text, SEMI
        )
    _signal(sheet, first.signal, tone, Box(box.right - 46, box.y + 12, 36, 36))


def _face(sheet: Sheet, view: View, item: NightItem, x: float, y: float, size: float, mood: str = "neutral") -> None:
    person = follower_of(view, item.follower)
    if person is not None:
        sheet.painter.avatar(person.look, x, y, size, picture=person.picture, mood=mood)


def _folds(sheet: Sheet, told: NightTold, width: float) -> list[tuple[NightFold, float]]:
    """The strips with their heights."""
    room = width - 2 * PAD - 6
    return [(fold, _flow(sheet, fold, room)[-1][1] + CHIP + 6) for fold in told[1]]


def _people(fold: NightFold) -> list[tuple[NightItem, str]]:
    """Those in a strip, each once, with all they did."""
    found: dict[str, list[NightItem]] = {}
    for item in fold.items:
        found.setdefault(item.follower, []).append(item)
    return [(items[0], " ".join(item.text for item in items)) for items in found.values()]


def heading(fold: NightFold) -> str:
    """What those in a strip did, such as "Six read it"."""
    return f"{counted(len(_people(fold))).capitalize()} {SMALL[fold.signal]}"


def _chip_wide(sheet: Sheet, item: NightItem) -> float:
    return FACE + 20 + sheet.painter.measure(first_name(item.name), 14, SEMI)


def _flow(sheet: Sheet, fold: NightFold, room: float) -> list[tuple[float, float]]:
    """Where each face of a strip begins, from its upper left corner."""
    x = start = 44 + sheet.painter.measure(heading(fold), 14, BOLD) + 12
    y, found = 0.0, []
    if start > room * 0.5:  # the faces stand below the words
        x = start = 40.0
        y = CHIP
    for item, _ in _people(fold):
        wide = min(_chip_wide(sheet, item), room - start)
        if x > start and x + wide > room:
            x, y = start, y + CHIP
        found.append((x, y))
        x += wide + 4
    return found


def _fold(sheet: Sheet, view: View, fold: NightFold, unseen: dict[str, str], box: Box) -> None:
    """A strip: what they did, and the faces; each tells the whole when it is pointed at, and leads to its talk."""
    theme, paint = sheet.theme, sheet.painter
    icon = "person" if fold.signal == "silent" else signal_icon(fold.signal)
    icon_tile(sheet, icon, Box(box.x + 2, box.y + 3, 32, 32))
    words = heading(fold)
    paint.text(words, box.x + 44, box.y + CHIP / 2, 14, theme.text, BOLD, width=box.w - 44)
    for (item, did), (x, y) in zip(_people(fold), _flow(sheet, fold, box.w), strict=True):
        spot = Box(box.x + x, box.y + y, min(_chip_wide(sheet, item), box.w - x), CHIP)
        spoken = f"{item.name}. {did} {unseen.get(item.follower, '')}".strip()
        touch = sheet.region(f"night.{item.follower}", spot, spoken, Morning(item.follower), role="item")
        if touch.hover or touch.focus:
            paint.panel(spot, theme.hover, radius=12)
            sheet.tip = (spot, did)
        if paint.visible(spot):
            _face(sheet, view, item, spot.x + 4 + FACE / 2, spot.cy, FACE)
            left = spot.x + FACE + 12
            paint.text(
                first_name(item.name), left, spot.cy, 14, theme.muted, SEMI, width=spot.right - left, may_end=True
            )


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
