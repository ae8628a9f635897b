"""Every code a problem can have, declared once: how grave it is, and what it means in one line."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Code:
    """A kind of problem. Errors keep a scenario from being played; warnings and notes do not."""

    id: str
    severity: Severity
    meaning: str


_ERRORS = {
    # the file itself
    "file-missing": "There is no such file, or it cannot be read.",
    "file-empty": "The file holds nothing, or only comments.",
    "file-encoding": "The file is not saved as UTF-8.",
    "file-too-big": "The file is larger than 500 KB.",
    "file-too-deep": "Blocks stand inside one another more than 24 deep.",
    "file-too-many": "The file holds more than 20,000 values.",
    "file-shape": "The file does not begin with keys such as 'title:'.",
    "file-outside": "A file of the scenario is a link that leads out of its folder.",
    "format-version": "The scenario format is not known to this version of the game.",
    # YAML
    "yaml-syntax": "A line breaks the rules by which YAML is read.",
    "yaml-indent": "A line starts at a depth that fits no block above it.",
    "yaml-tab": "A line is indented with a tab.",
    "yaml-duplicate": "The same key is written twice in one block.",
    "yaml-anchor": "Anchors (&) and aliases (*) are not used in scenarios.",
    "yaml-merge": "The key << is not used in scenarios.",
    "yaml-tag": "Tags (!) are not used in scenarios.",
    "yaml-documents": "A file holds one scenario: no second document, no % directive.",
    "yaml-key": "What stands before a colon must be one plain word.",
    "yaml-character": "A character that cannot be shown.",
    # shape
    "unknown-key": "A key the block does not have.",
    "missing-key": "A key the block needs.",
    "empty-value": "Nothing stands behind the colon.",
    "bad-choice": "A word that is not one of the choices.",
    "wrong-type": "A text where a number, a list or a block should be, or the like.",
    "wrong-indent": "A key that would be right one level further in or out.",
    "out-of-range": "A number that is too low or too high.",
    "upside-down": "A range whose end comes before its beginning.",
    "bad-id": "An id that is not a small word.",
    "too-many": "More entries than the game can use.",
    "text-too-long": "A text that is longer than there is room for.",
    "text-invisible": "An invisible character that turns text round.",
    "picture-outside": "A picture that is not inside the scenario folder.",
    "picture-too-big": "A picture that would take too much memory.",
    # what names what
    "unknown-id": "A name that stands for nothing in this file.",
    "base-unknown": "'based_on' names no archetype.",
    "base-chain": "An archetype is based on another one.",
    "cast-empty": "A scenario in which nobody follows.",
    "event-no-start": "An event with neither 'day' nor 'when'.",
    "event-two-starts": "An event with both 'day' and 'when'.",
}
_WARNINGS = {
    "text-cut": "The rest of a text is lost behind a #.",
    "picture-missing": "A picture that is not there; a drawn one is shown instead.",
    "file-unknown": "A file in the scenario folder that nothing reads.",
    "line-unknown": "Lines for something nobody ever says.",
    "tie-self": "A follower who knows themselves.",
}
_NOTES = {
    "more-problems": "There are more problems than are shown.",
}

CODES: dict[str, Code] = {
    **{name: Code(name, "error", meaning) for name, meaning in _ERRORS.items()},
    **{name: Code(name, "warning", meaning) for name, meaning in _WARNINGS.items()},
    **{name: Code(name, "note", meaning) for name, meaning in _NOTES.items()},
}
