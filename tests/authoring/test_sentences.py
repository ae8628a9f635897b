"""A scenario told in sentences says what its file says; written out with its defaults, it loads and is the same."""

import re
from pathlib import Path

import pytest

from game.authoring.code_pages import CONTEXT
from game.authoring.sentences.scenario_sentences import entries, entry_in_sentences, names_of, scenario_in_sentences
from game.authoring.stats import stats
from game.authoring.written_out import as_file
from game.resources import ASSETS, SCENARIOS
from game.scenario import Scenario, load, load_text
from game.scenario.format.schema import WrittenScenario
from game.scenario.format.walk import SCENARIO, walk
from game.scenario.reading.tree import Node
from game.scenario.texts.builtin import titles

FILES = [*sorted(SCENARIOS.glob("*.yaml")), *sorted((Path(__file__).parents[1] / "scenario" / "valid").glob("*.yaml"))]


COMPLETE = Path(__file__).parents[1] / "scenario" / "valid" / "complete.yaml"


def root_of(path: Path) -> Node:
    root = load(path).root
    assert root is not None
    return root


def shown(path: Path) -> tuple[WrittenScenario, str]:
    loaded = load(path)
    assert loaded.written is not None
    assert loaded.scenario is not None
    return loaded.written, " ".join(scenario_in_sentences(loaded.written, loaded.scenario).split())


WRITTEN, SHOWN = shown(COMPLETE)
SAID_OTHERWISE = {"follower": "every follower with a name", "any_bot": "some bot", "self": "their own trust"}


def scenario_of(text: str) -> Scenario:
    loaded = load_text(CONTEXT + text)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
@pytest.mark.parametrize("fill", [False, True], ids=["as written", "complete"])
def test_a_scenario_written_out_loads_and_is_the_same(path: Path, fill: bool) -> None:
    """A scenario that is written out, as it was or complete, is read as the same scenario."""
    loaded = load(path)
    one = loaded.scenario if fill else loaded.written
    assert one is not None

    again = load_text(as_file(one), folder=path.parent)

    assert [p for p in again.problems if p.is_error] == []
    assert (again.scenario if fill else again.written) == one


@pytest.mark.parametrize(
    "text", ["null", "~", "No", "1.10", "a: b", "x # y", '"', "two\nlines", "{name}", "- dash", "@me"]
)
def test_no_text_changes_when_it_is_written_out(text: str) -> None:
    """Texts that YAML might take for something else come back as they were."""
    scenario = scenario_of("").model_copy(update={"notes": text, "title": text.replace("\n", " ")})

    again = load_text(as_file(scenario)).scenario

    assert again == scenario


def test_what_is_left_out_is_written_out_when_complete() -> None:
    """Goals, contents and crowd that the game adds stand in the complete file."""
    text = as_file(scenario_of("followers: {jonas: {name: Jonas Rehn, loves: {rain: 70}}}\n"))

    assert "first_regulars:" in text
    assert "rain_photo:" in text
    assert "count: 8" in text


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_everybody_and_everything_is_told(path: Path) -> None:
    """Every follower, content, event and goal stands in the sentences, as `show ID` tells each alone."""
    scenario = load(path).scenario
    assert scenario is not None

    text = scenario_in_sentences(scenario, scenario)

    for who in scenario.followers.values():
        assert who.name in text
    for part in (scenario.content, scenario.timeline, scenario.goals):
        for entry in part.values():
            assert entry.title in text  # type: ignore[attr-defined]
    assert not any(word in text for word in ("=None", "FrozenMap", "Condition("))
    everything = {name: entry_in_sentences(scenario, name, scenario) for name in entries(scenario)}
    assert [name for name, words in everything.items() if words not in text] == []


NOT_SHOWN = {"scenario_format"}
LEAVES = [
    (path, node)
    for shape, node, path in walk(SCENARIO, root_of(COMPLETE))
    if node.kind == "text" and path[0] not in NOT_SHOWN and shape.kind in {"text", "number", "choice"}
]


@pytest.mark.parametrize(("path", "node"), LEAVES, ids=[".".join(path) for path, _ in LEAVES])
def test_whatever_an_author_wrote_is_shown(path: tuple[str, ...], node: Node) -> None:
    """Every text, number and choice of a file that has every key, or the name of what it names."""
    names = names_of(WRITTEN) | WRITTEN.teaches | SAID_OTHERWISE
    spellings = {node.value, node.value.replace("_", " "), names.get(node.value, node.value)}
    spellings |= {node.value.removeprefix("-")} if path[-1].startswith("hours_") else set()

    assert any(" ".join(spelling.split()) in SHOWN for spelling in spellings), node.value


def test_moves_are_called_what_players_read() -> None:
    """No id of a move stands in what is shown of the shipped scenarios and the starters."""
    files = [*SCENARIOS.glob("*.yaml"), *(ASSETS / "starters").glob("*.yaml")]
    for file in files:
        one = load(file)
        assert one.written is not None
        assert one.scenario is not None
        shown = re.sub(r"\(\w+\)", "", scenario_in_sentences(one.written, one.scenario))  # ids stand behind names
        assert [m for m in titles()["move"] if "_" in m and (m in shown or m.replace("_", " ") in shown)] == [], file


