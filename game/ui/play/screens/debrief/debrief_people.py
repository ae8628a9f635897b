"""Who they were: one card for each follower."""

from game.coach.hindsight.coached import BeliefCurve, Coached
from game.coach.looking_back.debrief import Debrief, FollowerDebrief
from game.ui.common.shared_actions import Sequence, turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION
from game.ui.drawing.widgets import chip, divider
from game.ui.play.play_actions import Explain
from game.ui.play.play_state import DebriefPage
from game.ui.play.screens.debrief import belief_picture

GAP = 12


def people(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of who the followers were."""
    across = 1 if sheet.narrow else 3 if box.w >= 1180 else 2
    width = (box.w - GAP * (across - 1) - 10) / across
    rows = [told.followers[i : i + across] for i in range(0, len(told.followers), across)]
    coached = page.coached or Coached()
    curves = {curve.follower: curve for curve in coached.curves}
    heights = [max(_height(sheet, f, curves.get(f.id), width) for f in row) for row in rows]
    truth = told.buyers_truth
    if coached.curves:
        truth += f" Your notebook scores {coached.notebook:.0f}; a perfect reader of signs, but of no words, "
        truth += f"{coached.reader:.0f}. {coached.guesses}".rstrip()
    head = _truth_high(sheet, truth, box.w - 10) + GAP
    with sheet.scroll("people", box, head + sum(heights) + GAP * len(rows)) as start:
        y = start
        _truth(sheet, truth.replace("-", "−"), Box(box.x, y, box.w - 10, head - GAP))
        y += head
        for row, high in zip(rows, heights, strict=True):
            for i, person in enumerate(row):
                _card(sheet, person, curves.get(person.id), Box(box.x + i * (width + GAP), y, width, high))
            y += high + GAP


def _truth_high(sheet: Sheet, truth: str, width: float) -> float:
    return max(54.0, sheet.painter.height(truth, width - 76, BODY, BOLD) + 24)


def _truth(sheet: Sheet, truth: str, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.soft, radius=16)
    paint.icon("people", box.x + 30, box.cy, 24, theme.on_soft)
    high = paint.height(truth, box.w - 76, BODY, BOLD)
    paint.paragraph(truth, box.x + 56, box.cy - high / 2, box.w - 76, BODY, theme.text, BOLD)


def _parts(person: FollowerDebrief) -> tuple[tuple[str, str], ...]:
    wish = f"{person.happy_end[:1].upper()}{person.happy_end[1:]}. {person.happy_end_text}"
    return (
        ("Why they followed", person.why_followed),
        ("What they wanted", person.wants),
        ("The best end for both" + (": it came" if person.came else ": not this time"), wish),
        ("How it stands", f"{person.end} {person.fares_told}".strip()),
    )


def _height(sheet: Sheet, person: FollowerDebrief, curve: BeliefCurve | None, width: float) -> float:
    inner = width - 36
    return (
        126
        + belief_picture.height(sheet, curve, inner)
        + sum(20 + sheet.painter.height(text, inner, 14) + 8 for _, text in _parts(person))
        + 8
    )


def _card(sheet: Sheet, person: FollowerDebrief, curve: BeliefCurve | None, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    action = Sequence((turn(tab="trust"), Explain(follower=person.id)))
    words = f"{person.name} was: {person.motive_title}. {_guess(person)}. Show how trust moved"
    touch = sheet.region(f"card.{person.id}", box, words, action, role="item")
    if not paint.visible(box):
        return
    paint.panel(
        box,
        theme.surface,
        radius=18,
        edge=theme.primary if touch.hover else theme.border,
        shadow="card" if touch.hover else "low",
    )
    mood = "delighted" if person.came else "neutral"
    paint.avatar(person.look, box.x + 44, box.y + 44, 56, mood=mood)
    x, room = box.x + 84, box.w - 84 - 18
    paint.text(
        person.name,
        x,
        box.y + 30,
        paint.fitting(person.name, room, (SECTION, 16, 15), EXTRA),
        theme.text,
        EXTRA,
        width=room,
    )
    chip(sheet, person.motive_title, x, box.y + 58, "soft", "person", width=room)
    y = box.y + 96
    if not person.guess:
        tone, icon = "plain", "notebook"
    else:
        tone, icon = ("good", "check") if person.guess_right else ("danger", "close")
    chip(sheet, _guess(person), box.x + 18, y, tone, icon, width=box.w - 36)
    y += 22
    divider(sheet, box.x + 18, y, box.w - 36)
    y += 8
    belief_picture.draw(sheet, curve, box.x + 18, y, box.w - 36)
    y += belief_picture.height(sheet, curve, box.w - 36)
    for i, (title, text) in enumerate(_parts(person)):
        ink = theme.good if i == 2 and person.came else theme.muted
        if i == 2:
            paint.icon(
                "check" if person.came else "close",
                box.right - 26,
                y + 9,
                16,
                theme.good if person.came else theme.muted,
            )
        paint.text(title, box.x + 18, y + 10, META, ink, BOLD, width=box.w - 60, may_end=True)
        y += 20 + paint.paragraph(text, box.x + 18, y + 20, box.w - 36, 14, theme.text) + 8


def _guess(person: FollowerDebrief) -> str:
    if not person.guess:
        return "You wrote nothing down"
    verdict = "right" if person.guess_right else "wrong"
    return f"You said {person.guess}, {person.guess_sure} % sure: {verdict}"
