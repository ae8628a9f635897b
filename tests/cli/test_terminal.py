"""What reaches a terminal, and how a command ends where the machine around it is not as it should be."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.cli.printing import out, print_json
from game.errors import FAILED, MISUSED
from game.terminal import visible
from tests.plays import example

ROOT = Path(__file__).parents[2]
TRICKS = {
    "colour": "\x1b[31mred",
    "title of the window": "\x1b]0;owned\x07",
    "bell": "\x07",
    "backspaces": "abc\b\b\bxyz",
    "carriage return": "safe\rowned",
    "C1 controls": "\x9b31m",
    "right to left": "abc\u202egnp.exe",
    "isolates": "\u2066abc\u2069",
    "tags": "flag\U000e0061\U000e007f",
    "filler": "a\u3164b",
    "zero width": "a\u200bb",
    "private use": "\ue000",
    "lone surrogate": "\udc80",
    "line separator": "one\u2028two",
}
STEERS = set(map(chr, [*range(10), *range(11, 32), *range(127, 160), 0x202E, 0x2066, 0x2069, 0x200B, 0x3164, 0x2028]))


@pytest.mark.parametrize("trick", TRICKS, ids=str)
def test_no_trick_passes_the_door(trick, capsys):
    """Text, table or JSON: what could steer or deceive a terminal is shown or dropped, and letters stay."""
    from rich.table import Table

    table = Table(TRICKS[trick])
    table.add_row(TRICKS[trick])
    out.print(TRICKS[trick])
    out.print(table)
    print_json({TRICKS[trick]: TRICKS[trick]})

    printed = capsys.readouterr().out
    assert not STEERS & set(printed)
    assert visible("Mara Lind, Кафе Утро, 東京, ñandú") == "Mara Lind, Кафе Утро, 東京, ñandú"


@pytest.mark.parametrize("trick", TRICKS, ids=str)
def test_json_says_what_was_meant(trick, capsys):
    """A program that reads the JSON gets every letter back, those that are not shown as well."""
    value = {TRICKS[trick]: [TRICKS[trick], "東京"]}
    print_json(value)

    printed = capsys.readouterr().out
    assert json.loads(printed) == value
    assert "東京" in printed


def test_words_are_no_commands(capsys):
    """What looks like markup or the name of an emoji is printed as it is written."""
    out.print(":coffee: [bold]:x:[/bold]")

    assert capsys.readouterr().out == ":coffee: [bold]:x:[/bold]\n"


def command(*words: object, **environment: str) -> list[str]:
    return [sys.executable, "-m", "game", *map(str, words)]


def ended(*words: object, stdin=None, stdout=subprocess.PIPE, **environment: str):
    return subprocess.run(
        command(*words), env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, stdout=stdout, stdin=stdin,
        stderr=subprocess.PIPE, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is a thing of Linux")
@pytest.mark.parametrize("words", [("bots",), ("bots", "--json"), ("explain",), ("--help",)])
def test_a_full_device_is_told(words):
    """Where what is printed finds no room, the command says so and does not end in the crash net."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = ended(*words, stdout=full)

    assert done.returncode == 1
    assert "could not be written (No space left on device)" in done.stderr
    assert "Something went wrong inside" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_of_few_letters_is_served(tmp_path):
    """Letters that an ASCII terminal does not know are shown by their number."""
    file = example(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("Ada Quist", "Åda Quïst"), encoding="utf-8")
    done = ended("show", file, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")

    assert done.returncode == 0, done.stderr
    assert "\\xc5da Qu\\xefst" in done.stdout


def test_without_a_home_folder_nothing_is_written_anywhere(tmp_path):
    """No HOME and nobody in the list of users: a sentence, exit code 2, and no folder called “~”."""
    environment = {k: v for k, v in os.environ.items() if k != "HOME" and not k.startswith("XDG_")}
    program = (
        "import os, sys; os.path.expanduser = lambda path: path; sys.argv = ['courtship', 'replay', 'last']; "
        "from game.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**environment, "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "no home folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("replay", "x" * 5000), ("play", "y" * 5000), ("check", "z" * 5000)])
def test_a_name_of_endless_length_is_told_short(arguments):
    """What was found is shown by its beginning and its end: a sentence, and no screen full of letters."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command(), *arguments], env=environment, capture_output=True, text=True, check=False)

    assert done.returncode in {FAILED, MISUSED}
    assert len(done.stdout + done.stderr) < 1000
    assert "…" in done.stdout + done.stderr


@pytest.mark.parametrize("size", ["0", "1", "-5", "abc", "", "99999999999999999999"])
def test_a_width_that_cannot_be_meant_hides_nothing(size):
    """Some shells and CI systems set COLUMNS=0, which means that they do not know."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": size}
    done = subprocess.run([*command(), "--version"], env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.split()[0]) == (0, "courtship")


INTERRUPTED_IN = {
    "a text that is run": "def run(): exec('import signal; signal.raise_signal(signal.SIGINT)')",
    "a function": "def run(): signal.raise_signal(signal.SIGINT)",
}


@pytest.mark.parametrize("where", INTERRUPTED_IN)
def test_a_ctrl_c_ends_by_its_exit_code_wherever_it_comes(where, tmp_path):
    """Code 130 and a word, and not death by the signal: shells and CI systems tell the two apart."""
    (tmp_path / "interrupted.py").write_text(
        f"import signal\n{INTERRUPTED_IN[where]}\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import game.cli, game.terminal; game.cli._run = run; game.cli.main()\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path)))}
    done = subprocess.run(
        [sys.executable, "-m", "interrupted"], env=environment, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.strip()) == (130, "Stopped.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays by name are a thing of Linux")
def test_a_screen_that_does_not_answer_is_told():
    """A wrong DISPLAY: a sentence and exit code 1, and not a game that nobody sees."""
    environment = {k: v for k, v in os.environ.items() if k not in {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        command(), env={**environment, "PYTHONPATH": str(ROOT), "DISPLAY": ":9713"}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 1
    assert "There is no screen here" in done.stderr


LONG = {
    "simulate": ("simulate", "slow_roast", "--bot", "patient", "--games", "200000"),
    "simulate, two workers": ("simulate", "slow_roast", "--bot", "patient", "--games", "200000", "--workers", "2"),
    "contract": ("contract", "slow_roast", "--games", "20000"),
    "playtest": ("playtest", "slow_roast", "--games", "20000"),
    "exploit": ("exploit", "first_hello", "--games", "200000"),
    "sweep": ("sweep", "slow_roast", "--vary", "business.hours_per_day=1:4:30", "--games", "20000"),
    "bench faults, two processes": ("bench", "faults", "--minutes", "5"),
    "evidence": ("evidence", "--seeds", "20", "--workers", "2"),
    "evidence learners": ("evidence", "learners"),
}


def children_of(pid: int) -> list[int]:
    """The processes that a process has begun."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text(encoding="utf-8")
            except OSError:
                continue
            if int(stat.rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(entry.name))
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for children in /proc")
@pytest.mark.parametrize("name", LONG, ids=str)
def test_ctrl_c_ends_every_long_command_with_a_sentence(name):
    """No traceback, no crash net, and no child that goes on."""
    process = subprocess.Popen(
        command(*LONG[name]), env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 30
    while "two" in name and not children_of(process.pid) and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(4)
    assert process.poll() is None, process.communicate()
    children = children_of(process.pid)
    process.send_signal(signal.SIGINT)
    printed, told = process.communicate(timeout=60)

    assert process.returncode != -signal.SIGINT
    assert "Traceback" not in told
    assert "Something went wrong inside" not in told
    assert (printed + told).strip().endswith((".", "!", "?")), printed + told
    until = time.monotonic() + 20  # Python's own tracker of resources goes once it has seen that its parent is gone
    while any(map(is_running, children)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not list(filter(is_running, children))


def is_running(pid: int) -> bool:
    """Whether a process still works; one that has ended and waits to be counted does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
