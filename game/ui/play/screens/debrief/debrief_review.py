"""The marked review: the decisions that mattered, each as a kind teacher tells it, and a way to try it otherwise."""

from dataclasses import replace

from game.coach.hindsight.coached import Coached, ReviewedDecision
from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.sent_to_all_told import TITLE as TO_ALL
from game.session.date_lines import DateLine
from game.ui.common.shared_actions import turn
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, divider, empty
from game.ui.play.play_state import DebriefPage
from game.ui.play.screens.debrief import fan_picture
from game.ui.play.screens.debrief.otherwise import try_otherwise
from game.ui.play.screens.debrief.worth_picture import figure, worths
from game.ui.play.screens.mirror.table_scene import said_in, table_scene, talk_high

CONTINUES = (
    "Figures are points of the final score: each choice was played on to the end many times, as a patient player "
    "would. Whether somebody was ready is another matter (“Your asks”), and so is what a move did to trust."
)
LEFT_OUT = "What did not surely move the score by a point or more is left out, but for sales."
"""What is said below the list of what is not in it."""
NEVER = "Who was never asked in time is weighed against one question, with none on any later day."
READ = "Left of the middle the other choice was better, right of it yours. The longer the bar, the less sure that is."
SMALL = 620.0  # narrower than that, a scene has no room for what is said in it
BESIDE = 700.0  # of width, from which the scene stands beside the figures


