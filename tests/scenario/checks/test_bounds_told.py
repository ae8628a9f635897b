"""A number out of range is answered with the bound that really holds, so that it is mended in one step."""

import re
from pathlib import Path

import pytest

from game.scenario import load_text
from game.scenario.format.schema import WrittenScenario
from game.scenario.format.walk import SCENARIO, known_keys, walk
from game.scenario.problems.sources import Source
from game.scenario.reading.edits import apply, in_place_of
from game.scenario.reading.reader import read

TEXT = (Path(__file__).parents[1] / "valid" / "complete.yaml").read_text(encoding="utf-8")
ROOT = read(Source("scenario.yaml", TEXT), known_keys()).root
assert ROOT is not None
NUMBERS = {
    path: node
    for shape, node, path in walk(SCENARIO, ROOT)
    if shape.kind == "number" and node.kind == "text" and path[0] not in {"scenario_format", "model"}
}


@pytest.mark.parametrize("beyond", [-100_000, 10_000_000_000])
@pytest.mark.parametrize("path", NUMBERS, ids=".".join)
def test_the_bound_that_is_told_is_accepted(path: tuple[str, ...], beyond: int) -> None:
    """Far below and far above: what the message names as the bound is allowed at that very place."""
    assert issubclass(SCENARIO.block or object, WrittenScenario)
    node = NUMBERS[path]

    def told(value: str) -> list[str]:
        found = load_text(apply(TEXT, [in_place_of(node, value)])).problems
        return [p.message for p in found if (p.code, p.line, p.column) == ("out-of-range", node.line, node.column)]

    (message,) = told(str(beyond))
    bound = re.search(r"must be at (?:least|most) (-?[\d.]+|[\d.e+]+)\.$", message)

    assert bound, message
    assert told(f"{float(bound[1]):g}") == []
