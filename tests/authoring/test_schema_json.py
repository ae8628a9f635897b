"""The JSON Schema for editors: every key explained, nothing that makes an editor insert nonsense."""

from collections.abc import Iterator
from typing import Any

import pytest

from game.authoring.meanings import shipped, spoken
from game.authoring.schema_json import KnownNames, clean_schema, schema_for
from game.scenario.checks.references import SHIPPED
from game.scenario.format.fields import name_of
from game.scenario.format.vocabulary import BOTS, MOVES, RESERVED, SIGNALS
from game.scenario.format.walk import all_blocks, block_fields, known_keys

CLEAN = clean_schema()
LIVING = schema_for(
    KnownNames(
        {"follower": {"mara": "Mara Lind", "omar": "Omar Haddad"}, "lesson": {"wait": "Wait."}}, ("brewing",), True
    )
)


def parts(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every block of a schema with the way to it."""
    if isinstance(schema, dict):
        yield way, schema
        for key, value in schema.items():
            yield from parts(value, f"{way}/{key}")
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from parts(value, f"{way}/{number}")


@pytest.mark.parametrize("schema", [CLEAN, LIVING], ids=["clean", "living"])
def test_nothing_in_it_makes_an_editor_insert_nonsense(schema: dict[str, Any]) -> None:
    """No null, no empty default, no pattern that hides a misspelt id, no kinds of blocks to choose between."""
    wrong = [
        way
        for way, part in parts(schema)
        if part.get("type") == "null"
        or part.get("default", 0) in (None, "", [])
        or "patternProperties" in part
        or "oneOf" in part
    ]

    assert wrong == []


def test_every_key_is_explained_and_has_no_heading() -> None:
    """Each key of each block says what it is, in Markdown too; only blocks have titles."""
    properties = {
        f"{name}.{key}": value
        for name, block in [("whole", CLEAN), *CLEAN["$defs"].items()]
        for key, value in block["properties"].items()
    }

    assert {key.split(".")[1] for key in properties} == known_keys()
    assert [key for key, value in properties.items() if not value["description"]] == []
    assert [key for key, value in properties.items() if value["description"] != value["markdownDescription"]] == []
    assert [key for key, value in properties.items() if "title" in value] == []


def test_every_choice_of_a_list_is_explained() -> None:
    """Wherever words can be chosen, as many explanations as words; those of moods and bots are not empty."""
    lists = [part for _, part in parts(LIVING) if "enum" in part and "markdownEnumDescriptions" in part]

    assert all(len(part["enum"]) == len(part["markdownEnumDescriptions"]) for part in lists)
    for key, block in (("mood", "Scene"), ("format", "Content"), ("pace", "Follower"), ("happy_end", "Follower")):
        assert all(LIVING["$defs"][block]["properties"][key]["markdownEnumDescriptions"]), key


def test_needed_keys_are_needed() -> None:
    """A block asks for exactly the keys the game asks for."""
    for block in all_blocks()[1:]:
        wanted = [key for key, shape in block_fields(block).items() if shape.is_needed]
        assert CLEAN["$defs"][name_of(block)].get("required", []) == wanted


def test_ids_are_checked_and_what_is_under_them_too() -> None:
    """An id in capital letters gets a sentence; reserved words are no ids."""
    followers = CLEAN["properties"]["followers"]

    assert followers["additionalProperties"] == {"$ref": "#/$defs/Follower"}
    assert "a letter first" in followers["propertyNames"]["patternErrorMessage"]
    assert all(word in followers["propertyNames"]["pattern"] for word in RESERVED)


def test_the_living_schema_knows_who_is_there() -> None:
    """Ids of followers with their names wherever one is wanted; the clean one knows none."""
    knows = LIVING["$defs"]["Follower"]["properties"]["knows"]["items"]
    trust = LIVING["$defs"]["Condition"]["properties"]["trust"]

    assert dict(zip(knows["enum"], knows["markdownEnumDescriptions"], strict=True)) == {
        "mara": "Mara Lind",
        "omar": "Omar Haddad",
    }
    assert list(trust["properties"]) == ["mara", "omar", "anyone", "everyone", "average", "self"]
    assert trust["additionalProperties"] is False
    assert "enum" not in CLEAN["$defs"]["Follower"]["properties"]["knows"]["items"]


def test_what_the_file_does_not_have_is_not_asked_for() -> None:
    """With no event in the file, an event may be named freely: a list of nothing would refuse every word."""
    assert LIVING["$defs"]["Condition"]["properties"]["happened"]["items"] == {"type": "string"}


def test_motives_of_ones_own_are_not_refused_by_the_clean_schema() -> None:
    """The built-in motives are proposed, others allowed; bots can only be those that exist."""
    motive = CLEAN["$defs"]["Follower"]["properties"]["motive"]

    assert "buyer" in motive["examples"]
    assert "enum" not in motive
    assert set(CLEAN["$defs"]["Comparison"]["properties"]["better"]["enum"]) == set(BOTS)


def test_lines_are_proposed_for_everything_that_can_be_said() -> None:
    """Every signal and every move, explained; what the author adds is allowed."""
    lines = CLEAN["properties"]["lines"]

    assert set(lines["properties"]) == {*SIGNALS, *MOVES}
    assert all(spoken().values())
    assert lines["additionalProperties"]["type"] == "array"


def test_a_part_of_a_scenario_may_hold_one_block_only() -> None:
    """followers.yaml completes followers and nothing else."""
    part = schema_for(KnownNames(), "followers")

    assert list(part["properties"]) == part["required"] == ["followers"]


@pytest.mark.parametrize("kind", sorted(SHIPPED))
def test_everything_that_ships_has_a_meaning(kind: str) -> None:
    """No built-in motive, move, archetype, bot or dial without a sentence."""
    assert set(shipped(kind)) == set(SHIPPED[kind])
    assert all(shipped(kind).values())
