"""The date mirror: the move taken up, as it would be at a café table."""

from game.scenario.texts.first_names import first_name
from game.session.seen.after_the_move import SILENT, as_it_was, met_in, taken_told
from game.session.seen.night.evening import Met
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.odds_guessed import guess_told
from game.session.seen.odds_told import NO_VERDICT
from game.session.seen.subjects import subject_told
from game.session.words.hours_text import hours_text
from game.ui.common.shared_actions import Close, Open, turn_dialog
from game.ui.common.shared_actions import Sequence as InTurn
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog_room
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, SECTION, SEMI
from game.ui.drawing.widgets import button, chip
from game.ui.play.play_state import MirrorBox, OpeningBox
from game.ui.play.reading_views import plan_of
from game.ui.play.screens.mirror.mirror_guessing import before_it_answers, guessing_foot, guessing_texts
from game.ui.play.screens.mirror.table_scene import parts_of_scene, said_in, table_scene, words_of_scene

OPENING_LOOK = 3
BESIDE, MOST_BESIDE = 228.0, 11  # room beside the picture in a low window, and lines that it holds
MOODS = {
    "delighted": "good", "warm": "good", "neutral": "plain", "puzzled": "warn", "weary": "danger", "shocked": "danger",
}  # fmt: skip
TONES = {"well": "good", "ill": "danger", "open": "plain"}
MOST_BELOW = 0.26  # of the height of a window with one column, for the words below a scene
FOOT = 104.0  # where there is one column: height of the foot
MOOD_ICONS = {"good": "check", "plain": "person", "warn": "help_circle", "danger": "warning"}


def mirror(sheet: Sheet, model: Model) -> None:
    """Draw the date mirror of a move."""
    box = model.dialog
    if not isinstance(box, MirrorBox):
        return
    date = box.date
    subtitle = "Before you do: how it would be on a date" if box.unasked else "How it would be on a date"
    texts = (date.what, _below(sheet, model, box))
    if box.waits:
        date, texts = before_it_answers(date), guessing_texts(first_name(box.name))
    if box.past:
        met = None if date.move in SILENT else _met(model, box)
        date = as_it_was(date, met, first_name(box.name))
        subtitle, texts = f"{box.title}, yesterday, as on a date", (date.what, f"And so it was: {_taken(model, box)}")
    body, scene, words = parts_of_scene(
        sheet, "cup", "Date mirror", subtitle, texts, said_in(date), foot=60.0 if box.past else FOOT
    )
    table_scene(sheet, scene, box.look, date)
    words_of_scene(sheet, words, texts)
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    if box.waits:
        guessing_foot(sheet, foot)
    else:
        _foot(sheet, model, box, foot)


def _below(sheet: Sheet, model: Model, box: MirrorBox) -> str:
    """What stands below the scene: what is known of the message, and apart from it the same on a date; or less."""
    date, wrap = box.date, sheet.painter.wrap
    said = guess_told(box.guess, model.view.odds_said) if box.guess is not None and model.view else ""
    counted = date.forecast.counted
    known = " ".join(filter(None, (date.although, counted)))
    known = "\n".join(filter(None, (said, known)))
    subject = subject_told(date)
    whole, least = (
        "\n".join(filter(None, (known, *more))) for more in ((f"{subject} {date.then}".strip(),), (subject,))
    )
    if sheet.narrow:
        wide, most = dialog_room(sheet, 816), MOST_BELOW * sheet.window.h
        ways = (whole, least, counted, counted.split("\n")[0])
        return next((words for words in ways if sheet.painter.height(words, wide, BODY, SEMI) <= most), ways[-1])
    if sheet.tall:
        return whole
    lines = len(wrap(whole, BESIDE, BODY, SEMI)) + len(wrap(date.what, BESIDE, SECTION, BOLD))
    return least if lines > MOST_BESIDE else whole


def _met(model: Model, box: MirrorBox) -> Met | None:
    """The one to whom yesterday's move was made, in the evening after it."""
    view = model.view
    return met_in(evening_seen(view, view.night), box.past) if view is not None and view.night is not None else None


def _taken(model: Model, box: MirrorBox) -> str:
    """How yesterday's move was taken, as far as it could be seen."""
    return taken_told(box.date.move, first_name(box.name), _met(model, box))


