"""The commands for authors, as an author types them."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from game.errors import INTERRUPTED
from tests.cli.test_commands import courtship
from tests.plays import example

HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_check_fix_writes_what_it_shows_and_tells_what_it_wrote(tmp_path):
    """The mended line is printed, the file checks well afterwards, and the old one lies beside it."""
    path = written(tmp_path, HEAD + "summary: @all\n")

    done = courtship("check", str(path), "--fix")

    assert done.returncode == 0
    assert f"{path}:4: mended  [yaml-syntax]" in done.stdout
    assert '+ summary: "@all"' in done.stdout
    assert "all good" in done.stdout
    assert path.read_text(encoding="utf-8") == HEAD + 'summary: "@all"\n'
    assert (tmp_path / "x.yaml.bak").read_text(encoding="utf-8") == HEAD + "summary: @all\n"


def test_check_without_fix_writes_nothing(tmp_path):
    """A check leaves the folder as it was."""
    path = written(tmp_path, HEAD + "summary: @all\n")

    courtship("check", str(path))

    assert [p.name for p in tmp_path.iterdir()] == ["x.yaml"]


def test_strict_counts_warnings(tmp_path):
    """A warning is no failure, unless one asks for strictness."""
    path = written(tmp_path, HEAD + "summary: Rain #wet\n")

    assert courtship("check", str(path)).returncode == 0
    assert courtship("check", str(path), "--strict").returncode == 1


def test_check_tells_what_lint_finds(tmp_path):
    """A misspelt word in braces is an error, though the scenario can be played."""
    path = written(tmp_path, HEAD + 'lines: {thanks: ["Oh, {nmae}!", Fine.]}\n')

    done = courtship("check", str(path), "--json")

    assert done.returncode == 1
    (one,) = json.loads(done.stdout)
    assert one["ok"]
    assert ("word-unknown", "Did you mean '{name}'?") in [(p["code"], p["hint"]) for p in one["problems"]]


def test_check_without_a_path_takes_the_scenario_one_stands_in(tmp_path):
    """In a scenario's folder no path is needed."""
    (tmp_path / "scenario.yaml").write_text(HEAD + "days: 90\n", encoding="utf-8")
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-m", "game", "check"], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": root},
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stdout.startswith("scenario.yaml:4:7: error")


