"""The bar of moves: groups as tabs, the plan, the end of the day, and the moves of the group as cards."""

from game.art.icon_names import GROUP_ICONS, icon_of
from game.scenario.texts.texts import GROUPS
from game.session.view import MoveView, View
from game.session.words.hours_text import range_text
from game.ui.common.shared_actions import Open, Sequence, turn
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet, Touch
from game.ui.drawing.theme import BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, icon_tile, key_cap
from game.ui.play.play_actions import AskToEndDay, Group, Pick
from game.ui.play.play_state import PlanBox, PlayPage
from game.ui.play.reading_views import all_of, moves_of
from game.ui.play.screens.day.followers import TALK

MOST_CARDS = 6  # cards shown at once; a larger group is turned like pages


def draw_tabs(sheet: Sheet, view: View, page: PlayPage, box: Box) -> None:
    """The groups, and on the right the plan and the end of the day."""
    theme, paint = sheet.theme, sheet.painter
    end_wide, plan_wide = (136, 138) if sheet.roomy else (116, 104)
    end = Box(box.right - end_wide, box.y, end_wide, box.h)
    plan = Box(end.x - 8 - plan_wide, box.y, plan_wide, box.h)
    room = plan.x - 10 - box.x
    sizes = [paint.measure(label, 14, BOLD) for label in GROUPS.values()]
    icons = sum(sizes) + len(GROUPS) * (26 + 24) + 6 <= room
    pad = (room - sum(sizes) - (26 * len(GROUPS) if icons else 0) - 8) / len(GROUPS) / 2
    pad = min(pad, 18)
    paint.panel(
        Box(box.x, box.y, sum(sizes) + len(GROUPS) * (2 * pad + (26 if icons else 0)) + 8, box.h),
        theme.surface,
        radius=14,
        edge=theme.border,
    )
    x = box.x + 4
    for (name, label), size in zip(GROUPS.items(), sizes, strict=True):
        part = Box(x, box.y, size + 2 * pad + (26 if icons else 0), box.h)
        x = part.right
        held = page.group == name
        touch = sheet.region(f"group.{name}", part, f"Moves: {label}", Group(name), role="tab", chosen=held)
        if held or touch.hover:
            paint.panel(part.inset(0, 4), theme.soft if held else theme.hover, radius=10)
        ink = theme.on_soft if held else theme.muted
        if icons:
            paint.icon(GROUP_ICONS[name], part.x + pad + 9, part.cy, 18, ink)
        paint.text(label, part.x + pad + (26 if icons else 0), part.cy, 14, ink, BOLD)
    count = len(view.plan)
    label = f"Plan · {count}"
    button(
        sheet, "plan", plan, label, Open(PlanBox()), icon="plan", key="P", show_key=sheet.roomy, size=14,
        spoken=f"The plan of the day: {count} {'move' if count == 1 else 'moves'}",
    )  # fmt: skip
    button(
        sheet,
        "end_day",
        end,
        "End day",
        AskToEndDay(),
        style="primary" if day_is_full(view) else "plain",
        icon="moon",
        key="E",
        show_key=sheet.roomy,
        size=14,
    )


def day_is_full(view: View) -> bool:
    """Whether no move of today that takes time fits in what is left: until then no move is less loud than the night."""
    takes = [m.takes[0] for m in (*view.moves, *view.posts) if m.takes[0] > 0 and m.opens <= view.day]
    return not takes or view.hours_left < min(takes)


def opens_words(view: View, group: str) -> str:
    """What of a group opens on a later day, in a sentence; "" when all are open.

    Args:
        view: of the day.
        group: one of `GROUPS`.
    """
    later = [m for m in all_of(view, group) if m.opens > view.day]
    if not later:
        return ""
    day = min(m.opens for m in later)
    names = [m.title for m in later if m.opens == day]
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"On day {day}: {told}."


