"""Which scenario to play: a list of cards, and on the right all about the one chosen."""

from game.coach.looking_back.score_told import COUNTED
from game.scenario import ScenarioCard
from game.scenario.format.difficulty import DIFFICULTIES, Difficulty, hours_at
from game.session.words.hours_text import hours_text
from game.ui.common.shared_actions import Close, Open, turn
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import content_svg
from game.ui.drawing.frames.page_head import page_head
from game.ui.drawing.geometry import Box
from game.ui.drawing.input_fields import field
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI, TITLE
from game.ui.drawing.widgets import button, chip, chip_width, divider, empty, segmented, switch, switch_height
from game.ui.play.play_state import SEED_DIGITS, ChoosePage, YouBox
from game.ui.play.reading_views import begin_of
from game.ui.play.screens.you_box import you_button

ROW = 96
HOW_HARD = 48
"""Height of the row with the difficulties."""
BELOW = 24
"""How much more where their sentence stands below them."""
YOU = 190.0
"""Width of the button that leads to your own name, figure and sign."""
CHOICES = 264.0
"""Width of the three difficulties."""
SHOWS: dict[Difficulty, str] = {
    "gentle": "People show plainly what they feel.",
    "fair": "People show some of what they feel.",
    "hard": "People show little of what they feel.",
}


def choose(sheet: Sheet, model: Model) -> None:
    """Draw the page on which a scenario is chosen."""
    page = model.page
    if not isinstance(page, ChoosePage):
        return
    theme, paint = sheet.theme, sheet.painter
    inside_one = sheet.narrow and bool(page.pane)
    back, told = (turn(pane=""), "All scenarios") if inside_one else (Close(), "Back to the title")
    whole = page_head(sheet, "All scenarios" if inside_one else "Choose a scenario", told, back).body
    side = whole.w if sheet.narrow else 400 if sheet.wide else 320 if sheet.roomy else 280
    body = whole._replace(w=side)
    chosen = next((c for c in page.cards if c.id == page.selected), page.cards[0] if page.cards else None)
    if sheet.narrow and page.pane and chosen is not None:
        _details(sheet, model, page, chosen, body)
        return
    if not page.cards:
        words = "The game came without its scenarios. Install it again."
        empty(sheet, whole, "folder", "No scenarios found", words)
        return
    paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
    inside = Box(body.x + 1, body.y + 8, body.w - 2, body.h - 16)
    with sheet.scroll("scenarios", inside, ROW * len(page.cards)) as start:
        y = start
        for i, card in enumerate(page.cards):
            row = Box(body.x + 8, y + i * ROW, body.w - 16, ROW - 4)
            _row(sheet, card, row, chosen=card.id == page.selected, done=card.title in page.done)
    x = body.right + 12
    if sheet.narrow:
        sheet.shortcut("Enter", turn(pane="one"))
    elif chosen is not None:
        _details(sheet, model, page, chosen, Box(x, body.y, whole.right - x, body.h))
    ids = [c.id for c in page.cards]
    at = ids.index(chosen.id if chosen is not None else ids[0])
    sheet.shortcut("Down", turn(selected=ids[(at + 1) % len(ids)]))
    sheet.shortcut("Up", turn(selected=ids[at - 1]))


