"""Small changes of the code that tests should notice: which are made, where they are tried, how they are counted."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import mutants  # noqa: E402 - scripts are no package
import mutate  # noqa: E402 - the same

CODE = '''"""A page of 3 lines."""
SHARE = 0.6


def fresh(days: int, most: int | None = 6) -> bool:
    """Whether it is at most 6 days old."""
    if days < 0:
        raise ValueError(f"expected 0 days or more, got {days}")
    return days < (most or 7) and bool(pairs[0, days])


NAMES = [name for name, _ in zip("a", ("It is fresh.",), strict=True)]
'''


@pytest.fixture
def changes(tmp_path) -> list[tuple[str, str]]:
    """Old and new lines of all mutants of the code above."""
    pytest.importorskip("cosmic_ray")
    (tmp_path / "code.py").write_text(CODE, encoding="utf-8")
    return [mutants.change(tmp_path, mutant) for mutant in mutants.mutants_of(tmp_path, "code.py")]


def test_constants_defaults_texts_and_comparisons_are_changed(changes):
    """Also what runs when a module is imported, which people tune."""
    new = " ".join(new for _, new in changes)

    assert {"SHARE = 0.66", "SHARE = 0.54"} <= {new for _, new in changes}
    assert "Oops It is fresh." in new
    assert "return days <= (most or 7)" in new
    assert "(most and 7)" in new


def test_annotations_docstrings_and_errors_are_left_alone(changes):
    """Nobody plays differently for them."""
    assert {old for old, _ in changes if "raise" in old or '"""' in old} == set()
    assert all("-> bool" in new and "int | None" in new for old, new in changes if old.startswith("def"))


def test_what_changes_nothing_is_left_out(changes):
    """The last of one episode is the first; zip that checks its lengths gives the same."""
    assert [new for _, new in changes if "-1, days" in new or "strict=False" in new] == []


def test_the_nearest_tests_come_first():
    """A file of the session is tried against its own tests, its room, the session, the golden runs; nothing else."""
    tests = mutate.tests_for("game/session/words/line_choice.py")

    assert tests[0] == "tests/session/words/test_line_choice.py"
    assert tests[-1].startswith("tests/golden/")
    assert not [t for t in tests if "/record/" in t]
    assert all((ROOT / t).is_file() for t in tests)


def test_a_share_is_told_with_how_sure_it_is():
    """Wilson's interval: never beyond 0 and 1, and narrow for many."""
    assert mutate.interval(0, 0) == (0.0, 1.0)
    assert mutate.interval(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
    assert mutate.interval(900, 1000) == pytest.approx((0.880, 0.917), abs=0.001)


def test_results_of_an_interrupted_run_are_read(tmp_path):
    """All whole lines count; one that was torn off is tried again."""
    result = mutate.Result("a", "a.py:1", "AddNot", mutate.KILLED, 1.0, "x", "not x")
    line = json.dumps(vars(result))
    file = tmp_path / "mutants.jsonl"
    file.write_text(f"{line}\n{line[:20]}", encoding="utf-8")

    assert mutate.noted(file) == {"a": result}
    assert mutate.noted(tmp_path / "none.jsonl") == {}
