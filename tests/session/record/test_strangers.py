"""Records are strangers: whatever is in a file of the runs folder is a line with its reason, never the end."""

import json
import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.bots.registry import bots
from game.errors import RecordError
from game.session.entries import PlanMove, Undo
from game.session.record.lines import header_line
from game.session.record.reading import DamagedRecordError, read
from game.session.runs import resuming as opening
from game.session.runs.resuming import ELSEWHERE, replayed, rescued, resume, resume_or_rescue
from game.session.runs.runs import run_played_last, saved_runs, start
from tests.plays import bot_plays_a_day, example
from tests.records import change_lines, lines_of, write_lines

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def run(tmp_path):
    """Two days of the bakery, closed."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    for _ in range(2):
        bot_plays_a_day(game, bots()["patient"])
    game.do(PlanMove("like", "ada"))
    game.close()
    return game


HEADER_KEYS = (
    "business", "days", "format", "game", "hash", "kind", "parameters", "path", "scenario", "seed", "text", "title",
)  # fmt: skip
WRONG = (None, [], {}, "x" * 5000, -7, 1.5, True)


def one_line(line: object) -> bytes:
    return json.dumps(line).encode() + b"\n"


def hostile(good: list[dict]) -> dict[str, bytes]:
    """Contents of files that are no good records, by what is wrong with them."""
    head = good[0]
    found = {
        "nothing": b"",
        "a newline": b"\n",
        "no JSON": b"nonsense\n",
        "brackets": b"[" * 200_000 + b"\n",
        "braces": b'{"a":' * 100_000 + b"\n",
        "zeros": bytes(4096),
        "bytes that are no text": b"\xff\xfe\x00\x80" * 50 + b"\n",
        "a header alone": b'{"kind":"run","format":1}\n',
        "a header of the future": one_line({**head, "format": 99}),
        "a format in letters": one_line({**head, "format": "\x1b[31m2"}),
        "another scenario's text": one_line({**head, "format": 1, "text": head["text"] + "# more\n"}),
    }
    for key in HEADER_KEYS:
        found[f"no {key}"] = one_line({k: v for k, v in {**head, "format": 1}.items() if k != key})
        for wrong in WRONG:
            if key != "format" and type(wrong) is type(head[key]) and key not in {"text", "hash", "kind"}:
                continue
            found[f"{key} is {wrong!r:.20}"] = one_line({**head, "format": 1, key: wrong})
    return found


ENTRIES = (
    {"kind": "undo", "day": 1},
    {"kind": "undo", "day": 1, "to": "1"},
    {"kind": "undo", "day": 1, "to": 1.0},
    {"kind": "undo", "day": 1, "to": True},
    {"kind": "plan", "day": 1},
    {"kind": "plan", "day": 1, "move": 7},
    {"kind": "plan", "day": "one", "move": "like"},
    {"kind": "plan", "day": 1, "move": "x" * 1000},
    {"kind": "plan", "day": 1, "move": "\x1b]0;owned\x07"},
    {"kind": "take_back", "day": 1, "id": None},
    {"kind": "note", "day": 1, "who": "ada", "motive": "buyer"},
    {"kind": "event", "day": 1, "event": [], "choice": 0},
    {"kind": "read", "day": 1, "who": {}},
    {"kind": "end_day"},
    {"kind": "reload", "day": 1},
    {"kind": "reload", "day": 1, "kept": 3},
    {"kind": "reload", "day": 1, "kept": [{"kind": "reload"}]},
    {"kind": 5, "day": 1},
    {"day": 1},
    [],
    None,
)


def test_whatever_lies_beside_it_the_good_run_is_listed_and_goes_on(run, tmp_path):
    """Each hostile file is a line with its reason; the good run is there, is the last one played, and opens."""
    folder = tmp_path / "runs"
    files = hostile(lines_of(run.path))
    for number, data in enumerate(files.values()):
        (folder / f"bad{number:03}.jsonl").write_bytes(data)
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "folder.jsonl").mkdir()
    (folder / "dangling.jsonl").symlink_to(folder / "nowhere")
    (folder / "loop.jsonl").symlink_to(folder / "loop.jsonl")
    (folder / "._run.jsonl").write_bytes(b"\x00\x05\x16\x07")
    (folder / "half.jsonl.part").write_bytes(b"{")
    os.utime(run.path, (10, 10))  # all of them are newer

    listed = {Path(r.path).name: r for r in saved_runs(folder, NOW)}

    assert set(listed) == {p.name for p in folder.glob("*.jsonl") if not p.name.startswith(".")}
    assert [name for name, r in listed.items() if not r.problem] == [run.path.name]
    assert all(r.problem.endswith(".") for name, r in listed.items() if name != run.path.name)
    assert run_played_last(saved_runs(folder, NOW), finished_too=True).path == str(run.path)
    assert resume(run.path).playthrough.day == 3


def test_each_of_them_is_refused_with_a_sentence(run, tmp_path):
    """Opening a hostile file is a RecordError for all of them, and the file stays as it is."""
    for what, data in hostile(lines_of(run.path)).items():
        path = tmp_path / "bad.jsonl"
        path.write_bytes(data)
        for way in (replayed, resume):
            with pytest.raises(RecordError) as told:
                way(path)
            assert "bad.jsonl" in str(told.value), what
        assert path.read_bytes() == data, what


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
@pytest.mark.parametrize("form", [1, 2])
def test_an_entry_of_the_wrong_shape_is_told_with_its_line(run, entry, form):
    """The line is named, what lies before it is offered, and can be gone on with in a copy."""
    lines = lines_of(run.path)
    lines[0]["format"] = form
    if form == 1:
        run.path.write_bytes(b"".join(map(one_line, [*lines, entry])))
    else:
        write_lines(run.path, lines) if not isinstance(entry, dict) else write_lines(run.path, [*lines, entry])
        if not isinstance(entry, dict):
            with run.path.open("ab") as file:
                file.write(one_line(entry))

    with pytest.raises(DamagedRecordError, match=f"damaged in line {len(lines) + 1} of {len(lines) + 1}") as told:
        replayed(run.path)

    assert len(told.value.before.entries) == len(lines) - 1
    copy = rescued(run.path, run.path.with_name("copy.jsonl"))
    assert (copy.playthrough.day, len(copy.playthrough.plan)) == (3, 1)
    copy.do(PlanMove("like", "ben"))
    copy.close()
    assert len(resume(copy.path).playthrough.plan) == 2


def test_no_flipped_bit_is_replayed_in_silence(run, tmp_path):
    """Of all bits of a record, a thousand by chance: each is said, or leaves every choice as it was."""
    data, chance = run.path.read_bytes(), random.Random(5)
    whole = [e.entry for e in read(run.path).entries]
    for _ in range(1000):
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        path = tmp_path / "flipped.jsonl"
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :])
        try:
            opened = read(path)
        except RecordError:
            continue
        else:
            assert opened.repaired, f"byte {at}, bit {bit}: nothing was said"
            assert [e.entry for e in opened.entries] == whole[: len(opened.entries)]


def test_a_line_that_is_lost_in_the_middle_is_noticed(run):
    """Each line vouches for all before it."""
    lines = run.path.read_bytes().splitlines(keepends=True)
    run.path.write_bytes(b"".join(lines[:2] + lines[3:]))

    with pytest.raises(DamagedRecordError, match="line 3"):
        read(run.path)


def test_a_record_of_the_first_format_opens_and_is_gone_on_with(run):
    """Records made before lines had sums stay readable, and stay what they are."""
    lines = lines_of(run.path)
    lines[0]["format"] = 1
    run.path.write_bytes(b"".join(map(one_line, lines)))

    again = resume(run.path)
    again.do(PlanMove("like", "ben"))
    again.close()

    assert len(read(run.path).entries) == len(lines)
    assert "sum" not in run.path.read_text(encoding="utf-8")
    assert len(resume(run.path).playthrough.plan) == 2


def test_undone_days_are_not_played_again(run, monkeypatch):
    """However often one went back, opening a record plays no more nights than the run has."""
    game = resume(run.path)
    for _ in range(30):
        bot_plays_a_day(game, bots()["patient"])
        game.do(Undo(3))
    game.close()
    nights = []
    play_day = opening.begun.__globals__["Batch"].play_day
    monkeypatch.setattr(opening.begun.__globals__["Batch"], "play_day", lambda *a: (nights.append(1), play_day(*a))[1])

    assert resume(run.path).playthrough.day == 3
    assert len(nights) == 2


def test_the_list_and_opening_judge_alike(run, tmp_path):
    """What the list offers opens; what it refuses is refused for the same reason."""
    folder = tmp_path / "runs"
    scenario = tmp_path / "bakery.yaml"
    text = scenario.read_text(encoding="utf-8")
    cases = {
        "as it was": lambda: None,
        "changed": lambda: scenario.write_text(text.replace("Ada Quist", "Ada Other"), encoding="utf-8"),
        "broken": lambda: scenario.write_text("title: [", encoding="utf-8"),
        "gone": scenario.unlink,
        "another model": lambda: change_lines(run.path, lambda lines: lines[0].update(parameters=1)),
    }
    for case, change in cases.items():
        change()
        (listed,) = saved_runs(folder, NOW)
        try:
            notice, problem = replayed(run.path).view().notice, ""
        except RecordError as told:
            notice, problem = listed.note, str(told)
        assert (listed.note, listed.problem) == (notice, problem), case


def test_a_copy_that_is_behind_is_called_a_copy(run, tmp_path):
    """A conflict copy with the header alone, newer than the run, is not the one played last, and is called a copy."""
    folder = tmp_path / "runs"
    copy = folder / f"{run.path.stem} (conflicted copy).jsonl"
    copy.write_bytes(run.path.read_bytes().splitlines(keepends=True)[0])
    os.utime(run.path, (1000, 1000))

    first, second = saved_runs(folder, NOW)

    assert (first.path, first.note) == (str(run.path), "")
    assert second.note.startswith(f"A copy of {run.path.name}, which goes further.")
    assert run_played_last(saved_runs(folder, NOW), finished_too=True).path == str(run.path)


def test_a_file_from_the_future_is_as_old_as_its_header_says(run, tmp_path):
    """A clock gone wrong does not make a run the last one for ever."""
    later = start(tmp_path / "bakery.yaml", 9, tmp_path / "runs", NOW.replace(day=6))
    later.close()
    os.utime(run.path, (1_900_000_000, 1_900_000_000))

    assert run_played_last(saved_runs(tmp_path / "runs", NOW.replace(day=7)), finished_too=True).path == str(later.path)


def test_a_strangers_path_is_not_looked_at(run, tmp_path, monkeypatch):
    """A scenario's path that the player has not named is neither opened nor asked for; its copy is played, and told."""
    looked = []
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self, **k: (looked.append(self), exists(self, **k))[1])

    game = resume(run.path, may_open=lambda _: False)
    (listed,) = saved_runs(tmp_path / "runs", NOW, may_open=lambda _: False)

    assert tmp_path / "bakery.yaml" not in looked
    assert (game.source.origin, game.source.live) == (None, False)
    assert game.view().notice == listed.note == ELSEWHERE


