"""Whatever is done to a good file, loading says what is wrong, at a place that exists, and never breaks down."""

import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario import load_text, render
from game.scenario.problems.codes import CODES

GOOD = (Path(__file__).parent / "valid" / "complete.yaml").read_text(encoding="utf-8")
PIECES = (
    *("@", "{", "}", "[", "]", ":", ": ", " :", "#", " #x", "&a ", "*a", "!", "!!x ", "%", "`", "|", ">", "?", "? "),
    *("- ", "-", ",", '"', "'", "\\", "\t", "\n", "\r\n", "\r", "  ", " ", "~", "null", "<<: ", "---\n", "...\n"),
    *("\x00", "\x1b[31m", "\u202e", "\ufeff", "\u00a0", "\u2028", "\x85", "\ud800", "\uffff", "😀", "é", "：", "“"),
    *("yes", "1:30", "0,5", "-5", "1e9", "99999999999999999999", "name: ", "followers:\n", "{name}", "everyone"),
)

edits = st.tuples(
    st.sampled_from(["insert", "delete", "double", "swap", "indent", "cut", "join"]),
    st.integers(0, len(GOOD) - 1),
    st.sampled_from(PIECES),
    st.integers(1, 12),
)


def edited(text: str, edit: tuple[str, int, str, int]) -> str:
    """One slip of the hand."""
    kind, at, piece, size = edit
    at = min(at, len(text))
    lines = text.split("\n")
    row = text[:at].count("\n")
    if kind == "insert":
        return text[:at] + piece + text[at:]
    if kind == "delete":
        return text[:at] + text[at + size :]
    if kind == "double":
        lines[row:row] = lines[row : row + size]
    elif kind == "swap" and row + 1 < len(lines):
        lines[row], lines[row + 1] = lines[row + 1], lines[row]
    elif kind == "indent":
        lines[row] = lines[row][1:] if size % 2 else " " * (size // 2) + lines[row]
    elif kind == "cut":
        return text[:at]
    elif kind == "join" and row + 1 < len(lines):
        lines[row : row + 2] = [lines[row] + lines[row + 1].lstrip()]
    return "\n".join(lines)


def assert_sound(text: str) -> None:
    """What must hold of any text at all."""
    loaded = load_text(text)
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert loaded.ok != any(p.severity == "error" for p in loaded.problems)
    assert len(loaded.problems) <= 21
    for p in loaded.problems:
        assert p.code in CODES
        assert 1 <= p.line <= len(rows)
        assert 1 <= p.column <= len(rows[p.line - 1]) + 1
        assert p.excerpt == rows[p.line - 1]
        shown = render(p).replace("\n", "")
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} or c in "\u202e\u2066" for c in shown)
        assert len(p.message) < 400


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=1, max_size=4))
def test_a_file_with_slips_is_explained_at_places_that_exist(slips: list[tuple[str, int, str, int]]) -> None:
    """Whatever slips a sound file gets, each message points into the file, and nothing crashes."""
    text = GOOD
    for slip in slips:
        text = edited(text, slip)

    assert_sound(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "a: ", "b", "\n", "\n  ", "title: ", "scenario_format: 1\n"]), max_size=40))
def test_a_heap_of_pieces_is_explained_too(pieces: list[str]) -> None:
    """Pieces of YAML in any order end in messages, never in a crash."""
    assert_sound("".join(pieces))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_explained(text: str) -> None:
    """Any text at all ends in messages, never in a crash."""
    assert_sound(text)
