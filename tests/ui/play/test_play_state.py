"""Words and icons of the pages of play."""

from game.art.icon_names import (
    FORMATS,
    GROUP_ICONS,
    MOVES,
    NOTICED,
    SIGNALS,
    format_icon,
    icon_of,
    noticed_icon,
    signal_icon,
)
from game.art.icons import icon_svg
from game.session.seen.make_view import make_view
from game.session.seen.offered import suited
from game.session.words.hours_text import hours_text
from game.ui.play import play_actions as act
from game.ui.play.play_state import ChoosePage
from tests.plays import session
from tests.ui.stage import Stage


def test_every_icon_that_is_named_exists():
    """Also for what is new and has no icon of its own."""
    names = {*MOVES.values(), *SIGNALS.values(), *NOTICED.values(), *FORMATS, *GROUP_ICONS.values()}
    names |= {icon_of("new"), signal_icon("new"), noticed_icon("new"), format_icon("new")}
    for name in names:
        assert icon_svg(name, "#000000").startswith("<svg")


def test_words_for_hours():
    """Minutes, as on a clock; nothing costs nothing."""
    assert [hours_text(h) for h in (0.0, 0.1, 0.4, 1.0, 1.25, 2.5)] == [
        "Free",
        "6 min",
        "24 min",
        "60 min",
        "75 min",
        "150 min",
    ]


def test_a_post_is_offered_what_suits_it():
    """A how-to is no poll, a question is one; where nothing suits, everything is offered."""
    contents = make_view(session("first_hello").playthrough).contents
    forms = {
        move: {c.format for c in suited(move, contents)} for move in ("post_helpful", "post_question", "post_story")
    }
    assert not forms["post_helpful"] & {"poll", "photo"}
    assert forms["post_question"] == {"poll"}
    assert "poll" not in forms["post_story"]
    photos = tuple(c for c in contents if c.format == "photo")
    assert suited("post_question", photos) == photos
    assert suited("share_resource", contents) == contents


def test_a_scenario_that_was_played_to_the_end_is_known_in_the_list():
    """By its finished runs, and by none that still goes on."""
    stage = Stage()
    stage.act(act.ToChoose())
    page = stage.model.page
    assert isinstance(page, ChoosePage)
    assert page.done == {run.title for run in stage.services.runs if run.finished}
    assert page.done != {run.title for run in stage.services.runs}
