"""The one door to the terminal: what is printed goes through it, and what could steer a terminal is shown instead."""

import sys
import unicodedata
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table

DROPPED = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)  # invisible and harmless: hyphens and joiners of some writings
FILLERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
)  # letters that show nothing


def visible(text: str) -> str:
    r"""Text that cannot steer a terminal or hide in it: what has no shape of its own is shown by its number.

    Line ends stay; joiners of some writings are dropped.

    >>> visible("red" + chr(27) + "[31m")
    'red\\x1b[31m'
    >>> visible("turned" + chr(0x202e) + "round")
    'turned\\u202eround'
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\n" or (character.isprintable() and character not in FILLERS and character not in DROPPED):
        return character
    if character in DROPPED:
        return ""
    if unicodedata.category(character) == "Zs":
        return " "  # a wide or narrow space
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


class Terminal(Console):
    """A console whose texts are made visible where they are turned into pieces, and in which no word is a command."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, markup=False, emoji=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The pieces of something that is printed."""
        if isinstance(renderable, Table):
            for column in renderable.columns:  # a word that is too long goes on in the next line: nothing is cut
                column.overflow = "fold"
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def be_kind_to_narrow_encodings() -> None:
    """On a terminal that knows only some letters, others are shown by their number instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
