"""No import leads back to where it came from, and no two modules share a name."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent

IN_ROOMS = ("scenario", "session", "kernel", "ui", "lab")
"""Layers with rooms of their own; a module beside the rooms is a room by itself."""


def module_of(path: Path) -> str:
    """game/kernel/frame.py as game.kernel.frame."""
    return ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(p): p for p in sorted(ROOT.rglob("*.py")) if "_data" not in p.parts}


def is_for_types(node: ast.AST) -> bool:
    """Whether a part of the program is for type checkers alone."""
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def nodes_run(tree: ast.AST):
    """Every node that can be run, those inside functions too."""
    for child in ast.iter_child_nodes(tree):
        if not is_for_types(child):
            yield child
            yield from nodes_run(child)


def imports_of(text: str) -> set[str]:
    """Modules of the game that a text imports, wherever in it."""
    found = set()
    for node in nodes_run(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {inside if (inside := f"{node.module}.{a.name}") in MODULES else node.module for a in node.names}
    return {name for name in found if name in MODULES}


def circles(arrows: dict[str, set[str]]) -> set[frozenset[str]]:
    """The sets of nodes from each of which one comes to all others of the set and back (Tarjan)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: set[frozenset[str]] = set()

    def visit(node: str) -> None:
        number[node] = lowest[node] = len(number)
        stack.append(node)
        for other in sorted(arrows.get(node, ())):
            if other not in number:
                visit(other)
            if other in stack:
                lowest[node] = min(lowest[node], lowest[other])
        if lowest[node] == number[node]:
            first = stack.index(node)
            together = frozenset(stack[first:])
            del stack[first:]
            if len(together) > 1 or node in arrows.get(node, ()):
                found.add(together)

    for node in sorted(arrows):
        if node not in number:
            visit(node)
    return found


def room_of(module: str) -> str:
    """game.kernel.graph.tracing is of the room game.kernel.graph."""
    return ".".join(module.split(".")[:3])


@cache
def arrows_between_modules() -> dict[str, set[str]]:
    """Which modules each module imports; worked out when a test asks, since every worker reads this file."""
    return {name: imports_of(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def test_no_module_leads_back_to_itself():
    """Imports inside functions count: a circle that is hidden in one is a circle."""
    assert circles(arrows_between_modules()) == set()


@pytest.mark.parametrize("layer", IN_ROOMS)
def test_no_room_leads_back_to_itself(layer):
    """Rooms of a layer stand in an order too."""
    rooms: dict[str, set[str]] = defaultdict(set)
    for module, targets in arrows_between_modules().items():
        if module.startswith(f"game.{layer}."):
            rooms[room_of(module)] |= {room_of(t) for t in targets if t.startswith(f"game.{layer}.")} - {
                room_of(module)
            }

    assert circles(rooms) == set()


def test_a_circle_is_found():
    """Three that lead round, two of them hidden in functions; a fourth that only looks on; types do not count."""
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}
    hidden = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import game.model\ndef f():\n    import game.errors\n"
    )

    assert circles(arrows) == {frozenset("abc")}
    assert imports_of(hidden) == {"game.errors"}


def test_no_two_modules_share_a_name():
    """Whoever says `goals` means one file. Packages and the files of commands aside."""
    places = defaultdict(list)
    for name, path in MODULES.items():
        if path.stem not in {"__init__", "__main__", "command"} and not name.startswith("game.cli."):
            places[path.stem].append(name)

    assert {stem for stem, found in places.items() if len(found) > 1} == set()
