"""Words that only lack a sign between them: `[photo guide]` for `[photo, guide]`, `{from 6}` for `{from: 6}`."""

import re
from collections.abc import Collection

from game.scenario.reading.tree import Node


def without_comma(node: Node, known: Collection[str]) -> str:
    """The entries of a list in brackets that stand behind each other without a comma; "" where one is not known."""
    parts = node.value.split()
    before = node.source.line(node.line)[: node.column - 1].rstrip()
    in_list = node.plain and node.line == node.end_line and before.endswith(("[", ","))
    return ", ".join(parts) if in_list and len(parts) > 1 and all(part in known for part in parts) else ""


def without_colon(block: Node, key: Node, fields: Collection[str]) -> tuple[str, str]:
    """A key in braces and its value with nothing but a space between them: `{from 6, until 11}`.

    Returns:
        The key with its colon, and its line with a colon behind each such key; two empty texts for another slip.
    """
    keys = [name for name, value in block.pairs if value.kind == "none" and _parts(name, fields)]
    if not block.flow or not any(name is key for name in keys):
        return "", ""
    line = key.source.line(key.line)
    for name in reversed(keys):
        if name.line == name.end_line == key.line:
            line = line[: name.column - 1] + _parts(name, fields) + line[name.end_column - 1 :]
    return _parts(key, fields), line


def _parts(name: Node, fields: Collection[str]) -> str:
    found = re.fullmatch(r"([a-z_]+) +([^\s:].*)", name.value)
    return f"{found[1]}: {found[2]}" if found and found[1] in fields and name.plain else ""
