"""What a room gives away: its files, statements for learning records, and codes of runs."""

import csv
import io
import json
import re
import zipfile

import jsonschema
import pytest

from game.errors import RecordError
from game.host.pages.page_tools import FOLDER
from game.host.store.run_records import code_of_run, repeated_code, run_code_from
from game.session.runs.resuming import replayed
from tests.host.room_games import PLANS, played_day, whole_game
from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, served


def files_of(client):
    """The files of a room by name."""
    data = client.get("/host/files/all.zip", headers={"Cookie": f"host={HOST_KEY}"}).content
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_files_tell_the_same_as_the_room(each, clock, tmp_path):
    """Tables, statements, records and the report of a whole game; a record opens in the desktop game."""
    hall, client = each
    whole_game(hall, client, clock)
    files = files_of(client)
    guests = list(csv.DictReader(io.StringIO(files["guests.csv"].decode("utf-8-sig"))))
    decisions = list(csv.DictReader(io.StringIO(files["decisions.csv"].decode("utf-8-sig"))))
    assert [g["name"] for g in guests] == ["Guest 1", "Guest 2"]
    assert sum(d["kind"] == "end_day" for d in decisions) == 2 * hall.room.days
    assert {d["move"] for d in decisions if d["kind"] == "plan"} <= {move for _, move in PLANS}
    assert "idnumber" in files["gradebook.csv"].decode("utf-8-sig").splitlines()[0]

    report = files["report.html"].decode()
    assert not re.search(r"(src|href)=|url\(|@import", report)
    assert "Edda" in report
    assert "Guest 1" not in report

    runs = [name for name in files if name.startswith("runs/")]
    assert len(runs) == 2
    for name in runs:
        path = tmp_path / name.replace("/", "-")
        path.write_bytes(files[name])
        now = replayed(path).playthrough
        one = next(g for g in hall.room.guests.values() if g.id in name)
        assert now.finished
        assert [d.items for d in now.history] == [d.items for d in one.now.history]


@pytest.mark.parametrize("mode", ["each", "together"])
def test_statements_keep_to_their_schema_and_their_ids(tmp_path, clock, mode):
    """What is written for a learning record store fits our schema, holds no name, and is the same a second time."""
    hall = hall_in(tmp_path, mode, clock=clock)
    schema = json.loads((FOLDER / "xapi.schema.json").read_text(encoding="utf-8"))
    with served(hall, clock) as client:
        own = guest(client, hall, name="Zora Quill")
        host_does(client, "started")
        if mode == "each":
            played_day(client, own, clock, PLANS)
        else:
            do(client, own, "voted", number="1", option="b")
            host_does(client, "went", to="counted", since=str(hall.room.scene))
        host_does(client, "went", to="debrief", since=str(hall.room.scene))
        one, two = files_of(client)["xapi.json"], files_of(client)["xapi.json"]
    statements = json.loads(one)
    jsonschema.Draft202012Validator(schema).validate(statements)
    assert one == two
    assert len({s["id"] for s in statements}) == len(statements)
    assert "Zora" not in one.decode()
    verbs = {s["verb"]["id"].rsplit("/", 1)[1] for s in statements}
    assert {"initialized", "answered", "terminated"} <= verbs
    broken = [statements[0] | {"result": {"score": {"scaled": 2}}}]
    assert not jsonschema.Draft202012Validator(schema).is_valid(broken)


def test_a_run_code_is_played_again_and_checked(each, clock):
    """The code of a game gives the very game again; a code with a mistake is refused with a sentence."""
    hall, client = each
    whole_game(hall, client, clock)
    one = list(hall.room.guests.values())[1]
    code = code_of_run(hall.room, one)
    assert repeated_code(run_code_from(code.lower()), hall.room.begun.compiled).history
    assert len(code) < 2900, "it fits a QR code"
    with pytest.raises(RecordError, match="missing or wrong"):
        run_code_from(code[:-9])
    with pytest.raises(RecordError, match="begins with"):
        run_code_from("hello")
