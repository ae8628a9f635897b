"""Records are strangers: whatever is in a file of the runs folder is a line with its reason, never the end."""

import os
from pathlib import Path

import pytest

from game.errors import RecordError
from game.session.entries import PlanMove
from game.session.record.lines import header_line
from game.session.record.reading import read
from game.session.runs.recorded_scenario import ELSEWHERE
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import run_played_last, saved_runs, start
from tests.records import change_lines, lines_of
from tests.session.record.bakery_runs import NOW, one_line

HEADER_KEYS = (
    "business", "days", "format", "game", "hash", "kind", "parameters", "path", "scenario", "seed", "text", "title",
)  # fmt: skip


WRONG = (None, [], {}, "x" * 5000, -7, 1.5, True)


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


def test_what_is_no_file_is_told_in_plain_words(run, tmp_path):
    """Folders, loops, links that lead nowhere, pipes: no words of the system, and nobody is asked to choose another."""
    folder = tmp_path / "runs"
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "folder.jsonl").mkdir()
    (folder / "dangling.jsonl").symlink_to(folder / "nowhere")
    (folder / "loop.jsonl").symlink_to(folder / "loop.jsonl")
    problems = [found.problem for found in saved_runs(folder, NOW) if found.problem]

    assert len(problems) == 4
    for told in problems:
        assert not any(words in told for words in ("directory", "symbolic", "No such", "Choose another", "levels"))
        assert told.endswith("Your other runs are safe.")


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
    assert second.note.startswith(f"A copy of {run.path.name}, which holds more choices.")
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
