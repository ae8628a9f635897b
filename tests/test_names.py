"""One word, one thing: no two public classes or types of the game share a name."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent
MOST_BY_PLACE = 7
"""Of so many values nobody can tell by their order which is which."""


@dataclass(frozen=True)
class Named:
    """What a file of the game gives names to, and where it gives many values by their place."""

    types: list[str]
    constants: list[tuple[str, str]]
    fields: dict[str, int]  # how many each of its dataclasses has
    by_place: list[tuple[int, str, int]]  # line, what is called, how many values


@cache
def named() -> dict[Path, Named]:
    """By file; each is read once, whatever is asked of it."""
    return {path: _named(ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(ROOT.rglob("*.py"))}


def _named(tree: ast.Module) -> Named:
    fields, by_place = {}, []
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() if any("dataclass" in ast.unparse(d) for d in node.decorator_list):
                fields[node.name] = sum(isinstance(part, ast.AnnAssign) for part in node.body)
            case ast.Call(ast.Name(name), given) if len(given) > MOST_BY_PLACE:
                by_place.append((node.lineno, name, len(given)))
    return Named(types_of(tree), constants_of(tree), fields, by_place)


def written() -> Iterator[tuple[str, Named]]:
    """The files that are written by hand, as paths below `game`."""
    for path, found in named().items():
        if "_data" not in path.parts:
            yield path.relative_to(ROOT).as_posix(), found


def types_of(tree: ast.Module) -> list[str]:
    """The public classes of a file, and what it gives a name like a class: unions, literals, callables."""
    found = []
    for node in tree.body:
        match node:
            case ast.ClassDef(name) | ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                if name[0].isupper() and not name.isupper():
                    found.append(name)
    return found


def test_no_two_types_share_a_name():
    """Whoever reads `Layout` or `Choices` in one file may look it up anywhere."""
    places = defaultdict(list)
    for path, found in written():
        for name in found.types:
            places[name].append(path)

    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def constants_of(tree: ast.Module) -> list[tuple[str, str]]:
    """Each constant of a file: its name without a leading `_`, and its value as text, sets in order."""
    found = []
    for node in tree.body:
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
    for path, found in written():
        for constant in found.constants:
            places[constant].append(path)

    assert {constant: where for constant, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize("name", ["MOST", "LIMIT", "VALUE"])
def test_a_limit_says_of_what(name):
    """A constant that is called only `MOST` says nothing where it is read: `MOST_CARDS` does."""
    assert [path.name for path, found in named().items() for one, _ in found.constants if one == name] == []


def test_values_of_many_fields_are_made_by_name():
    """Two figures that stand in for each other are seen where they are written; `Noise` asks for names by itself."""
    fields = {name: count for found in named().values() for name, count in found.fields.items()}
    by_place = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path, found in named().items()
        for line, name, given in found.by_place
        if min(given, fields.get(name, 0)) > MOST_BY_PLACE
    ]

    assert by_place == []
