"""What the docs say is so: their commands exist, their YAML loads, their links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from game.cli.app import app
from game.scenario import load_text
from tests.cli.test_commands import courtship

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
OF_TODAY = [page for page in PAGES if page.name != "CHANGELOG.md"]
"""Pages that tell what is, and not what was."""


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    """Every link to a file of the project names one that is there."""
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_whole_scenarios_in_the_docs_load(page):
    """Every YAML block that begins like a scenario is one, without a problem."""
    blocks = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    whole = [b for b in blocks if "scenario_format:" in b and "business:" in b]

    for block in whole:
        assert [p.message for p in load_text(block).problems if p.is_error] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_modules_are_run_by_the_python_that_has_them(page):
    """What needs installed packages names the environment: the system's own `python3 -m` would not find them."""
    assert "python3 -m" not in page.read_text(encoding="utf-8")


def test_the_readme_begins_with_its_two_commands():
    """The first two code blocks are the play command and the test command, and both files exist."""
    blocks = re.findall(r"```\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert blocks[:2] == ["python3 scripts/play.py", "python3 scripts/test.py"]
    assert all((ROOT / b.split()[1]).is_file() for b in blocks[:2])
    assert "scripts/test.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme():
    """A command that --help lists stands in the table of the README, and no other does."""
    listed = set(re.findall(r"^  ([a-z]+)  ", courtship("--help").stdout.split("Commands:")[1], re.MULTILINE))
    table = set(re.findall(r"^\| `courtship ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert table == listed


FILES = [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if not {".venv", ".git"} & set(p.parts)]
A_PATH = re.compile(r"\w[\w.*-]*(/[\w.*-]+)*/?")
KNOWN_ENDINGS = (".py", ".md", ".yaml", ".txt", ".json", ".csv", ".toml", ".svg", ".po", "/")

OF_PEOPLE = {
    "scenario.yaml", "followers.yaml", "notes.md", "quay-street/scenario.yaml", "lang/de.po", "lang/*.po",
    "FILE.parquet.parts.csv", "denied_habits.json",
}  # fmt: skip
"""Files that people make, or the game for them; the pages name them as examples."""


def unfenced(page: Path) -> str:
    """The text of a page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def is_there(path: str) -> bool:
    """Whether a file or folder of the project has that path, or ends in it; `CODE` stands for any code."""
    sought = path.replace("CODE", "*").rstrip("/")
    return any(file == sought or file.endswith(f"/{sought}") or Path(file).match(sought) for file in FILES)


@pytest.mark.parametrize("page", OF_TODAY, ids=lambda p: p.name)
def test_paths_in_the_docs_are_there(page):
    """What a page names as a file or folder exists under that name; a file that moved is found by this."""
    named = set(re.findall(r"`([^`\n]+)`", unfenced(page)))
    paths = {n for n in named if A_PATH.fullmatch(n) and n.endswith(KNOWN_ENDINGS)} - OF_PEOPLE

    assert sorted(path for path in paths if not is_there(path)) == []


def commands_in(page: Path) -> list[str]:
    """The command lines of the game on a page: in blocks, indented, and in backticks."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip().removeprefix("$ ").split(" #")[0] for line in text.splitlines()]
    named = [*re.findall(r"`(courtship [^`\n]+)`", text), *lines]
    return [line.split(" | ")[0].split(" > ")[0] for line in named if re.match(r"courtship [a-z-]", line)]


def refused(line: str) -> str:
    """What the command line has against a line, its values left out; "" where it understands all its words."""
    command, words = typer.main.get_command(app), shlex.split(line)[1:]
    while hasattr(command, "commands") and words and words[0][0] != "-":
        found = command.commands.get(words[0])
        if found is None:
            return f"{line}: no command {words[0]}"
        command, words = found, words[1:]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    options = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)} - known - {"--help"}
    return f"{line}: no option {', '.join(sorted(options))}" if options else ""


@pytest.mark.parametrize("page", OF_TODAY, ids=lambda p: p.name)
def test_command_lines_in_the_docs_are_understood(page):
    """Every command that a page says to type exists, with the options that are given to it."""
    assert [told for line in commands_in(page) if (told := refused(line))] == []


@pytest.mark.parametrize("line", ["courtship chekc", "courtship check --mend", "courtship room begin"])
def test_a_command_line_that_is_wrong_is_found(line):
    """A command that is none, an option that is none, a part of a command that is none."""
    assert refused(line).startswith(line)


def test_each_decision_has_a_number_of_its_own_and_stands_in_the_list():
    """A number named in a talk or a comment leads to one page, and the list holds every page with its title."""
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8").splitlines()
    assert [page.name[:3] for page in pages] == [f"{number:03}" for number in range(1, len(pages) + 1)]
    for page in pages:
        title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert f"- [{page.name[:3]}]({page.name}) {title}" in listed
