"""What is said in a scene of the date mirror is never cut, in the smallest picture that holds its bubbles."""

import pytest

from game.scenario.texts.builtin import moves
from game.session.date_lines import DateLine
from game.ui.drawing.geometry import Box
from game.ui.play.screens.mirror.table_scene import said_in, table_scene
from tests.plays import SHIPPED, session
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS

pytestmark = pytest.mark.usefixtures("nothing_painted")

WIDTHS = [488.0, 620.0, 768.0]  # logical units: at zoom 1.5 in 1280x720, in the debrief, in a large window
VALUES = {"{first}": "Mara", "{friend}": "Wilhelmina Odell", "{their}": "her"}


def filled(text):
    for name, value in VALUES.items():
        text = text.replace(name, value)
    return text


@pytest.mark.parametrize("wide", WIDTHS)
def test_every_scene_that_ships_is_said_whole(make_app, monkeypatch, wide):
    """What is said in a scene is never cut, in pictures of three sizes."""
    app = make_app((1280, 720), 1.5)
    app.paint()
    sheet, cut = app.sheet, []
    monkeypatch.setattr(sheet.painter, "svg", lambda *_, **__: None)
    for move, words in moves().items():
        for date in words.dates:
            said = [filled(text) for text in (date.you, date.they)]
            line = DateLine(move, *said, "", "", date.mood, date.prop, date.held, around=date.around)
            sheet.painter.log = []
            table_scene(sheet, Box(10, 10, wide, wide * 360 / 768), 3, line)
            drawn = " ".join(box.text for box in sheet.painter.log)
            cut += [text for text in said if " ".join(text.split()) not in drawn]

    assert cut == []


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("name", SHIPPED)
def test_every_scene_before_the_first_day_is_said_whole(make_app, monkeypatch, name, wide):
    """By you and by the other one, in pictures of three sizes."""
    app = make_app((1280, 720), 1.5)
    app.paint()
    sheet, cut = app.sheet, []
    monkeypatch.setattr(sheet.painter, "svg", lambda *_, **__: None)
    scenes = session(name).view(None).opening
    assert scenes or name != "first_hello"
    for scene in scenes:
        sheet.painter.log = []
        table_scene(sheet, Box(10, 10, wide, wide * 360 / 768), 3, scene)
        drawn = " ".join(box.text for box in sheet.painter.log)
        cut += [text for text in said_in(scene) if " ".join(text.split()) not in drawn]

    assert cut == []


@pytest.mark.parametrize("name", ["opening", "opening_middle", "opening_later", "opening_end"])
@pytest.mark.parametrize("case", CASES)
def test_the_window_says_every_scene_before_the_first_day(drawn, case, name):
    """At every size and zoom: what is said stands in the box, besides what is told."""
    app, log = drawn(SCREENS[name], case, "light")
    scene = app.model.dialog.scenes[app.model.dialog.at]
    words = " ".join(entry.text for entry in log)
    assert [text for text in said_in(scene) if " ".join(text.split()) not in words] == []
