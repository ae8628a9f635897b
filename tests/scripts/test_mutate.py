"""Small changes of the code that tests should notice: which are made, where they are tried, how they are counted."""

import json
import queue
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import mutants  # noqa: E402 - scripts are no package
import mutate  # noqa: E402 - the same
import nearest_tests  # noqa: E402 - the same

from tests.plays import played  # noqa: E402 - the same

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


NOBODYS = """import sys
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, eq=False)
class Run:
    days: int = 14
    cache: int = 2_000


@lru_cache(maxsize=8)
def here(ledger, state):
    return ledger.present[0, 1] > 0.5 and state.trust[0, 1] > 0.5


if sys.platform == "win32":
    NAME = "a name"
else:
    NAME = "another name"
"""


def test_what_changes_nothing_to_anybody_is_left_out(tmp_path):
    """Flags of dataclasses, sizes of caches, large numbers by one, another system, borders of what is 0 or 1."""
    pytest.importorskip("cosmic_ray")
    (tmp_path / "code.py").write_text(NOBODYS, encoding="utf-8")
    found = mutants.mutants_of(tmp_path, "code.py")
    told = [mutants.change(tmp_path, mutant)[1] for mutant in found]
    other_system = "Oops another name" if sys.platform == "win32" else "Oops a name"

    assert not [new for new in told if "dataclass" in new or "maxsize" in new or "cache: int" in new]
    assert not [new for new in told if "win32" in new or other_system in new]
    assert {new.split()[-1] for new in told if "days" in new} == {"15", "13"}
    borders = [new for new in told if "trust[0, 1] > 0.5 " not in new + " " or "present[0, 1] > 0.5 " not in new + " "]
    assert any("trust[0, 1] > 0.55" in new for new in borders)
    assert not [new for new in told if "present[0, 1] > 0.55" in new or "present[0, 1] >= 0.5" in new]


@pytest.mark.parametrize("bot", ["pushy", "patient"])
def test_figures_that_count_as_whole_are_whole(bot):
    """On every morning of a game; a border at a half is then the same border as one at 0.55."""
    for morning in (day.morning for day in played("first_hello", bot, seed=3, days=8).playthrough.history):
        columns = {**morning.compiled.rules.moves.columns, **morning.compiled.rules.motives.columns}
        for name in mutants.WHOLE:
            parts = [part for part in (morning.ledger, morning.state, morning.people) if hasattr(part, name)]
            figures = [getattr(part, name) for part in parts] + ([columns[name]] if name in columns else [])
            assert figures, name
            assert all((values == values.round()).all() for values in figures), name


def test_a_file_is_tried_against_the_tests_of_its_area():
    """Its examples, the golden runs and all tests of its area; near are those that are about it."""
    path = "game/session/words/line_choice.py"
    tests, near = mutate.tests_of(path), mutate.near_tests(path)

    assert {path, "tests/session/words/test_line_choice.py"} <= set(near) <= set(tests)
    assert {"tests/golden/test_golden.py", "tests/session/test_session.py"} <= set(tests)
    assert not [t for t in tests if t.startswith(("tests/coach", "tests/ui"))]
    assert all((ROOT / t).is_file() for t in tests)
    assert "tests/session/record/test_journal.py" in mutate.near_tests("game/session/runs/runs.py"), "which it imports"


THERE = "scripts/nearest_tests.py"
SOME = [
    nearest_tests.Watched("tests/far.py::slow", 20.0, {THERE: frozenset(range(1, 400))}),
    nearest_tests.Watched("tests/far.py::quick", 1.0, {THERE: frozenset(range(1, 400))}),
    nearest_tests.Watched("tests/near.py::here", 5.0, {THERE: frozenset(range(1, 400))}),
    nearest_tests.Watched("tests/near.py::elsewhere", 0.1, {THERE: frozenset({1})}),
    nearest_tests.Watched("tests/near.py::of_a_user", 0.1, {"scripts/mutate.py": frozenset({1})}),
    nearest_tests.Watched("tests/near.py::of_nothing", 0.1, {}),
]


def names(line: int, budget: float) -> list[str]:
    place = nearest_tests.Place(THERE, line, ("tests/near.py",), ("scripts/mutate.py",))
    return [test.name.split("::")[1] for test in nearest_tests.nearest(SOME, place, budget)]


def line_with(words: str) -> int:
    return (ROOT / THERE).read_text(encoding="utf-8").split(words, maxsplit=1)[0].count("\n") + 1


def test_the_nearest_tests_come_first():
    """Those that run the line before those that run the file alone, near ones before far ones, quick before slow."""
    assert names(line_with("return None"), 90.0) == ["here", "quick", "slow", "elsewhere"]


def test_what_runs_on_import_is_asked_of_all_that_run_the_file_or_use_it():
    """A constant has been read before any test began."""
    assert names(line_with("LIMIT = 900.0"), 90.0) == ["elsewhere", "here", "quick", "slow", "of_a_user"]


def test_tests_of_a_mutant_fit_the_time():
    """One is taken in any case."""
    assert names(line_with("return None"), 7.0) == ["here", "quick"]
    assert names(line_with("return None"), 0.1) == ["here"]


