"""A month later, in words and as a picture: both show the same people and tell the same of them."""

from dataclasses import replace

import pytest

from game.coach.looking_back.month.month_after import EpilogueLife
from game.coach.looking_back.month.month_told import TITLE
from game.scenario.texts.first_names import first_name
from game.ui.play.screens.debrief.month_picture import DID, did_of, mood_of
from tests.ui.fakes.fake_debrief import LIVES
from tests.ui.gallery import SCREENS

QUIET = EpilogueLife("mara", "Mara Lind", (50.0, 50.0), 0, 0, 0, elsewhere=False)


def test_everybody_who_followed_to_the_end_is_in_the_picture(drawn):
    """With a name, below the sentence that tells of the month."""

    def month_alone(app):
        SCREENS["debrief_lessons"](app)
        told = app.model.debrief
        app.model = replace(app.model, debrief=replace(told, lessons=((TITLE, dict(told.lessons)[TITLE]),)))

    texts = [line.text for line in drawn(month_alone, "1", "light")[1]]
    assert [name for life in LIVES if (name := first_name(life.name)) not in texts] == []


@pytest.mark.parametrize("field", [name for name, *_ in DID])
def test_what_somebody_did_has_a_sign_and_a_face(field):
    """Of two things the weightier one shows; who did nothing has no sign."""
    life = replace(QUIET, **{field: 3})

    assert did_of(QUIET) == ("", "")
    assert did_of(life)[0] == {name: icon for name, icon, _ in DID}[field]
    assert (mood_of(life) == "delighted") == (field == "praised")
    assert did_of(replace(life, left=3))[0] == DID[0][1]
