"""Slips within braces and brackets: a comma left out, quotes within quotes, a dash where brackets are wanted.

Rule: all of a line is mended at once, and it stays written in braces; a block in braces never becomes a text.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.scenario.problems.quoting import quoted, short
from game.scenario.problems.sources import Source

CLOSERS = {"{": "}", "[": "]"}
IN_BRACES = "In braces and brackets, a comma stands between two entries, and a text with , : or quotes in it is quoted."
LOOKED_BACK = 40  # lines above the place at which reading stopped
_BLOCK = re.compile(r"[{,]\s*[A-Za-z_]\w*:\s")
_NEXT_KEY = re.compile(r"\s*([A-Za-z_]\w*)\s*:(?=\s|$)")
_END = re.compile(r"\s*(?:[,}\]:]|$|\s#)")
_NUMBER_THEN_KEY = re.compile(r"([-+]?\d+(?:\.\d+)?)(\s+)([A-Za-z_]\w*):(?=\s)")
_DASH = re.compile(r"-\s+([^,{}\[\]:\"']+?)(?=\s*[,}])")
_WORD_IN_TEXT = re.compile(  # a text without quotes, with a word in braces; a comma in it stands before no key
    r"(?=\S)(?:[^,{}\[\]\"':]|(?<=\w)'|,(?!\s*[A-Za-z_]\w*:\s)|\{[a-z_]+\})*"
)
_WORD = re.compile(r"\{[a-z_]+\}")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/nt])')
_TEXT_THEN_KEY = re.compile(r"(?<=[^\s,{}\[\]:\"'])(\s+)([A-Za-z_]\w*):(?=\s)")
_CLOSED_BLOCK = re.compile(r"^ *((?:- +)*([A-Za-z_]\w*): +\{.*\S)\s*\}\s*$")
_OPENS = re.compile(r"^ *(?:- +)*(?:[A-Za-z_]\w*: +)?(?=[{\[])")


@dataclass(frozen=True)
class FlowSlip:
    """A value in braces as it should be, with the first thing that was wrong in it."""

    mended: str
    position: int  # of what is wrong, 0.. in the value
    hint: str


def looks_like_block(value: str) -> bool:
    """Whether a value that begins with a brace holds keys, so that it is no text."""
    return value.startswith("{") and bool(_BLOCK.search(value))


def flow_slips(value: str) -> Iterator[FlowSlip]:
    """What is wrong within a value that begins with a brace or bracket, and the whole value as it should be."""
    found: list[tuple[int, str]] = []
    mended, at = "", 0
    while at < len(value):
        piece, more, told = _piece(value, at)
        if told:
            found.append((at, told))
        mended, at = mended + piece, at + more
        if told := _lacks_comma(value, at) if value[at - 1] in "}]\"'" else "":
            found.append((at, told))
            mended = mended.rstrip() + ","
    if found:
        yield FlowSlip(mended, found[0][0], " ".join(dict.fromkeys(hint for _, hint in found)))


def _piece(value: str, at: int) -> tuple[str, int, str]:
    """The next piece of a value as it should be, its length as it is, and what is wrong with it."""
    sign, before = value[at], value[:at].rstrip()[-1:]
    if sign in "\"'" and before in "{[,:":
        return _quotes(value, at)
    if (found := _DASH.match(value, at)) and before == ":":
        listed = f"[{found[1]}]"
        return listed, len(found[0]), f"In braces, a list is written in brackets: {short(listed)}."
    if text := _text_with_word(value, at, before):
        word = _WORD.findall(text)[0]
        return quoted(text), len(text), f"Within braces and brackets, a text with {word} in it must be in quotes."
    if (found := _NUMBER_THEN_KEY.match(value, at)) and before == ":":
        return f"{found[1]},", len(found[1]), f"A comma is missing here, before '{found[3]}'."
    return sign, 1, ""


def _text_with_word(value: str, at: int, before: str) -> str:
    """The text without quotes that begins at a place and has a word in braces in it; an empty text where none does."""
    found = _WORD_IN_TEXT.match(value, at) if before in {":", "[", ","} and not value[at].isspace() else None
    text = found[0].rstrip() if found else ""
    if before != ":":  # in a list, a comma ends a text
        text = text.partition(",")[0].rstrip()
    return text if _WORD.search(text) and not _WORD.fullmatch(text) else ""


def _lacks_comma(value: str, at: int) -> str:
    """What to say where the next entry begins without a comma; an empty text where none is missing."""
    if found := _NEXT_KEY.match(value, at):
        return f"A comma is missing here, before '{found[1]}'."
    following = value[at:].lstrip()[:1]
    if following in {"{", "["} or (following in {'"', "'"} and value[at : at + 1].isspace()):
        return f"A comma is missing here, before {short(value[at:].lstrip(), 20)}"
    return ""


def _quotes(value: str, at: int) -> tuple[str, int, str]:
    """A text in quotes, with those that stand within it."""
    mark = value[at]
    whole = re.compile(r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'").match(value, at)
    if whole is None:
        return mark, 1, ""
    end = whole.end()
    if _END.match(value, end) or (value[end : end + 1].isspace() and _lacks_comma(value, end)):
        text = whole[0]
        if mark == '"' and (bad := _BAD_ESCAPE.search(text)):
            told = f"In quotes, a backslash must be written twice: \\{short(text[bad.start() :].rstrip(mark), 20)}"
            return _BAD_ESCAPE.sub(r"\\\\", text), len(text), told
        return text, len(text), ""
    last = next((n for n in range(end, len(value)) if value[n] == mark and _END.match(value, n + 1)), -1)
    if last < 0:
        return whole[0], len(whole[0]), ""
    inner = value[at + 1 : last]
    text = f"'{inner}'" if mark == '"' and "'" not in inner else quoted(inner)
    return text, last + 1 - at, f"Quotes within quotes: write {short(text, 60)}"


def before_known(value: str, known: Collection[str]) -> Iterator[FlowSlip]:
    """A comma left out behind a text without quotes, before a word that is a key of scenarios."""
    found = [match for match in _TEXT_THEN_KEY.finditer(value) if match[2].lower() in known]
    mended = value
    for match in reversed(found):
        mended = f"{mended[: match.start(1)]},{mended[match.start(1) :]}"
    if found:
        yield FlowSlip(mended, found[0].start(2), f"A comma is missing here, before '{found[0][2]}'.")


def into_braces(line: str, below: str) -> str:
    """What to say of a key below a block in braces to which it belongs; an empty text where the line ends in none."""
    if not (found := _CLOSED_BLOCK.match(line)) or not re.match(r"\s*[A-Za-z_]\w*: +\S", below):
        return ""
    mended = f"{found[1].strip()}, {below.strip()}}}"
    return f"If it belongs to '{found[2]}', write it inside the braces: {short(mended.lstrip('- '), 90)}"


def open_above(source: Source, number: int) -> int:
    """The line of the brace or bracket that is open where a line begins, and closed on it or below, 1..; 0 for none."""
    for first in range(number - 1, max(0, number - LOOKED_BACK), -1):
        if (head := _OPENS.match(source.line(first))) and _still_open(source, first, head.end(), number) > 0:
            last = min(len(source.lines), first + LOOKED_BACK)
            closed = any(_still_open(source, first, head.end(), end + 1) <= 0 for end in range(number, last + 1))
            return first if closed else 0
    return 0


def _still_open(source: Source, first: int, column: int, number: int) -> int:
    """How many braces and brackets are open where a line begins, from a column of a line above on."""
    text = "\n".join([source.line(first)[column:], *(source.line(n) for n in range(first + 1, number))])
    code = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|\s#.*", "", text)
    return sum(map(code.count, "{[")) - sum(map(code.count, "}]"))
