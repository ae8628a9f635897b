"""The map shows what leads to what, marks what nobody can reach, and breaks nothing it is put into."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.authoring.code_pages import CONTEXT
from game.authoring.map import Link, map_of, mermaid, svg
from game.resources import SCENARIOS
from game.scenario import Scenario, load, load_text

STORY = """\
days: 10
followers:
  jonas: {name: Jonas Rehn, knows: [petra], loves: {rain: 70}}
  petra: {name: Petra Vogel}
crowd: {count: 0}
content:
  dry: {title: Dry, format: guide, about: [rain]}
  plain: {title: Plain, format: text, about: [rain]}
timeline:
  flood: {title: High water, day: 3, change: {unlock: [dry]}, choices: [{id: bailed, label: Bail}, {label: Wait}]}
  thanks: {title: Thanks, when: {happened: [flood], trust: {jonas: {at_least: 50}}}}
  fair: {title: The fair, day: 14}
goals:
  read: {title: Read by many, need: {published: [dry]}}
  fairly: {title: At the fair, need: {any_of: [{happened: [fair]}]}}
  many: {title: Many, need: {followers: {stage: regular, at_least: 2}, trust: {average: {at_least: 40}}}}
  bailed_out: {title: Bailed out, need: {chosen: bailed, followers: {stage: regular, at_least: 2}}}
"""


def scenario_of(text: str) -> Scenario:
    loaded = load_text(CONTEXT + text)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def test_links_say_what_leads_to_what() -> None:
    """The map joins people, events, contents and goals by what they hang on, and by nothing else."""
    assert set(map_of(scenario_of(STORY)).links) == {
        Link("follower.jonas", "follower.petra", "knows"),
        Link("event.flood", "content.dry", "opens"),
        Link("event.flood", "event.thanks", "then"),
        Link("follower.jonas", "event.thanks", "trust"),
        Link("content.dry", "goal.read", "needed"),
        Link("event.fair", "goal.fairly", "needed"),
        Link("follower.jonas", "content.dry", "loves"),
        Link("follower.jonas", "content.plain", "loves"),
        Link("need.1", "goal.many", "needed"),
        Link("need.2", "goal.many", "needed"),
        Link("need.2", "goal.bailed_out", "needed"),
        Link("event.flood", "goal.bailed_out", "if chosen"),
    }


def test_what_nobody_can_reach_is_marked() -> None:
    """An event after the last day, and the goal that waits for it, are marked in text and picture."""
    found = map_of(scenario_of(STORY))

    assert [thing.title for thing in found.things if not thing.reachable] == ["day 14: The fair", "At the fair"]
    assert mermaid(found).count(":::event_lost") == 1
    assert svg(found).count("(out of reach)") == 2


def test_everything_is_shown_and_what_has_no_entry_is_told_in_words() -> None:
    """Every content and goal of the file has its box; counts and the trust of several have one each."""
    scenario = scenario_of(STORY)
    titles = {thing.id: thing.title for thing in map_of(scenario).things}

    assert {f"content.{name}" for name in scenario.content} <= titles.keys()
    assert {f"goal.{name}" for name in scenario.goals} <= titles.keys()
    assert [titles[name] for name in titles if name.startswith("need.")] == [
        "average trust is 40 or more",
        "at least 2 followers are regulars",
    ]


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda p: p.stem)
def test_no_goal_hangs_on_nothing(path: Path) -> None:
    """Whatever a goal of a shipped scenario asks for leads to it on the map."""
    scenario = load(path).scenario
    assert scenario is not None

    led_to = {link.end for link in map_of(scenario).links}

    assert {f"goal.{name}" for name in scenario.goals} <= led_to


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_link_of_mermaid_text_joins_two_boxes_that_are_there(path: Path) -> None:
    """The text of a map can be drawn by Mermaid: no line leads to a box that it does not name."""
    scenario = load(path).scenario
    assert scenario is not None
    lines = mermaid(map_of(scenario)).splitlines()

    boxes = {m[1] for line in lines if (m := re.match(r"  (\w+)[\[({]", line))}
    joined = [(m[1], m[2]) for line in lines if (m := re.match(r"  (\w+) (?:---|-->|-\.->)\|[\w ]+\| (\w+)$", line))]

    assert lines[0] == "flowchart LR"
    assert joined
    assert {end for pair in joined for end in pair} <= boxes


def test_a_title_cannot_break_out_of_its_box() -> None:
    """A title with quotes and code in it stays a title, in text and in the picture."""
    nasty = '"]; click x "javascript:alert(1)" <script>&'
    found = map_of(scenario_of(f"timeline: {{one: {{title: '{nasty}', day: 2}}}}\n"))

    (line,) = [line for line in mermaid(found).splitlines() if line.startswith("  event_one")]
    assert line.count('"') == 2
    assert "<script" not in mermaid(found)
    assert "<script" not in svg(found)
    ElementTree.fromstring(svg(found))


@pytest.mark.parametrize("text", [STORY, "", "timeline: {a: {title: A, when: {happened: [a]}}}\n"])
def test_the_picture_is_well_formed_and_holds_every_box_inside_its_bounds(text: str) -> None:
    """No box of a map is cut off."""
    found = map_of(scenario_of(text))

    picture = ElementTree.fromstring(svg(found))

    space = "{http://www.w3.org/2000/svg}"
    wide, high = float(picture.attrib["width"]), float(picture.attrib["height"])
    boxes = [group.find(f"{space}rect") for group in picture.iter(f"{space}g")]
    assert len(boxes) == len(found.things)
    places = set()
    for box in boxes:
        assert box is not None
        x, y = float(box.attrib["x"]), float(box.attrib["y"])
        assert 0 <= x <= wide - float(box.attrib["width"])
        assert 0 <= y <= high - float(box.attrib["height"])
        places.add((x, y))
    assert len(places) == len(boxes)
