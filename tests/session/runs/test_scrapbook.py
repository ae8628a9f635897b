"""What was seen is kept in a file that only grows: several windows lose nothing, and a bad file is a sentence."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import kept
from game.session.date_lines import DateLine
from game.session.runs import scrapbook
from game.session.runs.scrapbook import KINDS, Album, AlbumPart, Scrap, Scrapbook

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
    """With the day on which it was first seen."""
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
    """What lies before and after it is there, and the line stays in the file."""
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
        {"kind": "secret"}, {"day": "3"}, {"day": -1}, {"look": True}, {"name": None},
        {"told": "x" * (scrapbook.MOST_LETTERS + 1)}, {"date": {"mood": "warm"}}, {"date": None},
        {"date": {**asdict(DATE), "around": "rain"}},
        {"date": {**asdict(DATE), "look": 1.5}}, {"more": 1},
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
    """Whatever stands in the file, reading it ends in no error."""
    assert scrapbook.scrap_from(content) is None


def test_a_folder_in_its_place_is_a_sentence(book):
    """It says what lies there and how to see the scrapbook again."""
    book.path.mkdir(parents=True)
    book.keep([SCENE], NOW)
    scraps, problem = book.scraps()
    assert scraps == ()
    assert problem == (
        f"The scrapbook cannot be read: {book.path} is a folder and no file. To see it again, move it elsewhere or "
        "delete it."
    )


def test_an_endless_file_is_told_and_set_aside_as_it_is(book, monkeypatch):
    """It is not read; what is seen next begins a new file, and the page says where the old one is."""
    book.keep([SCENE], NOW)
    before = book.path.read_bytes()
    monkeypatch.setattr(kept, "LARGEST", len(before) - 1)
    book = Scrapbook(book.path)
    assert book.scraps()[0] == ()
    assert f"has more than {len(before) - 1:,} bytes" in book.scraps()[1]
    book.keep([END], NOW)
    assert book.path.with_name("scrapbook.jsonl.unread").read_bytes() == before
    scraps, problem = book.scraps()
    assert [scrap.key for scrap in scraps] == [END.key]
    assert "It is kept as scrapbook.jsonl.unread" in problem


def test_a_full_scrapbook_keeps_what_it_has_and_says_so(book, monkeypatch):
    """Nothing is written that would not be read afterwards."""
    book.keep([SCENE], NOW)
    monkeypatch.setattr(kept, "LARGEST", book.path.stat().st_size)
    book.keep([END], NOW)
    scraps, problem = book.scraps()
    assert [scrap.key for scrap in scraps] == [SCENE.key]
    assert "would have more than" in problem


ODD_TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=40), st.sampled_from(["x" * n for n in (600, 601, 4000, 4001, 9000)])
)
ODD_NUMBERS = st.sampled_from([-1, 0, 3, 10**6, 10**40])


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(ODD_TEXTS, min_size=5, max_size=5), number=ODD_NUMBERS, around=st.lists(ODD_TEXTS, max_size=12),
       kind=st.sampled_from(KINDS))  # fmt: skip
def test_what_is_kept_can_be_read_whatever_it_says(texts, number, around, kind):
    """A bio of 4,000 letters was written, and its line could not be read; a body at the table was forgotten."""
    a, b, c, d, e = texts
    date = DateLine(a, b, c, d, e, a, b, c, d, number, tuple(around), e, a, b) if kind == "scene" else None
    seen = Scrap(kind, a, b, number, c, number, d, date)
    with TemporaryDirectory() as folder:
        book = Scrapbook(Path(folder) / "scrapbook.jsonl")
        book.keep([seen, seen], NOW)
        size = book.path.stat().st_size
        Scrapbook(book.path).keep([seen], NOW)
        assert book.path.stat().st_size == size
        ((found,), problem) = Scrapbook(book.path).scraps()

    assert problem == ""
    assert found.told == d[: scrapbook.MOST_LETTERS]
    assert found.date is None or found.date.body == e[: scrapbook.MOST_LETTERS]
    assert found == scrapbook.as_kept(seen, NOW.date())


def test_a_scene_of_an_earlier_version_is_read(book):
    """Those versions did not keep what somebody's body does at the table."""
    book.keep([SCENE], NOW)
    line = json.loads(book.path.read_text(encoding="utf-8"))
    del line["date"]["body"], line["date"]["their_face"]
    assert scrapbook.scrap_from(json.dumps(line)) == replace(SCENE, when="2026-05-04")


def test_a_folder_that_cannot_be_written_is_told_and_ends_nothing(book):
    """The game goes on without a scrapbook."""
    book.path.parent.write_text("a file where the folder should be", encoding="utf-8")
    book.keep([SCENE], NOW)
    scraps, problem = book.scraps()
    assert scraps == ()
    assert f"{book.path.parent} is no folder, and {book.path.name} lies in it" in problem


def test_emptied_it_begins_anew(book):
    """Nothing is left of it, and what comes next is kept."""
    book.keep([SCENE], NOW)
    book.drop()
    assert book.scraps() == ((), "")
    assert not book.path.exists()
    book.keep([END], NOW)
    assert [scrap.key for scrap in book.scraps()[0]] == ["a customer"]


def test_an_album_tells_how_many_of_how_many():
    """What was seen of a part, in its order; what belongs to no part is no part of it."""
    part = AlbumPart("person", "First Hello", ("first_hello/edda", "first_hello/mara"))
    own = replace(PERSON, key="mine/bo")
    album = Album((own, PERSON, SCENE), (part,))
    assert album.of(part) == (PERSON,)


def test_a_scene_that_was_kept_with_other_figures_is_still_read(book):
    """A line of before, in which the forecast was two texts."""
    book.keep([SCENE], NOW)
    line = json.loads(book.path.read_text(encoding="utf-8"))
    line["date"] = {k: v for k, v in line["date"].items() if k != "forecast"} | {"odds": "mixed", "counted": "So many."}

    assert scrapbook.scrap_from(json.dumps(line)).date.what == SCENE.date.what
