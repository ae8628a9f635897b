"""Lint: what is provably not as an author means it, in a scenario that can be read and played.

A remark at the end of the line, `# ok: word-unused`, silences a rule there. Statistics are no business of lint; bots
that play are asked for those.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.scenario.lint.rules import RULES, Subject
from game.scenario.loading import Loaded, load
from game.scenario.problems.codes import CODES
from game.scenario.problems.phrases import did_you_mean, meant
from game.scenario.problems.problems import Problem, in_order, problem, twenty_in_all
from game.scenario.problems.sources import Source
from game.scenario.reading.tree import Node

_OK = re.compile(r"(?:^|\s)#\s*ok:\s*([a-z][a-z, -]*?)\s*$")


def examine(path: str | Path) -> Loaded:
    """A scenario with all its problems, those of lint included; at most twenty of them."""
    loaded = load(path)
    found = lint(loaded)
    return replace(loaded, problems=twenty_in_all([*loaded.problems, *found])) if found else loaded


def lint(loaded: Loaded) -> tuple[Problem, ...]:
    """What lint finds in a scenario, in the order of its files; nothing while there are errors of reading.

    Args:
        loaded: with its tree, as `load` gives it.
    """
    if loaded.written is None or loaded.scenario is None or loaded.root is None:
        return ()
    subject = Subject(loaded.root, loaded.written, loaded.scenario)
    found = [p for rule in RULES for p in rule(subject) if p.code not in silenced(p.excerpt)]
    found += _idle_remarks(loaded.root)
    return in_order(found, (source.name for source in sources_of(loaded.root)))


def silenced(line: str) -> frozenset[str]:
    """The codes that a remark at the end of a line silences.

    >>> sorted(silenced("  wind: [a breeze]  # ok: word-unused, text-hard"))
    ['text-hard', 'word-unused']
    """
    found = _OK.search(line)
    return frozenset(re.split(r"[\s,]+", found.group(1).strip())) if found else frozenset()


def sources_of(root: Node) -> tuple[Source, ...]:
    """The texts a tree was read from."""
    return tuple(dict.fromkeys(key.source for key, _ in root.pairs))


def _idle_remarks(root: Node) -> Iterator[Problem]:
    """`ok-unknown`: remarks that name no code."""
    for source in sources_of(root):
        if "ok:" not in source.text:
            continue
        for number, line in enumerate(source.lines, 1):
            for name in sorted(silenced(line) - set(CODES)):
                message = f"There is no code '{name}', so nothing is silenced here."
                at = line.rindex(name)
                answer = meant(name, CODES)
                repair = line[:at] + answer + line[at + len(name) :] if answer else ""
                yield problem(
                    "ok-unknown", source, number, at + 1, message, width=len(name),
                    hint=did_you_mean(name, CODES), repair=repair,
                )  # fmt: skip
