"""A file of rooms that is moved, emptied, overwritten or held by others while a room runs, or was damaged before."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from game.host.store import event_log
from game.host.store.event_log import LogError, RunsElsewhereError, SqliteLog
from game.host.store.log_file import part
from tests.host.rooms import joined, kept
from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, page, served, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move or empty an open file")


@pytest.fixture
def log(tmp_path):
    log = SqliteLog(tmp_path / "rooms.sqlite")
    log.create(kept())
    log.append("r1", 1, [joined(1)])
    yield log
    with contextlib.suppress(LogError):
        log.close()


def moved(path):
    path.rename(path.with_name("elsewhere"))


def replaced(path):
    """As an editor or a program that keeps folders alike does."""
    shutil.copy(path, path.with_name("new"))
    part(path, "").with_name("new").replace(path)


def emptied(path):
    os.truncate(path, 0)


def cut_short(path):
    checkpoint(path)
    os.truncate(path, path.stat().st_size // 2)


def scribbled(path):
    checkpoint(path)
    with path.open("r+b") as file:
        file.write(b"not a database at all, " * 500)


def overwritten_by_another(path):
    checkpoint(path)
    other = SqliteLog(path.with_name("other.sqlite"))
    other.close()
    with path.open("r+b") as file:
        file.write(other.path.read_bytes())
        file.truncate()


def checkpoint(path):
    """Brings all into the file itself, as happens by itself after some hundred steps."""
    with contextlib.closing(sqlite3.connect(path)) as line:
        line.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def newest_part_deleted(path):
    part(path, "-wal").unlink()


def newest_part_emptied(path):
    os.truncate(part(path, "-wal"), 0)


TRICKS = [
    moved, os.unlink, replaced, emptied, cut_short, scribbled, overwritten_by_another, newest_part_deleted,
    newest_part_emptied,
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.__name__)
def test_nothing_is_acknowledged_that_nobody_would_find(log, trick):
    """Whatever was done to the file: the next step is refused with a sentence that names the file."""
    trick(log.path)
    with pytest.raises(LogError, match=r"not saved.*rooms\.sqlite|nothing more is kept") as error:
        log.append("r1", 2, [joined(2)])
    assert "Make room" not in str(error.value)


def test_a_file_that_is_put_back_is_gone_on_with(log):
    """Nothing was lost meanwhile, and the refused step is not in it."""
    away = log.path.with_name("away")
    log.path.rename(away)
    with pytest.raises(LogError, match="Put it back"):
        log.append("r1", 2, [joined(2)])
    away.rename(log.path)
    log.append("r1", 2, [joined(3)])
    assert [taken.actor for taken in log.steps("r1")] == ["g1", "g3"]


def test_what_other_programs_do_in_order_is_no_change(log):
    """Listing, a room deleted by another process, and the file's own tidying up: play goes on."""
    other = SqliteLog(log.path)
    other.create(kept(id="r2"))
    other.append("r2", 1, [joined(1)])
    checkpoint(log.path)
    log.append("r1", 2, [joined(2)])
    other.delete("r2")
    other.close()
    log.append("r1", 3, [joined(3)])
    assert len(log.steps("r1")) == 3


def test_a_log_opened_twice_keeps_its_locks(log):
    """A second room of the same server takes no lock away, so another program that closes the file leaves it whole."""
    SqliteLog(log.path).close()
    look = "import sqlite3, sys; line = sqlite3.connect(sys.argv[1]); line.execute('SELECT * FROM room'); line.close()"
    subprocess.run([sys.executable, "-c", look, str(log.path)], check=True)
    assert part(log.path, "-wal").exists()
    log.append("r1", 2, [joined(2)])


