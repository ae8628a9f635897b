"""Known slips: ways to write a line that YAML cannot read, and how each is mended.

Strategy: a slip is only a guess until the text with the mended line has been read further than before (`reader.py`
tries that). So a test here may be generous; it must only never change how many lines there are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from game.scenario.problems.quoting import quoted, short
from game.scenario.problems.sources import Source
from game.scenario.reading.written_slips.flow_slips import CLOSERS, before_known, into_braces, open_above
from game.scenario.reading.written_slips.value_slips import SYNTAX, Slip, slips_in, swallowed_end, without_remark
from game.scenario.reading.yaml_events import Tree

TAB = "This line is indented with a tab; YAML wants spaces."
TAB_HINT = "Set your editor to insert two spaces for Tab."
_PARTS = re.compile(  # no part may match what its neighbour matches: a long line must not take long
    r"""^(?P<head>[ ]*(?:-[ ]+)*(?:(?P<key>[A-Za-z_]\w*(?:[ ]\w+){0,4}|"[^"]*"|'[^']*')[ ]*:[ \t]+)?)(?P<value>\S.*)$"""
)
_DASHED_ID = re.compile(r"^([ ]*)-[ ]+([a-z][a-z0-9_]*):[ ]*$")
_BULLET = re.compile(r"^([ ]*)([•–—·*])[ \t]+(?=\S)")
_ODD_GAP = re.compile("^([ ]*(?:- +)*(?:[a-z_][a-z0-9_]*:|-))([\u00a0\u2007\u202f\u3000])")
_TIGHT_DASH = re.compile(r"^([ ]*)-(?=[A-Za-z“\"'{\[])")
_TIGHT_COLON = re.compile(r"^([ ]*(?:- +)*)([a-z_][a-z0-9_]*):(?=[^\s:/])")
_NO_TEXT = re.compile(r"[-{\[#&*!|>@`%]|[•–—·]\s|[\w\"']+(?::(?:\s|$)| *=|：)")
_EMPTY = re.compile(r"^([ ]*)((?:- +)*[a-z_][a-z0-9_]*:) +(\[\]|\{\})[ ]*$")
_OTHER_COLON = re.compile(r"^([ ]*(?:- +)*)([A-Za-z_][A-Za-z0-9_]*)[ ]*(=|：|;)[ ]*")
_NO_COLON = re.compile(r"^([ ]*(?:- +)*)([A-Za-z_][A-Za-z0-9_]*)(?=[ ]+[^\s:]|$)")


def slips(source: Source, tree: Tree, known: frozenset[str]) -> Iterator[Slip]:
    """Possible slips behind an error, the likeliest first.

    Args:
        source: the text that could not be read.
        tree: how far reading went, and where the error was noticed.
        known: the keys that scenarios have.
    """
    marked = _written(source, tree.line)
    before = _written(source, marked - 1)
    lines = [number for number in dict.fromkeys((marked, tree.start_line, before, tree.quote_line)) if number]
    in_braces = open_above(source, marked) > 0
    if in_braces:
        yield from _comma_at_end(source, before, marked)
    for number in lines:
        yield from _leads(source, number)
    for number in () if in_braces else dict.fromkeys((marked, before)):
        if number:
            yield from _lost_dash(source, number)
            yield from _text_without_dash(source, number)
    for number in lines:
        yield from _on_line(source, number, known)
    for number in dict.fromkeys((marked, before, tree.start_line)):
        if number:
            yield from _word_without_colon(source, number, known)
    yield from () if in_braces else _indents(source, marked)
    for number in dict.fromkeys((tree.start_line, before)):
        if number and number < marked and not in_braces:
            yield from _indents_above(source, number, marked)
    for number in dict.fromkeys((marked, tree.start_line)):
        if number:
            yield from _quote_all(source, number)


def _written(source: Source, number: int) -> int:
    """The nearest line at or above a number that holds anything; 0 when there is none."""
    number = min(number, len(source.lines))
    while number > 0 and (not source.line(number).strip() or source.line(number).lstrip().startswith("#")):
        number -= 1
    return max(number, 0)


def _leads(source: Source, number: int) -> Iterator[Slip]:
    """Tabs, and spaces that only look like spaces, in front of a line."""
    line = source.line(number)
    rest = line.lstrip()
    lead = line[: len(line) - len(rest)]
    if not rest or not lead.strip(" "):
        return
    if "\t" in lead:
        code, message, hint = "yaml-tab", TAB, TAB_HINT
        column, width = lead.index("\t") + 1, lead.count("\t")
    else:
        odd = lead.strip(" ")[0]
        code = "yaml-character"
        message = f"An invisible character (U+{ord(odd):04X}) stands in front of this line."
        hint = "Delete what is in front of the line and type plain spaces."
        column, width = lead.index(odd) + 1, 1
    before = _written(source, number - 1)
    depths = _depths(source, before) if before else []
    for depth in dict.fromkeys((*depths[:1], len(lead.replace("\t", "  ")), *depths[1:])):
        yield Slip(code, number, column, width, message, hint, " " * depth + rest)


def _lost_dash(source: Source, number: int) -> Iterator[Slip]:
    """The first key of an entry without its dash: its sisters stand two further in."""
    line = source.line(number)
    found = re.match(r"([ ]*)([a-z_]+): +\S", line)
    after = next((text for text in source.lines[number:] if text.strip()), "")
    if found and found[1] and re.match(rf"{found[1]}  [a-z_]+:", after):
        hint = f"If an entry begins here, start it with a dash: - {found[2]}: …"
        mended = f"{found[1]}- {line.lstrip()}"
        yield Slip("yaml-syntax", number, len(found[1]) + 1, len(found[2]), SYNTAX, hint, mended, shows=True)


def _text_without_dash(source: Source, number: int) -> Iterator[Slip]:
    """A text at the depth of the dashes above it: an entry that lost its dash, or more of the entry above."""
    line = source.line(number)
    text, own = line.strip(), len(line) - len(line.lstrip(" "))
    before = _written(source, number - 1)
    while before and len(source.line(before)) - len(source.line(before).lstrip(" ")) > own:
        before = _written(source, before - 1)
    above = source.line(before) if before else ""
    if not text or _NO_TEXT.match(text) or not above.startswith(f"{' ' * own}- "):
        return
    entry = f"{line[:own]}- {text}"
    message = "This line stands where entries begin, and has no dash."
    more = f"start it {own + 2} spaces in: “{short(above.strip(), 60)}” and then “{short(text, 60)}”"
    if above.strip("- ")[0] in "\"'":
        more = f"write it inside the quotes of “{short(above.strip(), 60)}”"
    hint = (
        "It can be read in two ways. If it is an entry of its own, start it with a dash: "
        f"“{short(entry.strip(), 60)}”. If the entry of line {before} goes on here, {more}."
    )
    yield Slip("yaml-indent", number, own + 1, len(text), message, hint, entry, doubtful=True)


def _on_line(source: Source, number: int, known: frozenset[str]) -> Iterator[Slip]:
    """Slips that show on a line by itself."""
    line = source.line(number)
    if found := _BULLET.match(line):
        hint = "A list item starts with - and a space."
        yield Slip(
            "yaml-syntax", number, found.end(1) + 1, 1, SYNTAX, hint, f"{found[1]}- {line[found.end() :]}", shows=True
        )
    if found := _DASHED_ID.match(line):
        hint = f"The id stands there already: take the dash away, and write {found[2]}:"
        mended = f"{found[1]}{found[2]}:"
        yield Slip("yaml-syntax", number, found.end(1) + 1, 1, SYNTAX, hint, mended, shows=True)
    if found := _ODD_GAP.match(line):
        message = f"An invisible character (U+{ord(found[2]):04X}) stands where a space is wanted."
        hint = "Delete it and type a plain space."
        mended = f"{found[1]} {line[found.end() :].lstrip()}"
        yield Slip("yaml-character", number, found.start(2) + 1, 1, message, hint, mended)
    below = next((text for text in source.lines[number:] if text.strip()), "")
    inside = len(below) - len(below.lstrip(" ")) + below.lstrip().startswith("- ")
    if (found := _EMPTY.match(line)) and inside > len(found[1]):
        hint = f"Take the {found[3]} out: the entries stand below."
        yield Slip("yaml-syntax", number, found.start(3) + 1, 2, SYNTAX, hint, found[1] + found[2], shows=True)
    if found := _TIGHT_DASH.match(line):
        hint = "Put a space behind the -."
        yield Slip(
            "yaml-syntax", number, found.end(1) + 1, 1, SYNTAX, hint, f"{found[1]}- {line[found.end() :]}", shows=True
        )
    if found := _TIGHT_COLON.match(line):
        hint = "Put a space behind the colon."
        mended = f"{line[: found.end()]} {line[found.end() :]}"
        yield Slip("yaml-syntax", number, found.end(), 1, SYNTAX, hint, mended)
    if (found := _OTHER_COLON.match(line)) and found[2].lower() in known:
        hint = f"Write a colon and a space behind '{found[2]}'."
        mended = f"{found[1]}{found[2]}: {line[found.end() :]}"
        yield Slip("yaml-syntax", number, found.start(3) + 1, 1, SYNTAX, hint, mended)
    if (found := _NO_COLON.match(line)) and found[2].lower() in known:
        hint = f"Write a colon and a space behind '{found[2]}'."
        mended = f"{line[: found.end()]}:{line[found.end() :]}"
        yield Slip("yaml-syntax", number, found.start(2) + 1, len(found[2]), SYNTAX, hint, mended)
    if found := _PARTS.match(line.rstrip()):
        value, remark = without_remark(found["value"])
        yield from swallowed_end(number, found["head"], found["value"])
        for told in before_known(value, known) if value[0] in CLOSERS else ():
            column = len(found["head"]) + told.position + 1
            mended = found["head"] + told.mended + remark
            yield Slip("yaml-syntax", number, column, 1, SYNTAX, told.hint, mended, shows=True)
        for slip in slips_in(number, found["head"], value):
            yield replace(slip, mended=slip.mended + remark)
            if remark and slip.mended.endswith(('"', "'")):  # the remark may belong to the text
                whole = next(iter(slips_in(number, found["head"], found["value"])), None)
                if whole is not None:
                    yield whole


def _word_without_colon(source: Source, number: int, known: frozenset[str]) -> Iterator[Slip]:
    """An id or key with its colon left out; which of both cannot be told from the line."""
    found = re.match(r"([ ]*)([A-Za-z_][A-Za-z0-9_]*)(?=[ ]+[^\s:]|[ ]*$)", source.line(number))
    if found and found[2].lower() not in known:
        line = source.line(number)
        behind = line[found.end() :]
        hint = f"Write a colon {'and a space ' if behind.strip() else ''}behind '{found[2]}'."
        column = len(found[1]) + 1
        if sign := re.match(r"[ ]*(?:=|：|;)[ ]*", behind):  # written in place of the colon
            behind = f" {behind[sign.end() :]}"
        yield Slip("yaml-syntax", number, column, len(found[2]), SYNTAX, hint, f"{line[: found.end()]}:{behind}")


def _indents_above(source: Source, number: int, marked: int) -> Iterator[Slip]:
    """A line further up that starts too far in or out, so that the marked one below it does not fit."""
    line, below = source.line(number), source.line(marked)
    own, its = (len(text) - len(text.lstrip(" ")) for text in (line, below))
    if below.lstrip().startswith("- ") and not line.lstrip().startswith("- "):
        return  # it is the dash that does not belong there
    before = _written(source, number - 1)
    for depth in dict.fromkeys((its, *(_depths(source, before) if before else []))):
        if depth != own:
            message = f"This line starts {_spaces(own)} in, and line {marked} {its}; one of them is out of line."
            hint = "Line it up with its sisters: two spaces per level."
            yield Slip("yaml-indent", number, own + 1, 1, message, hint, " " * depth + line.lstrip(" "))


def _indents(source: Source, number: int) -> Iterator[Slip]:
    """A line that starts at a depth that fits no block above it."""
    line = source.line(number)
    own = len(line) - len(line.lstrip(" "))
    before = _written(source, number - 1)
    if not before or not line.strip():
        return
    above = source.line(before)
    its = len(above) - len(above.lstrip(" "))
    nearest = sorted(_depths(source, before), key=lambda depth: (abs(depth - own), -depth if own > 1 else depth))
    for depth in nearest:
        if depth != own:
            before_it = f" (the line before starts {its} in)" if its != own else ""
            message = f"This line starts {_spaces(own)} in, which fits no block above it{before_it}."
            hint = into_braces(above, line) if own > its else ""
            told = hint or "Line it up with its sisters: two spaces per level."
            mended = " " * depth + line.lstrip(" ")
            yield Slip("yaml-indent", number, own + 1, 1, message, told, mended, doubtful=bool(hint))


def _comma_at_end(source: Source, before: int, marked: int) -> Iterator[Slip]:
    """Braces over several lines, one of which ends without its comma."""
    text, remark = without_remark(source.line(before))
    if text.rstrip()[-1:] not in {",", "{", "[", ":", ""}:
        hint = f"A comma is missing at the end of this line, before “{short(source.line(marked).strip(), 40)}”."
        yield Slip("yaml-syntax", before, len(text.rstrip()), 1, SYNTAX, hint, f"{text.rstrip()},{remark}", shows=True)


def _depths(source: Source, number: int) -> list[int]:
    """Depths at which a line below this one may stand: inside it if it opens a block, its own, those around it."""
    found: list[int] = []
    limit = 1_000
    while number > 0 and len(found) < 6:
        line = source.line(number)
        depth = len(line) - len(line.lstrip(" "))
        if depth < limit and "\t" not in line[: depth + 1]:
            if not found and line.rstrip().endswith(":"):
                found.append(depth + 2)
            dashes = re.match(r"(?:- +)+", line[depth:])
            if dashes:
                found.append(depth + dashes.end())
            found.append(depth)
            limit = depth
        if depth == 0:
            break
        number = _written(source, number - 1)
    return found or [0]


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def _quote_all(source: Source, number: int) -> Iterator[Slip]:
    """The last resort: perhaps the text only needs quotes."""
    found = _PARTS.match(source.line(number).rstrip())
    if found and found["head"].strip() and found["value"][0] not in "\"'[{":
        hint = "Put this text in quotes."
        column = len(found["head"]) + 1
        mended = found["head"] + quoted(found["value"])
        yield Slip("yaml-syntax", number, column, len(found["value"]), SYNTAX, hint, mended)
