"""What starts a room on a server: the files say what is so, as far as that can be seen without a container."""

import contextlib
import ipaddress
import json
import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest
import yaml

from game.cli.app import app
from tests.host.servers import free_port
from tests.test_address import complaints, needs_schemas

ROOT = Path(__file__).resolve().parents[3]
KNOWN = {"COMMENT", "FROM", "RUN", "WORKDIR", "COPY", "USER", "EXPOSE", "ENTRYPOINT", "CMD"}
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
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


def command_of_image(name: str) -> list[str]:
    """What a container runs: the entry of the Dockerfile, and the room of its own or of the composition."""
    values = dict(re.findall(r"^(ENTRYPOINT|CMD) (\[.*\])$", DOCKERFILE.read_text(encoding="utf-8"), re.MULTILINE))
    room = json.loads(values["CMD"]) if name == "Dockerfile" else COMPOSE["services"]["room"]["command"]
    return [*json.loads(values["ENTRYPOINT"]), *room]


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml"])
def test_a_container_s_own_command_opens_a_room_that_answers(name, tmp_path):
    """The very command line of the image runs with nothing but a home; a folder stands for the database."""
    command = [str(tmp_path) if part.startswith("postgresql:") else part for part in command_of_image(name)]
    assert command[0] == "courtship"
    port, said = free_port(), tmp_path / "said.txt"
    bare = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    with said.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "game", *command[1:], "--port", str(port)], stdout=log, stderr=subprocess.STDOUT,
            cwd=tmp_path, env=bare | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    try:
        assert _answers(f"http://127.0.0.1:{port}/back", process), said.read_text(encoding="utf-8")
    finally:
        process.kill()
        process.wait(10)


def _answers(address: str, process: subprocess.Popen) -> bool:
    """Whether a page comes before the process ends, or before a while is over."""
    end = time.monotonic() + 40
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as page:
            return page.status == 200
        time.sleep(0.1)
    return False


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


def test_the_proxy_that_is_trusted_is_the_host_of_the_containers():
    """Without it all guests would count as one address, and ten wrong codes would keep everybody out."""
    command = COMPOSE["services"]["room"]["command"]
    (network,) = COMPOSE["networks"]["default"]["ipam"]["config"]
    proxy = command[command.index("--trusted-proxy") + 1]
    assert proxy == network["gateway"]
    assert ipaddress.ip_address(proxy) in ipaddress.ip_network(network["subnet"])


def test_the_image_gets_what_the_package_needs_and_no_more():
    """Neither history nor environments are copied; what the package is built of, with its licences, is."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {line[1:] for line in lines if line.startswith("!")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    built = {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"], "pyproject.toml"}
    said = {project["project"]["readme"], *project["project"]["license-files"]}
    assert "*" in lines
    assert copied == built | {name.split("/")[0] for name in said}


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
