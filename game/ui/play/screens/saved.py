"""For the author of a scenario who plays it: what came of the last save, as a bar along the lower edge and dialogs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from game.session.runs.saved_file import Broken, Saved, Taken
from game.ui.common.shared_actions import Close, Open
from game.ui.common.ui_model import Model
from game.ui.drawing.excerpts import problem_block, problem_height
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, divider
from game.ui.play.play_actions import CatchUp
from game.ui.play.play_state import BrokenBox, TakenBox

BAR = 44
SHOW, ON = 132, 168  # widths of the buttons
GAP = 18  # between two problems


@contextmanager
def bar(sheet: Sheet, model: Model) -> Iterator[None]:
    """Draws what stands inside in what room there is above the bar, then the bar; without a save, all the room."""
    saved, whole = model.saved, sheet.window
    if saved is None:
        yield
        return
    high = BAR + (40 if sheet.narrow and (_shows(model, saved) or _leads_on(model)) else 0)
    sheet.window = Box(whole.x, whole.y, whole.w, whole.h - high)
    yield
    sheet.window = whole
    _bar(sheet, model, saved, Box(whole.x, whole.bottom - high, whole.w, high))


def _shows(model: Model, saved: Saved) -> bool:
    """Whether there is a dialog with more, that is not open."""
    return not isinstance(model.dialog, TakenBox | BrokenBox) and _has_more(saved)


def _leads_on(model: Model) -> bool:
    """Whether days can be played on that the save has interrupted."""
    return bool(model.ahead) and model.view is not None and model.dialog is None


def _bar(sheet: Sheet, model: Model, saved: Saved, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    wrong = isinstance(saved, Broken)
    stopped = isinstance(saved, Taken) and bool(saved.replayed.stopped or saved.replayed.left_out)
    ground, ink, icon = (
        (theme.danger_soft, theme.danger, "warning")
        if wrong
        else (theme.warn_soft, theme.warn, "warning")
        if stopped
        else (theme.good_soft, theme.good, "check")
    )
    paint.fill(box, ground)
    paint.fill(Box(box.x, box.y, box.w, 1), ink)
    row = box._replace(y=box.bottom - BAR, h=BAR)  # of the buttons
    words_row = box._replace(h=BAR)
    paint.icon(icon, box.x + 30, words_row.cy, 20, ink)
    x, end = box.x + 50, box.right - 16
    if _shows(model, saved):
        box_of = BrokenBox(saved, model.dialog) if isinstance(saved, Broken) else TakenBox(saved, model.dialog)
        end -= SHOW
        button(
            sheet, "saved.show", Box(end, row.cy - 18, SHOW, 36), "Show", Open(box_of), icon="eye", size=14, key="R",
            show_key=True, spoken=f"Show: {headline(saved)} {outcome(saved)[0]}",
        )  # fmt: skip
        end -= 12
    if _leads_on(model) and model.view is not None:
        label = f"On to day {model.view.day + model.ahead}"
        end -= ON
        button(
            sheet, "saved.ahead", Box(end, row.cy - 18, ON, 36), label, CatchUp(), style="primary", size=14, key="J",
            show_key=True, spoken=f"{label}: play your other days again, as you played them",
        )  # fmt: skip
        end -= 12
    head = headline(saved)
    end = box.right - 16 if sheet.narrow else end
    paint.speak(Box(x, box.y, end - x, BAR), f"{head} {outcome(saved)[0]}")
    wide = paint.text(head, x, words_row.cy, 14, theme.text, BOLD, width=end - x)
    x += wide + 8
    words = next((w for w in (*_with_the_first(saved), *outcome(saved)) if paint.measure(w, 14, SEMI) <= end - x), "")
    paint.text(words, x, words_row.cy, 14, theme.text, SEMI)


def _with_the_first(saved: Saved) -> tuple[str, ...]:
    """The outcome with the weightiest difference, where there is room for both."""
    if isinstance(saved, Broken) or saved.replayed.stopped:
        return ()
    return tuple(f"{outcome(saved)[0]} {first}" for first in (*saved.replayed.differs, *saved.replayed.left_out)[:1])


def _has_more(saved: Saved) -> bool:
    return isinstance(saved, Broken) or bool(saved.replayed.changed or not saved.replayed.same)


def headline(saved: Saved) -> str:
    """Which file, and whether it is played.

    >>> headline(Broken("quay.yaml", "14:03", ()))
    'Not taken: quay.yaml, 14:03.'
    """
    return f"{'Not taken' if isinstance(saved, Broken) else 'Taken'}: {saved.file}, {saved.time}."


def outcome(saved: Saved) -> tuple[str, ...]:
    """What came of a save, in fewer and fewer words."""
    if isinstance(saved, Broken):
        errors = _count(len(saved.problems), "error")
        return (f"It has {errors}. The last good version goes on.", f"{errors}; the last good one goes on.", errors)
    replayed = saved.replayed
    if replayed.stopped:
        return (replayed.stopped, "Not all days could be played again.", "Not all days.")
    if saved.pictures:
        return ("The pictures are up to date; nothing else has changed.", "The pictures are new.")
    if replayed.same and not replayed.changed:
        return ("It is as it was: nothing has changed.", "Nothing has changed.")
    if replayed.same:
        return ("The same people; nothing you did is changed.", "Nothing you did is changed.", "All as it was.")
    played = (
        f"Your {_count(replayed.days, 'day')} were played again" if replayed.days != 1 else "Your day was played again"
    )
    told = len(replayed.differs) + len(replayed.left_out)
    if not replayed.days and not told:
        return ("Your first day begins with it.", "Taken.")
    if not told:
        return (
            f"{played}: nothing that you can see is different.",
            "Nothing you can see is different.",
            "Played again.",
        )
    things = "1 thing differs" if told == 1 else f"{told} things differ"
    return (f"{played}: {things}.", f"{things[0].upper()}{things[1:]}.")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def taken(sheet: Sheet, model: Model) -> None:
    """Draw the list of what a save changed."""
    box = model.dialog
    if not isinstance(box, TakenBox):
        return
    paint, theme = sheet.painter, sheet.theme
    replayed = box.taken.replayed
    width = dialog_room(sheet, 680) - 12
    first = outcome(box.taken)[0]
    parts = (
        ("What is otherwise now", replayed.differs, "eye"),
        ("What could not be done again", replayed.left_out, "undo"),
        ("Changed in the file", replayed.changed, "text"),
    )
    high = paint.height(first, width, BODY, SEMI, leading=1.5) + 8
    high += sum(_list_height(sheet, lines, width) for _, lines, _ in parts if lines)
    icon = "warning" if replayed.stopped else "check"
    body = dialog(
        sheet, 680, 72 + high + 8 + 46 + 22, icon, "What your save changed", f"{box.taken.file}, {box.taken.time}"
    )
    room = Box(body.x, body.y, body.w, body.h - 46 - 8)
    with sheet.scroll("taken", room, high) as start:
        y = start
        y += paint.paragraph(first, body.x, y, width, BODY, theme.text, SEMI, leading=1.5) + 8
        for title, lines, icon in parts:
            if lines:
                y += _list(sheet, title, lines, icon, body.x, y, width)
    _on(sheet, body, "Go on")


def _list_height(sheet: Sheet, lines: Sequence[str], width: float) -> float:
    return 40 + sum(sheet.painter.height(line, width - 34, BODY) + 6 for line in lines) + 8


def _list(sheet: Sheet, title: str, lines: Sequence[str], icon: str, x: float, y: float, width: float) -> float:
    """A heading and its lines; returns the height used."""
    paint, theme = sheet.painter, sheet.theme
    divider(sheet, x, y + 4, width)
    paint.icon(icon, x + 10, y + 23, 18, theme.on_soft)
    paint.text(title, x + 28, y + 23, BODY, theme.text, EXTRA, width=width - 28)
    paint.speak(Box(x, y + 12, width, 22), title)
    at = y + 40
    for line in lines:
        paint.circle(x + 11, at + 10, 2.5, theme.strong)
        at += paint.paragraph(line, x + 28, at, width - 34, BODY, theme.text) + 6
    return _list_height(sheet, lines, width)


def broken(sheet: Sheet, model: Model) -> None:
    """What is wrong with the file, where, and how to mend it."""
    box = model.dialog
    if not isinstance(box, BrokenBox):
        return
    paint, theme = sheet.painter, sheet.theme
    problems = box.broken.problems
    width = dialog_room(sheet, 780) - 12
    sizes = [problem_height(sheet, p, width) for p in problems]
    high = sum(sizes) + GAP * max(0, len(sizes) - 1)
    words = "You play on with the last good version. This closes by itself as soon as the file is good."
    deep = 46.0 + (paint.height(words, width, META, SEMI) + 10 if sheet.narrow else 0)
    foot = paint.height(words, width - 170, META, SEMI)
    title = f"{box.broken.file} has {_count(len(problems), 'error')}"
    body = dialog(sheet, 780, 72 + high + 12 + deep + 22, "warning", title)
    room = Box(body.x, body.y, body.w, body.h - deep - 12)
    with sheet.scroll("broken", room, high) as start:
        y = start
        for i, (problem, size) in enumerate(zip(problems, sizes, strict=True)):
            if i:
                divider(sheet, body.x, y - GAP / 2, width)
            problem_block(sheet, problem, body.x, y, width)
            y += size + GAP
    if sheet.narrow:
        paint.paragraph(words, body.x, body.bottom - deep, width, META, theme.muted, SEMI)
    else:
        paint.paragraph(words, body.x, body.bottom - 23 - foot / 2, width - 170, META, theme.muted, SEMI)
    _on(sheet, body, "Play on")


def _on(sheet: Sheet, body: Box, label: str) -> None:
    place = Box(body.right - 150, body.bottom - 46, 150, 46)
    button(sheet, "saved.on", place, label, Close(), style="primary", key="Enter", show_key=True)
