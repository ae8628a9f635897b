"""After a night the mirror of a move can be opened from the thread; it tells how the move was taken."""

from game.ui.play.play_state import MirrorBox
from tests.ui.gallery import SCREENS


def test_the_thread_leads_to_the_mirror_of_yesterdays_move(drawn):
    app, _ = drawn(SCREENS["yesterday"], "1", "light")
    link = next(r for r in app.sheet.regions if r.id == "past.mirror")
    log = app.canvas.painter.log = []
    app.act(link.action)
    app.paint()
    assert isinstance(app.model.dialog, MirrorBox)
    words = " ".join(line.text for line in log)
    assert "And so it was: Mara beams" in words
    assert "Plan it" not in {r.label for r in app.sheet.regions}


def test_a_day_without_a_move_before_it_has_no_such_way(drawn):
    app, _ = drawn(SCREENS["play"], "1", "light")
    assert "past.mirror" not in {r.id for r in app.sheet.regions}
