"""Imports point down only, by one table; heavy libraries stay where they belong."""

import ast
import shutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

import game
from tests.test_circles import arrows_between_modules, room_of

ROOT = Path(game.__file__).parent

PAGE = (ROOT.parent / "docs" / "design.md").read_text(encoding="utf-8")


TREE = PAGE[PAGE.index("```\ngame/") + 4 : PAGE.index("```\n\n| layer | may")]


def table_below(head: str) -> list[list[str]]:
    """The rows of a table of the design page, as cells."""
    lines = PAGE[PAGE.index(head) :].splitlines()[2:]
    return [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in takewhile(lambda x: x.startswith("|"), lines)
    ]


def names(cell: str) -> list[str]:
    return [] if cell == "–" else cell.split(", ")


MAY_IMPORT = {
    layer: {*names(ours), *names(others)}
    for layer, ours, others in table_below("| layer | may import |")
    if ours != "everything"
}
"""What each layer may import of the game and of others; `cli` may import everything."""

ROOMS = {layer: names(rooms) for layer, rooms in table_below("| layer | rooms,")}
"""The rooms of layers, from the bottom up."""

BESIDES = {
    what.replace("`", ""): {*names(more.replace("`", ""))} for what, more in table_below("| what | may import besides")
}
BELOW_ALL = BESIDES.pop("every layer")
"""What every layer may import: single files that know nothing of the game."""

COMMANDS = BESIDES.pop("a file called command.py")
"""Allowed in a file that hangs a layer's command into the command line."""

EXTRAS = BESIDES
"""What one folder or file below game/ may import besides: what comes with an extra."""


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[tuple[int, str]]:
    """Line and target of every import: the layer for the game's own, the top package for others."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} relative imports hide the layer"
            names = [f"game.{a.name}" for a in node.names] if node.module == "game" else [node.module or ""]
        for name in names:
            parts = name.split(".")
            if parts[0] == "game":
                found.append((node.lineno, parts[1] if len(parts) > 1 else "game"))
            elif parts[0] not in sys.stdlib_module_names:
                found.append((node.lineno, parts[0]))
    return found


FILES = sorted(
    p for p in ROOT.rglob("*.py") if layer_of(p) not in {"cli", "__init__", "__main__"} and "_data" not in p.parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down(path):
    """Every import of this file is in the table, or is of its own layer."""
    layer = layer_of(path)
    allowed = MAY_IMPORT[layer] | {layer, *BELOW_ALL} | (COMMANDS if path.name == "command.py" else set())
    place = path.relative_to(ROOT).with_suffix("").as_posix()
    allowed |= {name for where, names in EXTRAS.items() if place.startswith(where) for name in names}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {layer} must not import {name}"
        for line, name in imports_of(path)
        if name not in allowed
    ]

    assert wrong == []


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_no_permission_is_spare(layer):
    """What the page lets a layer import, one of its files does import; an arrow that nobody needs is not on the map."""
    used = {name for path in FILES if layer_of(path) == layer for _, name in imports_of(path)}

    assert MAY_IMPORT[layer] - used == set()


@pytest.mark.parametrize("layer", ["model", "scenario", "authoring", "engine", "session", "bots", "coach", "art"])
def test_no_layer_below_the_window_loads_pygame(layer):
    """A fresh interpreter that imports the layer has no pygame, and the model no pydantic either."""
    unwanted = ["pygame"] + (["pydantic", "yaml"] if layer == "model" else [])
    program = f"import sys, game.{layer}; print([m for m in {unwanted!r} if m in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


@pytest.mark.parametrize("layer", ROOMS)
def test_rooms_import_downwards(layer):
    """Each room of a layer imports only rooms that stand before it on the page, and the page names them all."""
    order = ROOMS[layer]
    wrong = []
    for module, targets in arrows_between_modules().items():
        if not module.startswith(f"game.{layer}."):
            continue
        here = room_of(module).rsplit(".", 1)[1]
        for target in (t for t in targets if t.startswith(f"game.{layer}.")):
            there = room_of(target).rsplit(".", 1)[1]
            if here != there and order.index(there) > order.index(here):
                wrong.append(f"{module} imports {target}")

    assert wrong == []
    inside = {room_of(m).rsplit(".", 1)[1] for m in arrows_between_modules() if m.startswith(f"game.{layer}.")}
    assert inside == set(order)


SPANNING = {
    "bench", "editor", "golden", "golden/told", "host/serving", "scripts", "session/whole_games", "speed", "ui/fakes",
    "ui/gallery", "ui/window/keys", "ui/window/sight", "window",
}  # fmt: skip
"""Folders of tests for what is beside the game, for whole games and every screen, and for the game as others use it."""


def test_the_tests_stand_in_the_tree_of_the_game():
    """Every layer with rooms or modules has a folder of tests, and every other folder of tests is one of the game's."""
    tests = ROOT.parent / "tests"
    folders = {p.parent.relative_to(tests).as_posix() for p in tests.rglob("*.py")} - {".", *SPANNING}
    layers = {p.name for p in ROOT.iterdir() if (p / "__init__.py").is_file()}

    assert layers <= folders
    assert [folder for folder in sorted(folders) if not (ROOT / folder).is_dir()] == []


def test_the_tree_is_that_of_the_page():
    """Every layer stands in the tree of the design page, and the tree names nothing that is not there."""
    named = {line.split()[0].rstrip("/").removesuffix(".py") for line in TREE.splitlines() if line.startswith("  ")}
    there = {layer_of(p) for p in ROOT.rglob("*.py") if "_data" not in p.parts} - {"__init__", "__main__"}

    assert named == there
    assert named == set(MAY_IMPORT) | {"cli"}


def test_the_folders_of_the_checkout_are_those_of_the_page():
    """Whoever looks around finds each folder beside the game on the page, and the page names no other."""
    if not (ROOT.parent / ".git").exists() or shutil.which("git") is None:
        pytest.skip("only a checkout says which folders belong to it")
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT.parent, capture_output=True, text=True, check=True).stdout
    there = {line.split("/")[0] for line in kept.splitlines() if "/" in line}

    assert {line.split()[0].rstrip("/") for line in TREE.splitlines() if not line.startswith(" ")} == there


@pytest.mark.parametrize("where", [where for where in BESIDES if where])
def test_no_exception_is_spare(where):
    """What a folder or file may import besides, it does import."""
    files = [p for p in FILES if p.relative_to(ROOT).with_suffix("").as_posix().startswith(where)]
    used = {name for path in files for _, name in imports_of(path)}

    assert BESIDES[where] - used == set()
