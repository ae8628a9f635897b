"""What your games show: each principle with its evidence on the left, how you play and what comes next on the right."""

from game.coach.learner.next_case import CaseToPlay
from game.coach.learner.profile_told import ProfileTold, ToldPrinciple
from game.ui.common.shared_actions import Open, Start
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.page_head import page_head, panes
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SECTION, SEMI
from game.ui.drawing.widgets import button, chip, divider, empty
from game.ui.play.learner.learner_state import DeleteProfile, LearnerPage, ToLearner
from game.ui.play.play_state import ConfirmBox

NAME = "What your games show"
TONES = {"firm": "good", "mostly": "good", "half": "warn", "begun": "warn", "untold": "plain"}
READING = "Your finished games are being read."
PLAYING = "What to play next is being worked out: your way of playing is tried in many games."
STAYS = "It is kept on this machine alone, in profiles.jsonl beside your runs, and nobody is told."


def learner(sheet: Sheet, model: Model) -> None:
    """Draw the page of the learner's profile."""
    page = model.page
    if not isinstance(page, LearnerPage):
        return
    theme, paint, told = sheet.theme, sheet.painter, page.found.told
    whose = (told.given_name if told else "") or model.settings.name
    body = page_head(sheet, f"{NAME} · {whose}" if whose else NAME).body
    if told is None:
        paint.panel(body, theme.surface, radius=18, edge=theme.border, shadow="card")
        trouble = page.found.problem
        empty(sheet, body, "warning" if trouble else "clock", "Not read" if trouble else "A moment", trouble or READING)
        return
    words = page.found.problem or (PLAYING if page.found.running else "")
    if sheet.narrow:
        shown, room = panes(sheet, body, (("principles", "What they show"), ("next", "What comes next")), page.pane)
        if shown == "principles":
            _principles(sheet, told, room)
        else:
            _side(sheet, told, words, room)
        return
    side = 400.0 if sheet.wide else min(360.0, body.w * 0.42)
    _principles(sheet, told, Box(body.x, body.y, body.w - side - 12, body.h))
    _side(sheet, told, words, Box(body.right - side, body.y, side, body.h))


def _principles(sheet: Sheet, told: ProfileTold, box: Box) -> None:
    sheet.painter.panel(box, sheet.theme.surface, radius=18, edge=sheet.theme.border, shadow="card")
    if not told.principles:
        empty(sheet, box, "chart", "Nothing is known yet", "Play a game to its end, and look here again.")
        return
    width = box.w - 48
    sizes = [_high(sheet, one, width) for one in told.principles]
    with sheet.scroll("learner.principles", box.inset(1, 8), sum(sizes) + 8) as start:
        y = start + 4
        for one, size in zip(told.principles, sizes, strict=True):
            _principle(sheet, one, Box(box.x + 24, y, width, size), last=one is told.principles[-1])
            y += size


def _lines(one: ToldPrinciple) -> tuple[str, str, str]:
    return one.text, one.evidence, one.booster


def _title_high(sheet: Sheet, one: ToldPrinciple, width: float) -> float:
    room = width - sheet.painter.measure(one.words, META, BOLD) - 36
    return sheet.painter.height(one.title, room, CARD, EXTRA)


def _high(sheet: Sheet, one: ToldPrinciple, width: float) -> float:
    words = sum(sheet.painter.height(words, width, 14, SEMI) + 6 for words in _lines(one))
    return 14 + _title_high(sheet, one, width) + 10 + words + 16


def _principle(sheet: Sheet, one: ToldPrinciple, box: Box, *, last: bool) -> None:
    theme, paint = sheet.theme, sheet.painter
    where = one.where or "every game"
    spoken = f"{one.title}, {where}: {one.words}. {' '.join(_lines(one))}"
    sheet.region(f"principle.{one.scenario}.{one.name}", box, spoken, None, role="text")
    if not paint.visible(box):
        return
    wide = paint.measure(one.words, META, BOLD) + 20
    chip(sheet, one.words, box.right - wide, box.y + 24, TONES[one.level])
    room, high = box.w - wide - 16, _title_high(sheet, one, box.w)
    paint.paragraph(one.title, box.x, box.y + 14, room, CARD, theme.text, EXTRA)
    used = paint.measure(one.title, CARD, EXTRA)
    if room - used - 12 >= paint.measure(where, META, SEMI):
        paint.text(where, box.x + used + 12, box.y + 25, META, theme.muted, SEMI)
    y = box.y + 14 + high + 10
    inks = (theme.muted, theme.text, theme.on_soft if one.due else theme.muted)
    for words, ink in zip(_lines(one), inks, strict=True):
        y += paint.paragraph(words, box.x, y, box.w, 14, ink, SEMI) + 6
    if not last:
        divider(sheet, box.x, box.bottom - 2, box.w)


