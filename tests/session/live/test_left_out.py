"""What could not be carried over into a changed scenario is told in whole sentences: what, on which days, and why."""

import pytest

from game.scenario import load
from game.session.entries import AnswerEvent, BringEvent, Note, PlanMove
from game.session.live.left_out import LeftOut
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from tests.plays import example

BEN = "  ben:\n    name: Ben Tal\n    loves: {rye: 20}\n    motive: seller\n"
LOAF = "content:\n  loaf: {title: The first loaf, format: photo, about: [rye], hours: 0.5, text: Still warm.}\n"


def bakery(folder, *gone):
    """The bakery without some of its parts."""
    folder.mkdir()
    path = example(folder)
    text = path.read_text(encoding="utf-8")
    for part in gone:
        assert part in text
        text = text.replace(part, "")
    path.write_text(text, encoding="utf-8")
    return begun(compiled_of(load(path)), 4)


@pytest.fixture
def runs(tmp_path):
    """The whole bakery, and one without Ben, his tie and the loaf."""
    return bakery(tmp_path / "old"), bakery(tmp_path / "new", BEN, "    knows: [ben]\n", LOAF)


@pytest.fixture
def left_out(runs):
    return LeftOut(*runs)


def test_nothing_left_out_is_told_as_nothing(left_out):
    """No sentence stands where all could be kept."""
    assert left_out.sentences() == ()


def test_a_move_is_told_by_its_title_whom_it_was_for_and_why(left_out):
    """The reason is the refusal's first sentence: its advice is for a plan that can still be changed."""
    left_out.move(PlanMove("help", "ada"), 2, "Takes 20 minutes; nothing is left today. Take back a move, or wait.")

    assert left_out.sentences() == (
        "“Help” to Ada Quist was left out on day 2: Takes 20 minutes; nothing is left today.",
    )


def test_a_post_was_to_everybody(left_out):
    """Its reason is told within the sentence."""
    left_out.move(PlanMove("post_story"), 1, "There is nothing to share yet. Choose another move today.")

    (told,) = left_out.sentences()
    assert told.endswith("to everybody was left out on day 1: there is nothing to share yet.")


def test_a_content_that_is_gone_is_told_by_its_title(left_out):
    """And one that is there still is no reason."""
    left_out.move(PlanMove("share_resource", "ada", "loaf"), 1, "")

    (told,) = left_out.sentences()
    assert told.endswith(" to Ada Quist was left out on day 1: “The first loaf” is no longer in the file.")


def test_a_content_that_stands_in_the_file_is_no_reason(runs):
    """The refusal's own words are told."""
    left_out = LeftOut(runs[0], runs[0])
    left_out.move(PlanMove("share_resource", "ada", "loaf"), 1, "It opens on day 4. Ask about them until then.")

    (told,) = left_out.sentences()
    assert told.endswith("was left out on day 1: it opens on day 4.")


def test_choices_for_somebody_gone_are_told_together(left_out):
    """Moves and notes alike, with their number and each day once."""
    left_out.move(PlanMove("help", "ben"), 1, "")
    left_out.note(Note("ben", "seller", 50), 3, "")
    left_out.note(Note("ben", "seller", 75), 3, "")

    assert left_out.sentences() == ("Ben Tal is no longer in the file: 3 choices of yours left out, on days 1, 3.",)


def test_one_choice_is_told_as_one(left_out):
    """Singular where there is one."""
    left_out.note(Note("ben", "seller", 50), 3, "")

    assert left_out.sentences() == ("Ben Tal is no longer in the file: 1 choice of yours left out, on day 3.",)


def test_whoever_was_never_known_is_told_by_their_id(left_out):
    """There is no name to tell."""
    left_out.move(PlanMove("help", "zoe"), 1, "")

    assert left_out.sentences() == ("zoe is no longer in the file: 1 choice of yours left out, on day 1.",)


def test_a_note_is_told_as_yours(left_out):
    """With the reason why it cannot stand any more."""
    left_out.note(Note("ada", "fan", 50), 2, "Choose one of the motives, and 25, 50, 75 or 100 per cent.")

    assert left_out.sentences() == (
        "Your note about Ada Quist was left out on day 2: Choose one of the motives, and 25, 50, 75 or 100 per cent.",
    )


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (AnswerEvent("landlord", 1), "it does not come on that day any more"),
        (AnswerEvent("landlord", -1), "its answers are others now"),
        (AnswerEvent("fire", 0), "the event is no longer in the file"),
    ],
)
def test_an_answer_is_told_with_what_has_become_of_its_event(left_out, runs, answer, why):
    """By the title that it had; without one by its id."""
    event = runs[0].compiled.scenario.timeline.get(answer.event)
    left_out.answer(answer, 2, event)

    title = "The landlord rings" if event else "fire"
    assert left_out.sentences() == (f"Your answer to “{title}” was left out on day 2: {why}.",)


def test_what_the_host_brought_is_told_so(left_out, runs):
    """With the reason why it cannot come, or that it is gone."""
    event = runs[0].compiled.scenario.timeline["landlord"]
    left_out.brought(BringEvent("landlord", 3), 2, event, "It has happened already. Choose another.")
    left_out.brought(BringEvent("fire", 3), 2, None, "")

    assert left_out.sentences() == (
        "“The landlord rings”, which the host of the room brought, was left out on day 2: it has happened already.",
        "“fire”, which the host of the room brought, was left out on day 2: the event is no longer in the file.",
    )


def test_equal_reasons_are_told_once_with_their_days(left_out):
    """In their order, eight of them at most."""
    for day in (9, *range(8, 0, -1)):
        left_out.move(PlanMove("help", "ada"), day, "Why. Way out.")
    left_out.move(PlanMove("help", "crowd_1"), 8, "Why. Way out.")
    for day in range(1, 9):
        left_out.note(Note("ada", "fan", 50), day, "Why.")

    nine, one, eight = left_out.sentences()
    assert nine == "“Help” to Ada Quist was left out on days 1, 2, 3, 4, 5, 6, 7, 8 …: Why."
    assert "on day 8: Why." in one
    assert eight == "Your note about Ada Quist was left out on days 1, 2, 3, 4, 5, 6, 7, 8: Why."
