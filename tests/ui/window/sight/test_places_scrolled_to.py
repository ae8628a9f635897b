"""A place that one has scrolled to belongs to what one has scrolled."""

import pytest

from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from tests.ui.fakes import fake_coach, fake_debrief
from tests.ui.gallery import SCREENS

LOW = (1280, 720)


def area_of(app, part):
    """The scroll area whose name has a part, as it was drawn last."""
    app.paint()
    return next(a for a in app.sheet.areas if part in a.name)


def at_its_end(app, part):
    """Scrolls an area to its end."""
    area = area_of(app, part)
    assert area.most > 0
    app.act(shared.Scroll(area.name, area.most))
    assert area_of(app, part).value == area.most


@pytest.fixture
def app(make_app):
    """A low window whose contents are half as large again."""
    app = make_app(LOW)
    app.act(shared.Tune("zoom", 1.5))
    return app


def test_the_answer_of_what_if_begins_with_its_sentence(app):
    """Whoever scrolled through the choices reads the answer from its top, and the next answer too."""
    SCREENS["what_if"](app)
    at_its_end(app, "what_if")
    box = app.model.dialog
    app.act(entries.AskWhatIf(box.who, box.first, box.second))
    app.services.what_if_news = fake_coach.WHAT_IF
    app.act(shared.Tick(2.0))
    assert area_of(app, "told").value == 0
    at_its_end(app, "told")
    app.act(shared.Close())
    app.act(act.OpenWhatIf())
    assert area_of(app, "what_if").value == 0
    app.act(entries.AskWhatIf(box.who, box.first, box.second))
    app.act(shared.Tick(9.0))
    assert area_of(app, "told").value == 0


def test_another_decision_is_read_from_its_top(app):
    """And the one that was read before is where it was left."""
    SCREENS["debrief_review"](app)
    first = fake_debrief.COACHED.decisions[app.model.page.decision]
    at_its_end(app, f"review.{first.name}")
    app.act(shared.turn(decision=1))
    other = fake_debrief.COACHED.decisions[1]
    assert (first.name, first.day) != (other.name, other.day)
    assert area_of(app, f"review.{other.name}.{other.day}").value == 0


def test_help_that_is_opened_again_begins_at_its_top_and_leaves_what_is_under_it(app):
    """The settings under the help stay where they were; the help itself begins anew."""
    SCREENS["settings"](app)
    at_its_end(app, "settings")
    app.act(shared.ShowHelp())
    at_its_end(app, "help")
    app.act(shared.ShowHelp())
    assert area_of(app, "settings").value > 0
    app.act(shared.ShowHelp())
    assert area_of(app, "help").value == 0