def _row(sheet: Sheet, card: ScenarioCard, box: Box, *, chosen: bool, done: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    state = "cannot be played" if card.problems else f"{card.days} days" + (", played to the end" if done else "")
    touch = sheet.region(
        f"scenario.{card.id}",
        box,
        f"{card.title}, {state}. {card.summary}",
        turn(selected=card.id, pane="one") if sheet.narrow else turn(selected=card.id),
        role="item",
        chosen=chosen,
    )
    if not paint.visible(box):
        return
    if chosen or touch.hover:
        paint.panel(box, theme.soft if chosen else theme.hover, radius=14)
    picture = Box(box.x + 10, box.y + 12, 92, box.h - 24)
    _picture(sheet, card, picture, 12)
    x, room = picture.right + 14, box.right - 12 - picture.right - 14
    size = 16 if max(paint.measure(word, 16, EXTRA) for word in card.title.split(" ")) <= room else 14
    lines = paint.wrap(card.title, room, size, EXTRA)
    y = box.y + (13 if len(lines) > 1 else 20)
    used = paint.paragraph(card.title, x, y, room, size, theme.text, EXTRA, lines=2, leading=1.3, may_end=True)
    if card.problems:
        paint.icon("warning", x + 8, y + used + 15, 16, theme.danger)
        paint.text("Cannot be played", x + 22, y + used + 15, META, theme.danger, BOLD, width=room - 22)
        return
    if done:
        paint.icon("check", x + 8, y + used + 14, 16, theme.good)
        x, room = x + 22, room - 22
    fact = f"Played · {card.days} days" if done else f"{card.days} days · {card.business}"
    paint.text(fact, x, y + used + 14, META, theme.good if done else theme.muted, SEMI, width=room, may_end=True)


def _picture(sheet: Sheet, card: ScenarioCard, box: Box, radius: float) -> None:
    if not (card.picture and sheet.painter.photo(card.picture, box, radius=radius)):
        sheet.painter.svg(_drawn(sheet, card), box, radius=radius, cover=True)


def _drawn(sheet: Sheet, card: ScenarioCard) -> str:
    """A drawing of what a scenario says it is about."""
    return content_svg("photo", f"{card.title}: {card.summary}", dark=sheet.theme.dark)


def _details(sheet: Sheet, model: Model, page: ChoosePage, card: ScenarioCard, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    side = 16 if sheet.narrow else 28
    beneath = box.w - 2 * side - YOU < CHOICES  # your own figure in a row of its own
    wide = box.w - 2 * side - (0 if beneath else YOU)
    told_below = not card.problems and not _beside(sheet, wide)
    practice = switch_height(sheet, PRACTICE, box.w - 2 * side + 28) + 12 if page.more and not card.problems else 0.0
    deep = 84 if card.problems else 84 + HOW_HARD + BELOW * told_below + (HOW_HARD + 8) * beneath + practice
    foot = Box(box.x, box.bottom - deep, box.w, deep)
    divider(sheet, box.x + 1, foot.y, box.w - 2)
    width = box.w - 2 * side
    lines = [card.path, *card.problems] if card.problems else [card.summary, COUNTED]
    title_high = paint.height(card.title, width, TITLE, EXTRA, leading=1.25)
    sizes = [paint.height(text, width - (28 if card.problems else 0), BODY) + 8 for text in lines]
    facts = _fact_rows(sheet, page, card, width)
    high = 20 + title_high + 52 + 32 * (len(facts) - 1) + sum(sizes) + 20
    most = foot.y - box.y - (high if sheet.narrow else 170.0)  # where there is one column, the description goes first
    picture = Box(box.x + 1, box.y + 1, box.w - 2, max(90.0, min(300.0, box.h * 0.42, most)))
    _picture_top(sheet, card, picture)
    inside = Box(box.x + 1, picture.bottom, box.w - 2, foot.y - picture.bottom)
    with sheet.scroll(f"details.{card.id}", inside, high) as top:
        x, y = box.x + side, top + 20
        paint.paragraph(card.title, x, y, width, TITLE, theme.text, EXTRA, leading=1.25)
        y += title_high + 24
        for row in facts:
            at = x
            for text, tone, icon in row:
                at += chip(sheet, text, at, y, tone, icon, width=x + width - at) + 8
            y += 32
        y -= 4
        for i, (text, size) in enumerate(zip(lines, sizes, strict=True)):
            if card.problems and i:
                paint.icon("warning", x + 9, y + 10, 18, theme.danger)
                paint.paragraph(text, x + 28, y, width - 28, BODY, theme.text)
            else:
                paint.paragraph(text, x, y, width, BODY, theme.muted if card.problems else theme.text)
            y += size
    if not card.problems:
        _how_hard(sheet, page, card, Box(foot.x + side, foot.y + 12, wide, 40))
        spot = Box(foot.right - side + 8 - YOU, foot.y + 8, YOU, 48)
        below = Box(foot.x + side, foot.bottom - 84 - 44 - practice, YOU, 48)
        you_button(sheet, below if beneath else spot, Open(YouBox()), names=True)
    if practice:
        strip = Box(foot.x + side - 14, foot.bottom - 84 - practice + 12, width + 28, practice - 12)
        switch(sheet, "practice", strip, "Practice mode", PRACTICE, page.practice, turn(practice=not page.practice))
    _start(sheet, model, page, card, Box(foot.x, foot.bottom - 84, foot.w, 84))


PRACTICE = (
    "Before a move, ask “What if?” and compare two choices. It costs nothing; the run and its debrief say that you "
    "practised."
)
CANNOT = "This scenario has errors and cannot be played. They are told beside it; the Workshop helps to mend them."


def _picture_top(sheet: Sheet, card: ScenarioCard, box: Box) -> None:
    if card.picture and sheet.painter.photo(card.picture, box, radius=(17, 17, 0, 0)):
        return
    sheet.painter.svg(_drawn(sheet, card), box, radius=(17, 17, 0, 0), cover=True)


def _fact_rows(sheet: Sheet, page: ChoosePage, card: ScenarioCard, width: float) -> list[list[tuple[str, str, str]]]:
    """The facts as chips: in one row what fits there; where there is one column, in as many as they need."""
    if card.problems:
        return [[("Cannot be played", "danger", "warning")]]
    hours = hours_at(page.difficulty or card.difficulty, card.hours_per_day)
    facts = [("sun", f"{card.days} days"), ("bolt", f"{hours_text(hours)} a day"), ("home", card.business)]
    if card.cast:
        facts.append(("people", card.cast))
    if card.author:
        facts.append(("person", card.author))
    rows: list[list[tuple[str, str, str]]] = [[]]
    x = 0.0
    for icon, text in facts:
        wide = chip_width(sheet, text, icon)
        if sheet.narrow and rows[-1] and x + wide > width:
            rows.append([])
            x = 0.0
        if sheet.narrow or (x + 90 < width and (icon != "person" or wide <= width - x)):
            rows[-1].append((text, "soft", icon))
            x += wide + 8
    return rows


def _how_hard(sheet: Sheet, page: ChoosePage, card: ScenarioCard, box: Box) -> None:
    """The three difficulties, and beside or below them what the one that holds means."""
    theme, paint = sheet.theme, sheet.painter
    held = page.difficulty or card.difficulty
    choices = [(name, name.capitalize(), turn(difficulty=name)) for name in DIFFICULTIES]
    row = Box(box.x, box.y, min(box.w, CHOICES), box.h)
    segmented(sheet, "difficulty", row, choices, held, spoken="Difficulty")
    if _beside(sheet, box.w):
        paint.text(SHOWS[held], row.right + 16, box.cy, META, theme.muted, SEMI)
    else:
        paint.text(SHOWS[held], box.x, box.bottom + BELOW / 2 + 1, META, theme.muted, SEMI, width=box.w)


def _beside(sheet: Sheet, width: float) -> bool:
    """Whether there is room beside the difficulties for every sentence about them."""
    return max(sheet.painter.measure(words, META, SEMI) for words in SHOWS.values()) <= width - CHOICES - 16


def _start(sheet: Sheet, model: Model, page: ChoosePage, card: ScenarioCard, foot: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    wide = 190 if foot.w >= 480 else 150
    button(
        sheet, "start", Box(foot.right - 20 - wide, foot.cy - 25, wide, 50), "Begin",
        begin_of(page, card),
        style="primary", icon="play", key="Enter", show_key=True, why_not=CANNOT if card.problems else "", size=16,
        spoken=f"Begin: {card.title}",
    )  # fmt: skip
    side = 16 if sheet.narrow else 28
    x, room = foot.x + side, foot.w - wide - 40 - side
    if model.said:
        paint.icon("warning", x + 9, foot.cy, 18, theme.danger)
        paint.paragraph(model.said, x + 26, foot.cy - 27, room - 26, META, theme.text, SEMI, lines=3)
        return
    if not page.more:
        button(
            sheet, "more", Box(x, foot.cy - 22, 110, 44), "More", turn(more=True), style="plain", icon="next", key="M",
            size=14, spoken="More: practice mode, and the seed for the same chance again",
        )  # fmt: skip
        return
    if room < 210:
        _seed(sheet, page, Box(x, foot.cy - 20, room, 40))
        return
    paint.text("Seed", x, foot.cy - 9, BODY, theme.text, BOLD)
    about = "the same chance again" if room > 350 else "optional"
    if len(page.seed) == SEED_DIGITS:
        about = f"{SEED_DIGITS} digits at most"
    paint.text(about, x, foot.cy + 11, META, theme.muted, SEMI)
    used = max(paint.measure(about, META, SEMI), 50)
    _seed(sheet, page, Box(x + used + 16, foot.cy - 20, min(170.0, room - used - 16), 40))


def _seed(sheet: Sheet, page: ChoosePage, box: Box) -> None:
    field(sheet, "seed", box, page.seed, "Seed", "By chance")
