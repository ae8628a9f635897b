"""Slips in what stands behind a colon or a dash: quotes, brackets, colons, signs that YAML keeps for itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from game.scenario.problems.quoting import quoted
from game.scenario.reading.written_slips.flow_slips import CLOSERS, IN_BRACES, flow_slips, looks_like_block

SYNTAX = "YAML cannot read this line."
NEVER_CLOSED = "The quotes are opened here and never closed."
MOST_ENDS = 12  # places at which a bracket may have been left out
_STARTERS = "@`%!*&|>{[]},?-#"
CURLY = frozenset("“”„")


@dataclass(frozen=True)
class Slip:
    """A mistake on one line, and the line as it should be."""

    code: str
    line: int  # 1..
    column: int  # 1..
    width: int
    message: str
    hint: str
    mended: str  # the whole line
    shows: bool = False  # the line itself shows the slip, so that its depth is right
    doubtful: bool = False  # the line can be meant in two ways: the hint tells both, and neither is written


def without_remark(value: str) -> tuple[str, str]:
    """A value and the author's remark behind it, which stays where it is."""
    found = re.search(r"(?<!\s)\s+#\s.*$", value)
    return (value[: found.start()], found.group()) if found and found.start() else (value, "")


def slips_in(number: int, head: str, value: str) -> Iterator[Slip]:
    """Slips in what stands behind a colon or a dash."""
    column = len(head) + 1
    first = value[0]
    if first in "\"'":
        yield from _quotes(number, head, value)
        return
    if first in CLOSERS:
        for slip in flow_slips(value):
            at = column + slip.position
            yield Slip("yaml-syntax", number, at, 1, SYNTAX, slip.hint, head + slip.mended, shows=True)
        yield from _signs_inside(number, head, value)
        yield from _brackets(number, head, value)
    if head.strip() and value.endswith('"') and value.count('"') - value.count('\\"') == 1:
        hint = "The quotes are closed here and never opened."
        yield Slip("yaml-syntax", number, column + len(value) - 1, 1, SYNTAX, hint, f'{head}"{value}')
    if first in _STARTERS and head:
        hint = f"Text that starts with {first} must be in quotes: {quoted(_brief(value))}."
        if looks_like_block(value):
            hint = IN_BRACES
        yield Slip("yaml-syntax", number, column, 1, SYNTAX, hint, head + quoted(value))
        return
    if (colon := re.search(r":(?=\s|$)", value)) and head.strip():
        hint, text = "This text holds a colon and a space; put it in quotes.", value
        if first in CURLY and value[-1] in CURLY and CURLY.isdisjoint(value[1:-1]):
            hint = "Curly quotes are part of the text for YAML; put straight ones around it, for it holds a colon."
            text = value[1:-1]
        yield Slip("yaml-syntax", number, column + colon.start(), 1, SYNTAX, hint, head + quoted(text))


def swallowed_end(number: int, head: str, value: str) -> Iterator[Slip]:
    """A # inside brackets that takes their end with it: a remark, or a part of the last text in them."""
    code = re.sub(r"\s#.*$", "", value)
    closing = _still_open(code)
    if value[0] not in CLOSERS or not closing or closing not in value[len(code) :]:
        return
    at = value.index("#", len(code))
    hint = (
        f"The # takes the {closing} behind it with it, as it takes the rest of the line. If it belongs to a text, put "
        f"that text in quotes; if it is a comment, write it behind the {closing}, with a space on both sides of the #."
    )
    mended = head + code.rstrip().rstrip(",") + closing
    column, width = len(head) + at + 1, len(value) - at
    yield Slip("yaml-syntax", number, column, width, SYNTAX, hint, mended, shows=True, doubtful=True)


def _still_open(code: str) -> str:
    """The brackets that a value opens and does not close, as they would be closed; "" where one closes wrongly."""
    stack: list[str] = []
    for char in code:
        if char in CLOSERS:
            stack.append(CLOSERS[char])
        elif char in "}]" and (not stack or char != stack.pop()):
            return ""
    return "".join(reversed(stack))