@pytest.mark.parametrize(
    "damage", ["scribbled", "emptied", "missing", "no steps", "no rooms", "another", "lost step", "words"]
)
def test_a_damaged_file_says_that_it_is_damaged_and_is_left_as_it_is(tmp_path, damage):
    path = tmp_path / "rooms.sqlite"
    log = SqliteLog(path)
    log.create(kept())
    log.append("r1", 1, [joined(1), joined(2), joined(3)])
    if damage in {"emptied", "missing"}:  # as after a crash, when the newest part is still there
        os.truncate(path, 0) if damage == "emptied" else path.unlink()
    else:
        log.close()
        with contextlib.closing(sqlite3.connect(path)) as line, line:
            if damage == "words":
                line.execute("UPDATE step SET body = '{}' WHERE number = 2")
            elif damage == "lost step":
                line.execute("DELETE FROM step WHERE number = 2")
            elif damage != "scribbled":
                for name in {"no steps": ["step"], "no rooms": ["room"], "another": ["step", "room"]}[damage]:
                    line.execute(f"DROP TABLE {name}")
                line.execute("CREATE TABLE IF NOT EXISTS recipes (name TEXT)")
        if damage == "scribbled":
            scribbled(path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.endswith("-shm")}
    with pytest.raises(LogError, match=r"damaged|emptied|lost steps") as error:
        SqliteLog(path).steps("r1")
    assert "can be written to" not in str(error.value)
    assert str(path) in str(error.value)
    if damage in {"emptied", "missing"}:
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.endswith("-shm")} == before


def held(log):
    other = sqlite3.connect(log.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def without_table(log):
    other = sqlite3.connect(log.path)
    other.execute("DROP TABLE step")
    other.commit()
    return other


@pytest.mark.parametrize(
    ("does", "said"),
    [(held, "Another program holds the file"), (without_table, "damaged")],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_advice_fits_the_cause(log, does, said):
    """Nobody is told to make room on a disk that has room."""
    log._file.execute("PRAGMA busy_timeout=50")
    with contextlib.closing(does(log)), pytest.raises(LogError, match=said) as error:
        log.append("r1", 2, [joined(2)])
    assert "Make room" not in str(error.value)


def test_a_full_disk_is_told_as_one(log):
    pages = log._file.execute("PRAGMA page_count").fetchone()[0]
    log._file.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(LogError, match="Make room"):
        log.append("r1", 2, [joined(n) for n in range(2, 200)])
    assert len(log.steps("r1")) == 1


def test_a_folder_that_takes_no_file_is_told_with_another_way(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LogError, match="Name a folder that can be written to"):
        SqliteLog(tmp_path / "file" / "rooms.sqlite")


def test_one_server_runs_a_room_and_others_may_run_others(log):
    """Refused at the start, as long as the first holds it; free again once it lets go."""
    log.hold("r1")
    other = SqliteLog(log.path)
    with pytest.raises(RunsElsewhereError, match="another server"):
        other.hold("r1")
    other.hold("../r2")
    log.close()
    other.hold("r1")
    other.close()
    assert [p.name for p in log.path.parent.iterdir() if p.name.endswith(".lock")] == []


def test_a_second_hall_on_a_room_is_refused_before_its_first_guest(tmp_path):
    first, second = hall_in(tmp_path), hall_in(tmp_path, room=False)
    with pytest.raises(RunsElsewhereError, match=r"another server.*stop it"):
        second.open_again(second.log.rooms()[0])
    assert second.room is None
    first.log.close()
    second.open_again(second.log.rooms()[0])
    second.log.close()


def test_pages_never_say_saved_beside_not_saved(tmp_path):
    """A guest reads that nothing is saved, the host why. What was typed stays; with the file back all is saved."""
    hall = hall_in(tmp_path)
    path, away = hall.log.path, tmp_path / "away"
    host = {"host": HOST_KEY}
    with served(hall) as client:
        cookies = guest(client, hall)
        assert "All saved" in page(client, host, "/host").text
        stamp = hall_stamp(client, host)
        path.rename(away)
        answer = do(client, cookies, "called_for_help", text="What now?")
        assert (answer.status_code, "This is not saved" in told(answer.text)) == (503, True)
        assert str(tmp_path) not in answer.text
        assert "What now?" in do(client, cookies, "called_for_help", text="What now?", back="/play/help").text
        text = page(client, host, "/host").text
        assert "All saved" not in text
        assert "Not saved" in text
        assert "moved or deleted" in told(text)
        assert hall_stamp(client, host) != stamp
        away.rename(path)
        assert host_does(client, "started").status_code == 303
        text = page(client, host, "/host").text
        assert "All saved" in text
        assert "ot saved" not in text


def hall_stamp(client, host):
    return page(client, host, "/state?as=host").json()["stamp"]


def test_a_hall_with_a_room_takes_no_second_one(tmp_path):
    """Nothing empty is left in the log by asking twice."""
    hall = hall_in(tmp_path)
    with pytest.raises(event_log.CourtshipError, match="a room here already"):
        hall.open_new(hall.settings.scenarios()[0].path, "each", seed=1)
    assert len(hall.log.rooms()) == 1
    hall.log.close()
