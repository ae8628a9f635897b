"""All nights of the run, each to be read again."""

from game.session.seen.night.evening import Evening
from game.session.seen.night.evening_seen import evening_seen
from game.session.words.numbers_told import counted
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import moon_svg
from game.ui.drawing.frames.dialogs import dialog
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import empty
from game.ui.play.play_actions import ReadNight
from game.ui.play.play_state import NightsBox
from game.ui.play.reading_views import follower_of

ROW, FACES = 66.0, 5


def nights(sheet: Sheet, model: Model) -> None:
    """Draw the list of nights, the last one first."""
    view = model.view
    if not isinstance(model.dialog, NightsBox) or view is None:
        return
    paint, theme = sheet.painter, sheet.theme
    told = [(report, evening_seen(view, report)) for report in reversed(view.nights)]
    high = 72 + max(180.0, (ROW + 8) * len(told)) + 22
    body = dialog(sheet, 640, min(high, 600), "moon", "Nights", "to be read again")
    if not told:
        empty(sheet, body, "moon", "No night yet", "After each day you can come back here and read how it went.")
        return
    with sheet.scroll("nights", body, (ROW + 8) * len(told)) as start:
        for number, (report, evening) in enumerate(told):
            box = Box(body.x, start + number * (ROW + 8), body.w - 10, ROW)
            title, below = f"The night after day {report.day}", _below(evening)
            words = f"{title}. {below}"
            touch = sheet.region(f"night.{report.day}", box, words, ReadNight(report.day), role="item")
            paint.panel(box, theme.hover if touch.hover else theme.raised, radius=14, edge=theme.border)
            paint.svg(moon_svg(), Box(box.x + 14, box.y + 14, 38, 38))
            people = [m.follower for m in (*(m.who for m in evening.moments if m.who), *evening.tables, *evening.bar)]
            faces = [f for f in (follower_of(view, name) for name in dict.fromkeys(people)) if f is not None]
            faces = faces[: 2 if sheet.narrow else FACES]
            room = box.w - 66 - 16 - 40 * len(faces)
            if paint.measure(title, CARD, EXTRA) > room:
                title = f"Day {report.day}"
            paint.text(title, box.x + 66, box.y + 23, CARD, theme.text, EXTRA, width=room)
            if sheet.narrow and paint.measure(below, META, SEMI) > room:
                paint.paragraph(below, box.x + 66, box.y + 32, room, META, theme.muted, SEMI, lines=2, leading=1.2)
            else:
                paint.text(below, box.x + 66, box.y + 45, META, theme.muted, SEMI, width=room)
            for place, face in enumerate(faces):
                x = box.right - 30 - 40 * (len(faces) - 1 - place)
                paint.avatar(face.look, x, box.cy, 36, picture=face.picture)


def _below(evening: Evening) -> str:
    """What there was, in few words."""
    if evening.moments:
        return ", ".join(dict.fromkeys(moment.name for moment in evening.moments))
    if evening.quiet:
        return "Quiet"
    return f"{counted(evening.met).capitalize()} met you, {counted(evening.came)} came by"
