"""The pictures of a playtest: scores with their spread, goals as cells, the lesson, what never happens."""

from collections.abc import Callable
from dataclasses import dataclass

from game.art.palette import mix
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.workshop.workshop_values import Row, Trials

LINE = 42.0  # of a bot
NAMES = 118.0  # width of the bots' names
TOLD, TOLD_LINE = 236.0, 68.0  # the same, where there is room to tell what each bot does
ROOM_TO_TELL = 560.0
LEAST_CELL = 108.0
TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Section:
    """A part of the result: its height, and what draws it at a place."""

    height: float
    draw: Callable[[float, float], None]


def name_of(bot: str) -> str:
    """A bot's name as people write it.

    >>> name_of("never_asks")
    'Never asks'
    """
    return bot.replace("_", " ").capitalize()


def _head(sheet: Sheet, title: str, about: str, x: float, y: float, width: float) -> float:
    """A heading with a line below. Returns the height used."""
    theme, paint = sheet.theme, sheet.painter
    paint.text(title, x, y + 10, CARD, theme.text, EXTRA, width=width)
    return 28 + paint.paragraph(about, x, y + 26, width, META, theme.muted, SEMI) + 6


def _head_height(sheet: Sheet, about: str, width: float) -> float:
    return 34 + sheet.painter.height(about, width, META, SEMI)


def scores(sheet: Sheet, found: Trials, width: float) -> Section:
    """A dot for each bot's mean score, and a bar between which ninety of a hundred of its games lie."""
    about = "The dot is the mean of all games; ninety of a hundred lie on the bar."
    names, line = (TOLD, TOLD_LINE) if width >= ROOM_TO_TELL else (NAMES, LINE)
    high = _head_height(sheet, about, width) + 24 + line * len(found.rows)

    def draw(x: float, y: float) -> None:
        theme, paint = sheet.theme, sheet.painter
        y += _head(sheet, "Score", about, x, y, width)
        plot = Box(x + names, y + 24, width - names - 56, line * len(found.rows))
        for tick in TICKS:
            at = plot.x + plot.w * tick / 100
            paint.fill(Box(at, plot.y - 2, 1, plot.h), theme.border)
            paint.text(str(tick), at, y + 10, META, theme.faint, SEMI, align="center")
        for i, row in enumerate(found.rows):
            _score(sheet, row, Box(x, plot.y + i * line, width, line), plot)

    return Section(high, draw)


