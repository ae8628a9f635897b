"""Two messages are two: in a bubble and in a row of a night they stand apart by more than lines of one message do."""

import pytest

from game.session.seen.night.night_folds import NightRow
from game.session.view import NightItem
from game.ui.drawing.geometry import Box
from game.ui.play.screens.night import night_rows
from game.ui.play.screens.speech import bubble
from tests.ui.gallery.day_screens import playing

FIRST = "It has to rest! Of course. That explains two more things that I was going to ask you."
SECOND = "Could you show one day how your work is done, from the very beginning? I would watch all of it."


def heights_of(log, *messages):
    """The middles of the lines of each message, from the top."""
    return [[entry.box.y for entry in log if entry.text and entry.text in message] for message in messages]


def check(log):
    first, second = heights_of(log, FIRST, SECOND)
    assert len(first) > 1
    step = first[1] - first[0]
    assert second[0] - first[-1] > step * 1.2


@pytest.mark.parametrize("zone", [Box(20, 20, 300, 400), Box(20, 20, 420, 200)])
def test_two_messages_stand_apart_in_one_bubble(zone, make_app):
    """A reply and a new question in one bubble have more room between them than their lines."""
    app = make_app((1280, 720), 1.0)
    app.paint()
    app.canvas.painter.log = []

    assert bubble(app.sheet, f"{FIRST}\n{SECOND}", zone, Box(100, 500, 60, 60)) is not None
    check(app.canvas.painter.log)


def test_two_things_that_somebody_wrote_stand_apart_in_a_row(make_app):
    """So have two things in the row of one person on the board of a night."""
    app = make_app((1280, 720), 1.0)
    playing(app)
    app.paint()
    items = tuple(NightItem("ada", "Ada Quist", "answer_warm", text, 2, "answer") for text in (FIRST, SECOND))
    told = ((NightRow(items),), (), {})
    app.canvas.painter.log = []

    night_rows.draw(app.sheet, app.model.run.view(), told, Box(20, 20, 420, 400))
    check(app.canvas.painter.log)
