"""What a save changed is told in sentences that a player can check: days, people, events, goals, nights."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.live.differences import visible
from game.session.playthrough import Playthrough
from game.session.runs.runs import start
from tests.plays import example

NOW = datetime(2026, 5, 4, 14, 3, 0, tzinfo=UTC)
LANDLORD = "    day: 2\n"
GOAL = "goals:\n  there: {title: Everybody is still here, need: {followers: {stage: lost, at_most: 0}}, by_day: DAY}\n"
BEN = "  ben:\n    name: Ben Tal\n    loves: {rye: 20}\n    motive: seller\n"


def three_days(folder: Path, *changes: tuple[str, str], more: str = "") -> Playthrough:
    """The bakery, changed, after three days of liking Ada."""
    folder.mkdir(exist_ok=True)
    path = example(folder)
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text + more, encoding="utf-8")
    game = start(path, 4, folder / "runs", NOW)
    for _ in range(3):
        for event in game.view().events:
            if event.choices:
                game.do(AnswerEvent(event.id, 1))
        game.do(PlanMove("like", "ada"))
        game.do(EndDay())
    return game.playthrough


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (2, 3, "“The landlord rings” came on day 3, where it was day 2 before."),
        (3, 2, "“The landlord rings” came on day 2, where it was day 3 before."),
        (2, 5, "“The landlord rings” does not come on day 2 any more."),
        (5, 1, "“The landlord rings” came on day 1; it had not come before."),
        (4, 4, None),
        (5, 6, None),  # neither has come yet
    ],
)
def test_an_event_is_told_by_its_days(tmp_path, before, after, told):
    """An event that came earlier, later, no longer or newly: with its title and both days; nothing of days to come."""
    runs = [three_days(tmp_path / f"d{n}", (LANDLORD, f"    day: {day}\n")) for n, day in enumerate((before, after))]

    assert [line for line in visible(*runs) if "landlord" in line] == ([told] if told else [])


def test_people_who_come_go_and_are_renamed_are_told(tmp_path):
    """Each with the name that is now in the file."""
    whole = three_days(tmp_path / "whole")
    without = three_days(tmp_path / "without", (BEN, ""), ("    knows: [ben]\n", ""))
    renamed = three_days(tmp_path / "renamed", ("Ben Tal", "Ben Toll"))

    assert "Ben Tal is no longer among the people." in visible(whole, without)
    assert "Ben Tal is new among the people." in visible(without, whole)
    assert visible(whole, renamed) == ("Ben Tal is called Ben Toll now.",)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "2", "The goal “Everybody is still here” is reached, on day 2."),
        ("2", "3", "The goal “Everybody is still here” is reached on day 3, where it was day 2 before."),
        ("2", "6", "The goal “Everybody is still here” is not reached; it was, on day 2."),
        ("2", "2", None),
    ],
)
def test_a_goal_is_told_by_the_day_it_was_reached(tmp_path, before, after, told):
    """Reached now and not before, on another day, or no longer."""
    more = [GOAL.replace("DAY", day) if day else "" for day in (before, after)]
    runs = [three_days(tmp_path / f"g{n}", more=text) for n, text in enumerate(more)]

    assert [line for line in visible(*runs) if "goal" in line] == ([told] if told else [])


def test_figures_are_told_in_pairs_old_before_new(tmp_path):
    """Days, hours, followers: as the file has them, and nothing that is equal."""
    runs = [
        three_days(tmp_path / "a"),
        three_days(tmp_path / "b", ("days: 6", "days: 5"), ("hours_per_day: 3", "hours_per_day: 2.5")),
    ]

    figures = [line for line in visible(*runs) if "→" in line]
    assert figures == ["Days: 6 → 5.", "Hours a day: 3 → 2.5."]


def test_the_first_night_that_went_otherwise_is_told_with_how_many_more(tmp_path):
    """Of a follower whose nights differ: the first of those days, what is done now, what was done before."""
    runs = [three_days(tmp_path / "a"), three_days(tmp_path / "b", ("    motive: buyer\n", "    motive: seller\n"))]
    threads = [
        {d: [i.kind for i in run.story.threads["ada"] if i.day == d and i.who != "me"] for d in (1, 2, 3)}
        for run in runs
    ]
    days = [d for d in (1, 2, 3) if threads[0][d] != threads[1][d]]

    told = [line for line in visible(*runs) if line.startswith("Ada Quist")]
    assert len(told) == bool(days)
    assert all(f"on day {days[0]}, where" in line for line in told)
    assert all(("more night" in line) == (len(days) > 1) for line in told)