def _score(sheet: Sheet, row: Row, box: Box, plot: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    words = (
        f"{name_of(row.bot)}: score {row.mean:.1f}, ninety of a hundred games from {row.low:.0f} to {row.high:.0f}. "
    )
    paint.speak(box, words + f"{row.customers:.1f} customers. {row.about}")
    room = plot.x - box.x - 20
    if box.h >= TOLD_LINE:
        told = paint.height(row.about, room, META, SEMI, lines=2)
        top = box.cy - (20 + told) / 2
        paint.text(name_of(row.bot), box.x, top + 9, BODY, theme.text, BOLD, width=room)
        paint.paragraph(row.about, box.x, top + 20, room, META, theme.muted, SEMI, lines=2)
    else:
        paint.text(name_of(row.bot), box.x, box.cy, BODY, theme.text, BOLD, width=room + 12)

    def at(score: float) -> float:
        return plot.x + plot.w * min(max(score, 0.0), 100.0) / 100

    left, right = at(row.low), at(row.high)
    paint.panel(Box(left - 3, box.cy - 5, right - left + 6, 10), mix(theme.primary, theme.surface, 0.6), radius=5)
    paint.circle(at(row.mean), box.cy, 8, theme.primary, edge=theme.surface, width=2)
    paint.text(f"{row.mean:.1f}", box.right, box.cy, BODY, theme.text, EXTRA, align="right")


def goals(sheet: Sheet, found: Trials, width: float) -> list[Section]:
    """For each bot and goal a cell: how often it was reached, and on which day in the middle of those games."""
    if not found.goals:
        return []
    across = max(1, int((width - NAMES) // LEAST_CELL))
    chunks = [range(i, min(i + across, len(found.goals))) for i in range(0, len(found.goals), across)]
    return [_goals(sheet, found, width, chunk, first=i == 0) for i, chunk in enumerate(chunks)]


def _goals(sheet: Sheet, found: Trials, width: float, which: range, *, first: bool) -> Section:
    paint = sheet.painter
    about = "How often each was reached, and the day on which half of those games had it." if first else ""
    cell = min((width - NAMES) / len(which), 220.0)
    titles = max(paint.height(found.goals[i], cell - 12, META, BOLD, lines=4) for i in which) + 10
    head = _head_height(sheet, about, width) if first else 0.0

    def draw(x: float, y: float) -> None:
        theme = sheet.theme
        if first:
            y += _head(sheet, "Goals", about, x, y, width)
        for place, i in enumerate(which):
            left = x + NAMES + place * cell
            high = paint.height(found.goals[i], cell - 12, META, BOLD, lines=4)
            paint.paragraph(
                found.goals[i], left + 4, y + titles - 10 - high, cell - 12, META, theme.text, BOLD, lines=4
            )
        y += titles
        for row in found.rows:
            paint.text(name_of(row.bot), x, y + LINE / 2, BODY, theme.text, BOLD, width=NAMES - 8)
            for place, i in enumerate(which):
                share, day = row.goals[i]
                tone = "ahead" if (row.bot, i) in found.ahead else "pushes" if row.pushes else "courts"
                _cell(sheet, share, day, tone, Box(x + NAMES + place * cell, y + 2, cell - 4, LINE - 4))
            y += LINE

    return Section(head + titles + LINE * len(found.rows), draw)


def _cell(sheet: Sheet, share: float, day: float | None, tone: str, box: Box) -> None:
    """The figure, a ground that deepens with it, and a bar as long as it; only courting is shown as good."""
    theme, paint = sheet.theme, sheet.painter
    full, bar = {
        "courts": (mix(theme.good_soft, theme.good, 0.22), theme.good),
        "pushes": (theme.border, theme.muted),
        "ahead": (mix(theme.danger_soft, theme.danger, 0.18), theme.danger),
    }[tone]
    paint.panel(box, mix(theme.sunken, full, share), radius=8)
    if share > 0:
        paint.panel(Box(box.x + 6, box.bottom - 7, max(4.0, (box.w - 12) * share), 3), bar, radius=1.5)
    words = f"{100 * share:.0f} %" + (f", day {day:g}" if day is not None else "")
    paint.text(words, box.cx, box.cy - 3, META, theme.text if share else theme.muted, SEMI, align="center",
               width=box.w - 6)  # fmt: skip


def says_of(sentence: str) -> str:
    """A sentence about bots as people write it.

    >>> says_of("patient leads never_asks by 3 points")
    'Patient leads never asks by 3 points'
    """
    plain = sentence.replace("_", " ")
    return plain[:1].upper() + plain[1:]


LESSONS = {
    "waiting": "It is tested when the games are played.",
    "testing": "It is being tested. That takes a few seconds more.",
    "left out": "It was not tested, because the playtest was stopped.",
}


def lesson(sheet: Sheet, found: Trials, width: float) -> Section:
    """Each promise of the contract: kept or broken, with the figure."""
    paint = sheet.painter
    broken = sum(not p.kept for p in found.promises)
    about = LESSONS.get(found.lesson, "")
    if found.lesson == "done":
        about = (
            "It promises nothing. With a contract: block that is tested, too."
            if not found.promises
            else f"{broken} of {len(found.promises)} promises {'is' if broken == 1 else 'are'} broken."
            if broken
            else f"{'The promise is' if len(found.promises) == 1 else f'All {len(found.promises)} promises are'} kept."
        )
    sizes = [44 + paint.height(says_of(p.says), width - 52, META, SEMI) for p in found.promises]
    high = _head_height(sheet, about, width) + sum(sizes) + 8 * len(sizes)

    def draw(x: float, y: float) -> None:
        theme = sheet.theme
        y += _head(sheet, "The lesson", about, x, y, width)
        for promise, size in zip(found.promises, sizes, strict=True):
            box = Box(x, y, width, size)
            paint.panel(box, theme.good_soft if promise.kept else theme.danger_soft, radius=12)
            ink = theme.good if promise.kept else theme.danger
            if promise.kept:
                paint.circle(x + 24, y + 24, 12, theme.surface, edge=ink, width=2)
            else:
                paint.circle(x + 24, y + 24, 12, ink)
            paint.icon(
                "check" if promise.kept else "close", x + 24, y + 24, 14, ink if promise.kept else theme.on_danger
            )
            name = promise.name.replace("_", " ").capitalize()
            words = f"{'Kept' if promise.kept else 'Broken'}: {name}"
            paint.text(words, x + 46, y + 22, BODY, theme.text, BOLD, width=width - 56)
            paint.paragraph(says_of(promise.says), x + 46, y + 34, width - 52, META, theme.text, SEMI)
            y += size + 8

    return Section(high, draw)


def never(sheet: Sheet, found: Trials, width: float) -> list[Section]:
    """Events that never happened, with what they wait for, and contents nobody used."""
    if found.running or not found.rows:
        return []
    events = [(title, why) for title, why in found.never_happened]
    contents = [(title, "") for title in found.never_used]
    return [
        _listed(sheet, "Never happened", "Every event happened in some game.", events, width),
        _listed(sheet, "Never posted or shared", "Every content was used in some game.", contents, width),
    ]


def _listed(sheet: Sheet, title: str, none: str, items: list[tuple[str, str]], width: float) -> Section:
    paint = sheet.painter
    about = none if not items else ""
    sizes = [
        paint.height(name, width - 32, BODY, BOLD) + (paint.height(why, width - 32, META, SEMI) if why else 0) + 10
        for name, why in items
    ]

    def draw(x: float, y: float) -> None:
        theme = sheet.theme
        y += _head(sheet, title, about, x, y, width)
        for (name, why), size in zip(items, sizes, strict=True):
            paint.icon("space" if why else "eye", x + 10, y + 10, 17, theme.warn)
            used = paint.paragraph(name, x + 32, y, width - 32, BODY, theme.text, BOLD)
            if why:
                paint.paragraph(f"{why[:1].upper()}{why[1:]}.", x + 32, y + used, width - 32, META, theme.muted, SEMI)
            y += size

    return Section(_head_height(sheet, about, width) + sum(sizes), draw)
