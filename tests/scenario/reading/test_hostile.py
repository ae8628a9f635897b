"""Files made to hurt: refused with few words, in bounded work, without running or reading anything."""

from pathlib import Path

import pytest
import yaml

from game.scenario import load_text
from game.scenario.format.walk import known_keys
from game.scenario.problems.sources import Source
from game.scenario.reading.reader import read

SIZE = 480_000
HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]

SHAPES = {
    "brackets": ("[" * 32_000, "file-too-deep"),
    "braces": ("{a: " * 32_000, "file-too-deep"),
    "dashes": ("- " * 32_000, "file-too-deep"),
    "questions": ("? " * 32_000, "file-too-deep"),
    "stairs": ("\n".join(" " * n + "a:" for n in range(900)), "file-too-deep"),
    "items": ("- a\n" * (SIZE // 4), "file-too-many"),
    "keys": ("".join(f"k{n}: 1\n" for n in range(SIZE // 12)), "file-too-many"),
    "flow": ("[" + "a," * (SIZE // 2 - 10) + "]", "file-too-many"),
    "documents": ("---\n" * (SIZE // 4), "yaml-documents"),
    "one_word": ("a" * SIZE, "text-too-long"),
    "quotes": ('"' * SIZE, "yaml-syntax"),
    "open_quotes": ('a: "\n' * (SIZE // 5), "yaml-duplicate"),
    "colons": (": " * (SIZE // 2), "yaml-syntax"),
    "at_signs": ("".join(f"k{n}: @x\n" for n in range(SIZE // 14)), "yaml-syntax"),
    "ragged": ("".join(" " * (n % 7) + f"k{n}: 1\n" for n in range(SIZE // 14)), "yaml-indent"),
    "tabs": ("\ta: 1\n" * (SIZE // 6), "yaml-tab"),
    "nul": ("\0" * SIZE, "yaml-character"),
    "surrogates": ("\ud800" * (SIZE // 3), "yaml-character"),
    "spaces_before_a_slip": ("a: 1\nbio" + " " * SIZE + "x\n", "yaml-syntax"),
    "backslashes": ('a: "' + "\\" * SIZE, "yaml-syntax"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_hostile_shape_ends_in_a_short_report(name: str) -> None:
    text, code = SHAPES[name]

    problems = load_text(text).problems

    assert code in {p.code for p in problems}
    assert 1 <= len(problems) <= 21
    assert all(len(p.message) + len(p.hint) < 600 for p in problems)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@pytest.mark.parametrize("name", ["brackets", "braces", "dashes", "stairs", "items", "at_signs"])
def test_both_loaders_stop_at_the_same_place(name: str, loader: type) -> None:
    text, code = SHAPES[name]

    problems = read(Source("x.yaml", text), known_keys(), loader=loader).problems

    assert problems[0].code == code


def test_the_reader_stops_trying_repairs_when_its_budget_is_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    from game.scenario.reading import mending, reader

    real = mending.build
    monkeypatch.setattr(mending, "build", lambda source, loader: tried.append(len(source.text)) or real(source, loader))
    text, _ = SHAPES["at_signs"]

    reader.read(Source("x.yaml", text), known_keys())

    assert 0 < sum(tried) <= mending.BUDGET


def bomb(levels: int) -> str:
    rows = ["  a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"  a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, levels)]
    return HEAD + "words:\n" + "\n".join(rows) + "\n"


def test_a_bomb_of_aliases_is_refused_in_three_lines() -> None:
    problems = load_text(bomb(12)).problems

    assert [p.code for p in problems] == ["yaml-anchor"] * 3
    assert problems[-1].more > 50


def test_a_value_that_holds_itself_is_refused() -> None:
    problems = load_text(HEAD + "words: &w {w: *w}\n").problems

    assert {p.code for p in problems} == {"yaml-anchor"}


def test_tags_run_nothing(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    text = f'{HEAD}notes: !!python/object/apply:os.system ["touch {trace}"]\n'

    problems = load_text(text).problems

    assert "yaml-tag" in {p.code for p in problems}
    assert not trace.exists()


def test_placeholders_in_texts_are_left_alone() -> None:
    scenario = load_text(HEAD + 'notes: "{name.__class__} %s {0}"\n').scenario

    assert scenario is not None
    assert scenario.notes == "{name.__class__} %s {0}"


def test_no_more_than_twenty_problems_and_how_many_there_are() -> None:
    text = HEAD + "followers:\n" + "".join(f"  f{n}: {{name: A, pace: fast{n}}}\n" for n in range(50))

    problems = load_text(text).problems

    assert len(problems) == 21
    assert problems[-1].code == "more-problems"
    assert problems[-1].message == "There are 30 more problems."


def test_a_very_long_id_does_not_make_a_very_long_message() -> None:
    name = "x" * 900
    text = f"{HEAD}followers:\n  {name}:\n    nmae: A\n    pace: Slwo\n    loves: {{{name}: b}}\n"
    text += f"timeline:\n  {name}: {{}}\n"

    problems = load_text(text).problems

    assert len(problems) >= 6
    assert all(len(p.message) + len(p.hint) < 600 for p in problems)


def test_many_hashtags_are_warned_of_and_the_file_still_plays() -> None:
    text = HEAD + "words:\n" + "".join(f"  w{n}: [a]\n" for n in range(9))
    text += "teaches:\n" + "".join(f"  t{n}: Be kind #kind\n" for n in range(90))

    loaded = load_text(text)

    assert loaded.ok
    assert {p.severity for p in loaded.problems} == {"warning", "note"}


def test_thousands_of_misspelt_names_are_not_all_compared() -> None:
    names = "".join(f"  abcdefghijklmnopqrstuvwxyz{n}: x\n" for n in range(5_000))
    wrong = ", ".join(f"abcdefghijklmnopqrs{n}" for n in range(5_000))
    text = f"{HEAD}teaches:\n{names}debrief:\n  - title: A\n    text: B\n    teaches: [{wrong}]\n"

    problems = load_text(text).problems

    assert problems[0].code == "unknown-id"
    assert len(problems) == 21
