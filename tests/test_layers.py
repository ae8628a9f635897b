"""Imports point down only, by one table; heavy libraries stay where they belong."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent

MAY_IMPORT = {
    "errors": set(),
    "resources": set(),
    "model": {"errors", "numpy"},
    "kernel": {"errors", "model", "numpy", "numba", "llvmlite"},
    "scenario": {"errors", "resources", "model", "numpy", "yaml", "pydantic", "pydantic_core"},
    "authoring": {"errors", "resources", "scenario", "model", "pydantic", "pydantic_core"},
    "engine": {"errors", "scenario", "kernel", "model", "numpy"},
    "session": {"errors", "engine", "scenario", "model", "numpy"},
    "bots": {"errors", "session", "engine", "scenario", "kernel", "model", "numpy"},
    "coach": {"errors", "bots", "session", "engine", "scenario", "model", "numpy"},
    "figures": set(),
    "art": {"errors", "resources"},
    "evidence": {"errors", "figures", "scenario", "model", "numpy", "scipy"},
    "lab": {
        "errors", "figures", "evidence", "coach", "bots", "session", "engine", "scenario", "kernel", "model",
        "numpy", "pyarrow",
    },
    "ui": {
        "errors", "art", "coach", "authoring", "session", "scenario", "resources", "pygame", "numpy", "font_manrope",
    },
    "desk": {
        "errors", "resources", "model", "scenario", "authoring", "engine", "session", "bots", "coach", "lab", "ui",
        "platformdirs",
        "numpy", "pygame",
    },
}  # fmt: skip
"""What each layer may import of the game and of others; `cli` may import everything."""

EXTRAS = {"lab/gym": {"gymnasium", "resources"}, "lab/cluster": {"distributed"}, "desk/catalogues": {"babel"}}
"""What one folder or file below game/ may import besides: what comes with an extra."""

COMMANDS = {"typer", "rich"}
"""Allowed in a file called command.py, which hangs a layer's command into the command line."""


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
    allowed = MAY_IMPORT[layer] | {layer, "__version__"} | (COMMANDS if path.name == "command.py" else set())
    place = path.relative_to(ROOT).with_suffix("").as_posix()
    allowed |= {name for where, names in EXTRAS.items() if place.startswith(where) for name in names}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {layer} must not import {name}"
        for line, name in imports_of(path)
        if name not in allowed
    ]

    assert wrong == []


@pytest.mark.parametrize("layer", ["model", "scenario", "authoring", "engine", "session", "bots", "coach", "art"])
def test_no_layer_below_the_window_loads_pygame(layer):
    """A fresh interpreter that imports the layer has no pygame, and the model no pydantic either."""
    unwanted = ["pygame"] + (["pydantic", "yaml"] if layer == "model" else [])
    program = f"import sys, game.{layer}; print([m for m in {unwanted!r} if m in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


def test_the_table_names_every_layer():
    """A new folder under game/ must be given its place in the table."""
    layers = {layer_of(p) for p in ROOT.rglob("*.py")} - {"__init__", "__main__", "cli"}

    assert layers == set(MAY_IMPORT) & layers
