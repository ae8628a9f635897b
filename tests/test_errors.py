"""Every error that is meant for people is told as its sentence at both doors: the command line and the window."""

import ast
import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game import errors
from game.cli import main
from game.errors import CourtshipError
from game.session.entries import EndDay
from game.ui.common.shared_actions import Start
from tests.ui.stage import Stage

SENTENCE = "There is no café of that name. Choose one that is there."
WITHIN = "Something went wrong inside"
OPTIONAL = {"accesskit", "babel", "distributed", "gymnasium", "llvmlite", "numba", "pyarrow", "scipy"}


def every_kind() -> list[type[CourtshipError]]:
    """All classes of errors for people, once every module of the game is loaded."""
    for module in pkgutil.walk_packages(game.__path__, "game."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as missing:
                if missing.name not in OPTIONAL:
                    raise
    found = [CourtshipError]
    for kind in found:
        found += [k for k in kind.__subclasses__() if k not in found and k.__module__.startswith("game.")]
    return sorted(found, key=lambda k: (k.__module__, k.__name__))


def raised(kind: type[CourtshipError]) -> CourtshipError:
    """An error of a kind: a sentence for each text it takes, something plain for the rest."""
    if not any("__init__" in vars(k) for k in kind.__mro__ if issubclass(k, CourtshipError)):
        return kind(SENTENCE)
    plain = {str: SENTENCE, bool: False, tuple[str, ...]: ("café",)}
    wanted = list(inspect.signature(kind).parameters.values())
    given = {p.name: plain.get(p.annotation) for p in wanted if p.default is p.empty}
    return kind(**given)


KINDS = every_kind()


@pytest.fixture
def told(monkeypatch, capsys, tmp_path):
    """What the command `courtship bots` ends with, and says, when an error comes up in it."""

    def ended(error: BaseException) -> tuple[object, str]:
        def fails():
            raise error

        monkeypatch.setattr("game.bots.registry.bots", fails)
        monkeypatch.setattr(sys, "argv", ["courtship", "bots"])
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        monkeypatch.delenv("COURTSHIP_TRACEBACK", raising=False)
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code, capsys.readouterr().err

    return ended


def test_the_kinds_are_found():
    """The walk sees errors of every layer: those at the root, of the kernel, the lab, the desk and a command."""
    modules = {kind.__module__.split(".")[1] for kind in KINDS}

    assert {"errors", "kernel", "lab", "authoring", "evidence", "desk", "cli"} <= modules
    assert {k for k in vars(errors).values() if isinstance(k, type)} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_the_command_line_says_it(kind, told):
    """The sentence alone stands on the error stream, and the exit code is that of the class."""
    error = raised(kind)

    code, said = told(error)

    assert said == f"{error}\n"
    assert SENTENCE in said
    assert code == kind.exit_code
    assert code in {1, 2}


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_the_window_says_it(kind):
    """Raised where a run begins, the sentence is what the model says; the page stays, and nothing is wished for."""
    error, stage = raised(kind), Stage()

    def fails(scenario_id, seed, difficulty=None):
        raise error

    stage.services.start = fails
    before = stage.model.page
    stage.act(Start("first_hello", ""))

    assert stage.model.said == str(error)
    assert stage.model.page == before
    assert stage.requests == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_the_window_says_it_of_a_run(kind):
    """Raised by a choice in a run, the sentence is what the model says, and the run goes on."""
    error, stage = raised(kind), Stage()

    def fails(entry):
        raise error

    stage.act(Start("first_hello", ""))
    before, stage.services.game.do = stage.model, fails
    stage.act(EndDay())

    assert stage.model.said == str(error)
    assert stage.model.run is before.run
    assert stage.model.page == before.page


def test_what_the_system_refuses_is_no_bug(told):
    """A full disk is told with the file and what the system says, at the command line as in the window."""
    code, said = told(OSError(28, "No space left on device", "/data/runs/one.jsonl"))

    assert code == 1
    assert "/data/runs/one.jsonl: No space left on device" in said
    assert WITHIN not in said


def test_a_bug_is_told_as_one(told):
    """Whatever else is raised is our fault, and is said to be; no traceback is shown."""
    code, said = told(ZeroDivisionError("of ours"))

    assert code == 1
    assert said.startswith(WITHIN)
    assert "Traceback" not in said


def test_a_sentence_cannot_steer_the_terminal(told):
    """Control characters that came from a stranger's file are shown, not obeyed."""
    _, said = told(errors.ScenarioError("The title is “\x1b[31mred”."))

    assert said == "The title is “\\x1b[31mred”.\n"


def variables() -> set[str]:
    """The environment variables that the game reads, found in its source."""
    found = set()
    for path in Path(game.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "environ" not in text and "getenv" not in text:
            continue
        tree = ast.parse(text)
        constants = {
            t.id: n.value.value
            for n in tree.body
            if isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant)
            for t in n.targets
            if isinstance(t, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"os.environ.get", "os.getenv"}:
                name = node.args[0]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                name = node.slice
            else:
                continue
            found.add(name.value if isinstance(name, ast.Constant) else constants[ast.unparse(name)])
    return found


SIMULATE = ("simulate", "first_hello", "--bot", "patient", "--games", "2")
WRONG_VALUES = {
    "COURTSHIP_KERNEL": [
        (SIMULATE, 2, "COURTSHIP_KERNEL=fortran is not known; set it to numpy or machine"),
        ((*SIMULATE, "--workers", "2"), 2, "COURTSHIP_KERNEL=fortran is not known; set it to numpy or machine"),
        (("contract", "first_hello", "--games", "2"), 2, "COURTSHIP_KERNEL=fortran is not known"),
        (("play", "first_hello", "--day", "2"), 1, "There is no screen here"),
    ],
    "COURTSHIP_TRACEBACK": [(("bots", "--json"), 0, "")],
    "DISPLAY": [((), 1, "There is no screen here to open a window on")],
    "SDL_VIDEODRIVER": [((), 1, "There is no screen here to open a window on")],
    "WAYLAND_DISPLAY": [((), 1, "There is no screen here to open a window on")],
}
"""For each variable commands, and with which exit code and words they end when its value is “fortran”."""


def test_every_variable_of_the_environment_is_tried():
    """A variable that the game reads has its row above, and no row is left over."""
    assert variables() == set(WRONG_VALUES)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a window needs no variable")
@pytest.mark.parametrize(
    ("variable", "command", "code", "words"),
    [(variable, *row) for variable, rows in WRONG_VALUES.items() for row in rows],
    ids=lambda v: " ".join(v) or "courtship" if isinstance(v, tuple) else None,
)
def test_a_wrong_value_in_the_environment_is_told(variable, command, code, words, tmp_path):
    """A value that cannot be used ends the command with a sentence about it; it is never a bug of ours."""
    environment = {k: v for k, v in os.environ.items() if k not in WRONG_VALUES}
    homes = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "game", *command],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment | homes | {variable: "fortran"},
    )

    assert (done.returncode, words in done.stderr) == (code, True), done.stderr
    assert WITHIN not in done.stderr
    assert "Traceback" not in done.stderr
