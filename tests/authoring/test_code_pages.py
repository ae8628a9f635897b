"""Every code has a page, and its examples show what it says: the wrong one is told, the right one is not."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.code_pages import CONTEXT, CodePage, as_text, likely, page, pages
from game.resources import ASSETS
from game.scenario import load, load_text
from game.scenario.lint.linting import examine, lint
from game.scenario.problems.codes import CODES, LINT, PLAYTEST, READING, SIGNS
from game.scenario.problems.sources import MAX_BYTES

PAGES = pages()
READ = [p for p in PAGES if p.is_yaml and p.code not in PLAYTEST | SIGNS]
"""Of what is read; what games show is tested in tests/lab/reports/test_lint.py and test_signs.py."""


def codes_of(text: str) -> set[str]:
    loaded = load_text(text)
    return {p.code for p in (*loaded.problems, *lint(loaded))}


@pytest.mark.parametrize("one", READ, ids=lambda p: p.code)
def test_the_wrong_example_is_told_and_the_right_one_is_not(one: CodePage) -> None:
    """The page of a code shows a file of which `check` says just that, and one of which it does not."""
    wrong, right = codes_of(one.whole(one.wrong)), codes_of(one.whole(one.right))

    assert one.code in wrong
    assert one.code not in right
    assert not {code for code in right if CODES[code].severity == "error"}


@pytest.mark.parametrize("one", READ, ids=lambda p: p.code)
def test_what_lint_finds_in_a_wrong_example_has_a_place_and_one_thing_to_do(one: CodePage) -> None:
    """Each message repeats the line it is about, is a whole sentence, and has a hint."""
    text = one.whole(one.wrong)

    for found in lint(load_text(text)):
        assert found.excerpt == text.split("\n")[found.line - 1]
        assert found.message.endswith((".", "?"))
        assert found.hint


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def _scenario(folder: Path, text: str = "", picture: str = "", size: int = 8) -> Path:
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "jonas.png").write_bytes(_png(size, size))
    more = f"followers: {{jonas: {{name: Jonas Rehn{picture}}}}}\n"
    (folder / "scenario.yaml").write_text(text or CONTEXT + more, encoding="utf-8")
    return folder


def _encoded_bytes(folder: Path, data: bytes) -> Path:
    folder.mkdir()
    path = folder / "x.yaml"
    path.write_bytes(data)
    return path


def _encoded(folder: Path, encoding: str) -> Path:
    (_scenario(folder) / "scenario.yaml").write_bytes(CONTEXT.encode(encoding))
    return folder


def _linked(folder: Path, *, out: bool) -> Path:
    _scenario(folder, CONTEXT)
    real = folder.parent / "elsewhere.yaml"
    real.write_text("followers: {jonas: {name: Jonas Rehn}}\n", encoding="utf-8")
    if out:
        (folder / "followers.yaml").symlink_to(real)
    else:
        (folder / "followers.yaml").write_bytes(real.read_bytes())
    return folder


def _named(folder: Path, name: str) -> Path:
    (_scenario(folder, CONTEXT) / name).write_text("followers: {jonas: {name: Jonas Rehn}}\n", encoding="utf-8")
    return folder


PICTURE = ", picture: pictures/jonas.png"
FILES: dict[str, tuple[Callable[[Path], Path], Callable[[Path], Path]]] = {
    "file-missing": (lambda f: f / "nowhere", _scenario),
    "file-empty": (lambda f: _scenario(f, page("file-empty").wrong), lambda f: _scenario(f, page("file-empty").right)),
    "file-kind": (lambda f: _encoded_bytes(f, b"PK\x03\x04 and so on"), _scenario),
    "file-encoding": (lambda f: _encoded(f, "utf-16"), lambda f: _encoded(f, "utf-8")),
    "file-too-big": (lambda f: _scenario(f, CONTEXT + "#" * MAX_BYTES), _scenario),
    "file-too-deep": (lambda f: _scenario(f, CONTEXT + page("file-too-deep").wrong),
                      lambda f: _scenario(f, CONTEXT + page("file-too-deep").right)),
    "file-too-many": (lambda f: _scenario(f, f"{CONTEXT}words:\n  a: [{'x, ' * 20_000}x]\n"),
                      lambda f: _scenario(f, CONTEXT + page("file-too-many").right)),
    "file-outside": (lambda f: _linked(f, out=True), lambda f: _linked(f, out=False)),
    "picture-too-big": (lambda f: _scenario(f, picture=PICTURE, size=30_000),
                        lambda f: _scenario(f, picture=PICTURE, size=800)),
    "picture-missing": (lambda f: _scenario(f, picture=", picture: pictures/Jonas.png"),
                        lambda f: _scenario(f, picture=PICTURE)),
    "picture-no-words": (lambda f: _scenario(f, picture=PICTURE),
                         lambda f: _scenario(f, picture=f"{PICTURE}, picture_alt: A man in a yellow cape.")),
    "file-unknown": (lambda f: _named(f, "follower.yaml"), lambda f: _named(f, "followers.yaml")),
    "more-problems": (lambda f: _scenario(f, CONTEXT + "".join(f"k{n}: 1\n" for n in range(50))),
                      lambda f: _scenario(f, CONTEXT + "".join(f"k{n}: 1\n" for n in range(5)))),
}  # fmt: skip


@pytest.mark.parametrize("code", [p.code for p in PAGES if not p.is_yaml and p.code in READING | LINT])
def test_codes_of_files_are_told_for_the_wrong_files_and_not_for_the_right_ones(code: str, tmp_path: Path) -> None:
    """What is wrong with a file itself, or a picture, is told of such a file and of no sound one."""
    make_wrong, make_right = FILES[code]

    assert code in {p.code for p in examine(make_wrong(tmp_path / "wrong")).problems}
    assert code not in {p.code for p in examine(make_right(tmp_path / "right")).problems}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """`courtship explain` has something to say of every code, and no page is left over."""
    assert {path.stem for path in (ASSETS / "explain").glob("*")} == set(CODES)


def test_a_page_is_in_plain_words() -> None:
    """A page has more than a word or two, begins with what the code means, and uses no word of programmers."""
    for one in PAGES:
        assert len(one.text) > 40, one.code
        assert as_text(one).startswith(f"{one.code} ({one.severity}): {one.meaning}\n")
        assert not {"null", "scalar", "mapping", "node", "dict", "schema", "pydantic"} & set(one.text.lower().split())


@pytest.mark.parametrize(("typed", "meant"), [("text-cut", "text-cut"), ("txt-cut", "text-cut"), ("zzzz", "")])
def test_a_misspelt_code_is_guessed(typed: str, meant: str) -> None:
    """`explain` knows which code somebody meant."""
    assert likely(typed) == meant


BROKEN = sorted((Path(__file__).parents[1] / "scenario" / "broken").glob("*.yaml"))
ADVICE = {code for code in CODES if CODES[code].severity == "note"}


@pytest.mark.parametrize("one", READ, ids=lambda p: p.code)
def test_a_wrong_example_shows_its_own_fault_alone(one: CodePage) -> None:
    """Beside advice, an example of a fault has no other one, but for what the fault itself brings about."""
    brought = {"content-locked": {"event-dead"}, "hours-short": {"content-too-long"}}

    assert codes_of(one.whole(one.wrong)) - ADVICE - brought.get(one.code, set()) <= {one.code}


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_every_message_says_where_what_and_how_to_mend_it(path: Path) -> None:
    """Line and column, a sentence, and one thing to do: a hint, a repaired line, or the other place to look at."""
    loaded = load(path)
    for found in (*loaded.problems, *lint(loaded)):
        assert found.line >= 1
        assert found.column >= 1
        assert found.message[-1] in ".?", found.message
        assert found.hint or found.repair, found.message
