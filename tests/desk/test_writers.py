"""Who writes files: small ones beside the runs go through one door, and the list of those that are tried is whole."""

import ast
from pathlib import Path

import pytest

from game import kept
from game.desk import places
from game.desk.desktop_services import DesktopServices
from game.session.runs.breaks import KEPT_IN
from tests.desk.kept_files import KEEPERS

ROOT = Path(kept.__file__).parent
WRITING = {"write_text", "write_bytes", "writelines", "fdopen", "mkstemp", "NamedTemporaryFile"}


def _writes(node: ast.AST) -> bool:
    """Whether a piece of a program may write a file by itself, in whatever way."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "game.files" and any(alias.name.startswith("write") for alias in node.names)
    if isinstance(node, ast.Attribute) and node.attr in WRITING:
        return True
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    if isinstance(called, ast.Name):
        return called.id == "open"
    if not isinstance(called, ast.Attribute) or called.attr not in ("open", "write"):
        return False
    by_system = isinstance(called.value, ast.Name) and called.value.id in ("os", "io")
    modes = [word.value for word in ast.walk(node) if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return by_system or any(set(mode) & set("wax+") and set(mode) <= set("wax+bt") for mode in modes)


@pytest.mark.parametrize(
    "line",
    ["os.open(path, os.O_WRONLY)", "os.write(handle, data)", "open(path, 'a')", "path.open('ab')", "io.open(path)",
     "path.write_text('x')", "from game.files import write_over", "os.fdopen(handle)"],
)  # fmt: skip
def test_no_way_of_writing_is_overlooked(line):
    """The scrapbook wrote by `os.open`, and the search below looked for names with `write` alone."""
    assert any(_writes(node) for node in ast.walk(ast.parse(line)))


ELSEWHERE = {
    "desk/catalogues.py",  # PO files, which are their author's
    "ui/window/aloud/sound_player.py",  # opens the null device
}


def test_no_file_beside_the_runs_escapes_these_functions():
    """What keeps a file for itself behind the window does so by `game/kept.py`."""
    writers = {
        path.relative_to(ROOT).as_posix()
        for layer in ("desk", "ui", "session/runs", "coach")
        for path in (ROOT / layer).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _writes(node)
    }
    assert writers == ELSEWHERE
    users = {
        path.stem for path in ROOT.rglob("*.py") if "write_kept(" in path.read_text(encoding="utf-8")
    } - {"kept"}  # fmt: skip
    assert users == {"__init__", "settings", "timing_file", "endings", "breaks", "given", "remembered", "denied_habits",
                     "profile_file", "scrapbook"}  # fmt: skip
    assert len(KEEPERS) == len(users) - 1  # `__init__` keeps how a crash came about


def test_the_names_of_this_list_are_those_of_the_game(tmp_path):
    """Every small file that the window keeps is tried with two processes, a full disk and whatever may lie there."""
    services = DesktopServices(tmp_path / "runs")
    made = {
        services._denied.path.name,
        services._profiles.path.name,
        services._timing.path.name,
        services._endings._file.path.name,
        services._scrapbook.path.name,
        services._given._file.path.name,
        KEPT_IN,
    }
    assert made | {places.settings_path().name, places.workshop_memory().name} == {k.name for k in KEEPERS}
