"""What a word processor does to a scenario: its own file where ours should be, and curly quotes for straight ones."""

import pytest

from game.scenario import load
from game.scenario.reading.folder import DOCUMENTS
from tests.plays import SCENARIOS, SHIPPED


@pytest.mark.parametrize("ending", sorted(DOCUMENTS))
def test_a_folder_with_a_document_says_what_to_do_with_it(tmp_path, ending):
    """Its name, and under which name the text is read."""
    (tmp_path / f"our plan{ending}").write_bytes(b"PK\x03\x04")
    found = load(tmp_path).problems
    assert [problem.code for problem in found] == ["file-missing"]
    assert f"our plan{ending}" in found[0].hint
    assert "scenario.yaml" in found[0].hint


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("around", ["“”", "„“", "””"])
def test_curly_quotes_around_a_text_with_a_colon_are_offered_as_straight_ones(tmp_path, name, around):
    """The straight ones take their place; that they stay as a part of the text is offered beside."""
    text = (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("summary: "))
    path = tmp_path / "curly.yaml"
    path.write_text(text.replace(line, f"summary: {around[0]}One week: two cups.{around[1]}"), encoding="utf-8")
    found = [problem for problem in load(path).problems if problem.severity == "error"]
    assert len(found) == 1
    assert 'summary: "One week: two cups."' in found[0].hint