def draw(sheet: Sheet, view: View, page: PlayPage, box: Box) -> None:
    """The cards of the group that is open."""
    moves = moves_of(view, page.group)
    shown, more = _shown(moves, page.more)
    count = len(shown) + (1 if more else 0)
    most = max(5 if sheet.tall else 4, count)
    for i, (move, part) in enumerate(zip(shown, columns(box, most, 12 if sheet.tall else 8), strict=False)):
        (_card if sheet.tall else _small_card)(sheet, page, move, part, str(i + 1))
    if more:
        part = columns(box, most, 12 if sheet.tall else 8)[len(shown)]
        pages = -(-len(moves) // (MOST_CARDS - 1))
        button(
            sheet, "more", part, "More", turn(more=(page.more + 1) % pages), icon="next", key=str(MOST_CARDS),
            show_key=True, spoken=f"More moves: {len(moves)} in all",
        )  # fmt: skip
    later = opens_words(view, page.group)
    if not moves and not later:
        later = "There is nothing of this kind to do here."
    free = columns(box, most, 12 if sheet.tall else 8)[len(shown) :] if not more else []
    if later and free:
        _later(sheet, later, Box(free[0].x, box.y, box.right - free[0].x, box.h))


def _later(sheet: Sheet, words: str, box: Box) -> None:
    """What opens on a later day, beside the cards that are there: an outline, not a card."""
    theme, paint = sheet.theme, sheet.painter
    lines = 5 if sheet.tall else 3
    width = box.w - 58
    high = paint.height(words, width, META, SEMI, lines=lines)
    paint.panel(box, None, radius=16 if sheet.tall else 13, edge=theme.border)
    paint.icon("clock", box.x + 24, box.cy, 18, theme.muted)
    paint.paragraph(words, box.x + 44, box.cy - high / 2, width, META, theme.muted, SEMI, lines=lines)


def _shown(moves: tuple[MoveView, ...], more: int) -> tuple[tuple[MoveView, ...], bool]:
    if len(moves) <= MOST_CARDS:
        return moves, False
    each = MOST_CARDS - 1
    return moves[more * each : (more + 1) * each], True


def _spoken(move: MoveView) -> str:
    return f"{move.title}. {move.text if move.enabled else ''} Costs {range_text(*move.takes)}."


def register(sheet: Sheet, page: PlayPage, move: MoveView, box: Box, key: str) -> Touch:
    """The spot of a move; where there is one column it leads to the talk, where its words are."""
    taken_up: object = Pick(move.id)
    if sheet.narrow:
        taken_up = Sequence((turn(pane=TALK), taken_up))
    return sheet.region(
        f"move.{move.id}",
        box,
        _spoken(move),
        taken_up,
        why_not="" if move.enabled else move.why_not or "This cannot be done today.",
        key=key,
        chosen=page.move == move.id,
    )


def _card(sheet: Sheet, page: PlayPage, move: MoveView, box: Box, key: str) -> None:
    theme, paint = sheet.theme, sheet.painter
    touch = register(sheet, page, move, box, key)
    held = page.move == move.id
    if not move.enabled:
        paint.panel(box, theme.sunken, radius=16, edge=theme.border)
    elif held:
        paint.panel(box, theme.raised, radius=16, edge=theme.primary, width=2, shadow="card")
    else:
        lift = touch.hover and not touch.pressed
        paint.panel(
            box,
            theme.hover if touch.hover else theme.raised,
            radius=16,
            edge=theme.border,
            shadow="card" if lift else "low",
        )
    ink = theme.text if move.enabled else theme.muted
    tile = Box(box.x + 13, box.y + 13, 36, 36)
    icon_tile(sheet, icon_of(move.id), tile, "primary" if held else "soft" if move.enabled else "plain")
    x, room = tile.right + 10, box.right - 12 - tile.right - 10
    size = paint.fitting(move.title, room, (CARD, 15, 14, META), EXTRA)
    apart = 2 if paint.grown > 1.2 else 0  # what large letters need between two lines
    paint.text(move.title, x, box.y + 22 - apart, size, ink, EXTRA, width=room + 1)
    cost_of(sheet, move, x, box.y + 43 + apart, box.right - 38)
    key_cap(sheet, key, box.right - 23, box.y + 43, theme.muted, theme.surface if move.enabled else theme.sunken)
    words = move.text if move.enabled else move.why_not
    paint.paragraph(words, box.x + 13, box.y + 58, box.w - 26, META, theme.muted, lines=3)


def cost_of(sheet: Sheet, move: MoveView, x: float, y: float, end: float) -> None:
    """What a move takes, from a point on to an x."""
    theme, paint = sheet.theme, sheet.painter
    free = move.takes[1] <= 0
    ink = theme.good if free and move.enabled else theme.muted
    icon = "lock" if not move.enabled else "check" if free else "bolt"
    paint.icon(icon, x + 7, y, 14, theme.primary if icon == "bolt" else ink)
    paint.text(range_text(*move.takes), x + 19, y, META, ink, BOLD if free else SEMI, width=end - x - 19)


def _small_card(sheet: Sheet, page: PlayPage, move: MoveView, box: Box, key: str) -> None:
    theme, paint = sheet.theme, sheet.painter
    touch = register(sheet, page, move, box, key)
    held = page.move == move.id
    ground = theme.sunken if not move.enabled else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=13, edge=theme.primary if held else theme.border, width=2 if held else 1)
    ink = theme.text if move.enabled else theme.muted
    x = box.x + 12
    longest = max(paint.measure(word, META, EXTRA) for word in move.title.split()) / paint.grown
    if box.w >= 176 and longest <= box.w - 66:  # rather no picture than half a word
        icon_tile(
            sheet,
            icon_of(move.id),
            Box(x, box.cy - 17, 34, 34),
            "primary" if held else "soft" if move.enabled else "plain",
        )
        x += 44
    room = box.right - 10 - x
    size = paint.fitting(move.title, room, (14, META), EXTRA)
    if paint.measure(move.title, size, EXTRA) <= room:
        paint.text(move.title, x, box.y + 21, size, ink, EXTRA)
    else:
        paint.paragraph(move.title, x, box.y + 5, room, META, ink, EXTRA, lines=2, leading=1.2)
    cost_of(sheet, move, x, box.y + 48, box.right - 34)
    key_cap(sheet, key, box.right - 21, box.y + 48, theme.muted, ground)
