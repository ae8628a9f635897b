"""The marked review: the decisions that mattered, each as a kind teacher tells it, and a way to try it otherwise."""

from game.coach.coached import Coached, ReviewedDecision
from game.coach.debrief import Debrief
from game.session.entries import Undo
from game.ui.common.shared_actions import Open, turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, divider, empty
from game.ui.play.play_state import ConfirmBox, DebriefPage
from game.ui.play.screens.day.mirror_box import table_scene
from game.ui.play.screens.debrief.worth_picture import figure, worths

CONTINUES = "All of it is measured by playing on some hundred times as a patient player would, with the same chance."


def review(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of the marked review."""
    found = page.coached or Coached()
    if found.running or found.problem:
        _waiting(sheet, found, box)
        return
    if not found.decisions:
        sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
        text = f"{found.count} decisions were weighed, and none of them can surely be told from chance."
        empty(sheet, box, "check", "No single decision stands out", text)
        return
    side = 400 if sheet.wide else 280
    chosen = min(page.decision, len(found.decisions) - 1)
    _list(sheet, found, chosen, Box(box.x, box.y, side, box.h))
    _decision(sheet, found, found.decisions[chosen], Box(box.x + side + 12, box.y, box.w - side - 12, box.h))
    for key, step in (("Up", -1), ("Down", 1)):
        sheet.shortcut(key, turn(decision=(chosen + step) % len(found.decisions)))
    del told


def _waiting(sheet: Sheet, found: Coached, box: Box) -> None:
    """How far the coach is; or why it ended."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    if found.problem:
        empty(sheet, box, "warning", "The coach has stopped", found.problem)
        return
    wide = min(440.0, box.w - 60)
    bar = Box(box.cx - wide / 2, box.cy, wide, 10)
    title = f"Weighing day {found.weighed + 1} of {found.days}" if found.curves else "Reading what could be seen"
    if found.curves and found.weighed >= found.days:
        title = "Writing it down"
    paint.text(title, box.cx, bar.y - 40, SECTION, theme.text, EXTRA, align="center", width=box.w - 40)
    paint.panel(bar, theme.sunken, radius=5, edge=theme.border)
    share = (0.08 + 0.92 * found.weighed / max(1, found.days)) if found.curves else 0.02
    paint.panel(Box(bar.x, bar.y, max(10.0, bar.w * share), bar.h), theme.primary, radius=5)
    words = "Each decision is played on many times, as it was and otherwise. Read the other pages meanwhile."
    high = paint.height(words, wide, 14, SEMI)
    paint.paragraph(words, bar.x, bar.bottom + 18, wide, 14, theme.muted, SEMI)
    sheet.region(
        "review.progress", Box(bar.x, bar.y - 60, wide, 90 + high), f"{title}. {words}", None, role="text",
    )  # fmt: skip


def _list(sheet: Sheet, found: Coached, chosen: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    row, head = 70, 46
    groups = [(title, [(i, d) for i, d in enumerate(found.decisions) if d.fine == fine])
              for title, fine in (("Where most was to be gained", False), ("What you did best", True))]  # fmt: skip
    groups = [(title, some) for title, some in groups if some]
    foot = f"{found.count} decisions were weighed. These stand out from chance. {CONTINUES}"
    foot_high = paint.height(foot, box.w - 40, META, SEMI) + 24
    inside = box.inset(1, 8)
    with sheet.scroll("review.list", inside, sum(head + row * len(some) for _, some in groups) + foot_high) as start:
        y = start
        for title, some in groups:
            paint.text(title, box.x + 20, y + 24, BODY, theme.text, EXTRA, width=box.w - 40)
            y += head
            for i, decision in some:
                _row(sheet, decision, Box(box.x + 8, y, box.w - 20, row - 4), i, held=i == chosen)
                y += row
        paint.paragraph(foot, box.x + 20, y + 10, box.w - 40, META, theme.muted, SEMI)


def _row(sheet: Sheet, decision: ReviewedDecision, box: Box, number: int, *, held: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    words = (
        f"Day {decision.day}, {decision.name}: {decision.made}, {figure(decision.known)} points. {decision.sentence}"
    )
    touch = sheet.region(f"decision.{number}", box, words, turn(decision=number), role="item", chosen=held)
    if not paint.visible(box):
        return
    if held or touch.hover:
        paint.panel(box, theme.soft if held else theme.hover, radius=14)
    paint.avatar(decision.look, box.x + 32, box.cy, 44, mood="delighted" if decision.fine else "neutral")
    ink = theme.good if decision.fine else theme.danger
    used = paint.text(figure(decision.known), box.right - 12, box.cy, SECTION, ink, EXTRA, align="right")
    x, room = box.x + 64, box.w - 64 - used - 24
    paint.text(decision.name, x, box.cy - 11, BODY, theme.text, BOLD, width=room)
    paint.text(f"Day {decision.day} · {decision.made}", x, box.cy + 12, META, theme.muted, SEMI, width=room)


def _decision(sheet: Sheet, found: Coached, told: ReviewedDecision, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, width = box.x + 22, box.w - 44
    title = f"Day {told.day}: {told.made}" + (f", to {told.name}" if told.made != "No move" else f" to {told.name}")
    paint.text(title, x, box.y + 29, SECTION, theme.text, EXTRA, width=width)
    divider(sheet, box.x + 1, box.y + 52, box.w - 2)
    foot = Box(box.x, box.bottom - 64, box.w, 64)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    _foot(sheet, told, foot)
    scene_wide = min(width, 560.0 if sheet.tall else 420.0)
    scene_high = scene_wide * 360 / 768 if told.date is not None else 0.0
    sentence = paint.height(told.sentence, width, BODY, BOLD, leading=1.5)
    information = paint.height(told.information, width, 14, SEMI)
    high = 16 + sentence + 12 + information + 16 + worths(sheet, told, x, 0.0, width, draw=False) + 24
    high += scene_high + 66 if scene_high else 0
    inside = Box(box.x + 1, box.y + 53, box.w - 2, foot.y - box.y - 54)
    with sheet.scroll("review.decision", inside, high) as start:
        y = start + 16
        y += paint.paragraph(told.sentence, x, y, width, BODY, theme.text, BOLD, leading=1.5) + 12
        y += paint.paragraph(told.information, x, y, width, 14, theme.muted, SEMI) + 16
        y += worths(sheet, told, x, y, width) + 24
        if told.date is not None:
            caption = f"In the date mirror, as it could be seen that morning: {told.date_title}"
            paint.text(caption, x, y, META, theme.muted, SEMI, width=width)
            scene = Box(x, y + 16, scene_wide, scene_high)
            if paint.visible(scene):
                table_scene(sheet, scene, told.look, told.date)
            paint.paragraph(told.date.then, x, scene.bottom + 10, width, 14, theme.muted, SEMI, lines=2)
    del found


def _foot(sheet: Sheet, told: ReviewedDecision, box: Box) -> None:
    wide = 190
    question = ConfirmBox(
        f"Try day {told.day} otherwise?",
        f"You go back to the morning of day {told.day}. What you did before stays; what comes after is played anew, "
        "with the same chance.",
        "Try it otherwise",
        Undo(told.day),
        "undo",
    )
    button(
        sheet, "review.undo", Box(box.right - 18 - wide, box.cy - 22, wide, 44), "Try it otherwise", Open(question),
        style="primary", icon="undo", key="U", size=14, spoken=f"Try it otherwise: play again from day {told.day}",
    )  # fmt: skip
    other = f"Weighed against: {told.other}"
    room = box.w - wide - 18 - 40
    sheet.painter.text(other, box.x + 22, box.cy, 14, sheet.theme.muted, SEMI, width=room)
