"""Your habits in three sentences, each of which you may deny, beside what comes of it if you go on like this."""

from game.coach.forward.forward_text import check_told, earlier_told, lead_told, told_figure
from game.coach.forward.forward_values import ASKING, MANNER, PACE, ForwardNews, HabitTold, LookedForward
from game.intervals import Interval
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head, panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, divider, empty
from game.ui.play.forward.forward_state import DenyHabit, ForwardPage

NAME = "Your habits"
HEADS = {ASKING: "When you ask", PACE: "How long you wait", MANNER: "What you do otherwise"}
DENIED = "Not you. There the patient bot plays."
ABOUT = "Read from your own choices and from what you could see before each, nothing else."
FIRST = "Your habits are being read from your runs."
ROW = 52.0
WIDEST = 1400.0  # of both columns; longer lines are hard to read


def forward(sheet: Sheet, model: Model) -> None:
    """Draw the page of habits."""
    page = model.page
    if not isinstance(page, ForwardPage):
        return
    theme, paint = sheet.theme, sheet.painter
    title = f"{NAME} · {model.settings.name}" if model.settings.name else NAME
    body = page_head(sheet, title).body
    wide = min(body.w, WIDEST)
    body = body._replace(x=body.cx - wide / 2, w=wide)
    if page.news.problem and not page.news.habits:
        paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
        empty(sheet, body, "people", "Nothing to tell yet", page.news.problem)
        return
    if sheet.narrow:
        shown, room = panes(sheet, body, (("habits", NAME), ("leads", "Where they lead")), page.pane)
        (_habits if shown == "habits" else _leads)(sheet, page.news, room)
        return
    half = (body.w - 12) / 2
    _habits(sheet, page.news, Box(body.x, body.y, half, body.h))
    _leads(sheet, page.news, Box(body.x + half + 12, body.y, half, body.h))


