"""Goals: reached on the right evening, told by what was wanted and by when."""

from dataclasses import replace

import pytest

from game.scenario import load
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.story.goals import goal_views, kept_goals, newly_reached
from tests.plays import example

GOALS = """\
goals:
  stays: {title: Ada stays, need: {following: [ada]}, by_day: 3}
  gone: {title: Ada goes, need: {none_of: [{following: [ada]}]}, by_day: 3}
  open: {title: Ben goes, need: {none_of: [{following: [ben]}]}}
"""


@pytest.fixture(scope="module")
def morning(tmp_path_factory):
    """The first morning of the bakery with three goals: one holds from the start, two do not."""
    path = example(tmp_path_factory.mktemp("goals"))
    path.write_text(path.read_text(encoding="utf-8") + GOALS, encoding="utf-8")
    return begun(compiled_of(load(path)), 4).position


def on(position, day, *gone):
    """The morning of a day by which some have left."""
    present = position.ledger.present.copy()
    present[0, [position.compiled.ids.index(who) for who in gone]] = 0.0
    return replace(position, day=day, ledger=replace(position.ledger, present=present))


def test_what_holds_from_the_start_is_to_be_kept(morning):
    """Nobody wins a goal on the first evening by doing nothing."""
    assert kept_goals(morning) == {"stays"}


@pytest.mark.parametrize("day", [2, 3, 4, 5])
def test_what_is_to_be_kept_is_reached_on_its_day_alone(morning, day):
    """Neither before the evening of its day nor after it."""
    assert newly_reached(on(morning, day), {}, frozenset({"stays"})) == (["stays"] if day == 4 else [])


@pytest.mark.parametrize(("day", "reached"), [(2, True), (4, True), (5, False)])
def test_what_is_to_be_brought_about_is_reached_up_to_its_day(morning, day, reached):
    """On the first evening on which it holds, the last one being that of its day."""
    found = newly_reached(on(morning, day, "ada"), {}, frozenset({"stays"}))

    assert found == (["gone"] if reached else [])
    assert newly_reached(on(morning, day, "ada"), {"gone": 1}, frozenset({"stays"})) == []


def test_a_goal_without_a_day_has_the_whole_game(morning):
    """It can still be reached on the last evening, and is told so."""
    last = on(morning, 7, "ben")

    assert newly_reached(last, {}, frozenset({"stays"})) == ["open"]
    assert goal_views(last, {}, {})[2].text.endswith(", by day 6.")


def test_a_goal_is_told_with_what_it_wants_and_whether_it_is_reached(morning):
    """In the order of the file, with names as players know them."""
    told = goal_views(morning, {"gone": 2}, {})

    assert [(goal.title, goal.reached) for goal in told] == [
        ("Ada stays", False), ("Ada goes", True), ("Ben goes", False),
    ]  # fmt: skip
    assert told[0].text == "Reached when Ada Quist follows you, by day 3."
