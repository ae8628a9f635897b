"""Guards that save work change no bit: whoever asks always gets the same days, and whoever never asks gets others."""

import ast
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

import game.model
from game.model.arrays import worth_asking
from tests.model.world import RULES, begin, cast

FOLDER = Path(game.model.__file__).parent
MOVES = np.flatnonzero(RULES.moves.columns["to_all"] == 0.0)
POSTS = np.flatnonzero(RULES.moves.columns["to_all"] > 0.0)


def guards() -> list[tuple[str, int]]:
    """Module and line of every guard of the model."""
    return [
        (path.stem, node.lineno)
        for path in sorted(FOLDER.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "worth_asking"
    ]


def days() -> bytes:
    """The bits of days on which every other one gets the same move, each move in its turn; at times a post comes."""
    bits = bytearray()
    for crowd in (cast(6), cast(6, motive="buyer", trust=0.8)):
        here = begin(np.arange(8), seed=3, crowd=crowd)
        for day, row in enumerate(MOVES):
            post = POSTS[day // 3 % len(POSTS)] if day % 3 == 0 else 0
            half = (slice(None), slice(day % 2, None, 2))
            choices = here.choices(RULES.moves.ids[row], who=half, fit=1.0, post=RULES.moves.ids[post])
            here, signals = here.play(choices)
            for part in (here.state, here.ledger, signals):
                bits += b"".join(np.ascontiguousarray(getattr(part, f.name)).tobytes() for f in fields(part))
    return bytes(bits)


class Flipped:
    """A guard that gives another answer on one line, and notes what it would have said there."""

    def __init__(self, line: int, answer: bool) -> None:
        self.line, self.answer = line, answer
        self.said: set[bool] = set()

    def __call__(self, condition) -> bool:
        honest = worth_asking(condition)
        if sys._getframe(1).f_lineno != self.line:
            return honest
        self.said.add(honest)
        return self.answer


@pytest.fixture(scope="module")
def as_it_is() -> bytes:
    return days()


@pytest.mark.parametrize(("module", "line"), guards(), ids=lambda value: str(value))
def test_a_guard_that_never_skips_changes_no_bit(module, line, as_it_is, monkeypatch):
    """It does skip at times, so that the question is put; and what it guards changes nothing then."""
    always = Flipped(line, answer=True)
    monkeypatch.setattr(import_module(f"game.model.{module}"), "worth_asking", always)

    assert days() == as_it_is
    assert False in always.said


@pytest.mark.parametrize(("module", "line"), guards(), ids=lambda value: str(value))
def test_a_guard_that_always_skips_is_noticed(module, line, as_it_is, monkeypatch):
    """What it guards matters: without it the days are others."""
    never = Flipped(line, answer=False)
    monkeypatch.setattr(import_module(f"game.model.{module}"), "worth_asking", never)

    assert days() != as_it_is


def test_no_rule_saves_work_without_saying_so():
    """A bare `.any()` in an `if` of the model would be a guard that nobody can flip."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.If):
                called = [n.func for n in ast.walk(node.test) if isinstance(n, ast.Call)]
                assert "any" not in {f.attr for f in called if isinstance(f, ast.Attribute)}, f"{path}:{node.lineno}"