def _habits(sheet: Sheet, news: ForwardNews, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, width = box.x + 24, box.w - 48
    lead = ABOUT if news.habits else FIRST
    sizes = [_habit_high(sheet, habit, width) for habit in news.habits]
    about = paint.height(lead, width, META, SEMI)
    with sheet.scroll("forward.habits", box.inset(1, 8), 24 + about + sum(sizes) + 16) as start:
        y = start + 12
        y += paint.paragraph(lead, x, y, width, META, theme.muted, SEMI) + 12
        for number, (habit, size) in enumerate(zip(news.habits, sizes, strict=True), 1):
            _habit(sheet, habit, number, Box(x, y, width, size))
            y += size


def _habit_high(sheet: Sheet, habit: HabitTold, width: float) -> float:
    words = sheet.painter.height(habit.sentence, width, BODY, BOLD, leading=1.5)
    return 40 + words + (64 if habit.known else 22)


def _habit(sheet: Sheet, habit: HabitTold, number: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    divider(sheet, box.x, box.y, box.w)
    paint.text(HEADS[habit.id], box.x, box.y + 22, META, theme.muted, BOLD)
    ink = theme.muted if habit.denied or not habit.known else theme.text
    used = paint.paragraph(habit.sentence, box.x, box.y + 38, box.w, BODY, ink, BOLD, leading=1.5)
    if not habit.known:
        return
    spot = Box(box.x, box.y + 38 + used + 10, 190, 40)
    label = "It is me after all" if habit.denied else "No, that is not me"
    button(
        sheet, f"deny.{habit.id}", spot, label, DenyHabit(habit.claim, not habit.denied), size=14, key=str(number),
        icon="undo" if habit.denied else "close", spoken=f"{label}: {habit.sentence}",
    )  # fmt: skip
    if habit.denied:
        room = box.right - spot.right - 14
        high = paint.height(DENIED, room, META, BOLD)
        paint.paragraph(DENIED, spot.right + 14, spot.cy - high / 2, room, META, theme.warn, BOLD)


def _leads(sheet: Sheet, news: ForwardNews, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, width = box.x + 24, box.w - 48
    if news.problem:
        empty(sheet, box, "warning", "The look forward has stopped", news.problem)
        return
    if news.found is None:
        _waiting(sheet, news, box)
        return
    rows, words = _rows(news.found), _words(news.found)
    sizes = [paint.height(line, width, BODY, weight, leading=1.5) + 10 for line, weight in words]
    title = f"Mean of {news.found.went.games} fresh games of {news.found.title}"
    with sheet.scroll("forward.leads", box.inset(1, 8), 96 + ROW * len(rows) + 14 + sum(sizes)) as start:
        y = start + 12
        paint.text("If you go on like this", x, y + 14, SECTION, theme.text, EXTRA, width=width)
        paint.text(title, x, y + 38, META, theme.muted, SEMI, width=width)
        paint.speak(Box(x, y, width, 50), f"If you go on like this: {title}")
        y += 58
        one, two = x + width * 0.62, x + width
        paint.text("you", one, y + 10, META, theme.muted, BOLD, align="right")
        paint.text("patient bot", two, y + 10, META, theme.muted, BOLD, align="right")
        y += 24
        for label, you, other in rows:
            _row(sheet, label, you, other, Box(x, y, width, ROW))
            y += ROW
        y += 14
        for (line, weight), size in zip(words, sizes, strict=True):
            paint.paragraph(line, x, y, width, BODY, theme.text, weight, leading=1.5)
            y += size


def _row(sheet: Sheet, label: str, you: Interval, other: Interval, box: Box) -> None:
    """A figure of both sides, each with its interval below."""
    theme, paint = sheet.theme, sheet.painter
    divider(sheet, box.x, box.y, box.w)
    paint.text(label, box.x, box.cy, BODY, theme.text, SEMI, width=box.w * 0.36)
    for value, right, ink in ((you, box.x + box.w * 0.62, theme.text), (other, box.right, theme.muted)):
        paint.text(f"{value.mean:.1f}", right, box.cy - 9, SECTION, ink, EXTRA, align="right")
        paint.text(f"{max(0.0, value.low):.1f} to {value.high:.1f}", right, box.cy + 13, META, theme.muted, SEMI,
                   align="right")  # fmt: skip
    paint.speak(box, f"{label}: you {told_figure(you)}, the patient bot {told_figure(other)}")


def _rows(found: LookedForward) -> tuple[tuple[str, Interval, Interval], ...]:
    you, other = found.went.you, found.went.patient
    return (
        ("Score", you.score, other.score),
        ("Sales won", you.won, other.won),
        ("Pushed away", you.pushed, other.pushed),
        ("Ready, not asked", you.missed, other.missed),
    )


def _words(found: LookedForward) -> list[tuple[str, int]]:
    lines = [
        (lead_told(found.went.you.lead), BOLD),
        (f"Within reach were {told_figure(found.went.reach)} points: the best of all bots in each game.", SEMI),
    ]
    if found.checked is not None:
        lines.append((check_told(found.checked), SEMI))
    if found.earlier is not None:
        lines.append((f"Against your earlier self, with the same people: {earlier_told(found.earlier.lead)}", SEMI))
    return lines


def _waiting(sheet: Sheet, news: ForwardNews, box: Box) -> None:
    """How far the games are."""
    theme, paint = sheet.theme, sheet.painter
    wide = min(440.0, box.w - 60)
    bar = Box(box.cx - wide / 2, box.cy, wide, 10)
    title = "Playing on by your habits" if news.habits else "Reading your runs"
    paint.text(title, box.cx, bar.y - 40, SECTION, theme.text, EXTRA, align="center", width=box.w - 40)
    paint.panel(bar, theme.sunken, radius=5, edge=theme.border)
    share = news.done / news.steps if news.steps else 0.02
    paint.panel(Box(bar.x, bar.y, max(10.0, bar.w * share), bar.h), theme.primary, radius=5)
    words = "200 fresh games, with people nobody has met. The patient bot plays the same ones."
    high = paint.height(words, wide, 14, SEMI)
    paint.paragraph(words, bar.x, bar.bottom + 18, wide, 14, theme.muted, SEMI)
    sheet.region(
        "forward.progress", Box(bar.x, bar.y - 60, wide, 90 + high), f"{title}. {words}", None, role="text",
    )  # fmt: skip