def _side(sheet: Sheet, told: ProfileTold, waiting: str, box: Box) -> None:
    """How the learner plays, what comes next, whose profile it is, and what can be done with it."""
    theme, paint = sheet.theme, sheet.painter
    paint.panel(box, theme.surface, radius=18, edge=theme.border, shadow="card")
    x, width = box.x + 22, box.w - 44
    case = told.case
    parts: list[tuple[str, str]] = [("", notice) for notice in told.notices]
    if told.play:
        parts.append(("How you play", told.play))
    if case is not None:
        parts.append(("What to play next", f"{case.title}, {case.difficulty}. {case.why}"))
    elif waiting:
        parts.append(("What to play next", waiting))
    others = [name for name in told.names if name != told.name]
    foot = 122.0 if others else 70.0
    high = sum(_part_high(sheet, part, width) for part in parts) + (60 if case else 0) + 12
    high += 52 * len(others) + (40 if others else 0) + paint.height(STAYS, width, META, SEMI) + 12
    inside = Box(box.x + 1, box.y + 8, box.w - 2, box.h - foot - 8)
    with sheet.scroll("learner.side", inside, high) as start:
        y = start + 8
        for part in parts:
            _part(sheet, part, x, y, width)
            y += _part_high(sheet, part, width)
        if case is not None:
            _play(sheet, case, Box(x, y, width, 46))
            y += 60
        if others:
            paint.text("Other profiles", x, y + 16, SECTION, theme.text, EXTRA, width=width)
            y += 40
            for name in others:
                button(sheet, f"profile.{name}", Box(x, y, width, 44), name, ToLearner(name), icon="person", size=14)
                y += 52
        paint.paragraph(STAYS, x, y + 4, width, META, theme.muted, SEMI)
    _foot(sheet, told, Box(x, box.bottom - foot, width, foot), take=bool(others))


def _part_high(sheet: Sheet, part: tuple[str, str], width: float) -> float:
    return (36 if part[0] else 6) + sheet.painter.height(part[1], width, BODY, leading=1.5) + 14


def _part(sheet: Sheet, part: tuple[str, str], x: float, y: float, width: float) -> None:
    theme, paint = sheet.theme, sheet.painter
    title, words = part
    if title:
        paint.text(title, x, y + 16, SECTION, theme.text, EXTRA, width=width)
        paint.speak(Box(x, y, width, 32), title)
    paint.paragraph(words, x, y + (36 if title else 6), width, BODY, theme.text, leading=1.5)


def _play(sheet: Sheet, case: CaseToPlay, box: Box) -> None:
    action = Start(case.scenario, str(case.seed), case.difficulty, episode=case.episode)
    spoken = f"Play it: {case.title}, {case.difficulty}"
    button(sheet, "play", box, "Play it", action, style="primary", icon="play", key="Enter", show_key=True,
           spoken=spoken)  # fmt: skip


def _foot(sheet: Sheet, told: ProfileTold, box: Box, *, take: bool) -> None:
    divider(sheet, box.x - 21, box.y, box.w + 42)
    shown = "What 1 finished game has shown" if told.games == 1 else f"What {told.games} finished games have shown"
    text = f"{shown} is forgotten. The games stay in your runs, and go into no other profile."
    delete = Open(ConfirmBox(f"Delete the profile “{told.name}”?", text, "Delete it", DeleteProfile(told.name), "trash",
                             danger=True))  # fmt: skip
    spot = Box(box.x, box.bottom - 56, box.w, 44)
    button(sheet, "delete", spot, "Delete this profile", delete, icon="trash", size=14)
    if take:
        button(sheet, "take", spot.moved(0, -52), "Take in games of no profile", ToLearner(told.name, take=True),
               icon="folder", size=14, spoken="Take finished games that are in no profile into this one")  # fmt: skip