def test_a_header_comes_back_as_it_was(run):
    """What is written of a header is what is read of it."""
    header = read(run.path).header

    assert header_line(header).keys() >= set(HEADER_KEYS)
    assert lines_of(run.path)[0] == header_line(header)


def test_a_damaged_end_is_gone_on_with_in_a_copy(run, tmp_path):
    """The list says so, Continue makes the copy and says so, and from then on the copy is the run played last."""
    with run.path.open("ab") as file:
        file.write(b'{"kind":"plan","day":3,"move":7}\n')
    data = run.path.read_bytes()
    (listed,) = saved_runs(tmp_path / "runs", NOW)
    assert (listed.problem, listed.day) == ("", 3)
    assert "in a copy" in listed.note

    game = resume_or_rescue(run.path)
    game.do(PlanMove("like", "ben"))
    game.close()

    assert run.path.read_bytes() == data
    assert "damaged in line" in game.view().notice
    assert game.path.name in game.view().notice
    os.utime(run.path, (1000, 1000))
    assert run_played_last(saved_runs(tmp_path / "runs", NOW), finished_too=True).path == str(game.path)


def test_the_list_and_opening_agree_on_damage_in_any_line(run, tmp_path):
    """A line that is not as it was written: where opening goes on in a copy the list says so, else why it cannot."""
    lines = run.path.read_bytes().split(b"\n")
    for number in range(1, len(lines) - 1):
        broken = [*lines]
        broken[number] = broken[number].replace(b'"day":', b'"day":1', 1)
        run.path.write_bytes(b"\n".join(broken))

        (listed,) = saved_runs(tmp_path / "runs", NOW)

        assert "damaged" in listed.problem + listed.note, number
        if listed.problem:
            with pytest.raises(RecordError, match="Nothing of it can be played"):
                resume_or_rescue(run.path)
        else:
            copy = resume_or_rescue(run.path)
            copy.close()
            assert copy.playthrough.day == listed.day
            copy.path.unlink()


def without_states(lines):
    for line in lines:
        line.pop("state", None)


def a_day_later(lines):
    for line in lines[1:]:
        line["day"] += 1


def of_one_day(lines):
    for line in lines[1:]:
        line["day"] = 1


def with_endless_notes(lines):
    note = {"kind": "note", "day": 3, "who": "ada", "motive": "seller", "sure": 50}
    lines += [note] * 21_000


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_states, "without “state”"),
        (a_day_later, "a choice of day 2 stands where day 1 is played"),
        (of_one_day, "a choice of day 1 stands where day 2 is played"),
        (with_endless_notes, "nobody makes more than"),
    ],
)
def test_what_is_well_formed_but_no_run_is_refused_with_a_reason(run, change, told):
    """Nothing guards such lines against another run, or they cost minutes: they are told and not played."""
    change_lines(run.path, change)

    with pytest.raises(RecordError, match=told):
        replayed(run.path)