def test_watch_reports_each_save_as_editors_read_it(tmp_path):
    """`checking`, the problems, a summary; again after a save; Ctrl+C ends it in peace."""
    path = written(tmp_path, HEAD + "days: 90\n")
    with subprocess.Popen(
        [sys.executable, "-m", "game", "check", str(path), "--watch"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # Tests that run behind & are deaf to Ctrl+C, and so would be what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    ) as watching:  # fmt: skip
        assert watching.stdout is not None
        first = []
        while not first or not re.match(r"\S+: (all good|\d+ error)", first[-1]):
            first.append(watching.stdout.readline())
        time.sleep(0.1)
        path.write_text(HEAD + "days: 19\n", encoding="utf-8")
        second = [watching.stdout.readline() for _ in range(2)]
        while not re.match(r"\S+: (all good|\d+ error)", second[-1]):
            second.append(watching.stdout.readline())
        watching.send_signal(signal.SIGINT)
        _, told = watching.communicate(timeout=20)

    assert first[0] == f"checking {path}\n"
    assert re.match(r"^(.*?):(\d+):(\d+):\s+(error|warning|note):\s+(.*?)\s+\[([\w-]+)\]$", first[1])
    assert second[0] == f"checking {path}\n"
    assert second[-1] == f"{path}: all good but for 1 note\n"
    assert watching.returncode == INTERRUPTED
    assert "Traceback" not in told


def test_watch_and_json_do_not_go_together(tmp_path):
    """Figures for machines and watching exclude each other, and that is said."""
    done = courtship("check", str(example(tmp_path)), "--watch", "--json")

    assert done.returncode == 2
    assert "leave out --json" in done.stderr


def test_explain_tells_a_code_with_examples():
    """The page of a code, also as it is copied from a message, in brackets."""
    told = courtship("explain", "[text-cut]").stdout

    assert told.startswith("text-cut (warning): The rest of a text is lost behind a #.")
    assert "Not so:" in told
    assert json.loads(courtship("explain", "text-cut", "--json").stdout)["right"].endswith('#cold"')


def test_explain_without_a_code_lists_all():
    """One line a code, with how grave it is."""
    from game.scenario.problems.codes import CODES

    listed = courtship("explain").stdout.splitlines()

    assert [line.split()[:2] for line in listed] == [[c.id, c.severity] for c in CODES.values()]
    assert set(json.loads(courtship("explain", "--json").stdout)) == set(CODES)


def test_explain_guesses_a_misspelt_code():
    """A code that does not exist is no crash but a question."""
    done = courtship("explain", "txt-cut")

    assert done.returncode == 2
    assert "Did you mean “text-cut”?" in done.stderr


def test_show_tells_a_scenario_and_one_of_its_entries(tmp_path):
    """All of it, one follower, or the file written out; in sentences and as JSON."""
    path = str(example(tmp_path))

    assert "Ada Quist (ada) follows." in courtship("show", path).stdout
    assert courtship("show", path, "ben").stdout.startswith("Ben Tal (ben) follows.")
    assert "Ben Tal" in json.loads(courtship("show", path, "ben", "--json").stdout)["text"]
    again = tmp_path / "again.yaml"
    again.write_text(courtship("show", path, "--filled").stdout, encoding="utf-8")
    assert "first_regulars" in again.read_text(encoding="utf-8")
    assert courtship("check", str(again)).returncode == 0


def test_stats_count(tmp_path):
    """A sentence and tables for people, figures for machines."""
    path = str(example(tmp_path))
    figures = json.loads(courtship("stats", path, "--json").stdout)

    assert figures["followers"]["ada"]["content"] == 1
    assert f"{figures['texts']} texts, {figures['words']} words" in courtship("stats", path).stdout


def test_say_draws_a_line_as_often_as_asked(tmp_path):
    """The scenario's own words are filled in; the same seed says the same; JSON holds the lines."""
    path = written(tmp_path, HEAD + 'followers: {ada: {name: Ada Quist}}\nwords: {tea: [mint, lime]}\n'
                                    'lines: {thanks: ["A {tea} tea for {business}."]}\n')  # fmt: skip
    said = json.loads(courtship("say", "thanks", str(path), "--as", "ada", "--times", "40", "--json").stdout)["said"]

    assert len(said) == 40
    assert {"A mint tea for A.", "A lime tea for A."} & set(said)
    assert not any("{" in line for line in said)
    assert courtship("say", "help", str(path)).stdout == courtship("say", "help", str(path)).stdout


def test_map_prints_mermaid_or_draws(tmp_path):
    """Text on the screen, or a picture in a file."""
    path, picture = str(example(tmp_path)), tmp_path / "map.svg"

    assert courtship("map", path).stdout.startswith("flowchart LR\n")
    assert courtship("map", path, "--svg", str(picture)).returncode == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg ")
    assert {t["id"] for t in json.loads(courtship("map", path, "--json").stdout)["things"]} >= {"event.landlord"}


def test_what_is_asked_for_and_not_there_is_told_with_a_guess(tmp_path):
    """No command for authors ends in a traceback or a riddle."""
    path = str(example(tmp_path))
    broken = str(written(tmp_path, HEAD + "days: 90\n"))

    assert "Did you mean 'ada'?" in courtship("show", path, "adda").stderr
    assert "Did you mean 'thanks'?" in courtship("say", "thnks", path).stderr
    assert "Did you mean 'ada'?" in courtship("say", "thanks", path, "--as", "adda").stderr
    assert "cannot be written" in courtship("map", path, "--svg", str(tmp_path / "no" / "map.svg")).stderr
    for command in ("show", "stats", "map"):
        done = courtship(command, broken)
        assert done.returncode == 1
        assert "has errors, which come first" in done.stderr


def test_bench_check_prints_its_figures():
    """The long scenario is long, has nothing wrong that is grave, and its times are figures."""
    from game.scenario import load_text
    from game.scenario.lint.linting import lint
    from speed.check_speed import long_scenario

    figures = json.loads(courtship("bench", "check", "--json").stdout)
    loaded = load_text(long_scenario())

    assert figures["lines"] == 2000
    assert figures["check (ms)"] > 0
    assert loaded.problems == ()
    assert {p.severity for p in lint(loaded)} <= {"note"}