def review(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of the marked review."""
    found = page.coached or Coached()
    if found.running:  # of a first look, what was done best is left out: there a closer one changes most
        found = replace(found, decisions=tuple(one for one in found.decisions if not one.fine))
    if (found.running and not found.decisions) or found.problem:
        _waiting(sheet, found, box)
        return
    if not found.decisions:
        sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
        text = f"{found.count} decisions were weighed, and none of them surely moved the score by a point or more."
        empty(sheet, box, "check", "No single decision stands out", text)
        return
    side = 360 if sheet.wide else 270
    chosen = min(page.decision, len(found.decisions) - 1)
    if sheet.narrow:
        _in_one_column(sheet, told, found, page, chosen, box)
        return
    _list(sheet, told, found, chosen, Box(box.x, box.y, side, box.h))
    _decision(sheet, found.decisions[chosen], Box(box.x + side + 12, box.y, box.w - side - 12, box.h))
    for key, step in (("Up", -1), ("Down", 1)):
        sheet.shortcut(key, turn(decision=(chosen + step) % len(found.decisions)))


def _in_one_column(sheet: Sheet, told: Debrief, found: Coached, page: DebriefPage, chosen: int, box: Box) -> None:
    """The list, or the decision that is chosen in it."""
    if page.pane:
        row = Box(box.x, box.y, box.w, 44)
        button(sheet, "back", Box(row.x, row.y, 170, 38), "All decisions", turn(pane=""), icon="back", size=14,
               style="soft", key="Esc")  # fmt: skip
        _decision(sheet, found.decisions[chosen], Box(box.x, row.bottom, box.w, box.h - row.h))
    else:
        _list(sheet, told, found, chosen, box)


def _waiting(sheet: Sheet, found: Coached, box: Box) -> None:
    """How far the coach is; or why it ended."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    if found.problem:
        empty(sheet, box, "warning", "The coach has stopped", found.problem)
        return
    wide = min(440.0, box.w - 60)
    bar = Box(box.cx - wide / 2, box.cy, wide, 10)
    title = f"Weighing day {found.weighed + 1} of {found.days}"
    if not found.weighed:
        title = "Taking a first look" if found.curves else "Reading what could be seen"
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


def _list(sheet: Sheet, told: Debrief, found: Coached, chosen: int, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    row, head = 70, 46
    groups: dict[str, list[tuple[int, ReviewedDecision]]] = {}
    for i, decision in enumerate(found.decisions):
        groups.setdefault(_group(decision), []).append((i, decision))
    foot = f"{found.count} decisions were weighed. {LEFT_OUT} {CONTINUES}"
    if any(d.passed_over for d in found.decisions):
        foot += f" {NEVER}"
    if found.running:
        day = min(found.weighed + 1, found.days)
        foot = (
            f"A first look. Each choice is being weighed more closely: day {day} of {found.days}. What you did best "
            "stands here when that is done."
        )
    to_all = dict(told.lessons).get(TO_ALL, "")  # it was no choice between people, so it is not among the decisions
    head_words = f"{TO_ALL}. {to_all}"
    head_high = paint.height(head_words, box.w - 40, META, SEMI) + 18 if to_all else 0.0
    foot_high = paint.height(foot, box.w - 40, META, SEMI) + 24
    inside = box.inset(1, 8)
    with sheet.scroll(
        "review.list", inside, head_high + sum(head + row * len(some) for some in groups.values()) + foot_high
    ) as start:
        y = start
        if to_all:
            paint.paragraph(head_words, box.x + 20, y + 12, box.w - 40, META, theme.text, SEMI)
            y += head_high
        for title, some in groups.items():
            paint.text(title, box.x + 20, y + 24, BODY, theme.text, EXTRA, width=box.w - 40)
            y += head
            for i, decision in some:
                _row(sheet, decision, Box(box.x + 8, y, box.w - 20, row - 4), i, held=i == chosen)
                y += row
        paint.paragraph(foot, box.x + 20, y + 10, box.w - 40, META, theme.muted, SEMI)


def _group(decision: ReviewedDecision) -> str:
    if decision.passed_over:
        return "Who was never asked in time"
    return "What you did best" if decision.fine else "Where most was to be gained"


def _row(sheet: Sheet, decision: ReviewedDecision, box: Box, number: int, *, held: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    shown = "Sale" if decision.is_sale else "?" if decision.unknowable else figure(decision.known)
    worth = {"Sale": "a sale", "?": "nobody could have known"}.get(shown, f"{shown} points")
    words = f"Day {decision.day}, {decision.name}: {decision.made}, {worth}. {decision.sentence}"
    choose = turn(decision=number, pane="one") if sheet.narrow else turn(decision=number)
    touch = sheet.region(f"decision.{number}", box, words, choose, role="item", chosen=held)
    if not paint.visible(box):
        return
    if held or touch.hover:
        paint.panel(box, theme.soft if held else theme.hover, radius=14)
    paint.avatar(decision.look, box.x + 32, box.cy, 44, mood="delighted" if decision.fine else "neutral")
    ink = theme.good if decision.fine else theme.muted if decision.unknowable else theme.danger
    used = paint.text(shown, box.right - 12, box.cy, SECTION, ink, EXTRA, align="right")
    x, room = box.x + 64, box.w - 64 - used - 24
    paint.text(decision.name, x, box.cy - 11, BODY, theme.text, BOLD, width=room, may_end=True)
    paint.text(
        f"Day {decision.day} · {decision.made}", x, box.cy + 12, META, theme.muted, SEMI, width=room, may_end=True
    )


def _decision(sheet: Sheet, told: ReviewedDecision, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    side = 16 if sheet.narrow else 22
    x, width = box.x + side, box.w - 2 * side
    title = f"Day {told.day}: {told.made}, {'for' if told.made == 'No move' else 'to'} {told.name}"
    if sheet.narrow and paint.measure(title, 16, EXTRA) > width:
        paint.paragraph(title, x, box.y + 7, width, BODY, theme.text, EXTRA, lines=2, leading=1.3)
    else:
        paint.text(title, x, box.y + 29, 16 if sheet.narrow else SECTION, theme.text, EXTRA, width=width)
    divider(sheet, box.x + 1, box.y + 52, box.w - 2)
    deep = 96 if sheet.narrow else 64
    foot = Box(box.x, box.bottom - deep, box.w, deep)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    _foot(sheet, told, foot)
    beside = width >= BESIDE and told.date is not None
    figures_wide = width * 0.46 if beside else width
    scene_wide = width - figures_wide - 28 if beside else min(width, 560.0)
    scene_high = _scene_high(sheet, told, scene_wide)
    sentence = paint.height(told.sentence, width, BODY, BOLD, leading=1.5)
    information = paint.height(told.information, width, 14, SEMI)
    rows = worths(sheet, told, x, 0.0, figures_wide, draw=False)
    figures = rows + 6 + paint.height(READ, figures_wide, META, SEMI)
    below = max(figures, scene_high) if beside else figures + (16 + scene_high if scene_high else 0)
    fans_high = fan_picture.height(sheet, told, width)
    inside = Box(box.x + 1, box.y + 53, box.w - 2, foot.y - box.y - 54)
    high = 16 + sentence + 12 + information + 20 + below + 20 + fans_high + 8
    with sheet.scroll(f"review.{told.name}.{told.day}", inside, high) as start:
        y = start + 16
        y += paint.paragraph(told.sentence, x, y, width, BODY, theme.text, BOLD, leading=1.5) + 12
        y += paint.paragraph(told.information, x, y, width, 14, theme.muted, SEMI) + 20
        worths(sheet, told, x, y, figures_wide)
        paint.paragraph(READ, x, y + rows + 6, figures_wide, META, theme.muted, SEMI)
        if told.date is not None:
            left, top = (x + figures_wide + 28, y) if beside else (x, y + figures + 16)
            _scene(sheet, told, told.date, left, top, scene_wide)
        fan_picture.draw(sheet, told, x, y + below + 20, width)


def _caption(told: ReviewedDecision) -> str:
    return f"In the date mirror, as it could be seen that morning: {told.date_title}"


def _scene_high(sheet: Sheet, told: ReviewedDecision, width: float) -> float:
    """The height of the scene with its words."""
    if told.date is None:
        return 0.0
    caption = sheet.painter.height(_caption(told), width, META, SEMI)
    return (
        caption
        + 8
        + _picture_high(sheet, told.date, width)
        + 10
        + sheet.painter.height(told.date.then, width, 14, SEMI)
    )


def _picture_high(sheet: Sheet, date: DateLine, width: float) -> float:
    """The height of the scene; a small one has what is said above it."""
    return width * 360 / 768 + (talk_high(sheet, width, said_in(date)) if width < SMALL else 0)


def _scene(sheet: Sheet, told: ReviewedDecision, date: DateLine, x: float, y: float, width: float) -> None:
    """What was done, at a table."""
    theme, paint = sheet.theme, sheet.painter
    y += paint.paragraph(_caption(told), x, y, width, META, theme.muted, SEMI) + 8
    scene = Box(x, y, width, _picture_high(sheet, date, width))
    if paint.visible(scene):
        table_scene(sheet, scene, told.look, date)
    paint.paragraph(date.then, x, scene.bottom + 10, width, 14, theme.text, SEMI)


def _foot(sheet: Sheet, told: ReviewedDecision, box: Box) -> None:
    if sheet.narrow:
        try_otherwise(sheet, told.day, Box(box.x + 16, box.bottom - 54, box.w - 32, 44))
        other = f"Weighed against: {told.other}"
        sheet.painter.text(other, box.x + 16, box.y + 20, META, sheet.theme.muted, SEMI, width=box.w - 32)
        return
    wide = 190
    try_otherwise(sheet, told.day, Box(box.right - 18 - wide, box.cy - 22, wide, 44))
    other = f"Weighed against: {told.other}"
    room = box.w - wide - 18 - 40
    sheet.painter.text(other, box.x + 22, box.cy, 14, sheet.theme.muted, SEMI, width=room)
