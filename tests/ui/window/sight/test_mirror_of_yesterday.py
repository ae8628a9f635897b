"""After a night the mirror of a move can be opened from the thread; it tells how the move was taken."""

from dataclasses import replace

import pytest

from game.art.cafe import cafe_svg
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.seen.after_the_move import as_it_was
from game.session.seen.night.body import CLOCK, STILL
from game.session.seen.night.evening import Met
from game.session.seen.night.poses import GESTURES, POSES
from game.ui.play.play_state import MirrorBox
from tests.plays import session
from tests.ui.fakes.fake_moves import GOOD_DATE
from tests.ui.gallery import SCREENS


def test_the_thread_leads_to_the_mirror_of_yesterdays_move(drawn):
    """With what came of it, and nothing to plan."""
    app, _ = drawn(SCREENS["yesterday"], "1", "light")
    link = next(r for r in app.sheet.regions if r.id == "past.mirror")
    log = app.canvas.painter.log = []
    app.act(link.action)
    app.paint()
    assert isinstance(app.model.dialog, MirrorBox)
    words = " ".join(line.text for line in log)
    assert "And so it was: Mara" in words
    assert "Plan it" not in {r.label for r in app.sheet.regions}


def test_a_day_without_a_move_before_it_has_no_such_way(drawn):
    """No way leads to what never was."""
    app, _ = drawn(SCREENS["play"], "1", "light")
    assert "past.mirror" not in {r.id for r in app.sheet.regions}


GESTURES_SHOWN = [(0, pose, face) for pose, face in GESTURES.values() if pose != "still"]
SHOWN = [(step, *pose) for step, poses in enumerate(POSES) for pose in poses]


@pytest.mark.parametrize(("step", "pose", "face"), [*SHOWN, *GESTURES_SHOWN])
def test_yesterdays_picture_is_what_happened_and_not_the_forecast(step, pose, face):
    """Their body is that of the evening, their words are their own, and nobody smiles at a cold shoulder."""
    met = Met("mara", "Mara Lind", 3, step, pose, face, "", "", "Not today.\nAnd thank you.")
    told = as_it_was(GOOD_DATE, met, "Mara")
    assert (told.body, told.they) == (pose, "Not today.")
    before, after = (
        cafe_svg(3, d.mood, d.prop, you_look=0, dark=False, held=d.held, face=d.face, body=d.body)
        for d in (GOOD_DATE, told)
    )
    assert before != after
    assert (told.face in {"warm", "beaming", "delighted"}) == (step > STILL)


@pytest.mark.parametrize("place", ["park", "party", "market"])
def test_yesterdays_evening_was_at_the_cafe_with_its_clock(place):
    """A scene on a bench does not tell of somebody there who looks at the clock on the wall."""
    met = Met("mara", "Mara Lind", 3, CLOCK, "clock", "", "", "", "")
    told = as_it_was(replace(GOOD_DATE, around=(place,), what="You sit on a bench."), met, "Mara")
    assert (told.around, told.what) == (("clock",), "You asked Mara a question.")


def test_the_mirror_of_yesterday_names_what_was_shared():
    """With the title of what went along, and never an empty pair of quotes."""
    game = session("first_hello", 3)
    who = game.view(None).followers[0].id
    content = next(c for c in game.view(None).contents if not c.locked)
    game.do(EndDay())
    game.do(EndDay())
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 1))
    assert "share_resource" in {move.id for move in game.view(who).moves if move.enabled}
    game.do(PlanMove("share_resource", who, content.id))
    game.do(EndDay())

    assert as_it_was(game.view(who).yesterday, None, "Mara").what == f"You gave Mara “{content.title}”."
