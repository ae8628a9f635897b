"""A record as lines, read from the disk: what is whole is read as it was written, what is not is told by its line."""

import json
from datetime import UTC, datetime

import pytest

from game.errors import RecordError
from game.scenario.format.difficulty import AS_WRITTEN, DIFFICULTIES
from game.session.entries import EndDay, MarkRead, PlanMove, Recorded, Reload
from game.session.entry_lines import MalformedEntryError
from game.session.record.lines import (
    RECORD_FORMAT,
    Header,
    encoded,
    encoded_entry,
    entry_from,
    header_from,
    header_line,
    parsed,
    sum_of,
    summed,
)  # fmt: skip
from game.session.record.reading import DamagedRecordError, as_taken_last, read, read_sound
from game.session.runs.runs import start
from tests.plays import example
from tests.records import change_lines, lines_of, write_lines

NOW = datetime(2026, 5, 4, 14, 3, 9, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    """A record of three lines: its header, a move, the end of a day."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW)
    game.do(PlanMove("like", "ada"))
    game.do(EndDay())
    game.close()
    return game.path


def test_a_line_is_small_sorted_and_in_letters_as_they_are():
    """Equal entries are equal bytes, in every language."""
    assert encoded({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()
    assert parsed(encoded({"b": 1, "a": "é"})) == {"a": "é", "b": 1}
    assert encoded_entry(Recorded(2, MarkRead("ada"))) == b'{"day":2,"kind":"read","who":"ada"}'
    assert entry_from(b'{"day":2,"kind":"read","who":"ada"}') == Recorded(2, MarkRead("ada"))


@pytest.mark.parametrize("line", [b"", b"{", b"[1]", b"7", b"\xff", b"[" * 100_000])
def test_what_is_no_line_of_keys_and_values_is_none(line):
    """However it is broken."""
    assert parsed(line) is None


def test_a_sum_is_of_a_line_and_of_all_before_it():
    """Another line before it, another letter in it, or a sum that was cut gives none."""
    first, one = summed(b'{"day":1}', "")
    second, two = summed(b'{"day":1}', one)

    assert json.loads(first)["sum"] == one
    assert one != two
    assert (sum_of(first, ""), sum_of(second, one)) == (one, two)
    assert sum_of(second, "") is None
    assert sum_of(first.replace(b"1}", b"2}").replace(b'"day":1', b'"day":2'), "") is None
    assert sum_of(first[:-1], "") is None
    assert sum_of(b'{"day":1}', "") is None


def test_a_header_keeps_what_it_was_given(path):
    """What is as it mostly is stays out of the line: the difficulty as written, and a person who plays."""
    header = read(path).header
    hard = next(known for known in DIFFICULTIES if known != AS_WRITTEN)
    played = Header(**{**vars(header), "difficulty": hard, "played_by": "patient", "live": True, "episode": 3})

    assert header_from(header_line(header)) == header
    assert header_from(header_line(played)) == played
    assert {"difficulty", "played_by"}.isdisjoint(header_line(header))
    assert {"difficulty", "played_by"} <= header_line(played).keys()
    assert (header.seed, header.scenario, header.started, header.format) == (
        4, "bakery", "2026-05-04T14:03:09+00:00", RECORD_FORMAT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"live": 1}, "“live” is 1, not true or false"),
        ({"difficulty": "easy"}, "“difficulty” is 'easy', not one of "),
        ({"seed": -1}, "“seed” is -1"),
        ({"episode": -1}, "“episode” is -1"),
        ({"path": "x" * 4097}, "“path” has 4097 characters, more than 4096"),
    ],
)
def test_a_header_that_cannot_be_is_told_by_its_key(path, change, told):
    """The message begins with what is wrong in which key."""
    with pytest.raises(MalformedEntryError) as why:
        header_from({**header_line(read(path).header), **change})
    assert str(why.value).startswith(told)


def test_an_old_header_may_say_less(path):
    """Nothing of who played, of the language, of games beside the first, of changes while playing."""
    line = {k: v for k, v in lines_of(path)[0].items() if k not in {"episode", "started", "language", "live"}}
    header = header_from({**line, "path": "x" * 4096})

    assert (header.episode, header.started, header.live, header.played_by) == (0, "", False, "")


def test_all_whole_lines_are_read_and_a_torn_one_is_told(path):
    """With the place up to which they reach, where writing goes on."""
    whole = read(path)
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(b'{"kind":"read"')
    torn = read(path)

    assert [type(recorded.entry) for recorded in whole.entries] == [PlanMove, EndDay]
    assert (whole.size, whole.repaired) == (size, "")
    assert (torn.entries, torn.size, torn.last_sum) == (whole.entries, size, whole.last_sum)
    assert torn.repaired.startswith("The game was stopped in the middle of writing.")


def spoilt(path, line, old, new):
    """The record with one of its lines changed, 0..; its sum as it was."""
    lines = path.read_bytes().splitlines(keepends=True)
    assert old in lines[line]
    lines[line] = lines[line].replace(old, new)
    path.write_bytes(b"".join(lines))


def test_damage_is_told_with_its_line_and_what_lies_before(path):
    """Counted as an editor counts; the part before it is kept to be gone on with."""
    spoilt(path, 2, b'"day":1', b'"day":2')
    with pytest.raises(DamagedRecordError) as damaged:
        read(path)

    assert "is damaged in line 3 of 3: it is not as it was written. The choice before it is whole and can" in str(
        damaged.value
    )
    before = damaged.value.before
    assert len(before.entries) == 1
    assert before.size == sum(map(len, path.read_bytes().splitlines(keepends=True)[:2]))
    sound, damage = read_sound(path)
    assert (sound, str(damage)) == (before, str(damaged.value))


def test_damage_from_the_first_choice_on_leaves_nothing(path):
    """It says so, with line and number of lines."""
    spoilt(path, 1, b"ada", b"ida")
    with pytest.raises(DamagedRecordError, match=r"in line 2 of 3: .* Nothing of it can be played"):
        read(path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": "2"}, "is damaged in line 1: “format” is not a number. Your other runs are safe."),
        ({"format": True}, "is damaged in line 1: “format” is not a number. Your other runs are safe."),
        ({"format": 0}, "(record format 0, this game reads 1 to 2). Update the game to go on with it."),
        ({"format": 3}, "(record format 3, this game reads 1 to 2). Update the game to go on with it."),
        ({"kind": "walk"}, "is not a record of Courtship. Your other runs are safe."),
        ({"seed": "x"}, "is damaged in line 1: “seed” is 'x', not a whole number. Your other runs are safe."),
        ({"text": "days: 6"},
         "is damaged in line 1: the scenario kept in it is not as it was written. Your other runs are safe."),
    ],
)  # fmt: skip
def test_a_first_line_that_is_no_header_is_refused_with_its_reason(path, change, told):
    """With the name of the file."""
    change_lines(path, lambda lines: lines[0].update(change))
    with pytest.raises(RecordError) as why:
        read(path)
    assert str(why.value).endswith(told)
    assert path.name in str(why.value)


def test_a_first_line_without_its_sum_is_not_as_it_was_written(path):
    """A changed seed is noticed."""
    spoilt(path, 0, b'"seed":4', b'"seed":5')
    with pytest.raises(RecordError, match="in line 1: it is not as it was written"):
        read(path)


def test_a_night_must_say_how_it_ended(path):
    """Without it nobody could tell whether it is the same when it is played again."""
    change_lines(path, lambda lines: lines[2].pop("state"))
    with pytest.raises(DamagedRecordError, match="the end of a day without “state”"):
        read(path)


def test_a_record_of_the_first_format_has_no_sums_and_is_read(path):
    """What is damaged there cannot be told from what is not, so all its lines count."""
    lines = lines_of(path)
    lines[0]["format"] = 1
    path.write_bytes(b"".join(encoded(line) + b"\n" for line in lines))
    opened = read(path)

    assert (len(opened.entries), opened.last_sum) == (2, "")
    assert read_sound(path) == (opened, None)


@pytest.mark.parametrize("data", [b"", b"\n", b'{"kind":"run"', b"no record\n"])
def test_what_is_no_record_is_refused(path, data):
    """Whatever its bytes are, with what to do instead."""
    path.write_bytes(data)
    with pytest.raises(RecordError, match=r"is not a record of Courtship. Your other runs are safe."):
        read(path)


def test_what_cannot_be_read_is_told_by_its_reason(path, monkeypatch):
    """A folder, a file that is not there, one that is far too large."""
    folder = path.with_name("folder.jsonl")
    folder.mkdir()
    for place in (folder, path.with_name("x")):
        with pytest.raises(RecordError, match=rf"^The record {place.name} cannot be read \(.+\). Your other runs"):
            read(place)
    monkeypatch.setattr("game.session.record.reading.LARGEST", 2_000_000)
    path.write_bytes(b"x" * 3_000_000)
    with pytest.raises(RecordError, match=r"has 3 MB; a record has at most 2. It is none of ours, or damaged."):
        read(path)


def test_what_was_taken_last_is_where_the_record_begins(path):
    """The scenario of the last change, what was carried over, and what was done since."""
    opened = read(path)
    other = type(opened.header.facts)(**{**vars(opened.header.facts), "title": "Other"})
    early, reload = Reload(opened.header.facts, ()), Reload(other, opened.entries[:1])
    later = Recorded(1, MarkRead("ada"))
    header, entries = as_taken_last(opened.header, (Recorded(1, early), later, Recorded(1, reload), later))

    assert header.facts.title == "Other"
    assert entries == (*opened.entries[:1], later)
    assert as_taken_last(opened.header, opened.entries) == (opened.header, opened.entries)
    write_lines(path, lines_of(path))
    assert read(path) == opened
