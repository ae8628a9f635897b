"""Whatever slip a file has, `--fix` gives back what was meant, or leaves the file alone and says why."""

import random
from pathlib import Path
from typing import Any

import pytest

from game.authoring.fix import write_repairs
from game.resources import ASSETS, SCENARIOS
from game.scenario import load, load_text
from game.scenario.reading.tree import plain
from tests.authoring.slips_of_the_hand import SLIPS, slipped

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted([*SCENARIOS.glob("*.yaml"), *(ASSETS / "starters").glob("*.yaml")])
}
TYPED = str.maketrans("", "", "#@%`!&*|>")  # what a slip adds to a text belongs to it, as far as anybody can know


def tree_of(text: str) -> Any:
    root = load_text(text).root
    return _unsigned(plain(root)) if root is not None else None


def _unsigned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unsigned(inner) for key, inner in value.items()}
    return [_unsigned(inner) for inner in value] if isinstance(value, list) else str(value).translate(TYPED)


MEANT = {name: tree_of(text) for name, text in TEXTS.items()}


def case(seed: int, slips: int) -> tuple[str, str]:
    """A scenario's name, and its text with so many slips, each on a line of its own."""
    chance = random.Random(1000 * slips + seed)
    name = chance.choice(sorted(TEXTS))
    text, touched = TEXTS[name], set()
    for _ in range(slips):
        after = slipped(text, chance.choice(SLIPS), chance)
        lines = {n for n, pair in enumerate(zip(text.split("\n"), after.split("\n"), strict=True)) if len({*pair}) > 1}
        if not lines & touched:
            text, touched = after, touched | lines
    return name, text


@pytest.mark.parametrize("seed", range(100))
def test_one_slip_is_mended_as_it_was_meant_or_not_at_all(seed: int, tmp_path: Path) -> None:
    """A slip in a shipped scenario is undone by `--fix`, or the file stays as it is."""
    name, text = case(seed, 1)
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8", newline="")

    done = write_repairs(path, load(path).problems)

    after = path.read_bytes().decode("utf-8")
    assert bool(done) == (after != text)
    assert not done or tree_of(after) == MEANT[name], [(fixed.before, fixed.after) for fixed in done]


@pytest.mark.parametrize("seed", range(30))
def test_of_several_slips_each_mended_line_means_what_it_meant(seed: int, tmp_path: Path) -> None:
    """Put into the file without slips, the mended lines change nothing."""
    name, text = case(seed, 3)
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    lines = TEXTS[name].split("\n")

    for fixed in write_repairs(path, load(path).problems):
        lines[fixed.line - 1] = fixed.after

    assert tree_of("\n".join(lines)) == MEANT[name]


def test_most_single_slips_are_mended(tmp_path: Path) -> None:
    """Caution has not made the mender useless: of those that are told as errors, well over half."""
    told = mended = 0
    path = tmp_path / "x.yaml"
    for seed in range(60):
        _, text = case(seed, 1)
        path.write_text(text, encoding="utf-8", newline="")
        loaded = load(path)
        told += not loaded.ok
        mended += not loaded.ok and bool(write_repairs(path, loaded.problems))

    assert mended > 0.6 * told


def test_two_readings_are_both_shown(tmp_path: Path) -> None:
    """A line five spaces in, between a block four and a block six spaces in."""
    path = tmp_path / "x.yaml"
    text = (
        "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: coffee}\n"
        "followers:\n  mara:\n    name: Mara Lind\n    loves:\n      brewing: 80\n     trust: 30\n"
    )
    path.write_text(text, encoding="utf-8")

    problem = load(path).problems[0]

    assert write_repairs(path, load(path).problems) == ()
    assert "belongs to 'loves', start it 6 spaces in" in problem.hint
    assert "belongs to 'mara', start it 4 spaces in" in problem.hint
    assert path.read_text(encoding="utf-8") == text


def test_the_first_copy_stays_when_there_is_a_second(tmp_path: Path) -> None:
    """A second `--fix` keeps the copy of the first."""
    path = tmp_path / "x.yaml"
    first = "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: c}\nsummary: @all\n"
    for text in (first, first.replace("@all", "%all")):
        path.write_text(text, encoding="utf-8")
        write_repairs(path, load(path).problems)

    assert (tmp_path / "x.yaml.bak").read_text(encoding="utf-8") == first
    assert "%all" in (tmp_path / "x.yaml.bak2").read_text(encoding="utf-8")


def test_lines_that_are_only_counted_are_mended_too(tmp_path: Path) -> None:
    """Of seven like mistakes of which three are shown, `--fix` mends seven."""
    path = tmp_path / "x.yaml"
    text = "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: c}\ncrowd: {count: 3}\nteaches:\n"
    path.write_text(text + "".join(f"\tone_{n}: Listen {n}\n" for n in range(7)), encoding="utf-8")
    problems = load(path).problems

    assert len(problems) == 3
    assert problems[-1].more == 4
    assert len(write_repairs(path, problems)) == 7
    assert load(path).ok
