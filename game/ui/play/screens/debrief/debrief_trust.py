"""How trust moved: a chart of one follower, and why it moved on the day chosen."""

from collections.abc import Iterable

from game.coach.adding_up import tenths, told_change, whole_change
from game.coach.looking_back.debrief import Debrief, FollowerDebrief, Reason
from game.scenario.texts.first_names import first_name
from game.ui.common.shared_actions import Sequence, turn
from game.ui.drawing.frames.page_head import panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import chip, chip_width, divider, icon_button
from game.ui.play.play_actions import Explain
from game.ui.play.play_state import DebriefPage
from game.ui.play.screens.debrief import trust_chart as chart
from game.ui.play.screens.debrief.otherwise import try_otherwise


def trust(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    """Draw the tab of how trust moved, and why."""
    person = next((f for f in told.followers if f.id == page.follower), None)
    if person is None:
        return
    if sheet.narrow:
        parts = (("chart", "Over the days"), ("why", "Why"), ("people", "Who"))
        shown, box = panes(sheet, box, parts, page.pane)
        if shown == "people":
            _people(sheet, told, page, box)
        elif shown == "why":
            _day_row(sheet, page, person, Box(box.x, box.y, box.w, 48))
            _why(sheet, page, person, Box(box.x, box.y + 54, box.w, box.h - 54))
        else:
            _chart(sheet, told, page, person, box)
        _turning_keys(sheet, told, page, person)
        return
    side = 340 if sheet.wide else 280
    list_wide = 208 if sheet.wide else 72
    people = Box(box.x, box.y, list_wide, box.h)
    why = Box(box.right - side, box.y, side, box.h)
    middle = Box(people.right + 12, box.y, why.x - 12 - people.right - 12, box.h)
    _people(sheet, told, page, people)
    _chart(sheet, told, page, person, middle)
    _why(sheet, page, person, why)
    _turning_keys(sheet, told, page, person)


def _turning_keys(sheet: Sheet, told: Debrief, page: DebriefPage, person: FollowerDebrief) -> None:
    """Arrows turn to another day, or to another follower."""
    for key, action in (
        ("Left", Explain(day=page.day - 1)),
        ("Right", Explain(day=page.day + 1)),
        ("Up", Explain(follower=_beside(told, person, -1))),
        ("Down", Explain(follower=_beside(told, person, 1))),
    ):
        sheet.shortcut(key, action)


def _beside(told: Debrief, person: FollowerDebrief, step: int) -> str:
    ids = [f.id for f in told.followers]
    return ids[(ids.index(person.id) + step) % len(ids)]


def signed(amount: float) -> str:
    """A number with its sign.

    >>> signed(3.25), signed(-2.0), signed(0.04)
    ('+3.2', '−2.0', '0.0')
    """
    if abs(amount) < 0.05:
        return "0.0"
    return f"{'+' if amount > 0 else '−'}{abs(amount):.1f}"


def _people(sheet: Sheet, told: Debrief, page: DebriefPage, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    row_high = 56
    inside = Box(box.x + 1, box.y + 8, box.w - 2, box.h - 16)
    with sheet.scroll("debrief.people", inside, row_high * len(told.followers)) as start:
        y = start
        for person in told.followers:
            row = Box(box.x + 7, y, box.w - 16, row_high - 3)
            y += row_high
            change = whole_change(person.trust[0], person.trust[-1])
            words = f"{person.name}: trust from {person.trust[0]:.0f} to {person.trust[-1]:.0f}"
            held = person.id == page.follower
            chosen: object = Explain(follower=person.id)
            if sheet.narrow:
                chosen = Sequence((turn(pane="chart"), chosen))
            touch = sheet.region(f"person.{person.id}", row, words, chosen, role="item", chosen=held)
            if not paint.visible(row):
                continue
            if held or touch.hover:
                paint.panel(row, theme.soft if held else theme.hover, radius=12)
            small = box.w < 120
            paint.avatar(person.look, row.cx if small else row.x + 26, row.cy, 40)
            if small:
                continue
            paint.text(person.name, row.x + 54, row.cy - 9, 14, theme.text, BOLD, width=row.w - 62, may_end=True)
            ink = theme.good if change > 0 else theme.danger if change < 0 else theme.muted
            end = f"{person.trust[0]:.0f} to {person.trust[-1]:.0f}"
            used = paint.text(end, row.x + 54, row.cy + 12, META, theme.muted, SEMI)
            label = f"{change:+d}".replace("-", "−") if change else "±0"
            paint.text(label, row.x + 54 + used + 8, row.cy + 12, META, ink, BOLD)


def _chart(sheet: Sheet, told: Debrief, page: DebriefPage, person: FollowerDebrief, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x = box.x + 20
    paint.text("How trust moved", x, box.y + 29, SECTION if not sheet.wide else 20, theme.text, EXTRA, width=box.w - 40)
    words = f"{person.name} went from {person.trust[0]:.0f} to {person.trust[-1]:.0f}. Pick a day to see why."
    if sheet.narrow:
        told_high = paint.paragraph(words, x, box.y + 44, box.w - 40, META, theme.muted, SEMI)
    else:
        paint.text(words, x, box.y + 53, 14, theme.muted, SEMI, width=box.w - 40)
        told_high = 18.0
    deep = 108 if sheet.narrow else 62
    foot = Box(box.x, box.bottom - deep, box.w, deep)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    top = box.y + 54 + told_high
    if person.credit is not None:
        top += paint.paragraph(person.credit.words, x, top - 4, box.w - 40, META, theme.text, SEMI) + 4
    area = Box(box.x + 12, top, box.w - 24, foot.y - top - 8)
    chart.draw(sheet, told, page, person, area)
    _foot(sheet, page, person, foot)


def _foot(sheet: Sheet, page: DebriefPage, person: FollowerDebrief, box: Box) -> None:
    if sheet.narrow:
        _day_row(sheet, page, person, Box(box.x, box.y + 4, box.w, 48))
        try_otherwise(sheet, page.day, Box(box.x + 14, box.bottom - 52, box.w - 28, 44))
        return
    wide = 180
    try_otherwise(sheet, page.day, Box(box.right - 14 - wide, box.cy - 22, wide, 44))
    _day_row(sheet, page, person, box._replace(w=box.w - wide - 14))


def _day_row(sheet: Sheet, page: DebriefPage, person: FollowerDebrief, box: Box) -> None:
    """The day that is told, what was done on it, and the ways to the days beside it."""
    theme, paint = sheet.theme, sheet.painter
    x = box.x + 14
    for name, icon, label, step in (("before", "back", "The day before", -1), ("after", "next", "The day after", 1)):
        icon_button(
            sheet, f"day.{name}", Box(x, box.cy - 20, 40, 40), icon, label, Explain(day=page.day + step), style="plain"
        )
        x += 46
    end = box.right - 14
    x += 8
    x += chip(sheet, f"Day {page.day}", x, box.cy, "plain") + 10
    if end - x > 90:
        ways = happened_told(person, page.day, page.reasons)
        words = next((way for way in ways if paint.measure(way, BODY, EXTRA) <= end - x), ways[-1])
        paint.text(words, x, box.cy, BODY, theme.text, EXTRA, width=end - x, may_end=len(ways) > 1)


def happened_told(person: FollowerDebrief, day: int, reasons: Iterable[Reason]) -> tuple[str, ...]:
    """What there was on a day, in words; the last ways of it are for less room.

    Args:
        person: whose days are told.
        day: 1 to the last.
        reasons: of that day; where an event moved somebody, it is not said that nothing was done.
    """
    if day < person.arrived:
        return ("Not here yet",)
    done, theirs = person.happened(day)
    event = any(reason.cause == "event" for reason in reasons)
    done = done or ("Something happened" if event else "You made no move")
    if not theirs:
        return (done,)
    told = f"{first_name(person.name)}: {theirs.lower()}"
    return f"{done} · {told}", told, theirs


def _why(sheet: Sheet, page: DebriefPage, person: FollowerDebrief, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    change = told_change(person.trust[page.day - 1], person.trust[page.day])
    x, width = box.x + 18, box.w - 36
    paint.text(f"Why, on day {page.day}", x, box.y + 28, SECTION, theme.text, EXTRA)
    tone = "good" if change >= 0.05 else "danger" if change <= -0.05 else "plain"
    label = signed(change)
    wide = chip_width(sheet, label)
    chip(sheet, label, x + width - wide, box.y + 28, tone)
    before, after = tenths(person.trust[page.day - 1]), tenths(person.trust[page.day])
    words = f"{first_name(person.name)}: {before:.1f} in the morning, {after:.1f} in the evening"
    used = paint.paragraph(words, x, box.y + 46, width, META, theme.muted, SEMI, lines=2)
    top = box.y + 46 + used + 10
    divider(sheet, box.x + 1, top, box.w - 2)
    foot = Box(box.x, box.bottom - 52, box.w, 52)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    reasons = [r for r in page.reasons if r.is_told]
    area = Box(box.x + 1, top + 1, box.w - 2, foot.y - top - 1)
    _reasons(sheet, f"reasons.{page.follower}.{page.day}", reasons, page.scale, area, x, width)
    paint.text("Together", x, foot.cy, BODY, theme.text, EXTRA)
    paint.text(
        signed(change),
        x + width,
        foot.cy,
        CARD,
        getattr(theme, "text" if tone == "plain" else tone),
        EXTRA,
        align="right",
    )


def _reasons(sheet: Sheet, name: str, reasons: list[Reason], scale: float, area: Box, x: float, width: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    if not reasons:
        paint.paragraph("Nothing moved on this day.", x, area.y + 14, width, 14, theme.muted, SEMI)
        return
    room = width - 58
    sizes = [paint.height(r.words, room, 14, SEMI) + 30 for r in reasons]
    with sheet.scroll(name, area, sum(sizes) + 12) as start:
        y = start
        y += 12
        for reason, size in zip(sorted(reasons, key=lambda r: -abs(r.amount)), _sorted(reasons, sizes), strict=True):
            ink = theme.good if reason.shown > 0 else theme.danger
            paint.paragraph(reason.words, x, y, room, 14, theme.text, SEMI)
            paint.text(signed(reason.shown), x + width - 4, y + 10, 14, ink, EXTRA, align="right")
            _bar(sheet, reason.shown / scale, Box(x, y + size - 24, width - 4, 8))
            y += size


def _sorted(reasons: list[Reason], sizes: list[float]) -> list[float]:
    order = sorted(range(len(reasons)), key=lambda i: -abs(reasons[i].amount))
    return [sizes[i] for i in order]


def _bar(sheet: Sheet, share: float, box: Box) -> None:
    """A bar from the middle, on one scale to both sides for the whole run: gains are outlined, losses solid."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(Box(box.x, box.cy - 3, box.w, 6), theme.sunken, radius=3)
    half = box.w / 2
    length = min(max(2.0, abs(share) * half), half)
    if share < 0.0:
        paint.panel(Box(box.cx - length, box.y, length, box.h), theme.danger, radius=(4, 0, 0, 4))
    elif share > 0.0:
        paint.panel(Box(box.cx, box.y, length, box.h), theme.good_soft, radius=(0, 4, 4, 0), edge=theme.good, width=1.5)
    paint.fill(Box(box.cx - 1, box.y - 4, 2, box.h + 8), theme.strong)