def test_a_follower_is_told_with_what_the_archetype_says() -> None:
    """Pace and motive that come from an archetype are told of the follower."""
    scenario = scenario_of(
        "archetypes: {calm: {pace: shy, motive: peer}}\nfollowers: {jonas: {name: Jonas Rehn, based_on: calm}}\n"
    )

    assert "Gets closer at a shy pace." in entry_in_sentences(scenario, "jonas", scenario)
    assert "Follows as peer." in entry_in_sentences(scenario, "jonas", scenario)


def test_an_event_is_told_with_what_each_answer_brings() -> None:
    """When it happens, and what follows from each answer, in one sentence each."""
    scenario = scenario_of(
        "followers: {jonas: {name: Jonas Rehn}}\n"
        "content: {dry: {title: Dry, format: guide, about: [rain]}}\n"
        "timeline:\n  flood:\n    title: High water\n    when: {day: {from: 5}, trust: {jonas: {at_least: 40}}}\n"
        "    choices:\n"
        "      - {label: Help, change: {who: [jonas], trust: 5, hours_per_day: -0.5, unlock: [dry]}}\n"
        "      - {label: Sell, do: {move: blast_dm}}\n      - {label: Wait}\n"
    )

    assert entry_in_sentences(scenario, "flood", scenario) == (
        "Once it is day 5 or later and Jonas Rehn's trust is 40 or more: “High water”.\n"
        "  - “Help”. It adds 5 points of trust (Jonas Rehn), costs 0.5 hours of every day from then on "
        "and opens “Dry”.\n"
        "  - “Sell”. It makes the move “Message everyone” towards everyone.\n"
        "  - “Wait”. It changes nothing."
    )


def test_what_is_not_there_is_not_told() -> None:
    """An id that the scenario does not have gives an empty text."""
    scenario = scenario_of("")

    assert entry_in_sentences(scenario, "nobody", scenario) == ""


def test_figures_count_what_is_read_and_who_has_what() -> None:
    """`stats` counts the words that players read, and for each person and lesson where they come up."""
    text = CONTEXT + (
        "summary: Six words are in this one\nnotes: not counted at all\n"
        "followers:\n  jonas: {name: Jonas Rehn, bio: Rides to work, loves: {rain: 70}, wants: hidden words}\n"
        "content: {dry: {title: Dry, format: guide, about: [rain, work], hours: 2}}\n"
        "teaches: {listen: Listen first}\n"
        "lines: {thanks: [{text: How very kind, by: [jonas]}]}\n"
        "timeline:\n  flood:\n    title: Flood\n    day: 3\n"
        "    choices: [{label: Help, teaches: listen, change: {who: [jonas]}}]\n"
    )
    loaded = load_text(text)
    assert loaded.root is not None
    assert loaded.scenario is not None

    figures = stats(loaded.root, loaded.scenario)

    assert figures["parts"]["summary"] == {"texts": 1, "words": 6}
    assert figures["parts"]["followers"] == {"texts": 2, "words": 5}
    assert figures["parts"]["content"] == {"texts": 1, "words": 1}
    assert "notes" not in figures["parts"]
    assert figures["followers"]["jonas"] == {"lines": 1, "words": 6, "content": 1, "changes": 1, "knows": 0}
    assert figures["lessons"]["listen"] == {"goals": 0, "answers": 1, "notes": 0}
    assert figures["words"] == sum(part["words"] for part in figures["parts"].values())


def test_a_wish_for_motives_is_a_sentence_and_events_stand_in_the_order_of_days():
    """How often a motive is dealt reads as a sentence; an event from day 2 stands before that of day 5."""
    lives = "lives: {a: {motive: buyer, wants: One., clues: [I.]}, b: {motive: peer, wants: Two., clues: [We.]}}"
    loaded = load_text(
        "scenario_format: 1\ntitle: Dogs\nbusiness: {name: Wait, trade: dog school}\n"
        f"cast: {{motives: {{buyer: {{at_least: 0, at_most: 1}}}}}}\nfollowers: {{tom: {{name: Tom, {lives}}}}}\n"
        "timeline:\n  late: {title: Fifth, day: 5, text: A.}\n"
        "  open: {title: Second, when: {day: {from: 2}}, text: B.}\n"
        "  other: {title: Whenever, when: {following: [tom]}, text: C.}\n"
    )
    assert loaded.scenario is not None
    told = scenario_in_sentences(loaded.scenario, loaded.scenario)

    assert "Of the followers, at most 1 have the motive “buyer” in each game." in told
    assert told.index("Second") < told.index("Fifth") < told.index("Whenever")


@pytest.mark.parametrize(
    ("motive", "counted", "told"),
    [("deal_hunter", "buyer", True), ("buyer", "seller", False), ("fan", "buyer", False), ("buyer", "buyer", False)],
)
def test_who_wants_what_is_sold_beside_those_that_are_counted_is_named(motive, counted, told):
    """Two buyers are three who buy where a deal hunter follows, and that is said where the two are told."""
    loaded = load_text(
        "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
        f"cast: {{motives: {{{counted}: {{at_most: 2}}}}}}\n"
        f"followers:\n  lot: {{name: Lot Brandt, loves: {{x: 50}}, motive: {motive}}}\n"
        f"  tim: {{name: Tim Os, loves: {{x: 50}}, motive: {counted}}}\n"
    )
    assert loaded.scenario is not None
    sentences = " ".join(scenario_in_sentences(loaded.scenario, loaded.scenario).split())

    assert f"at most 2 have the motive “{counted}”" in sentences
    assert ("That does not count who wants what you sell" in sentences) == told
    assert ("Lot Brandt as deal hunter" in sentences) == told
