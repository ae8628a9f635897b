"""What a message to everybody cost is read beside the decisions that mattered: it was no choice between people."""

from game.coach.looking_back.sent_to_all_told import TITLE
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS


def test_what_went_to_everybody_stands_above_the_decisions(drawn):
    """With its figures, on the same page, without scrolling."""
    _, log = drawn(SCREENS["debrief_review"], next(iter(CASES)), "light")
    told = " ".join(box.text for box in log)

    assert f"{TITLE}. On day 5" in told
    assert "nine of fourteen" in told
