"""The rooms of the window: which may know which, and that neither rooms nor modules go round in a circle."""

import ast
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

import game.ui

ROOT = Path(game.ui.__file__).parent
MAY_KNOW = {
    "common": set(),
    "drawing": {"common"},
    "play": {"common", "drawing"},
    "workshop": {"common", "drawing"},
    "": {"common", "play", "workshop"},  # update.py and services.py
    "window": {"common", "drawing", "play", "workshop", ""},
}
"""The room of a module is its folder below game/ui."""
MOST_FILES = 15


def imports() -> dict[str, set[str]]:
    """For each module of game.ui the modules of game.ui it imports, wherever in the file."""
    names = {
        f"game.ui.{p.relative_to(ROOT).with_suffix('').as_posix().replace('/', '.')}": p for p in ROOT.rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for name, path in names.items():
        wanted = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                wanted |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
            elif isinstance(node, ast.Import):
                wanted |= {a.name for a in node.names}
        found[name] = wanted & set(names)
    return found


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[2] if len(parts) > 3 else ""


def in_order(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """Fails with the circle, if there is one."""
    return list(TopologicalSorter(graph).static_order())


def test_no_module_leads_back_to_itself():
    assert len(in_order(imports())) > 60


def test_a_room_knows_only_rooms_below_it():
    wrong = [
        f"{module} knows {other}"
        for module, others in imports().items()
        for other in others
        if room_of(other) not in MAY_KNOW[room_of(module)] | {room_of(module)}
    ]

    assert wrong == []
    assert in_order(MAY_KNOW)[-1] == "window"


def test_no_folder_is_crowded():
    crowded = {str(p): n for p in ROOT.rglob("*") if p.is_dir() and (n := len(list(p.glob("*.py")))) > MOST_FILES}

    assert crowded == {}


def test_screens_lie_in_folders_called_as_what_follows_from_them():
    """Whoever finds the state of the timing test, the profile or the scrapbook finds its pages by the same name."""
    of_state = {p.name for p in (ROOT / "play").iterdir() if (p / "__init__.py").is_file()} - {"screens"}
    of_screens = {p.name for p in (ROOT / "play" / "screens").iterdir() if (p / "__init__.py").is_file()}
    assert of_state <= of_screens
