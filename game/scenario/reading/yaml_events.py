"""YAML text to a tree, from the parser's events: flat, so no depth can crash it, and bounded, so nothing can hang it.

Whatever scenarios do not use (anchors, aliases, tags, merge keys, further documents) is refused in the same loop.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.scenario.problems.problems import Problem, place, problem
from game.scenario.problems.quoting import short
from game.scenario.problems.sources import Source
from game.scenario.reading.text_checks import character_problems, cut_off, odd_space_in_key, value_problems
from game.scenario.reading.tree import Node, TreeKind

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 24
MAX_VALUES = 20_000
MAX_REFUSALS = 60

_HINT_BASE = "To share what several followers have in common, use based_on: and archetypes:."


@dataclass
class Tree:
    """What came of reading a text: a tree, or as far as it went."""

    root: Node | None
    problems: list[Problem]
    error: Exception | None = None  # the parser's, when the text breaks the rules of YAML
    line: int = 1  # where the error was noticed, 1..
    column: int = 1
    start_line: int = 0  # where the block began in which it was noticed, 0 when unknown
    start_column: int = 0
    quote_line: int = 0  # where the last text in quotes began that ran over several lines, 0 when none did
    stopped: bool = False  # a limit was reached; the tree is not whole
    torn: bool = False  # keys are not what the author meant; what they hold cannot be judged


@dataclass
class _Frame:
    """A block or list that is still being read."""

    event: Any
    kind: TreeKind
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    keys: dict[str, Node] = field(default_factory=dict)
    key: Node | None = None  # read, its value is next
    awaits_key: bool = True
    ended: bool = False  # most likely the next entry of a list has begun, without its dash


class Stop(Exception):
    """A limit was reached: reading goes no further."""


class TreeBuilder:
    """Builds the tree of one text, event by event."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree(None, [])
        self.stack: list[_Frame] = []
        self.values = 0
        self.refusals = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        """Take one event.

        Raises:
            Stop: a limit is reached.
        """
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            name = f"*{event.anchor}"
            self._refuse("yaml-anchor", event, f"Aliases ({short(name)}) are not used in scenarios.", _HINT_BASE)
            self._add(self._node("hole", event))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse(
                "yaml-documents",
                event,
                "A second document starts here; a file holds one scenario.",
                "Delete this line, or move what follows to a file of its own.",
            )
            raise Stop
        if event.version or event.tags:
            self._refuse("yaml-documents", event, "Directives (%) are not used in scenarios.", "Delete this line.")

    def _scalar(self, event: Any) -> None:
        self._count(event)
        self._properties(event)
        plain = event.style in (None, "")
        if not plain and event.style in "\"'" and event.start_mark.line != event.end_mark.line:
            self.tree.quote_line = event.start_mark.line + 1
        kind: TreeKind = "none" if plain and event.value in {"", "~", "null"} else "text"
        node = self._node(kind, event, plain=plain, on_line=event.style not in ("|", ">"))
        if self._is_key():
            self._key(node)
            return
        self._tell(*value_problems(node))
        self._add(node)

    def _tell(self, *problems: Problem) -> None:
        self.tree.problems.extend(problems)
        self.refusals += sum(p.is_error for p in problems)

    def _open(self, event: Any) -> None:
        self._count(event)
        self._properties(event)
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(
                "file-too-deep",
                event,
                f"Blocks stand inside one another more than {MAX_DEPTH} deep here.",
                "A scenario needs about seven levels; look for brackets that are not closed.",
            )
            raise Stop
        kind: TreeKind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        self.stack.append(_Frame(event, kind))

    def _close(self, event: Any) -> None:
        frame = self.stack.pop()
        start, end = frame.event.start_mark, event.end_mark
        node = Node(
            frame.kind,
            self.source,
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
            flow=bool(frame.event.flow_style),
            pairs=tuple(frame.pairs),
            items=tuple(frame.items),
        )
        if self._is_key():
            self._key(node)
        else:
            self._add(node)

    def _is_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].kind == "map" and self.stack[-1].awaits_key

    def _key(self, node: Node) -> None:
        frame = self.stack[-1]
        frame.awaits_key = False
        frame.key = None
        if node.kind != "text":
            self._bad_key(node)
        elif node.plain and node.value == "<<":
            self._tell(node.problem("yaml-merge", "The key << is not used in scenarios.", hint=_HINT_BASE))
        elif odd := odd_space_in_key(node):
            self.tree.torn = True
            self._tell(odd)
        elif node.value in frame.keys:
            self._duplicate(node, frame.keys[node.value])
        else:
            self._tell(*character_problems(node))
            frame.keys[node.value] = frame.key = node

    def _bad_key(self, node: Node) -> None:
        self.tree.torn = True
        if node.kind == "hole":
            return
        hint = 'Write a word and a colon, such as "name: ".'
        if node.kind == "map" and node.flow:
            hint = "A text that starts with { must be in quotes."
        none = node.kind == "none"
        what = "There is nothing before this colon." if none else "What stands before a colon must be one plain word."
        self._tell(node.problem("yaml-key", what, hint=hint))

    def _duplicate(self, node: Node, first: Node) -> None:
        frame = self.stack[-1]
        if frame.ended:
            return  # told with the key at which the next entry most likely begins
        message = f"'{short(node.value)}' is written twice in this block; only one can count."
        hint = "If they are two, give one another id; else take one out."
        if len(self.stack) == 1:
            hint = f"Move what stands under this one up under the first '{short(node.value)}:', and take this line out."
        around = self.stack[-2].kind if len(self.stack) > 1 and not frame.event.flow_style else ""
        if around and next(iter(frame.keys)) == node.value and node.line > first.line:
            frame.ended = around == "list" or len(self.stack) > 2
            if around == "list":
                hint = f"If the next entry begins here, start it with a dash: - {short(node.value)}: …"
            elif frame.ended:  # in a block of entries
                message = f"'{short(node.value)}' is written twice: an id seems to be missing above line {node.line}."
                hint = "If the next entry begins here, write its id and a colon on a line above, further to the left."
        there = place(self.source, first.line, first.column, first.width, "first written here")
        self._tell(node.problem("yaml-duplicate", message, hint=hint, also=there))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.tree.root = node
            return
        frame = self.stack[-1]
        if frame.kind == "list":
            frame.items.append(node)
            return
        if frame.awaits_key:  # an alias where a key should be
            self._key(node)
            return
        frame.awaits_key = True
        if frame.key is not None:
            frame.pairs.append((frame.key, node))

    def _properties(self, event: Any) -> None:
        """Refuse anchors and tags; the value itself is read on."""
        if event.anchor:
            name = f"&{event.anchor}"
            self._refuse("yaml-anchor", event, f"Anchors ({short(name)}) are not used in scenarios.", _HINT_BASE)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            words = isinstance(event, yaml.ScalarEvent) and tag.startswith("!") and not tag.startswith("!!")
            hint = "A text that starts with ! must be in quotes." if words else "Delete the word that starts with !."
            self._refuse("yaml-tag", event, f"YAML tags are not used in scenarios ({short(tag)}).", hint)

    def _count(self, event: Any) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self._refuse(
                "file-too-many",
                event,
                f"This file holds more than {MAX_VALUES:,} values.",
                "A long scenario has about 5,000; split it into several.",
            )
            raise Stop
        if self.refusals >= MAX_REFUSALS:
            raise Stop

    def _refuse(self, code: str, event: Any, message: str, hint: str) -> None:
        mark, end = event.start_mark, event.end_mark
        width = end.column - mark.column if mark.line == end.line else 1
        line = self.source.line(mark.line + 1)
        if code in {"yaml-anchor", "yaml-tag"}:
            word = re.match(r"\S+", line[mark.column :])
            width = len(word.group()) if word else 1
        self._tell(problem(code, self.source, mark.line + 1, mark.column + 1, message, width=width, hint=hint))

    def _node(self, kind: TreeKind, event: Any, *, plain: bool = False, on_line: bool = False) -> Node:
        start, end = event.start_mark, event.end_mark
        rest = self.source.line(end.line + 1)[end.column :]
        return Node(
            kind,
            self.source,
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
            value=getattr(event, "value", ""),
            plain=plain,
            cut=cut_off(rest) if on_line else "",
        )


def build(source: Source, loader: Any = LOADER) -> Tree:
    """Read a text as far as it goes. Never raises for what a text may hold.

    Args:
        source: the text; characters YAML cannot take must be gone.
        loader: PyYAML's loader class; both of them give the same tree.
    """
    builder = TreeBuilder(source)
    tree = builder.tree
    last: Any = None
    try:
        for event in yaml.parse(source.text, Loader=loader):
            last = event
            builder.take(event)
    except Stop:
        tree.stopped = True
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem) and loader is not yaml.SafeLoader:
            # Since PyYAML 6.0.4 the C scanner refuses deep nesting while it looks ahead, before our own limit can
            # name the place; the Python one hands over what it has read so far.
            return build(source, yaml.SafeLoader)
        _note_error(tree, error, error.problem_mark or error.context_mark, error.context_mark)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        _note_error(tree, error, last.end_mark if last is not None else None, None)
    return tree


def _note_error(tree: Tree, error: Exception, mark: Any, start: Any) -> None:
    tree.error = error
    if mark is not None:
        tree.line, tree.column = mark.line + 1, mark.column + 1
    if start is not None:
        tree.start_line, tree.start_column = start.line + 1, start.column + 1
