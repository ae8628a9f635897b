"""Old scenarios are brought up to date by the smallest edit. A made-up format 0 stands for an old one.

In format 0 `pace` was called `speed`, `title` of an event `name`, and `hours_per_day` was given in minutes.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import ScenarioError
from game.scenario import load
from game.scenario.checks.migrate import RETIRED, STEPS, Retired, Step, carry_out, plan, renamed
from game.scenario.format.schema import FORMAT
from game.scenario.format.walk import known_keys
from game.scenario.reading.edits import Edit, apply, in_place_of
from game.scenario.reading.tree import Node

OLD = """# A scenario from long ago
scenario_format: 0   # the first

title:   The Old Boat
business: {name: A, trade: b, hours_per_day: 90}   # an hour and a half


followers:
  mara:
    name: Mara Lind

    # She is in no hurry.
    speed:   slow      # never more
    bio: "Speed: slow"
  omar: {name: Omar, speed: quick}
timeline:
  fair: {name: The fair, day: 3}
"""
NEW = (
    OLD.replace("scenario_format: 0", "scenario_format: 1")
    .replace("    speed:   slow", "    pace:   slow")
    .replace(", speed: quick", ", pace: quick")
    .replace("{name: The fair", "{title: The fair")
    .replace("hours_per_day: 90", "hours_per_day: 1.5")
)
TABLE = (Retired(("followers", "*"), "speed", "pace", 1), Retired(("timeline", "*"), "name", "title", 1))


def edits(root: Node) -> Iterator[Edit]:
    yield from renamed(TABLE, 1)(root)
    business = root.get("business")
    minutes = business.get("hours_per_day") if business else None
    if minutes is not None:
        yield in_place_of(minutes, f"{float(minutes.value) / 60:g}")


FROM_ZERO = (Step(0, edits),)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "boat.yaml"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_only_what_must_change_changes(old: Path) -> None:
    """Comments, blank lines and spacing stay; what looks like the key inside a text stays too."""
    migration = plan(old, FROM_ZERO)

    assert [change.after for change in migration.changes] == [NEW]
    assert old.read_text(encoding="utf-8") == OLD
    assert (migration.start, migration.end) == (0, 1)


def test_the_result_loads_and_the_old_text_is_kept(old: Path) -> None:
    kept = carry_out(plan(old, FROM_ZERO))

    assert load(old).problems == ()
    assert [copy.name for copy in kept] == ["boat.yaml.bak"]
    assert kept[0].read_text(encoding="utf-8") == OLD


def test_an_earlier_copy_is_not_overwritten(old: Path) -> None:
    (old.parent / "boat.yaml.bak").write_text("precious", encoding="utf-8")

    assert [copy.name for copy in carry_out(plan(old, FROM_ZERO))] == ["boat.yaml.bak2"]
    assert (old.parent / "boat.yaml.bak").read_text(encoding="utf-8") == "precious"


def test_line_ends_and_the_mark_at_the_start_of_a_file_stay(old: Path) -> None:
    data = b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode()
    old.write_bytes(data)

    carry_out(plan(old, FROM_ZERO))

    assert old.read_bytes() == b"\xef\xbb\xbf" + NEW.replace("\n", "\r\n").encode()


def test_all_files_of_a_folder_are_brought_along(tmp_path: Path) -> None:
    """The format stands in scenario.yaml; followers.yaml changes with it."""
    head, followers = OLD.partition("followers:")[0], OLD[OLD.index("followers:") : OLD.index("timeline:")]
    (tmp_path / "scenario.yaml").write_text(head, encoding="utf-8")
    (tmp_path / "followers.yaml").write_text(followers, encoding="utf-8")

    carry_out(plan(tmp_path, FROM_ZERO))

    assert load(tmp_path).problems == ()
    assert "pace:   slow      # never more" in (tmp_path / "followers.yaml").read_text(encoding="utf-8")


def test_several_steps_follow_one_another(old: Path) -> None:
    """From 0 to 2, each step on what the one before has made."""
    again = (*FROM_ZERO, Step(1, renamed([Retired(("followers", "*"), "pace", "tempo", 2)], 2)))

    after = plan(old, again, 2).changes[0].after

    assert "scenario_format: 2" in after
    assert "    tempo:   slow      # never more" in after


def test_the_difference_shows_old_and_new_lines(old: Path) -> None:
    told = plan(old, FROM_ZERO).changes[0].difference

    assert "-    speed:   slow      # never more" in told
    assert "+    pace:   slow      # never more" in told
    assert told.count("\n+") == 6  # five lines, and the heading


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (OLD.replace("format: 0", "format: 7"), "Update the game"),
        (OLD.replace("scenario_format: 0", "format: 0"), "does not say which format"),
        (OLD.replace("format: 0", "format: none"), "does not say which format"),
        (OLD.replace("    bio: ", "    bio: @"), "Mend this first"),
        ("", "Mend this first"),
    ],
)
def test_what_cannot_be_migrated_is_told(text: str, words: str, old: Path) -> None:
    old.write_text(text, encoding="utf-8")

    with pytest.raises(ScenarioError, match=words):
        plan(old, FROM_ZERO)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="cannot be read"):
        plan(tmp_path / "nowhere.yaml")


def test_a_current_scenario_needs_nothing(old: Path) -> None:
    old.write_text(NEW, encoding="utf-8")

    assert plan(old).changes == ()


def test_every_format_before_the_current_one_has_a_step_and_every_new_name_exists() -> None:
    """A change of the format is not complete without them."""
    assert [step.start for step in STEPS] == list(range(1, FORMAT))
    assert [entry.new for entry in RETIRED if entry.since == FORMAT and entry.new not in known_keys()] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_edits_hit_their_place_whatever_ends_a_line(end: str) -> None:
    text = end.join(["a: 1", "b: 2", "c: 3"])

    assert apply(text, [Edit(2, 4, 2, 5, "9"), Edit(3, 1, 3, 2, "d")]) == end.join(["a: 1", "b: 9", "d: 3"])


def test_edits_of_the_same_text_are_refused() -> None:
    with pytest.raises(ValueError, match="same text"):
        apply("abc", [Edit(1, 1, 1, 3, "x"), Edit(1, 2, 1, 4, "y")])