def _signs_inside(number: int, head: str, value: str) -> Iterator[Slip]:
    """In brackets or braces: a comma that stands twice, and a text with a colon in it."""
    column = len(head) + 1
    if (found := re.search(r",\s*,", value)) and not re.search("[\"']", value):
        hint = "A comma stands twice here; take one out."
        mended = head + value[: found.start()] + "," + value[found.end() :]
        yield Slip("yaml-syntax", number, column + found.start(), len(found[0]), SYNTAX, hint, mended, shows=True)
    if found := re.search(r"[{,] *[a-z_]+: +(?=[^\s{}\[\],\"':])([^{}\[\],\"':]+: [^{}\[\],\"']+)(?=[,}])", value):
        hint = f"This text holds a colon and a space; put it in quotes: {quoted(_brief(found[1]))}."
        mended = head + value[: found.start(1)] + quoted(found[1]) + value[found.end(1) :]
        yield Slip("yaml-syntax", number, column + found.start(1), len(found[1]), SYNTAX, hint, mended, shows=True)


def _quotes(number: int, head: str, value: str) -> Iterator[Slip]:
    """Quotes that end too early, or never."""
    mark = value[0]
    inner = re.match(r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'", value)
    column = len(head) + 1
    if inner is None:
        hint = NEVER_CLOSED
        text = value[1:]
        mended = f"{head}{mark}{text}{mark}" if not text.endswith("\\") else head + quoted(text)
        yield Slip("yaml-syntax", number, column, 1, SYNTAX, hint, mended)
        return
    remark = value[inner.end() :]
    if not remark or re.match(r"\s+#", remark):
        value = inner[0]
        if mark == '"' and "\\" in value:
            hint = "In quotes, a backslash must be written twice."
            mended = head + '"' + re.sub(r'\\(?!["\\])', r"\\\\", value[1:-1]) + '"' + remark
            bad = re.search(r'\\(?!["\\])', value)
            yield Slip("yaml-syntax", number, column + (bad.start() if bad else 0), 1, SYNTAX, hint, mended)
        return
    rest = column + inner.end()
    text = value[1:-1] if value.endswith(mark) and len(value) > 1 else value
    if mark == '"' and text != value:
        text = text.replace('\\"', '"')
    hint = "The quotes end here, but the text goes on; use one pair around all of it."
    mended = head + (f"'{text}'" if '"' in text and "'" not in text else quoted(text))
    yield Slip("yaml-syntax", number, rest - 1, 1, SYNTAX, hint, mended)


def _brackets(number: int, head: str, value: str) -> Iterator[Slip]:
    """Brackets and braces that are not closed, or closed with the wrong one."""
    code = re.sub(r"\s#.*$", "", value)
    stack = []
    for position, char in enumerate(code):
        if char in CLOSERS:
            stack.append(CLOSERS[char])
        elif char in "}]":
            if not stack or char != stack[-1]:
                wanted = stack[-1] if stack else ""
                hint = f"Here stands {char} where {wanted or 'nothing'} is wanted."
                mended = head + value[:position] + wanted + value[position + 1 :]
                yield Slip("yaml-syntax", number, len(head) + position + 1, 1, SYNTAX, hint, mended)
                return
            stack.pop()
    if stack:
        closing = "".join(reversed(stack))
        hint = f"This {value[0]} is opened and never closed."
        mended = head + code.rstrip().rstrip(",") + closing
        yield Slip("yaml-syntax", number, len(head) + 1, 1, SYNTAX, hint, mended)
    for mended in _closed_earlier(code):
        hint = "A bracket is opened here and never closed."
        yield Slip("yaml-syntax", number, len(head) + 1, 1, SYNTAX, hint, head + mended)


def _closed_earlier(code: str) -> Iterator[str]:
    """A text with one bracket more, closed behind one of its parts: one reading for each comma and each end."""
    opened = [char for char in code if char in CLOSERS]
    for closer in dict.fromkeys(CLOSERS[char] for char in opened):
        missing = opened.count({"}": "{", "]": "["}[closer]) - code.count(closer)
        if missing != 1:
            continue
        for found in islice(re.finditer(r"[,}\]]", code), MOST_ENDS):
            yield code[: found.start()].rstrip() + closer + code[found.start() :]


def _brief(text: str) -> str:
    """The first word and an ellipsis."""
    word = text.split(maxsplit=1)[0] if text.split() else text
    return text if len(text) <= 24 else f"{word[:23]} …"
