"""What starts a room on a server: the files say what is so, as far as that can be seen without a container."""

import os
import shlex
from pathlib import Path

import pytest
import yaml

from game.cli.app import app
from game.host.room.room_state import TOGETHER
from game.host.room.steps import Started, Voted
from game.host.store.event_log import Kept, RunsElsewhereError
from game.host.store.opening_logs import log_at
from game.host.store.replaying import repeated
from tests.host.rooms import joined, kept, taken

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


URL = os.environ.get("TEST_POSTGRES_URL", "")


@pytest.mark.skipif(not URL, reason="TEST_POSTGRES_URL names no database")
def test_rooms_in_postgres():
    """Two servers share one database: rooms come back as they were, one room has one writer, and deleting is whole."""
    from dataclasses import replace

    one, two = log_at(URL), log_at(URL)
    mine = kept(TOGETHER)
    own = Kept(replace(mine.opening, id=f"test-{os.getpid()}"), mine.parameters, mine.host_hash, mine.screen_hash)
    room = own.opening.id
    one.create(own)
    steps = [joined(1), taken(Started()), taken(Voted(1, "a"), "g1")]
    one.append(room, 1, steps)
    try:
        assert two.steps(room) == steps
        assert own in two.rooms()
        assert repeated(own, two.steps(room)).room.votes == {"g1": "a"}
        with pytest.raises(RunsElsewhereError):
            two.append(room, 3, [joined(2)])
        assert len(one.steps(room)) == 3
    finally:
        one.delete(room)
    assert two.steps(room) == []
    one.close()
    two.close()
