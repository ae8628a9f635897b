"""What a message to everybody cost is read beside the decisions that mattered: it was no choice between people."""

from dataclasses import replace

from game.coach.looking_back.debrief import Reason
from game.coach.looking_back.sent_to_all_told import TITLE
from game.ui.play.screens.debrief.debrief_trust import happened_told
from tests.ui.conftest import CASES
from tests.ui.fakes.fake_debrief import COACHED, DEBRIEF
from tests.ui.gallery import SCREENS


def test_what_went_to_everybody_stands_above_the_decisions(drawn):
    """With its figures, on the same page, without scrolling."""
    _, log = drawn(SCREENS["debrief_review"], next(iter(CASES)), "light")
    told = " ".join(box.text for box in log)

    assert f"{TITLE}. On day 5" in told
    assert "nine of fourteen" in told


def test_a_first_look_praises_nothing_that_a_closer_one_may_take_back(drawn):
    """What was done best stands there when every day has been weighed; until then it says that it will."""
    firm, first = (
        {region.id for region in drawn(SCREENS[name], next(iter(CASES)), "light")[0].sheet.regions}
        for name in ("debrief_review_fine", "debrief_review_first_look")
    )
    fine = {f"decision.{i}" for i, one in enumerate(COACHED.decisions) if one.fine}

    assert fine
    assert fine <= firm
    assert not fine & first
    assert {f"decision.{i}" for i, one in enumerate(COACHED.decisions) if not one.fine} <= first


def test_a_day_on_which_an_event_moved_somebody_is_not_called_a_day_without_a_move():
    """Your answer to it may have moved them most of all."""
    person = replace(DEBRIEF.followers[0], marks=(), milestones=())
    event, time = (Reason(cause, "Something.", 1.0) for cause in ("event", "fade"))

    assert happened_told(person, 12, (time,)) == ("You made no move",)
    assert happened_told(person, 12, (time, event)) == ("Something happened",)
