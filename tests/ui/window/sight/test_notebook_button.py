"""What stands on the notebook's button can be read, whatever is guessed there, in every window."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.session.view import Guess
from game.ui.drawing.painter import DESCENDER
from game.ui.play.screens.day import profile
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS
from tests.ui.window.sight.test_every_screen import check_text

pytestmark = pytest.mark.usefixtures("blank_drawings")

WINDOWS = [*CASES.values(), ((1920, 1080), 1.0), ((1920, 1080), 1.5), ((1440, 900), 1.0)]
LABELS = {"invited": "", "long": "Wants to be left in peace", "longer": "Comes for the company, and stays"}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(("size", "zoom"), WINDOWS)
@pytest.mark.parametrize("lettering", [100, 150])
def test_every_guess_fits_on_its_button(make_app, monkeypatch, size, zoom, lettering, label):
    """Neither the invitation to guess nor the title of an author's motive lies over the line above it."""
    draw = profile._notebook

    def guessing(sheet, view, chosen, box):
        motives = (replace(view.motives[0], title=LABELS[label]), *view.motives[1:])
        guess = Guess(motives[0].id, 75) if LABELS[label] else None
        draw(sheet, replace(view, motives=motives), replace(chosen, guess=guess), box)

    monkeypatch.setattr(profile, "_notebook", guessing)
    monkeypatch.setattr(profile, "is_invited", lambda view, chosen: True)
    app = make_app(size, zoom)
    app.model = replace(app.model, settings=replace(app.model.settings, lettering=lettering))
    SCREENS["play"](app)
    app.canvas.painter.log = []
    app.paint()
    check_text(app, app.canvas.painter.log)
    buttons = [region.full for region in app.sheet.regions if region.id == "motive"]
    assert buttons or size[0] / zoom < 1280  # in a drawer there
    lines = [t for t in app.canvas.painter.log if any(t.seen.overlaps(button, 1.0) for button in buttons)]
    lines.sort(key=lambda t: t.box.y)
    for upper, lower in pairwise(lines):  # a box is that of the capitals
        if upper.text == "I take them for":
            assert lower.box.y - upper.box.bottom >= DESCENDER * upper.size, (upper, lower)
