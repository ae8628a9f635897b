"""The living schema beside a scenario, and the settings for the editor."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from game.authoring.editor import MATCHER, editor_files, living_schemas, modeline, write_schemas
from game.scenario import load, report

HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: b}\n"
MARA = "followers:\n  mara:\n    name: Mara Lind\n    loves: {brewing: 80}\n"


def offered_for(file: Path) -> str:
    """The schema by which an editor completes this file."""
    written = write_schemas(file)
    assert written is not None
    return written.read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.yaml"
    path.write_text(HEAD + MARA + "teaches:\n  wait: Wait a day.\n", encoding="utf-8")
    return path


def ids(schema: dict) -> list[str]:
    return schema["$defs"]["Follower"]["properties"]["knows"]["items"].get("enum", [])


def test_it_is_written_where_the_first_line_of_the_file_looks_for_it(file: Path) -> None:
    """The editor finds the schema by the first line of the file, and the schema knows the file's ids."""
    written = write_schemas(file)

    assert written is not None
    assert modeline(file.name).endswith(str(written.relative_to(file.parent).as_posix()))
    assert ids(json.loads(written.read_text(encoding="utf-8"))) == ["mara"]


def test_a_new_follower_is_known_after_the_next_check(file: Path) -> None:
    """An id that was added is offered by the editor once the schema is written anew."""
    write_schemas(file)
    file.write_text(file.read_text(encoding="utf-8").replace("teaches:", "  omar:\n    name: Omar\nteaches:"), "utf-8")

    written = write_schemas(file)

    assert written is not None
    assert ids(json.loads(written.read_text(encoding="utf-8"))) == ["mara", "omar"]


def test_an_unchanged_schema_is_not_written_again(file: Path) -> None:
    """Otherwise the editor would read it again at every save."""
    written = write_schemas(file)
    assert written is not None
    before = written.stat().st_mtime_ns

    write_schemas(file)

    assert written.stat().st_mtime_ns == before


def test_ids_are_known_in_spite_of_mistakes(file: Path) -> None:
    """A misspelt key, and a line YAML cannot read, do not take the completion away."""
    file.write_text(file.read_text(encoding="utf-8").replace("loves:", "bio: @mara\n    lovs:"), encoding="utf-8")

    offered = offered_for(file)

    assert "mara" in offered
    assert "Mara Lind" in offered


def test_a_file_that_cannot_be_read_keeps_the_schema_it_has(file: Path) -> None:
    """While a file is broken the editor goes on with the ids of before."""
    written = write_schemas(file)
    assert written is not None
    file.write_text("", encoding="utf-8")

    assert write_schemas(file) is None
    assert ids(json.loads(written.read_text(encoding="utf-8"))) == ["mara"]


def test_files_of_one_scenario_know_each_other(tmp_path: Path) -> None:
    """Followers in followers.yaml are proposed in scenario.yaml; each file has a schema of its own."""
    (tmp_path / "scenario.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "followers.yaml").write_text(MARA, encoding="utf-8")

    schemas = living_schemas(tmp_path)

    assert set(schemas) == {"scenario.schema.json", "followers.schema.json"}
    assert ids(schemas["scenario.schema.json"]) == ["mara"]
    assert list(schemas["followers.schema.json"]["properties"]) == ["followers"]


def test_scenarios_in_one_folder_do_not_share_a_schema(tmp_path: Path) -> None:
    """Each of two files has a schema of its own name."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(HEAD, encoding="utf-8")
        write_schemas(tmp_path / f"{name}.yaml")

    assert {p.name for p in (tmp_path / ".courtship").iterdir()} == {"one.schema.json", "two.schema.json"}


def test_a_link_out_of_the_folder_is_not_followed(file: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is written through a link that leads out of the scenario's folder."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (file.parent / ".courtship").symlink_to(elsewhere, target_is_directory=True)

    assert write_schemas(file) is None
    assert list(elsewhere.iterdir()) == []


def test_lessons_come_with_their_sentence(file: Path) -> None:
    """The editor offers a lesson with what it says, and topics that people love."""
    offered = offered_for(file)

    assert "Wait a day." in offered
    assert "brewing" in offered


def test_the_problem_matcher_reads_every_first_line_of_a_report(file: Path) -> None:
    """File, line, column, gravity and code are found in what `check` prints; so is its last line."""
    file.write_text(file.read_text(encoding="utf-8").replace("loves:", "lovs:"), encoding="utf-8")
    lines = report(load(file).problems, str(file)).splitlines()
    pattern = MATCHER["pattern"]
    background = MATCHER["background"]
    assert isinstance(pattern, dict)
    assert isinstance(background, dict)

    found = re.match(pattern["regexp"], lines[0])

    assert found is not None
    assert found.group(pattern["file"]) == str(file)
    assert (found.group(pattern["line"]), found.group(pattern["column"])) == ("7", "5")
    assert (found.group(pattern["severity"]), found.group(pattern["code"])) == ("error", "unknown-key")
    assert re.match(background["endsPattern"], lines[-1])


def test_the_settings_fetch_nothing_and_name_the_extension() -> None:
    """The settings of a new folder ask no server for schemas, name the YAML extension, and have a task that checks."""
    files = {name: json.loads(text) for name, text in editor_files().items()}

    assert files[".vscode/settings.json"]["yaml.schemaStore.enable"] is False
    assert files[".vscode/extensions.json"]["recommendations"] == ["redhat.vscode-yaml"]
    assert files[".vscode/tasks.json"]["tasks"][0]["args"][-3:] == ["check", ".", "--watch"]


@pytest.mark.parametrize("number", [0, 1])
def test_a_task_starts_the_game_without_a_search_path(number: int, tmp_path: Path) -> None:
    """An editor that was opened from the desktop does not know where the environment is."""
    task = json.loads(editor_files()[".vscode/tasks.json"])["tasks"][number]
    verb = next(i for i, word in enumerate(task["args"]) if word in {"check", "play"})
    environment = {k: v for k, v in os.environ.items() if k != "PATH"}

    done = subprocess.run(
        [task["command"], *task["args"][: verb + 1], "--help"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert f"courtship {task['args'][verb]}" in done.stdout
