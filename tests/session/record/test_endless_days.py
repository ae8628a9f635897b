"""A record with more choices than anybody makes is refused at once; doing the same again and again stays cheap."""

import pytest

from game.errors import RecordError, Refused
from game.session.entries import Note, PlanMove, Undo
from game.session.runs.resuming import replayed, resume, resume_or_rescue
from game.session.runs.runs import saved_runs
from game.session.session import MOST_ON_A_DAY
from game.session.words.spoken import Wordings
from tests.records import lines_of, write_lines
from tests.session.record.bakery_runs import NOW

SAME = {
    "a plan": {"kind": "plan", "day": 1, "move": "like", "who": "ada", "content": "", "other": ""},
    "a guess": {"kind": "note", "day": 1, "who": "ada", "motive": "buyer", "sure": 50},
    "a glance": {"kind": "read", "day": 1, "who": "ada"},
}


@pytest.mark.parametrize("same", SAME.values(), ids=SAME.keys())
@pytest.mark.parametrize("copies", [MOST_ON_A_DAY + 1, 5_000, 19_000])
def test_an_endless_day_is_refused_by_all_before_it_is_played(run, monkeypatch, same, copies):
    """The list, a replay and Continue alike, without making one of the choices."""
    lines = lines_of(run.path)
    write_lines(run.path, [lines[0], *[same] * copies])
    monkeypatch.setattr("game.session.session.after", lambda *_: pytest.fail("a choice was made"))
    (found,) = saved_runs(run.path.parent, NOW)

    assert found.problem
    for opening in (replayed, resume_or_rescue):
        with pytest.raises(RecordError, match=r"nobody makes more than 1,000 choices on one day\)"):
            opening(run.path)


def guessing_on(game):
    """Guesses until the day is full; gives how many guesses were taken."""
    for made in range(2 * MOST_ON_A_DAY):
        try:
            game.do(Note("ada", "buyer", (25, 50)[made % 2]))
        except Refused:
            return made
    return 2 * MOST_ON_A_DAY


def test_what_can_be_played_can_be_opened_again(run):
    """Whoever goes on choosing is told to end the day before the record can no longer be opened."""
    game = resume(run.path)
    assert MOST_ON_A_DAY - 50 < guessing_on(game) < MOST_ON_A_DAY
    game.close()

    assert replayed(run.path).playthrough.day == game.playthrough.day


def test_going_back_to_the_morning_makes_room_again(run):
    """What is undone does not count."""
    game = resume(run.path)
    guessing_on(game)
    game.do(Undo(game.playthrough.day))
    game.do(PlanMove("like", "ada"))
    game.close()

    assert not saved_runs(run.path.parent, NOW)[0].problem


def test_a_wording_that_is_used_again_is_remembered_once():
    """Its key and its text: what is kept of a talk does not grow with each time the same plan is made."""
    wordings = Wordings()
    for _ in range(50):
        wordings = wordings.remembering("like", "a", "ada", 3, "How nice!")
    assert wordings.lately("ada", 3) == ("How nice!", "a")
