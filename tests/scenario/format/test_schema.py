"""What a good file becomes: typed, complete, and impossible to change."""

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from game.model import moves as model_moves
from game.model.cast import motives as model_motives
from game.model.signals import Signal
from game.scenario import Scenario, load, load_text
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.vocabulary import DIRECT_MOVES, MOTIVES, POSTS, SIGNALS
from game.scenario.format.walk import SCENARIO, block_fields, known_keys, walk
from game.scenario.problems.sources import Source
from game.scenario.reading.reader import read

VALID = Path(__file__).parents[1] / "valid"
HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"


@pytest.fixture
def complete() -> Scenario:
    scenario = load(VALID / "complete.yaml").scenario
    assert scenario is not None
    return scenario


def parts(value: object) -> Iterator[object]:
    """A value and all it holds."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from parts(inner)


@pytest.mark.parametrize("name", ["minimal", "complete"])
def test_a_good_file_has_no_problems(name: str) -> None:
    loaded = load(VALID / f"{name}.yaml")

    assert loaded.problems == ()
    assert loaded.ok


def test_the_complete_file_uses_every_key_of_the_format() -> None:
    text = (VALID / "complete.yaml").read_text(encoding="utf-8")
    root = read(Source("complete.yaml", text), known_keys()).root
    assert root is not None
    used: dict[type, set[str]] = {}
    for shape, node, _ in walk(SCENARIO, root):
        if shape.kind == "block" and shape.block:
            used.setdefault(shape.block, set()).update(key.value for key, _ in node.pairs)

    unused = {b.__name__: set(block_fields(b)) - keys for b, keys in used.items() if set(block_fields(b)) - keys}

    assert unused == {}


def test_every_key_of_the_format_says_what_it_is() -> None:
    seen = set()
    todo = [Scenario]
    while todo:
        block = todo.pop()
        if block in seen:
            continue
        seen.add(block)
        for name, shape in block_fields(block).items():
            assert shape.field is not None
            assert shape.field.description, f"{block.__name__}.{name}"
            assert shape.field.description.endswith("."), f"{block.__name__}.{name}"
            inner = [shape, *(option for _, option in shape.options)]
            while inner:
                one = inner.pop()
                if one.block:
                    todo.append(one.block)
                inner += [i for i in (one.item, *(option for _, option in one.options)) if i]

    assert len(seen) > 20


def test_no_part_of_a_loaded_scenario_can_be_changed(complete: Scenario) -> None:
    for part in parts(complete):
        assert not isinstance(part, list | set)
        assert not isinstance(part, dict) or isinstance(part, FrozenMap)
    with pytest.raises(ValidationError):
        complete.followers["jonas"].trust = 99  # type: ignore[misc]
    with pytest.raises(TypeError, match="cannot be changed"):
        complete.followers["nobody"] = complete.followers["jonas"]  # type: ignore[index]
    for change in ("clear", "pop", "popitem", "setdefault", "update"):
        with pytest.raises(TypeError, match="cannot be changed"):
            getattr(complete.followers, change)()


def test_a_scenario_can_be_sent_to_another_process_and_used_as_a_key(complete: Scenario) -> None:
    sent = pickle.loads(pickle.dumps(complete))

    assert sent == complete
    assert hash(sent) == hash(complete)
    assert copy.deepcopy(complete) == complete
    with pytest.raises(TypeError, match="cannot be changed"):
        sent.followers.clear()


def test_text_stays_as_typed_whatever_it_looks_like() -> None:
    text = HEAD.replace("title: X", "title: No") + "summary: 12:30\nauthor: 1.10\nlicence: 2024-05-01\nnotes: 0777\n"

    scenario = load_text(text).scenario

    assert scenario is not None
    assert (scenario.title, scenario.summary, scenario.author) == ("No", "12:30", "1.10")
    assert (scenario.licence, scenario.notes) == ("2024-05-01", "0777")


def test_norway_is_a_language() -> None:
    scenario = load_text(HEAD + "language: no\n").scenario

    assert scenario is not None
    assert scenario.language == "no"


def test_values_have_the_type_of_their_field(complete: Scenario) -> None:
    jonas = complete.followers["jonas"]

    assert jonas.loves == {"commuting": 70.0, "tools": 40.5}
    assert jonas.ready is not None
    assert (jonas.ready.start, jonas.ready.until) == (10, 20)
    assert complete.timeline["flood"].day == 6
    assert complete.content["rain_guide"].hours == 2.0


def test_a_line_is_a_text_or_a_block_and_a_lesson_may_stand_alone(complete: Scenario) -> None:
    first, second, *of_lives = complete.lines["answer_warm"]

    assert (first.text, first.by) == ("I came by with {part} in my hand.", ())
    assert second.by == ("jonas", "tinkerer", "seller")
    assert {line.by for line in of_lives} == {("ola",)}  # the clues of lives
    assert complete.debrief[0].teaches == ("look_first",)


def test_promises_are_of_three_kinds(complete: Scenario) -> None:
    kinds = {name: type(promise).__name__ for name, promise in complete.contract.items()}

    assert kinds == {
        "slow_wins": "Comparison",
        "all_can": "WrittenReach",
        "buyers_can": "WrittenReach",
        "no_trick": "NoSingleTrick",
    }


def test_the_moves_and_motives_a_file_may_name_are_those_of_the_model() -> None:
    assert tuple(move.id for move in model_moves.DIRECT) == DIRECT_MOVES
    assert tuple(move.id for move in model_moves.POSTS) == POSTS
    assert tuple(motive.id for motive in model_motives.BUILT_IN) == MOTIVES
    assert tuple(signal.id for signal in Signal if signal) == SIGNALS


def test_a_file_may_use_what_ships() -> None:
    motives = {a.motive for a in ARCHETYPES.values()}

    assert motives <= set(MOTIVES)
    assert "sceptic" in ARCHETYPES


def test_emoji_with_joiners_are_kept() -> None:
    scenario = load_text(HEAD + 'summary: "👩\u200d🔧 fixes it ❤\ufe0f"\n').scenario

    assert scenario is not None
    assert scenario.summary == "👩\u200d🔧 fixes it ❤\ufe0f"


def test_names_are_one_line_and_texts_keep_theirs() -> None:
    text = HEAD + "summary: |\n  one\n  two\nnotes: |\n  one\n  two\n"

    scenario = load_text(text).scenario

    assert scenario is not None
    assert scenario.summary == "one two"
    assert scenario.notes == "one\ntwo"


def test_a_frozen_map_still_reads_like_any_other() -> None:
    assert yaml.safe_dump(dict(FrozenMap({"a": 1}))) == "a: 1\n"
    assert FrozenMap({"a": 1}) == {"a": 1}
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"
