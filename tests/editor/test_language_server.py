"""The editor as an author meets it: the real YAML language server, with our schema."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.editor import modeline, write_schemas
from game.resources import SCENARIOS
from tests.editor.client import Client

ROOT = Path(__file__).parents[2]
SERVER = ROOT / ".tools/editor/node_modules/yaml-language-server/bin/yaml-language-server"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        NODE is None or not SERVER.is_file(),
        reason="the YAML language server is not here; with node and npm: python3 scripts/editor_server.py",
    ),
]

TEXT = f"""{modeline()}
scenario_format: 1
title: 1984
business: {{name: Kestrel, trade: coffee}}
followers:
  mara:
    name: Mara Lind
    loves: {{brewing: 80}}
    pace: slow
    knows: [omar]
  omar:
    name: Omar Haddad
timeline:
  fair:
    title: The fair
    when: {{trust: {{mara: {{at_least: 30}}}}}}
    choices:
      - label: "Yes"
        teaches: listen
teaches:
  listen: Listen first.
contract:
  patience: {{better: patient, than: [pushy], by: 15}}
lines:
  thanks:
    - Thank you.
    - {{text: Thanks!, by: [mara]}}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk").resolve()
    (folder / "scenario.yaml").write_text(TEXT, encoding="utf-8")
    write_schemas(folder)
    return folder


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Client]:
    assert NODE
    client = Client([NODE, str(SERVER), "--stdio"], home)
    yield client
    client.close()


def place(text: str, behind: str) -> tuple[int, int]:
    """Line and column just behind some words, counted from 0."""
    end = text.index(behind) + len(behind)
    return text[:end].count("\n"), end - text.rfind("\n", 0, end) - 1


def proposals(server: Client, home: Path, old: str, new: str) -> dict[str, str]:
    """What is proposed behind `new`, written in place of `old`: words and explanations."""
    text = TEXT.replace(old, new, 1)
    server.open(home / "scenario.yaml", text)
    found = server.complete(home / "scenario.yaml", *place(text, new))
    return {item["label"]: words(item.get("documentation", "")) for item in found}


def words(documentation: str | dict) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]


def complaints(server: Client, home: Path, old: str, new: str) -> list[tuple[int, str]]:
    """Line and words of each mark, with `new` in place of `old`."""
    found = server.open(home / "scenario.yaml", TEXT.replace(old, new, 1))
    return [(mark["range"]["start"]["line"] + 1, mark["message"]) for mark in found]


def test_followers_are_completed_with_their_names(server: Client, home: Path) -> None:
    assert proposals(server, home, "knows: [omar]", "knows: [") == {"mara": "Mara Lind", "omar": "Omar Haddad"}


def test_the_ids_under_trust_are_completed(server: Client, home: Path) -> None:
    found = proposals(server, home, "when: {trust: {mara: {at_least: 30}}}", "when:\n      trust:\n        ")

    assert list(found) == ["mara", "omar", "anyone", "everyone", "average", "self"]


def test_a_choice_is_completed_with_its_meaning(server: Client, home: Path) -> None:
    found = proposals(server, home, "pace: slow", "pace: ")

    assert "too soon costs trust" in found["shy"]


def test_a_template_for_a_new_follower_is_offered(server: Client, home: Path) -> None:
    assert "a new follower" in proposals(server, home, "followers:\n  mara:", "followers:\n  ")


def test_a_completion_never_inserts_nothing(server: Client, home: Path) -> None:
    """No `null` and no empty brackets in any proposal for a follower's keys."""
    text = TEXT.replace("    pace: slow", "    p", 1)
    server.open(home / "scenario.yaml", text)
    found = server.complete(home / "scenario.yaml", *place(text, "80}\n    p"))

    assert {"pace", "bio", "ready"} <= {item["label"] for item in found}
    assert [item for item in found if "null" in item["insertText"] or "[]" in item["insertText"]] == []


def test_a_key_explains_itself(server: Client, home: Path) -> None:
    server.open(home / "scenario.yaml", TEXT)
    line, column = place(TEXT, "    pac")

    told = server.hover(home / "scenario.yaml", line, column)

    assert "How fast they like to get closer" in told
    assert "quick" in told


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("    pace: slow", "    pacce: slow", 9, "pacce is not allowed"),
        ("pace: slow", "pace: slwo", 9, "Valid values"),
        ("knows: [omar]", "knows: [omer]", 10, '"mara", "omar"'),
        ("  omar:\n", "  Omar:\n", 11, "An id is a small word"),
        ("{mara: {at", "{marra: {at", 16, "marra is not allowed"),
        ("teaches: listen", "teaches: lisen", 19, "listen"),
        ("better: patient", "bettr: patient", 23, "bettr is not allowed"),
        ("by: [mara]", "by: [nobody]", 27, "Valid values"),
    ],
)
def test_a_slip_is_marked_once_where_it_is(
    server: Client, home: Path, old: str, new: str, line: int, told: str
) -> None:
    found = [mark for mark in complaints(server, home, old, new) if not (new == "  Omar:\n" and mark[0] == 10)]

    assert [at for at, _ in found] == [line]
    assert told in found[0][1]


def test_a_good_file_has_no_mark(server: Client, home: Path) -> None:
    """Not for a title that looks like a number, nor for a lesson without brackets, nor a line as a plain text."""
    assert complaints(server, home, "", "") == []


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_scenarios_have_no_mark(server: Client, home: Path, path: Path) -> None:
    copy = home / path.name
    copy.write_text(modeline(path.name) + "\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    write_schemas(copy)

    assert server.open(copy) == []


def test_a_new_follower_is_proposed_once_the_file_is_checked(tmp_path: Path) -> None:
    """The server takes the new schema without being started again. It is one of its own: it looks at all files anew."""
    home = tmp_path.resolve()
    file = home / "scenario.yaml"
    file.write_text(TEXT, encoding="utf-8")
    write_schemas(file)
    assert NODE
    server = Client([NODE, str(SERVER), "--stdio"], home)
    try:
        assert "ines" not in proposals(server, home, "knows: [omar]", "knows: [")
        file.write_text(TEXT.replace("timeline:", "  ines:\n    name: Ines Prado\ntimeline:", 1), encoding="utf-8")
        written = write_schemas(file)
        assert written is not None
        server.changed(written)

        assert proposals(server, home, "knows: [omar]", "knows: [")["ines"] == "Ines Prado"
    finally:
        server.close()
