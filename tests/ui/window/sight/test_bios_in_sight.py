"""What somebody's page says can be read on a phone's shape before a talk begins."""

import pytest

from game.ui.common.shared_actions import turn
from game.ui.play.play_state import ProfileBox
from tests.ui.window.hands_on import click

PHONES = [(360, 640), (400, 800)]


def painted(app):
    """All words on the screen, one after the other."""
    app.canvas.painter.log = []
    app.paint()
    return " ".join(entry.text for entry in app.canvas.painter.log)


@pytest.mark.parametrize("size", PHONES)
def test_a_talk_that_has_not_begun_shows_the_bio_and_the_name_leads_to_the_page(at, size):
    """In one column, too, one reads who somebody is before the first word."""
    app = at("silent", size=size, zoom=1.0)
    app.act(turn(pane="talk"))
    app.step()
    bio = next(f.bio for f in app.model.view.followers if f.id == app.model.page.selected)
    assert bio.split()[0] in painted(app)
    click(app, "The page of")
    assert isinstance(app.model.dialog, ProfileBox)
    assert bio.split()[-1] in painted(app)
