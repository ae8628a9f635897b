"""What starts a room on a server: the files say what is so, as far as that can be seen without a container."""

import shlex
from pathlib import Path

import pytest
import yaml

from game.cli.app import app
from tests.test_address import complaints, needs_schemas

ROOT = Path(__file__).resolve().parents[2]
KNOWN = {"COMMENT", "FROM", "RUN", "WORKDIR", "COPY", "USER", "EXPOSE", "ENTRYPOINT", "CMD"}
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))


def options_of_host() -> set[str]:
    import typer

    command = typer.main.get_command(app).commands["host"]
    return {name for option in command.params for name in (*option.opts, *option.secondary_opts)}


def test_the_dockerfile_starts_a_room():
    """Each line is one that Docker knows; it runs as nobody special, and the command has the options it is given."""
    parse = pytest.importorskip("dockerfile_parse")
    with (ROOT / "deploy" / "Dockerfile").open("rb") as file:
        lines = parse.DockerfileParser(fileobj=_copy(file), cache_content=True).structure
    found = {line["instruction"]: line["value"] for line in lines}
    assert {line["instruction"] for line in lines} <= KNOWN
    assert found["USER"] == "room"
    assert ".[host,postgres]" in found["RUN"]
    entry = yaml.safe_load(found["ENTRYPOINT"])
    assert entry[:2] == ["courtship", "host"]
    assert {part for part in entry if part.startswith("--")} <= options_of_host()
    assert found["EXPOSE"] == "8765"


def _copy(file):
    import io

    return io.BytesIO(file.read())


def test_the_compose_file_names_what_is_there():
    """Services, options, health check and volumes belong together; no password stands in it."""
    room, database = COMPOSE["services"]["room"], COMPOSE["services"]["database"]
    assert (ROOT / "deploy" / room["build"]["context"] / room["build"]["dockerfile"]).is_file()
    assert {part for part in room["command"] if part.startswith("--")} <= options_of_host()
    assert room["depends_on"]["database"]["condition"] == "service_healthy"
    assert shlex.split(database["healthcheck"]["test"][1])[0] == "pg_isready"
    assert set(COMPOSE["volumes"]) == {v.split(":")[0] for v in database["volumes"]}
    assert "${DATABASE_PASSWORD}" in room["command"][-1]
    assert room["ports"] == ["127.0.0.1:8765:8765"]


@needs_schemas
def test_the_compose_file_has_the_form_of_its_schema():
    """No misspelt key and no value of another kind, by the schema of the Compose Specification."""
    assert complaints("vendor.compose-spec", ROOT / "deploy" / "compose.yaml") == ""


@needs_schemas
def test_the_schema_notices_a_misspelt_key(tmp_path):
    """The schema is one that finds something."""
    wrong = tmp_path / "compose.yaml"
    wrong.write_text((ROOT / "deploy" / "compose.yaml").read_text().replace("depends_on:", "depend_on:"))
    assert "depend_on" in complaints("vendor.compose-spec", wrong)