def opening(sheet: Sheet, model: Model) -> None:
    """A scene before the first day."""
    box = model.dialog
    if not isinstance(box, OpeningBox):
        return
    told = box.scenes[box.at]
    count = f"{box.at + 1} of {len(box.scenes)}" if len(box.scenes) > 1 else ""
    body, scene, words = parts_of_scene(sheet, "cup", told.title, count, ("", told.text), said_in(told), closable=False)
    table_scene(sheet, scene, OPENING_LOOK, told)
    words_of_scene(sheet, words, ("", told.text))
    foot = Box(body.x, body.bottom - 46, body.w, 46)
    last = box.at + 1 == len(box.scenes)
    label, icon, action = ("Begin", "play", Close()) if last else ("Go on", "next", turn_dialog(at=box.at + 1))
    keys = "Enter Right Esc" if last else "Enter Right"
    skip, back, on = Box(foot.x, foot.y, 110, 46), Box(foot.right - 282, foot.y, 110, 46), foot.right - 160
    if sheet.narrow:  # all three in a row, the way on the widest
        each = (foot.w - 20) * 0.28
        skip, back, on = skip._replace(w=each), Box(foot.x + each + 10, foot.y, each, 46), foot.x + 2 * each + 20
    way = Box(on, foot.y, foot.right - on, 46)
    button(sheet, "opening.on", way, label, action, style="primary", icon=icon, key=keys, show_key=True)
    if box.at:
        button(sheet, "opening.back", back, "Back", turn_dialog(at=box.at - 1), icon="back", key="Left")
    if not last:
        button(sheet, "opening.skip", skip, "Skip", Close(), style="ghost", key="Esc")


def _narrow_foot(sheet: Sheet, model: Model, box: MirrorBox, foot: Box, tone: str, label: str) -> None:
    """The verdict in a row, the two ways on in the next."""
    row = foot.moved(0, -44)
    x = row.x + chip(sheet, label, row.x, row.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, row.cy, "soft", "bolt") + 8
    paint, room = sheet.painter, row.right - x - 4
    title = next((words for words in (box.name, first_name(box.name)) if paint.measure(words, 14, SEMI) <= room), "")
    paint.text(title, x + 4, row.cy, 14, sheet.theme.muted, SEMI)
    first, second = columns(foot, 2, 10)
    button(sheet, "mirror.other", first, "Another move", InTurn((Close(), Close())), key="A", size=14,
           spoken="Choose another move")  # fmt: skip
    button(sheet, "mirror.plan", second, "Plan it", InTurn((Open(None), plan_of(model))), style="primary",
           icon="send", key="Enter", show_key=True, spoken=f"Plan it: {box.title}")  # fmt: skip


def _foot(sheet: Sheet, model: Model, box: MirrorBox, foot: Box) -> None:
    tone, label = TONES[box.date.forecast.tone], box.date.forecast.told
    if box.past:
        tone = MOODS.get(box.date.mood, "plain")
        label = "It was open" if box.date.mood == NO_VERDICT else f"It looked: {box.date.mood}"
        chip(sheet, label, foot.x, foot.cy, tone, MOOD_ICONS[tone])
        close = Box(foot.right - 140, foot.y, 140, foot.h)
        button(sheet, "mirror.close", close, "Close", Close(), style="primary", key="Enter", show_key=True)
        return
    if sheet.narrow:
        _narrow_foot(sheet, model, box, foot, tone, label)
        return
    plan = Box(foot.right - 140, foot.y, 140, foot.h)
    paint, full = sheet.painter, "Choose another move"
    label_other = full if paint.measure(full, BODY, BOLD) <= 190 else "Another move"
    wide = paint.measure(label_other, BODY, BOLD) + 40
    other = Box(plan.x - 12 - wide, foot.y, wide, foot.h)
    button(sheet, "mirror.other", other, label_other, InTurn((Close(), Close())), key="A", spoken=full)
    words = f"Plan it: {box.title}"
    button(sheet, "mirror.plan", plan, "Plan it", InTurn((Open(None), plan_of(model))), style="primary",
           icon="send", key="Enter", show_key=True, spoken=words)  # fmt: skip
    x, room = foot.x, other.x - 14 - foot.x
    x += chip(sheet, label, x, foot.cy, tone, MOOD_ICONS[tone]) + 8
    x += chip(sheet, hours_text(box.hours), x, foot.cy, "soft", "bolt") + 8
    room -= x + 4 - foot.x
    first = first_name(box.name)
    told = (f"{sheet.you.name} and {box.name}", f"{sheet.you.name} and {first}") if sheet.you.name else ()
    title = next((words for words in (*told, box.name, first) if paint.measure(words, 14, SEMI) <= room), "")
    paint.text(title, x + 4, foot.cy, 14, sheet.theme.muted, SEMI)
