"""What was seen is kept in a file that only grows: several windows lose nothing, and a bad file is a sentence."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from game.session.runs import scrapbook
from game.session.runs.scrapbook import Album, AlbumPart, Scrap, Scrapbook
from game.session.view import DateLine

DATE = DateLine("like", "Mm!", "…so I kept the dog.", "You nod.", "Mara laughs.", "warm", "cup", look=4,
                around=("rain", "soup"), key="abc")  # fmt: skip
SCENE = Scrap("scene", "abc", "First Hello", 3, "Mara Lind", 4, "Like a post", DATE)
PERSON = Scrap("person", "first_hello/mara", "First Hello", 3, "Mara Lind", 4, "Bakes at five. Größe, 東.")
END = Scrap("ending", "a customer", "First Hello", 7, "Mara Lind", 4, "a customer")
NOW = datetime(2026, 5, 4, 18, 40, tzinfo=UTC)


@pytest.fixture
def book(tmp_path):
    return Scrapbook(tmp_path / "beside" / "scrapbook.jsonl")


def test_what_is_kept_is_there_the_next_time_and_once(book):
    book.keep([SCENE, PERSON], NOW)
    book.keep([PERSON, END, SCENE], datetime(2027, 1, 1, tzinfo=UTC))

    scraps, problem = Scrapbook(book.path).scraps()
    assert problem == ""
    assert [replace(scrap, when="") for scrap in scraps] == [SCENE, PERSON, END]
    assert [scrap.when for scrap in scraps] == ["2026-05-04", "2026-05-04", "2027-01-01"]


def test_several_windows_on_one_file_lose_nothing(book):
    """Each window has read the file before the others wrote; all that any of them saw is there."""
    windows = [Scrapbook(book.path) for _ in range(4)]
    for window in windows:
        window.scraps()
    for turn in range(5):
        for number, window in enumerate(windows):
            window.keep([replace(PERSON, key=f"{turn}/{number}")], NOW)
            window.keep([PERSON], NOW)

    scraps, problem = Scrapbook(book.path).scraps()
    assert problem == ""
    assert {scrap.key for scrap in scraps} == {PERSON.key, *(f"{t}/{n}" for t in range(5) for n in range(4))}


def test_a_torn_line_is_told_and_spoils_no_other(book):
    book.keep([SCENE], NOW)
    with book.path.open("ab") as file:
        file.write(b'{"kind": "person", "key": "ha')
    book.keep([END], NOW)

    scraps, problem = book.scraps()
    assert [scrap.key for scrap in scraps] == ["abc", "a customer"]
    assert problem == f"One line of {book.path} cannot be read, and stays as it is."
    assert b'{"kind": "person", "key": "ha\n' in book.path.read_bytes()


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "secret"}, {"day": "3"}, {"day": -1}, {"look": True}, {"name": None}, {"told": "x" * 700},
        {"date": {"mood": "warm"}}, {"date": None}, {"date": {**DATE.__dict__, "around": "rain"}},
        {"date": {**DATE.__dict__, "look": 1.5}}, {"more": 1},
    ],
)  # fmt: skip
def test_a_line_that_is_no_scrap_is_none(book, changed):
    """A stranger's file brings nothing that a page could stumble over."""
    book.keep([SCENE], NOW)
    line = json.loads(book.path.read_text(encoding="utf-8"))
    assert scrapbook.scrap_from(json.dumps(line)) is not None
    assert scrapbook.scrap_from(json.dumps(line | changed)) is None


@pytest.mark.parametrize("content", ["", "null", "[]", "[" * 100_000, "\ufffd", '{"kind": "scene"}'])
def test_what_is_no_scrap_at_all_is_none(content):
    assert scrapbook.scrap_from(content) is None


def test_a_folder_in_its_place_is_a_sentence(book):
    book.path.mkdir(parents=True)
    book.keep([SCENE], NOW)
    scraps, problem = book.scraps()
    assert scraps == ()
    assert problem.startswith("Nothing is kept now: ")
    assert str(book.path) in problem


def test_an_endless_file_is_not_read_and_not_made_longer(book, monkeypatch):
    book.keep([SCENE], NOW)
    monkeypatch.setattr(scrapbook, "MOST_BYTES", 10)
    book = Scrapbook(book.path)
    before = book.path.read_bytes()
    book.keep([END], NOW)
    assert book.path.read_bytes() == before
    assert "more than 10 bytes" in book.scraps()[1]


def test_a_folder_that_cannot_be_written_is_told_and_ends_nothing(book):
    book.path.parent.write_text("a file where the folder should be", encoding="utf-8")
    book.keep([SCENE], NOW)
    scraps, problem = book.scraps()
    assert scraps == ()
    assert str(book.path) in problem


def test_emptied_it_begins_anew(book):
    book.keep([SCENE], NOW)
    book.drop()
    assert book.scraps() == ((), "")
    assert not book.path.exists()
    book.keep([END], NOW)
    assert [scrap.key for scrap in book.scraps()[0]] == ["a customer"]


def test_an_album_tells_how_many_of_how_many():
    """Scenes of a move in their order, and what other scenarios brought beside them."""
    part = AlbumPart("person", "First Hello", ("first_hello/edda", "first_hello/mara"))
    own = replace(PERSON, key="mine/bo")
    album = Album((own, PERSON, SCENE), (part,))
    assert album.of(part) == (PERSON,)
    assert album.others("person") == (own,)
    assert album.others("ending") == ()
