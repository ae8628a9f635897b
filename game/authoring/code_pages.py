"""A page for each code: what it means, how not to write it and how to. The pages lie in `assets/explain/`."""

import re
from dataclasses import dataclass
from functools import cache
from textwrap import fill

from game.resources import ASSETS
from game.scenario.problems.codes import CODES, Severity
from game.scenario.problems.phrases import nearest

CONTEXT = (
    "scenario_format: 1\ntitle: Wheels on Quay Street\nbusiness: {name: Spoke and Chain, trade: bicycle workshop}\n"
)
"""What stands around an example that shows only a part of a scenario."""

_BREAK = re.compile(r"(?<!\n)\n(?!\n)")  # one that ends no paragraph
_PAGE = re.compile(r"\A(.*?)\n\nNot so:\n\n```(\w+)\n(.*?)\n```\n\nBut so:\n\n```\w+\n(.*?)\n```\n\Z", re.DOTALL)


@dataclass(frozen=True)
class CodePage:
    """What there is to say about a code."""

    code: str
    severity: Severity
    meaning: str  # in one sentence
    text: str  # why it matters, and what to do
    wrong: str  # an example
    right: str  # the same, mended
    is_yaml: bool  # whether the examples are scenario text; else they tell of files

    @property
    def flowing(self) -> str:
        """The text without the line breaks of its file, for whoever breaks lines to a width of their own.

        >>> page("text-cut").flowing.count(chr(10))
        0
        """
        return _BREAK.sub(" ", self.text)

    def whole(self, example: str) -> str:
        """An example with what stands around it, as a scenario of its own."""
        return example if "scenario_format" in example or not self.is_yaml else f"{CONTEXT}{example}\n"


@cache
def page(code: str) -> CodePage:
    """The page of a code.

    Raises:
        KeyError: there is no such code.
        ValueError: its page is not written as pages are.
    """
    known = CODES[code]
    text = (ASSETS / "explain" / f"{code}.md").read_text(encoding="utf-8")
    found = _PAGE.match(text)
    if found is None:
        raise ValueError(f"expected a text, 'Not so:' and 'But so:' in the page of {code}")
    return CodePage(code, known.severity, known.meaning, found[1], found[3], found[4], found[2] == "yaml")


def pages() -> tuple[CodePage, ...]:
    """The pages of all codes, in the order in which the codes are declared."""
    return tuple(page(code) for code in CODES)


def as_text(one: CodePage, width: int = 0) -> str:
    """A page as it is printed.

    Args:
        one: the page of a code.
        width: columns within which its sentences are wrapped, 0 for none; examples stay as they are.

    >>> as_text(page("text-cut")).splitlines()[0]
    'text-cut (warning): The rest of a text is lost behind a #.'
    """
    sentences = [f"{one.code} ({one.severity}): {one.meaning}", *one.text.split("\n\n")]
    parts = [
        fill(" ".join(text.split()), width or 10_000, break_long_words=False, break_on_hyphens=False)
        for text in sentences
    ]
    parts += ["Not so:", _indented(one.wrong), "But so:", _indented(one.right)]
    return "\n\n".join(parts)


def likely(word: str) -> str:
    """The code a person most likely means, or an empty text.

    >>> likely("text_cut"), likely("brace")
    ('text-cut', 'brace-open')
    """
    begun = [code for code in CODES if code.startswith(f"{word.strip().lower().replace('_', '-')}-")]
    if len(begun) == 1:
        return begun[0]
    return nearest(word.replace("_", "-"), {code.replace("-", "_") for code in CODES}).replace("_", "-")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))
