"""One word, one thing: no two public classes or types of the game share a name."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent


def types_of(path: Path) -> list[str]:
    """The public classes of a file, and what it gives a name like a class: unions, literals, callables."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name) | ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                if name[0].isupper() and not name.isupper():
                    found.append(name)
    return found


def test_no_two_types_share_a_name():
    """Whoever reads `Layout` or `Choices` in one file may look it up anywhere."""
    places = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        if "_data" not in path.parts:
            for name in types_of(path):
                places[name].append(path.relative_to(ROOT).as_posix())

    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def constants_of(path: Path) -> list[tuple[str, str]]:
    """Each constant of a file: its name without a leading `_`, and its value as text, sets in order."""
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign([ast.Name(name)], value) | ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
                if name.strip("_").isupper():
                    found.append((name.lstrip("_"), _value(value)))
            case ast.Assign([ast.Tuple(names)], ast.Tuple(values)):
                found += [(_value(name).lstrip("_"), _value(v)) for name, v in zip(names, values, strict=True)]
    return found


def _value(node: ast.expr) -> str:
    match node:
        case ast.Call(ast.Name("frozenset" | "set" | "tuple"), [inner]):
            return _value(inner)
        case ast.Set(parts) | ast.Tuple(parts) | ast.List(parts):
            return ", ".join(sorted(map(ast.unparse, parts)))
    return ast.unparse(node)


def test_no_rule_is_kept_twice():
    """A constant of one name and one value stands in one module; others import it, so nobody changes one of two."""
    places = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        if "_data" not in path.parts:
            for constant in constants_of(path):
                places[constant].append(path.relative_to(ROOT).as_posix())

    assert {constant: where for constant, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize("name", ["MOST", "LIMIT", "VALUE"])
def test_a_limit_says_of_what(name):
    """A constant that is called only `MOST` says nothing where it is read: `MOST_CARDS` does."""
    assert [p.name for p in sorted(ROOT.rglob("*.py")) for found, _ in constants_of(p) if found == name] == []
