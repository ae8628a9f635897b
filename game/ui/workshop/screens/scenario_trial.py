"""A playtest: how far it is, and what it found, as pictures with their figures."""

from game.ui.common.shared_actions import turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.input_fields import progress
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI
from game.ui.drawing.widgets import button, divider, empty, segmented
from game.ui.workshop.screens import trial_pictures as pictures
from game.ui.workshop.screens.scenario_messages import card_height, problem_card
from game.ui.workshop.workshop_actions import StopTrying
from game.ui.workshop.workshop_state import GAMES, ScenarioPage
from game.ui.workshop.workshop_values import Trials

TWO_COLUMNS = 1000
WHAT = (
    "Bots play your scenario many times: patient ones, pushy ones, one that never asks. You see who fares how, which "
    "goals are reached, what never happens, and whether it teaches what it promises."
)


def trial(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab of the playtest."""
    paint = sheet.painter
    strip = Box(box.x, box.y, box.w, 84 if sheet.narrow else 56)
    found = page.trials
    if found is not None and found.running:
        _running(sheet, found, strip)
    else:
        _ready(sheet, page, strip)
    divider(sheet, box.x + 1, strip.bottom, box.w - 2)
    inside = Box(box.x + 1, strip.bottom + 1, box.w - 2, box.bottom - strip.bottom - 8)
    if found is not None and found.problem and not found.rows:
        empty(sheet, inside, "warning", "No result", found.problem)
        return
    if found is None or not found.rows:
        text = "It takes some seconds to begin." if found is not None and found.running else WHAT
        title = "The bots sit down" if found is not None and found.running else "Who fares how?"
        empty(sheet, inside, "chart", title, text)
        return
    two = box.w >= TWO_COLUMNS
    gap, side = 32.0, 20.0
    width = (box.w - 2 * side - gap) * 0.6 if two else box.w - 2 * side
    second = box.w - 2 * side - gap - width if two else width
    left = [pictures.scores(sheet, found, width), *pictures.goals(sheet, found, width)] if found.rows else []
    right = [pictures.lesson(sheet, found, second), *pictures.never(sheet, found, second)] if found.rows else []
    notes = _notes(page, found)
    cards = [card_height(sheet, p, box.w - 2 * side) for p in found.findings]
    head = sum(paint.height(n, box.w - 90, BODY, SEMI) + 32 for n, _ in notes) + sum(cards) + 12 * len(cards)
    head += 10 if cards else 0
    high = [sum(s.height + 26 for s in part) for part in (left, right)]
    total = head + (max(high) if two else sum(high)) + 24
    with sheet.scroll("trial", inside, total) as start:
        y = start + 16
        for note, tone in notes:
            size = paint.height(note, box.w - 90, BODY, SEMI) + 20
            _note(sheet, note, tone, Box(box.x + side, y, box.w - 2 * side, size))
            y += size + 12
        for i, (problem, size) in enumerate(zip(found.findings, cards, strict=True)):
            problem_card(sheet, problem, i, Box(box.x + side, y, box.w - 2 * side, size))
            y += size + 12
        y += 10 if cards else 0
        x, top = box.x + side, y
        for section in left:
            section.draw(x, y)
            y += section.height + 26
        if two:
            x, y = box.x + side + width + gap, top
        for section in right:
            section.draw(x, y)
            y += section.height + 26


def _notes(page: ScenarioPage, found: Trials) -> list[tuple[str, str]]:
    """What is to be known first, each with its tone."""
    notes = [(found.problem, "warn")] if found.problem else []
    if found.version != page.check.version:
        notes.append(("The file has been changed since this playtest. Play it again to see what that did.", "warn"))
    if found.verdict:
        notes.append((pictures.says_of(found.verdict), "danger" if found.errors else "good"))
    return notes


def _note(sheet: Sheet, text: str, tone: str, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    ground, ink = {
        "warn": (theme.warn_soft, theme.warn), "danger": (theme.danger_soft, theme.danger),
        "good": (theme.good_soft, theme.good),
    }[tone]  # fmt: skip
    paint.panel(box, ground, radius=12)
    paint.icon("check" if tone == "good" else "warning", box.x + 22, box.cy, 18, ink)
    paint.paragraph(text, box.x + 44, box.y + 10, box.w - 56, BODY, theme.text, SEMI)


def _running(sheet: Sheet, found: Trials, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    wide = 128.0
    button(sheet, "stop", Box(box.right - 16 - wide, box.cy - 20, wide, 40), "Stop", StopTrying(), icon="close",
           key="X", show_key=True, spoken="Stop the playtest; what was played stays")  # fmt: skip
    words = f"{found.done:,} of {found.total:,} games"
    if found.done == found.total:
        words = "Listening to what was said"
    if sheet.narrow:
        progress(sheet, Box(box.x + 20, box.bottom - 24, box.w - wide - 56, 12), found.done / max(1, found.total))
        paint.text(words, box.x + 20, box.y + 28, BODY, theme.text, BOLD, width=box.w - wide - 52)
        paint.speak(Box(box.x + 20, box.cy - 10, 10, 20), f"Playtest running: {words}")
        return
    room = box.w - wide - 52
    used = paint.text(words, box.x + 20, box.cy, BODY, theme.text, BOLD, width=room * 0.5)
    bar = Box(box.x + 20 + max(used, 150.0) + 18, box.cy - 6, 0, 12)
    share = found.done / max(1, found.total)
    progress(sheet, Box(bar.x, bar.y, box.right - 16 - wide - 20 - bar.x, bar.h), share)
    paint.speak(Box(box.x + 20, box.cy - 10, 10, 20), f"Playtest running: {words}")


def _ready(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    label = "Games of each bot"
    used = paint.text(label, box.x + 20, box.y + 22 if sheet.narrow else box.cy, BODY, theme.text, BOLD)
    choices = tuple((str(n), f"{n:,}", turn(games=n)) for n in GAMES)
    bar = Box(box.x + 20 + used + 16, box.cy - 19, 300, 38)
    if sheet.narrow:
        bar = Box(box.x + 16, box.bottom - 46, box.w - 32, 38)
    segmented(sheet, "games", bar, choices, str(page.games), spoken=f"{label}:")
    found = page.trials
    if found is not None and found.rows:
        least, most = min(row.games for row in found.rows), max(row.games for row in found.rows)
        played = f"{most:,}" if least == most else f"{least:,} to {most:,}"
        words = f"Shown: {played} games of each of {len(found.rows)} bots"
        if paint.measure(words, META, SEMI) < box.right - 20 - bar.right - 16:
            paint.text(words, box.right - 20, box.cy, META, theme.muted, SEMI, align="right")
