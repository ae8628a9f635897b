"""Repairs write exactly the lines that were shown; watching sees a save once it is finished."""

import os
from pathlib import Path

import pytest

from game.authoring.fix import BACKUP, repairs, write_repairs
from game.scenario import load
from game.scenario.reading.watch import Watcher

BROKEN = sorted((Path(__file__).parents[1] / "scenario" / "broken").glob("*.yaml"))
HEAD = b"scenario_format: 1\ntitle: X  # stays\nbusiness: {name: A, trade: B}\n"


def fix(path: Path) -> int:
    return len(write_repairs(path, load(path).problems))


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_only_the_lines_that_were_shown_are_written(path: Path, tmp_path: Path) -> None:
    """`--fix` changes the lines that `check` showed with a repair, and no other."""
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    wanted = {p.line: p.repair for p in repairs(load(copy).problems)}

    done = write_repairs(copy, load(copy).problems)

    before, after = path.read_text(encoding="utf-8").split("\n"), copy.read_text(encoding="utf-8").split("\n")
    assert {f.line: f.after for f in done} == wanted
    assert after == [wanted.get(number, line) for number, line in enumerate(before, 1)]
    assert (tmp_path / (path.name + BACKUP)).exists() == bool(wanted)


def test_the_file_as_it_was_stands_beside_it(tmp_path: Path) -> None:
    """What was there before `--fix` lies in a `.bak`, byte by byte."""
    path = tmp_path / "x.yaml"
    data = HEAD + b"summary: @all of you\n"
    path.write_bytes(data)

    assert fix(path) == 1
    assert (tmp_path / "x.yaml.bak").read_bytes() == data
    assert path.read_bytes() == HEAD + b'summary: "@all of you"\n'
    assert load(path).ok


def test_ends_of_lines_and_the_mark_at_the_beginning_stay(tmp_path: Path) -> None:
    """A file from Windows keeps its line ends and its first three bytes."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + b"summary: @all\n\n# end").replace(b"\n", b"\r\n"))

    fix(path)

    assert path.read_bytes() == b"\xef\xbb\xbf" + (HEAD + b'summary: "@all"\n\n# end').replace(b"\n", b"\r\n")


def test_a_text_cut_by_a_hash_gets_its_quotes(tmp_path: Path) -> None:
    """A text that a # would cut off is put into quotes as a whole."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD + b"summary: Rain again #wet #cold\n")

    assert fix(path) == 1
    assert path.read_bytes().endswith(b'summary: "Rain again #wet #cold"\n')


def test_several_slips_are_mended_in_one_run(tmp_path: Path) -> None:
    """Three slips in a file need one `--fix`."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD + b"summary: @all\nauthor: %me\nlicence: 'CC' BY\n")

    assert fix(path) == 3
    assert load(path).ok


def test_every_file_of_a_folder_is_mended(tmp_path: Path) -> None:
    """`--fix` of a folder mends its parts, too."""
    (tmp_path / "scenario.yaml").write_bytes(HEAD + b"summary: @all\n")
    (tmp_path / "teaches.yaml").write_bytes(b"teaches:\n  look: @first\n")

    assert fix(tmp_path) == 2
    assert load(tmp_path).ok


def test_a_line_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """What an author has rewritten since the check is not overwritten."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD + b"summary: @all\n")
    problems = load(path).problems
    path.write_bytes(HEAD + b"summary: everybody\n")

    assert write_repairs(path, problems) == ()
    assert not (tmp_path / "x.yaml.bak").exists()


def test_nothing_to_mend_writes_nothing(tmp_path: Path) -> None:
    """A mistake without one answer leaves the file alone, and no copy."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD + b"days: 90\n")

    assert fix(path) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.yaml"]


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    """Who may read a file is the same after `--fix`."""
    path = tmp_path / "x.yaml"
    path.write_bytes(HEAD + b"summary: @all\n")
    path.chmod(0o640)

    fix(path)

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_save_is_seen_once_when_it_is_finished(tmp_path: Path) -> None:
    """`--watch` waits until a file has stopped changing, and tells it once."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(HEAD)
    watcher = Watcher(tmp_path)

    assert not watcher.changed()
    path.write_bytes(HEAD + b"days: 9")
    os.utime(path, ns=(1, 1))
    assert not watcher.changed()  # perhaps the editor is still writing
    path.write_bytes(HEAD + b"days: 19\n")
    os.utime(path, ns=(2, 2))
    assert not watcher.changed()
    assert watcher.changed()
    assert not watcher.changed()


def test_a_new_part_of_a_folder_is_a_change_and_a_file_that_vanishes_for_a_moment_is_not(tmp_path: Path) -> None:
    """Editors that save by taking the file away for a moment make no alarm."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(HEAD)
    os.utime(path, ns=(1, 1))
    watcher = Watcher(path)

    (tmp_path / "lines.yaml").write_bytes(b"lines: {thanks: [Hm]}\n")
    assert [watcher.changed(), watcher.changed()] == [False, True]

    text = path.read_bytes()
    (tmp_path / "lines.yaml").unlink()
    path.unlink()
    assert not any([watcher.changed(), watcher.changed(), watcher.changed()])
    path.write_bytes(text)
    os.utime(path, ns=(1, 1))
    assert [watcher.changed(), watcher.changed()] == [False, True]