@pytest.mark.slow
def test_tests_are_watched_once(tmp_path, monkeypatch):
    """Each test is kept with the lines it ran; a second time nothing runs, and a test that changed is watched anew."""
    pytest.importorskip("coverage")
    for name, text in {
        "game/__init__.py": "",
        "game/sums.py": "def twice(n):\n    return 2 * n\n\n\ndef half(n):\n    return n / 2\n",
        "tests/test_sums.py": "from game.sums import half, twice\n\n\ndef test_twice():\n    assert twice(2) == 4\n\n\n"
        "def test_half():\n    assert half(2) == 2\n",
        "pyproject.toml": "[tool.pytest.ini_options]\nmarkers = ['window', 'slow']\n",
    }.items():
        (tmp_path / "there" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "there" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(nearest_tests, "ROOT", tmp_path / "there")
    monkeypatch.setattr(nearest_tests, "SCRIPTS", ROOT / "scripts")
    copies = queue.Queue()
    copies.put(tmp_path / "there")
    how = (["tests/test_sums.py"], ["game/sums.py"], copies, tmp_path / "kept")

    found, failed = nearest_tests.measured(*how)
    assert [(test.name, test.lines) for test in found] == [("tests/test_sums.py::test_twice", {"game/sums.py": {2}})]
    assert failed == ["tests/test_sums.py::test_half"]

    monkeypatch.setattr(nearest_tests, "run_in", lambda *_: pytest.fail("measured twice"))
    assert nearest_tests.measured(*how)[1] == failed


def test_a_share_is_told_with_how_sure_it_is():
    """Wilson's interval: never beyond 0 and 1, and narrow for many."""
    assert mutate.interval(0, 0) == (0.0, 1.0)
    assert mutate.interval(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
    assert mutate.interval(900, 1000) == pytest.approx((0.880, 0.917), abs=0.001)


def result(outcome: str, number: int = 1) -> mutate.Result:
    return mutate.Result(f"a {number}", f"a.py:{number}", "AddNot", outcome, 1.0, "x", "not x")


def test_what_ran_too_long_is_told_apart_from_what_a_test_noticed(capsys):
    """A share that rests on a slow machine says so; what told nothing is in no share."""
    outcomes = (mutate.KILLED, mutate.KILLED, mutate.STOPPED, mutate.SURVIVED, mutate.UNTOLD)
    mutate.tell([result(outcome, number) for number, outcome in enumerate(outcomes)], 90)
    told = capsys.readouterr().out

    assert "5 of 90 mutants tried: 2 killed, 1 stopped, 1 survived." in told
    assert "1 told nothing: their tests ran for too long without a change as well." in told
    assert "Noticed: 75.0 %".replace(" %", "%") in told
    assert "50.0% by a test that failed, the rest by running too long." in told


@pytest.mark.parametrize(
    ("code", "without", "outcome"),
    [
        (0, 0, mutate.SURVIVED), (5, 0, mutate.SURVIVED), (1, 0, mutate.KILLED), (None, 0, mutate.STOPPED),
        (None, None, mutate.UNTOLD),
    ],
)  # fmt: skip
def test_a_mutant_that_ran_too_long_counts_only_where_its_tests_are_quick_without_it(
    tmp_path, monkeypatch, code, without, outcome
):
    """On a busy machine the same tests may run for too long without any change: then nothing is known."""
    pytest.importorskip("cosmic_ray")
    path = "game/session/words/hours_text.py"
    monkeypatch.setattr(mutate, "copy_of_the_checkout", lambda folder: folder)
    (tmp_path / "0" / path).parent.mkdir(parents=True)
    (tmp_path / "0" / path).write_bytes((ROOT / path).read_bytes())
    monkeypatch.setattr(Path, "mkdir", lambda *_, **__: None)
    bench = mutate.Bench(tmp_path, 1, 90.0)
    mutant = mutants.mutants_of(ROOT, path)[0]
    bench.watched = [nearest_tests.Watched(f"{mutate.tests_of(path)[0]}::one", 2.0, {path: frozenset(range(99))})]
    changed = []

    def asked(copy, tests, limit):
        changed.append((copy / path).read_bytes() != (ROOT / path).read_bytes())
        assert limit == max(mutate.AT_LEAST, 2.0 * mutate.PATIENCE)
        return code if changed[-1] else without

    monkeypatch.setattr(mutate, "asked", asked)
    assert bench.outcome(mutant).outcome == outcome
    assert changed == ([True, False] if code is None else [True])


def test_near_tests_alone_are_asked_where_that_is_wanted(tmp_path, monkeypatch):
    """The share is then one at least, and is there much sooner."""
    monkeypatch.setattr(mutate, "copy_of_the_checkout", lambda folder: folder)
    path = "game/coach/judgement.py"
    near, whole = (mutate.Bench(tmp_path / name, 0, 90.0, near=name == "near") for name in ("near", "whole"))

    assert tuple(near.files_for(path)) == mutate.near_tests(path)
    assert set(near.files_for(path)) < set(whole.files_for(path))


def test_results_of_an_interrupted_run_are_read(tmp_path):
    """All whole lines count; one that was torn off is tried again."""
    result = mutate.Result("a", "a.py:1", "AddNot", mutate.KILLED, 1.0, "x", "not x")
    line = json.dumps(vars(result))
    file = tmp_path / "mutants.jsonl"
    file.write_text(f"{line}\n{line[:20]}", encoding="utf-8")

    assert mutate.noted(file) == {"a": result}
    assert mutate.noted(tmp_path / "none.jsonl") == {}
