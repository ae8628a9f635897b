"""What makes a common editor a good one for scenarios: a schema that knows this file's own ids, and settings.

The first line of a scenario names `.courtship/scenario.schema.json` beside it. That file is written anew whenever the
scenario is checked, so the editor completes the followers, events and lessons that are there now.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from game.authoring.schema_json import JsonObject, KnownNames, schema_for
from game.errors import ScenarioError
from game.files import is_file, is_folder, is_link, not_written, write_over
from game.scenario.checks.references import ANSWERS, BLOCKS, answers_in
from game.scenario.format.walk import SCENARIO, known_keys, walk
from game.scenario.problems.sources import Source
from game.scenario.reading.folder import MAIN, ScenarioPart, find
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node

FOLDER = ".courtship"
MOST_TOPICS = 60  # that are proposed

MATCHER = {
    "owner": "courtship",
    "fileLocation": ["autoDetect", "${workspaceFolder}"],
    "pattern": {
        "regexp": r"^(.*?):(\d+):(\d+):\s+(error|warning|note):\s+(.*?)\s+\[([\w-]+)\]$",
        "file": 1,
        "line": 2,
        "column": 3,
        "severity": 4,
        "message": 5,
        "code": 6,
    },
    "background": {
        "activeOnStart": True,
        "beginsPattern": "^checking",
        "endsPattern": r"^.+: (all good|\d+ errors?)",
    },
}
"""How Visual Studio Code reads what `courtship check` prints."""


def modeline(name: str = "scenario.yaml") -> str:
    """The first line of a scenario file: it tells the editor where the schema is.

    >>> modeline("followers.yaml")
    '# yaml-language-server: $schema=.courtship/followers.schema.json'
    """
    return f"# yaml-language-server: $schema={FOLDER}/{_schema_name(name)}"


def _schema_name(name: str) -> str:
    return f"{Path(name).stem}.schema.json"


def _roots(parts: Iterable[ScenarioPart]) -> list[Node]:
    readings = (read(part.source, known_keys()) for part in parts if part.readable)
    return [reading.root for reading in readings if reading.root is not None]


def _known(roots: list[Node]) -> KnownNames | None:
    if not roots:
        return None
    names: dict[str, dict[str, str]] = {}
    topics: dict[str, None] = {}
    for root in roots:
        for kind, block in BLOCKS.items():
            own = root.get(block)
            here = {key.value: _label(value) for key, value in own.pairs} if own else {}
            names.setdefault(kind, {}).update(here)
        names.setdefault(ANSWERS, {}).update((node.value, label) for node, label in answers_in(root))
        topics.update(dict.fromkeys(_topics(root)))
    return KnownNames(names, tuple(topics)[:MOST_TOPICS], closed=True)


def _label(value: Node) -> str:
    """What players see of something that has an id: its name or title, or its text if it is only one."""
    label = value.get("name") or value.get("title") or value
    return label.value


def _topics(root: Node) -> list[str]:
    """Topics people love or content touches, in the order of the file."""
    found = []
    for _, node, path in walk(SCENARIO, root):
        if path[-1:] == ("loves",) and node.kind == "map":
            found += [key.value for key, _ in node.pairs]
        if len(path) == 3 and path[::2] == ("content", "about"):
            found += [item.value for item in node.items if item.kind == "text"]
    return found


def living_schemas(path: str | Path) -> dict[str, JsonObject]:
    """A schema for each file of a scenario, by the name it is kept under; empty if the scenario cannot be read."""
    return _schemas(find(Path(path)).parts)


def _schemas(parts: Iterable[ScenarioPart]) -> dict[str, JsonObject]:
    found = tuple(parts)
    known = _known(_roots(found))
    if known is None:
        return {}
    return {_schema_name(Path(part.source.name).name): schema_for(known, part.block) for part in found}


def first_schemas(text: str) -> dict[str, str]:
    """The schema of a new scenario that is one file: its path in the folder, and its text."""
    found = _schemas([ScenarioPart(Source(MAIN, text), "", True)])
    return {f"{FOLDER}/{name}": _text(schema) for name, schema in found.items()}


def _text(schema: JsonObject) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def put_schemas(path: str | Path) -> Path:
    """Writes the living schemas beside a scenario, where they have changed.

    Returns:
        The schema of the main file.

    Raises:
        ScenarioError: the scenario cannot be read and keeps the schema it has, or nothing may be written there.
    """
    schemas = living_schemas(path)
    home = find(Path(path)).folder / FOLDER
    if not schemas:
        told = f"No schema was written for {path}, as it cannot be read. See why with: courtship check {path}"
        raise ScenarioError(told)
    if is_link(home):
        raise ScenarioError(f"No schema was written: {home} is a link. Delete it, or put a folder in its place.")
    try:
        home.mkdir(exist_ok=True)
        for name, schema in schemas.items():
            _write(home / name, _text(schema))
    except OSError as error:
        raise ScenarioError(f"No schema was written: {not_written(home, error)}") from error
    return home / next(iter(schemas))


def write_schemas(path: str | Path) -> Path | None:
    """Writes the living schemas as `put_schemas` does, where it can.

    Returns:
        The schema of the main file, or None if nothing was written.
    """
    try:
        return put_schemas(path)
    except ScenarioError:
        return None


def refresh_schemas(path: Path, text: str) -> None:
    """Writes the living schemas of a scenario whose editor reads one, and of no other.

    Args:
        path: the scenario's file or folder.
        text: the scenario, whose first line may name a schema.
    """
    home = path if is_folder(path) else path.parent
    if is_folder(home / FOLDER) or f"$schema={FOLDER}/" in text[:200]:
        write_schemas(path)


def _write(path: Path, text: str) -> None:
    """Puts a text in place at once, so that an editor never reads half of it."""
    if is_file(path) and not is_link(path) and path.read_text(encoding="utf-8") == text:
        return
    write_over(path, text.encode())


def own_command() -> list[str]:
    """What starts the command line of this environment, whatever the search path of an editor is."""
    script = Path(sys.executable).with_name("courtship.exe" if os.name == "nt" else "courtship")
    return [str(script)] if script.is_file() else [sys.executable, "-m", "game"]


def editor_files() -> dict[str, str]:
    """The files that set up Visual Studio Code in a scenario folder: path inside it, and text."""
    command, *begin = own_command()
    check = {
        "label": "courtship check",
        "detail": "Shows in the Problems panel, at each save, what the game says of the scenario.",
        "type": "process",
        "command": command,
        "args": [*begin, "check", ".", "--watch"],
        "isBackground": True,
        "problemMatcher": MATCHER,
        "presentation": {"reveal": "never"},
        "runOptions": {"runOn": "folderOpen"},
    }
    play = {
        "label": "courtship play",
        "detail": "Opens the game in this scenario.",
        "type": "process",
        "command": command,
        "args": [*begin, "play", "."],
        "problemMatcher": [],
    }
    settings = {
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
        "files.exclude": {f"**/{FOLDER}": True},
    }
    files = {
        "tasks.json": {"version": "2.0.0", "tasks": [check, play]},
        "extensions.json": {"recommendations": ["redhat.vscode-yaml"]},
        "settings.json": settings,
    }
    return {f".vscode/{name}": json.dumps(value, indent=2) + "\n" for name, value in files.items()}
