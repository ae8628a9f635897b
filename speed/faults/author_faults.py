"""Faults of what strangers send: scenario files full of slips, and packages that mean harm."""

import random
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from game.authoring.sharing.packing import pack
from game.authoring.sharing.unpacking import add
from game.errors import ScenarioError
from game.resources import SCENARIOS
from game.scenario import load_text
from game.scenario.problems.codes import CODES
from game.scenario.problems.report import render
from speed.faults.material import scenario_in

PIECES = ("@", "{", "}", "[", "]", ":", ": ", "#", "&a ", "*a", "!", "%", "`", "|", ">", "- ", '"', "'", "\\", "\t",
          "\n", "\r", "  ", "~", "<<: ", "---\n", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\u00a0", "\u2028", "\x85",
          "\ud800", "😀", "é", "yes", "1:30", "0,5", "-5", "1e9", "9" * 20, "name: ", "followers:\n",
          "{name}")  # fmt: skip
NAMES = ("../out.yaml", "/out.yaml", "a/../../out.yaml", "con.yaml", "com1.md", "x.py", "x.sh", ".hidden", "a\\b.yaml",
         "C:out.yaml", "a" * 300 + ".md", "notes.md", "Notes.md", "pictures/a.svg", "scenario.yaml", "nul",
         "x.zip")  # fmt: skip


def slips(dice: random.Random, folder: Path) -> Iterator[str]:
    """A scenario file with slips: what is wrong is said at places that are there, and nothing breaks down."""
    del folder
    text = dice.choice(sorted(SCENARIOS.glob("*.yaml"))).read_text(encoding="utf-8")
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(("", dice.choice(PIECES))) + text[at + dice.choice((0, 0, 1, 9)) :]
    loaded = load_text(text)
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if loaded.ok == any(p.severity == "error" for p in loaded.problems):
        yield "an error is not one, or is not said"
    for problem in loaded.problems:
        if problem.code not in CODES or not 1 <= problem.line <= len(rows):
            yield f"a problem without a place: {problem.code}, line {problem.line}"
        if "\x1b" in render(problem) or "\u202e" in render(problem):
            yield "a message can steer the terminal"


def hostile_packages(dice: random.Random, folder: Path) -> Iterator[str]:
    """A package that means harm: it is refused, or what is taken in lies whole in one folder of its own."""
    home, package = folder / "scenarios", folder / "package.zip"
    home.mkdir()
    pack(scenario_in(folder / "good"), package)
    _spoil(package, dice)
    before = sorted(folder.rglob("*"))
    try:
        target = add(package, home).path
    except ScenarioError:
        target = home
    strange = [p for p in folder.rglob("*") if p not in before and not p.is_relative_to(target)]
    strange += [p for p in home.rglob("*") if p.is_symlink() or p.suffix in {".py", ".sh"}]
    if strange or (target == home and any(home.iterdir())):
        yield f"something was left behind: {strange}"
    if (folder / "out.yaml").exists() or Path("/out.yaml").exists():
        yield "a file was written outside of the folder"


def _spoil(package: Path, dice: random.Random) -> None:
    """Makes a good package a bad one, in one way out of many."""
    if dice.random() < 0.3:
        data = bytearray(package.read_bytes())
        for _ in range(dice.randint(1, 20)):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        package.write_bytes(bytes(data))
        return
    with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as archive:
        top = archive.namelist()[0].split("/")[0]
        for _ in range(dice.randint(1, 4)):
            info = zipfile.ZipInfo(dice.choice((f"{top}/", "", "other/")) + dice.choice(NAMES))
            mode = dice.choice((stat.S_IFREG, stat.S_IFREG, stat.S_IFLNK, stat.S_IFIFO, stat.S_IFDIR))
            info.external_attr = (mode | 0o777) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            size = dice.choice((0, 10, 10, 30_000_000))
            archive.writestr(info, dice.choice((b"\0" * size, b"x" * min(size, 1000), b"../../etc/passwd")))
