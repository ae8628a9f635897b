"""The debrief in lines: every figure, ask, goal and life of it stands there, each in its own words."""

import pytest

from game.coach.judgement import judge
from game.coach.looking_back import debrief_text
from game.coach.looking_back.debrief import AskMark, DayMark, Debrief, FollowerDebrief, GoalTold, Reason
from game.coach.looking_back.month_after import EpilogueLife
from tests.plays import session

ADA = FollowerDebrief(
    id="ada", name="Ada Quist", look=1, motive="fan", motive_title="Fan", why_followed="She liked a loaf.",
    wants="Bread.", guess="Buyer", guess_sure=75, guess_right=False, happy_end="an advocate",
    happy_end_text="It takes praise.", came=True, end="It came.", ready_spells=((2, 2), (4, 6)),
    trust=(40.0, 42.0, 42.9, 41.9), marks=(DayMark(1, "like", "Like", "good"), DayMark(1, "post", "Post", "bad")),
)  # fmt: skip
BEN = FollowerDebrief(**{**vars(ADA), "id": "ben", "name": "Ben Tal", "guess": "", "ready_spells": (), "came": False,
                         "marks": (), "trust": (40.0, 40.9)})  # fmt: skip
SURE = AskMark(2, "ada", "Ada Quist", "propose", "Propose", True, True, 0.7, True, "She said yes.", "asked_ready")
EARLY = AskMark(3, "ben", "Ben Tal", "pitch", "Pitch", True, False, 0.04, False, "Too soon.", "asked_too_soon")
LIVES = (EpilogueLife("ada", "Ada Quist", (50.0, 55.0, 61.25), 0, 2, 0, False),
         EpilogueLife("ben", "Ben Tal", (30.0, 20.0), 7, 0, 1, True))  # fmt: skip


def debrief(days, **changes):
    figures = {
        "title": "T", "days": 3, "score": 51.5, "people": 60.25, "business": 40.0, "reading": 12.5,
        "judgement": "You could tell.", "followers": (ADA, BEN), "asks": (SURE, EARLY), "missed": ("Tom was ready.",),
        "lessons": (("Patience", "It pays."),), "goals": (GoalTold("One", True, "2 of 2"), GoalTold("Two", False, "")),
        "manners": 80.0, "epilogue": LIVES, "buyers_truth": "2 of 12 followed you.",
    }  # fmt: skip
    return Debrief(by_day=days, by_spell=days, **{**figures, **changes})


@pytest.fixture
def told(monkeypatch):
    """The lines of a debrief whose contents are given; every day has one cause that is told, and one that is not."""

    def lines(days=None, **changes):
        few = judge([True, False], [True, False])
        reasons = (Reason("move", "She liked it.", 1.96, "", 2.0), Reason("other", "Small things.", 0.01, "", 0.0))
        monkeypatch.setattr(debrief_text, "debrief", lambda now: debrief(days or few, **changes))
        monkeypatch.setattr(debrief_text, "reasons", lambda now, who, day: reasons)
        text = debrief_text.debrief_told(session("first_hello", 1).playthrough)
        assert text.endswith("\n")
        return text.splitlines()

    return lines


def test_score_and_judgement_come_first(told):
    """A figure of the judgement stands only where there is one."""
    many = judge([True] * 10 + [False] * 30, [True] * 8 + [False] * 2 + [True] * 3 + [False] * 27)

    assert told()[:5] == [
        "Debrief", "  score 51.50: people 60.25, business 40.00, manners 80.00", "  notebook 12.50",
        "  judgement: You could tell.", "  2 of 12 followed you.",
    ]  # fmt: skip
    assert told(many)[3] == (
        f"  judgement d' {many.discrimination:.3f}, criterion {many.criterion:.3f}: You could tell."
    )


def test_goals_asks_the_missed_the_month_after_and_lessons_follow(told):
    """In this order, each on a line of its own, up to their side."""
    lines = told()

    assert lines[5 : lines.index("")] == [
        "  goal, reached: One (2 of 2)", "  goal, missed: Two",
        "  day 2, Propose to Ada Quist: ready, 0.700, yes. She said yes.",
        "  day 3, Pitch to Ben Tal: not ready, 0.040, no. Too soon.",
        "  Tom was ready.",
        "  a month later, Ada Quist: trust 50.0 to 61.2, praised 2, complained 0",
        "  a month later, Ben Tal: trust 30.0 to 20.0, left in night 7, praised 0, complained 1, bought elsewhere",
        "  Patience: It pays.",
    ]  # fmt: skip


def test_each_follower_is_told_with_guess_readiness_and_trust(told):
    """What there was none of is left out."""
    lines = told()
    ada, ben = lines.index("Their side") + 1, next(n for n, line in enumerate(lines) if line.startswith("  Ben Tal,"))

    assert lines[ada : ada + 5] == [
        "  Ada Quist, Fan. She liked a loaf. Wants: Bread.", "    your guess: Buyer, 75 %, wrong",
        "    ready on day 2, 4 to 6", "    best end: an advocate, which came. It takes praise. It came.",
        "    trust 40.0 42.0 42.9 41.9",
    ]  # fmt: skip
    assert lines[ben + 1 :] == [
        "    best end: an advocate, which did not come. It takes praise. It came.", "    trust 40.0 40.9",
    ]  # fmt: skip


def test_days_of_deeds_and_days_of_a_point_or_more_are_explained(told):
    """With all that was done, and the causes that are printed as something."""
    lines = [line for line in told() if line.startswith("    day ")]

    assert lines == [
        "    day 1, Like (good) and Post (bad), +2.0: She liked it. +2.0",
        "    day 3, nothing done, -1.0: She liked it. +2.0",
    ]


def test_a_right_guess_is_told_as_right(told):
    right = FollowerDebrief(**{**vars(ADA), "guess_right": True})

    assert "    your guess: Buyer, 75 %, right" in told(followers=(right,))


def test_first_and_last_day_of_being_ready():
    """Of several spells together; none is none."""
    assert (ADA.ready_from, ADA.ready_until) == (2, 6)
    assert (BEN.ready_from, BEN.ready_until) == (0, 0)
