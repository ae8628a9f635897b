"""What came of the timing test: in words on the left, as figures with their intervals on the right."""

from game.coach.timing.timing_marks import EstimatedFigure, TimingMarks
from game.coach.timing.timing_told import TimingTold, between, counted, figures_named, signed
from game.ui.common.shared_actions import Close, turn
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SECTION, SEMI, TITLE
from game.ui.drawing.widgets import button, divider
from game.ui.play.timing.timing_state import BeginTiming, TimingPage

ROW = 92.0
LEVEL = 30.0
LIES = "likeliest at the dot"
BARS = "In how many of your answers you were right, by how sure you were. The mark is where sureness would be right."


def told(sheet: Sheet, page: TimingPage, box: Box) -> None:
    """Draw what came of the last sitting, beside the first one."""
    found = page.book.told
    if found is None:
        return
    deep = 112 if sheet.narrow else 62
    foot = Box(box.x, box.bottom - deep, box.w, deep)
    high = box.h - foot.h - 12
    first = found.sittings[0].marks if len(found.sittings) > 1 else None
    if sheet.narrow:
        parts = (("words", "In words"), ("figures", "In figures"))
        shown, room = panes(sheet, box._replace(h=high), parts, page.pane)
        if shown == "words":
            _words(sheet, found, room, page.book.notice, made=page.made)
        else:
            _figures(sheet, found.sittings[-1].marks, first, room, made=page.made)
    else:
        half = (box.w - 12) / 2
        _words(sheet, found, Box(box.x, box.y, half, high), page.book.notice, made=page.made)
        _figures(sheet, found.sittings[-1].marks, first, Box(box.x + half + 12, box.y, half, high), made=page.made)
    done = 150.0 if sheet.narrow else 170.0
    sheet.painter.panel(foot, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
    button(
        sheet, "done", Box(foot.right - 16 - done, foot.bottom - 53, done, 44), "To the title", Close(),
        style="primary", icon="home", key="Enter", show_key=True,
    )  # fmt: skip
    button(
        sheet, "again", Box(foot.x + 16, foot.bottom - 53, min(230.0, foot.w - done - 42), 44),
        "Take other cases", BeginTiming(), icon="undo",
        key="O", size=14, spoken="Take the test with the other cases",
    )  # fmt: skip
    label = "Without the figures" if page.made else "How this is made"
    made = Box(foot.x + 16, foot.y + 9, foot.w - 32, 44) if sheet.narrow else Box(foot.x + 258, foot.y + 9, 210, 44)
    button(sheet, "made", made, label, turn(made=not page.made), style="ghost",
           icon="chart", key="I", size=14)  # fmt: skip


def _words(sheet: Sheet, found: TimingTold, box: Box, notice: str, *, made: bool) -> None:
    """What came of it in plain words, and what is to be said of the file.

    How the figures are made, and what they are called, is told where it was asked for.
    """
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    marks = found.sittings[-1].marks
    title = f"{marks.right} of {marks.cases} right"
    lines = [
        *([(notice, theme.danger, SEMI)] if notice else []),
        (counted(marks), theme.muted, SEMI),
        (found.knowing, theme.text, BOLD),
        (found.leaning, theme.text, BOLD),
        (found.sureness, theme.text, BOLD),
        *([(found.since, theme.text, BOLD)] if found.since else []),
        *((words, theme.muted, SEMI) for words in found.signs[1:]),
        *([(words, theme.muted, SEMI) for words in figures_named(marks)] if made else []),
        ("Case by case", theme.text, EXTRA),
        *((words, theme.muted, SEMI) for words in found.solved),
    ]
    rule = found.signs[0]  # what the test teaches comes first, and large
    x, width = box.x + 24, box.w - 48
    rule_high = paint.height(rule, width, CARD, EXTRA, leading=1.4) + 18
    sizes = [paint.height(words, width, BODY, weight, leading=1.5) + 14 for words, _, weight in lines]
    with sheet.scroll("timing.words", box.inset(1, 8), 66 + rule_high + sum(sizes) + 8) as start:
        y = start + 12
        paint.text(title, x, y + 18, TITLE, theme.text, EXTRA, width=width)
        paint.speak(Box(x, y, width, 36), title)
        y += 54
        paint.paragraph(rule, x, y, width, CARD, theme.text, EXTRA, leading=1.4)
        y += rule_high
        for (words, ink, weight), size in zip(lines, sizes, strict=True):
            paint.paragraph(words, x, y, width, BODY, ink, weight, leading=1.5)
            y += size


def _figures(sheet: Sheet, marks: TimingMarks, first: TimingMarks | None, box: Box, *, made: bool) -> None:
    """Both figures with their intervals, as numbers too if `made`, and sureness against what was right."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, width = box.x + 24, box.w - 48
    caption = paint.height(BARS, width, META, SEMI)
    high = 2 * ROW + 12 + 30 + caption + 12 + LEVEL * len(marks.levels) + 30
    with sheet.scroll("timing.figures", box.inset(1, 8), high) as start:
        y = start + 10
        _spread(sheet, "Telling who is ready", marks.discrimination, first.discrimination if first else None,
                (-1.0, 4.0), ("guessing", "sharp"), Box(x, y, width, ROW), made=made)  # fmt: skip
        y += ROW
        _spread(sheet, "Your leaning", marks.criterion, first.criterion if first else None,
                (-1.5, 1.5), ("asks too readily", "waits too long"), Box(x, y, width, ROW), made=made)  # fmt: skip
        y += ROW
        divider(sheet, x, y, width)
        paint.text("How far your sureness holds", x, y + 26, SECTION, theme.text, EXTRA, width=width)
        y += 42
        y += paint.paragraph(BARS, x, y, width, META, theme.muted, SEMI) + 10
        for level in marks.levels:
            _level(sheet, level.sure, level.right, level.answers, Box(x, y, width, LEVEL))
            y += LEVEL


def _spread(
    sheet: Sheet, title: str, now: EstimatedFigure, first: EstimatedFigure | None, scale: tuple[float, float],
    ends: tuple[str, str], box: Box, *, made: bool,
) -> None:  # fmt: skip
    """A figure on its line, with its interval; the first sitting's is a hollow ring."""
    theme, paint = sheet.theme, sheet.painter
    words = f"{signed(now.figure)}, {between(now)}"
    if paint.measure(words, META, SEMI) + paint.measure(title, BODY, BOLD) + 12 > box.w:  # rather the figure alone
        words = signed(now.figure)
    shown = words if made else LIES
    used = paint.text(shown, box.right, box.y + 14, META, theme.muted, SEMI, align="right")
    paint.text(title, box.x, box.y + 14, BODY, theme.text, BOLD, width=box.w - used - 12)
    was = f" The first time {signed(first.figure)}." if first else ""
    paint.speak(Box(box.x, box.y, box.w, 24), f"{title}: {words}.{was}" if made else f"{title}: {shown}.")
    track = Box(box.x, box.y + 38, box.w, 8)
    paint.panel(track, theme.sunken, radius=4)

    def at(figure: float) -> float:
        share = (figure - scale[0]) / (scale[1] - scale[0])
        return track.x + 8 + (track.w - 16) * max(0.0, min(1.0, share))

    paint.panel(Box(at(now.low), track.y, max(2.0, at(now.high) - at(now.low)), track.h), theme.soft, radius=4,
                edge=theme.primary, width=1.5)  # fmt: skip
    paint.fill(Box(at(0.0) - 1, track.y - 5, 2, track.h + 10), theme.strong)
    if first is not None:
        paint.circle(at(first.figure), track.cy, 8, theme.surface, edge=theme.muted, width=2)
    paint.circle(at(now.figure), track.cy, 7, theme.primary, edge=theme.surface, width=2)
    left, right = ends
    middle = left == "guessing"
    paint.text(left, at(0.0) if middle else box.x, track.bottom + 16, META, theme.muted, SEMI,
               align="center" if middle else "left")  # fmt: skip
    paint.text(right, box.right, track.bottom + 16, META, theme.muted, SEMI, align="right")


def _level(sheet: Sheet, sure: int, right: int, answers: int, box: Box) -> None:
    """The answers of one sureness: a bar for those that were right, a mark for what was said."""
    theme, paint = sheet.theme, sheet.painter
    words = f"{right} of {answers}"
    paint.text(f"{sure} %", box.x, box.cy, META, theme.text, BOLD)
    paint.text(words, box.right, box.cy, META, theme.muted, SEMI, align="right")
    paint.speak(box, f"{sure} per cent sure: {words} right")
    track = Box(box.x + 56, box.cy - 6, box.w - 56 - 70, 12)
    paint.panel(track, theme.sunken, radius=6)
    if right:
        paint.panel(Box(track.x, track.y, track.w * right / answers, track.h), theme.good_soft, radius=6,
                    edge=theme.good, width=1.5)  # fmt: skip
    paint.fill(Box(min(track.x + track.w * sure / 100, track.right - 2) - 1, track.y - 4, 3, track.h + 8), theme.strong)
