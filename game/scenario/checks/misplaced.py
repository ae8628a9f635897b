"""Keys that are right but stand too far in or out: one slip of the indent, which else would be told as ten mistakes.

Each finding casts a shadow: the lines that are wrong only because of it, and of which nothing more is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.scenario.checks.meant_keys import MOST_HOMES
from game.scenario.checks.references import BLOCKS
from game.scenario.format.walk import SCENARIO, Shape, settle, walk
from game.scenario.problems.phrases import nearest
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import short, trail
from game.scenario.problems.sources import Source
from game.scenario.reading.tree import Node
from game.scenario.reading.written_slips.flow_slips import into_braces


@dataclass(frozen=True)
class Misplaced:
    """A key at the wrong depth, and the lines below it that cannot be judged."""

    problem: Problem
    first: int  # of the shadow, 1..
    last: int  # of the shadow; less than `first` when there is none
    source: Source

    def covers(self, problem: Problem) -> bool:
        """Whether another problem only follows from this one."""
        mine = self.problem
        if problem.file != mine.file:
            return False
        return self.first <= problem.line <= self.last or (problem.line, problem.column) == (mine.line, mine.column)


@dataclass(frozen=True)
class _Around:
    """A block of the file with what is expected in it."""

    node: Node
    shape: Shape
    names: tuple[str, ...]
    outer: "tuple[_Around, ...]"  # from the top down

    @property
    def path(self) -> str:
        return trail(self.names)


@dataclass(frozen=True)
class _Entry:
    """One key of a block, with its value and the keys beside it."""

    key: Node
    value: Node
    below: tuple[tuple[Node, Node], ...]  # the pairs that follow in the same block
    above: tuple[tuple[Node, Node], ...]  # those before


def misplaced(root: Node) -> list[Misplaced]:
    """All keys of a file that stand at the wrong depth."""
    found: list[Misplaced] = []
    for around in _blocks(_Around(root, SCENARIO, (), ())):
        pairs = around.node.pairs
        for number, (key, value) in enumerate(pairs):
            if any(m.first <= key.line <= m.last for m in found):
                continue
            entry = _Entry(key, value, pairs[number + 1 :], pairs[:number])
            test = _in_block if around.shape.kind == "block" else _in_entries
            if one := test(around, entry, root):
                found.append(one)
    return found


def _blocks(around: _Around) -> Iterator[_Around]:
    if around.node.kind != "map" or around.node.flow:
        return
    yield around
    for key, value in around.node.pairs:
        inner = around.shape.fields.get(key.value) if around.shape.kind == "block" else around.shape.item
        if inner is not None:
            yield from _inside(
                _Around(value, settle(inner, value), (*around.names, key.value), (*around.outer, around))
            )


def _inside(around: _Around) -> Iterator[_Around]:
    if around.shape.kind in {"block", "map"}:
        yield from _blocks(around)
    elif around.shape.kind == "list" and around.shape.item:
        for number, item in enumerate(around.node.items, 1):
            yield from _inside(
                _Around(item, settle(around.shape.item, item), (*around.names, str(number)), around.outer)
            )


def _in_block(around: _Around, entry: _Entry, root: Node) -> Misplaced | None:
    """A key in a block whose keys are known."""
    fields, name = around.shape.fields, entry.key.value
    if name in fields:
        return _nothing_under(entry, fields[name], set(fields))
    where = around.path or "a scenario"
    message = f"'{short(name)}' is not known in {where}."
    for outer in reversed(around.outer):
        if outer.shape.kind == "block" and name in outer.shape.fields and outer.node.get(name) is None:
            hint = f"It belongs to {outer.path or 'the scenario itself'}; move it further to the left."
            found = _with_shadow(entry, message, hint, around.node.end_line)
            return _moved(found, entry.key.line, _last_line(entry.value), outer.node.column - entry.key.column)
    entries = around.outer[-1] if around.outer else None
    if entry.value.kind == "none" and entries and entries.shape.kind == "map" and not nearest(name, fields):
        hint = f"If it is one of the ids of {entries.path}, move it two spaces to the left."
        return _with_shadow(entry, message, hint, around.node.end_line)
    is_entry = entries and entries.shape.kind == "map" and entries.shape.item and _fits(entry.value, entries.shape.item)
    if entries and is_entry and not nearest(name, fields):
        hint = f"If it is one of the ids of {entries.path}, move it two spaces to the left."
        found = _with_shadow(entry, message, hint, _last_line(entry.value))
        columns = entries.node.pairs[0][0].column - entry.key.column
        return _moved(found, entry.key.line, _last_line(entry.value), columns)
    if entry.above:
        other, value = entry.above[-1]
        block = fields.get(other.value)
        if (
            block
            and block.kind == "map"
            and block.item
            and _fits(entry.value, block.item)
            and not nearest(name, fields)
        ):
            hint = (
                _into(entry, other, value) or f"If it is one of the ids of {short(other.value)}, move it two spaces in."
            )
            found = _with_shadow(entry, message, hint, entry.value.end_line - 1)
            columns = value.pairs[0][0].column - entry.key.column if value.pairs and not value.flow else 0
            return _moved(found, entry.key.line, _last_line(entry.value), columns) if columns else found
        inner = fields.get(other.value)
        if inner and inner.kind == "block" and name in inner.fields and value.kind == "map" and not value.get(name):
            hint = _into(entry, other, value) or f"If it belongs to '{short(other.value)}', move it two spaces in."
            return _with_shadow(entry, message, hint, 0)
    if not around.outer and (homes := _homes(entry, root)):
        hint = f"It belongs under {' or '.join(f'{home}:' for home in homes)}, two spaces further in."
        found = _with_shadow(entry, message, hint, 0)
        above, home = entry.above[-1] if entry.above else (entry.key, entry.value)
        if homes == [above.value] and home.kind == "map" and not home.flow:
            return _moved(found, entry.key.line, _last_line(entry.value), home.column - entry.key.column)
        return found
    return None


def _into(entry: _Entry, above: Node, block: Node) -> str:
    """What to do with a key that belongs to a block in braces above it; an empty text for a block on lines."""
    if not block.flow:
        return ""
    whole = into_braces(above.source.line(block.end_line), entry.key.source.line(entry.key.line))
    return whole or f"If it belongs to '{short(above.value)}', write it inside the braces, behind a comma."


def _homes(entry: _Entry, root: Node) -> list[str]:
    """Blocks to which a key at the left edge belongs: as one of their keys, or as an id that is asked for elsewhere.

    A key of more than two blocks, such as title, says nothing.
    """
    name = entry.key.value
    homes = [key for key, shape in SCENARIO.fields.items() if shape.kind == "block" and name in shape.fields]
    if not homes:
        refs = [shape.ref for shape, node, _ in walk(SCENARIO, root) if shape.ref and node.value == name]
        homes = [block for kind, block in BLOCKS.items() if any(kind in ref.kinds for ref in refs)]
        homes = [home for home in homes if _fits(entry.value, SCENARIO.fields[home].item or SCENARIO)]
    return homes if len(homes) <= MOST_HOMES else []


def _in_entries(around: _Around, entry: _Entry, root: Node) -> Misplaced | None:
    """A key in a block of entries, where any id may stand."""
    item, name = around.shape.item, entry.key.value
    if item is None:
        return None
    is_block = name in SCENARIO.fields and root.get(name) is None and name not in item.fields
    if is_block and (entry.value.kind == "none" or _is_other_block(entry.value, SCENARIO.fields[name], item)):
        message = f"'{name}' stands where the ids of {around.path} stand."
        hint = "It belongs to the scenario itself; move it further to the left."
        found = _with_shadow(entry, message, hint, around.node.end_line)
        return _moved(found, entry.key.line, _last_line(entry.value), root.column - entry.key.column)
    if below := _nothing_under(entry, item, set()):
        return below
    if name in item.fields and entry.above and _is_out_of_place(entry.value, item):
        message = f"'{short(name)}' stands where the ids of {around.path} stand."
        other, value = entry.above[-1]
        hint = _into(entry, other, value) or f"If it belongs to '{short(other.value)}', move it two spaces in."
        return _with_shadow(entry, message, hint, entry.value.end_line)
    return None


def _is_other_block(value: Node, block: Shape, item: Shape) -> bool:
    """Whether a value has keys of a block of the scenario, and none that entries have."""
    names = {key.value for key, _ in value.pairs}
    return bool(names) and names <= set(block.fields) and names.isdisjoint(item.fields)


def _is_out_of_place(value: Node, item: Shape) -> bool:
    """Whether a value is no entry: no block at all, or one with keys that entries do not have."""
    return value.kind != "map" or any(key.value not in item.fields for key, _ in value.pairs)


def _fits(value: Node, item: Shape) -> bool:
    """Whether a value looks like an entry of a kind."""
    if item.kind == "text":
        return value.kind == "text"
    return value.kind == "map" and any(key.value in item.fields for key, _ in value.pairs)


def _nothing_under(entry: _Entry, expected: Shape, known: set[str]) -> Misplaced | None:
    """A key with nothing behind it, whose own keys follow beside it instead of under it."""
    if entry.value.kind != "none" or expected.kind not in {"block", "map"}:
        return None
    belonging = []
    for key, _ in entry.below:
        if key.value in known or (expected.kind == "block" and key.value not in expected.fields):
            break
        belonging.append(key)
    if not belonging or belonging[0].column != entry.key.column:
        return None
    name = short(entry.key.value)
    message = f"Nothing stands under '{name}': the lines below it start no further in."
    last = next(value for key, value in entry.below if key is belonging[-1])
    found = _with_shadow(entry, message, "Move what belongs to it two spaces in.", last.end_line)
    return _moved(found, belonging[0].line, _last_line(last), 2)


def _last_line(value: Node) -> int:
    """The last line on which a value has a word; where a block ends, YAML names the line of what follows."""
    inner = [*value.items, *(part for pair in value.pairs for part in pair)]
    return max(map(_last_line, inner)) if inner and not value.flow else value.end_line


def _moved(found: Misplaced, first: int, last: int, columns: int) -> Misplaced:
    """The same with the lines as they should be: so many columns further in, or out where it is negative."""
    told, source = found.problem, found.source
    mended = []
    for number in range(first, last + 1):
        line = source.line(number)
        if not line.strip():
            continue
        if columns < 0 and line[:-columns].strip():
            return found  # something of it starts further to the left
        repair = " " * columns + line if columns > 0 else line[-columns:]
        if number == told.line:
            told = replace(told, repair=repair)
        else:
            mended.append(replace(told, line=number, column=1, excerpt=line, repair=repair, hidden=()))
    return replace(found, problem=replace(told, hidden=tuple(mended)))


def _with_shadow(entry: _Entry, message: str, hint: str, last: int) -> Misplaced:
    key = entry.key
    return Misplaced(key.problem("wrong-indent", message, hint=hint), key.line, last, key.source)
