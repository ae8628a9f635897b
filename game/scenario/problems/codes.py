"""Every code a problem can have, declared once: how grave it is, and what it means in one line."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Code:
    """A kind of problem. Errors of reading keep a scenario from being played; nothing else does."""

    id: str
    severity: Severity
    meaning: str


_ERRORS = {
    # the file itself
    "file-missing": "There is no such file, or it cannot be read.",
    "file-empty": "The file holds nothing, or only comments.",
    "file-encoding": "The file is not saved as UTF-8.",
    "file-kind": "The file is no plain text but a document, picture or web page.",
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
    "yaml-conflict": "Two versions of some lines stand in the file, with the marks of git around them.",
    "yaml-fence": "The text stands between lines of ```, as on a web page.",
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
    "cast-impossible": "Wishes for the cast that no way of dealing the lives can meet.",
    "life-single": "A follower with one life only.",
    "life-twice": "A key that stands with a follower and belongs to their lives.",
    "life-shown": "A goal that would show which life somebody has.",
    "answer-twice": "Two answers with the same id.",
    "event-no-start": "An event with neither 'day' nor 'when'.",
    "event-two-starts": "An event with both 'day' and 'when'.",
    "event-no-day": "An event with 'give_or_take' and no 'day'.",
}
_WARNINGS = {
    "yaml-line-end": "A character that ends a line for YAML, though hardly an editor shows it.",
    "text-cut": "The rest of a text is lost behind a #.",
    "text-remark": "A remark that stands in a text, so that players read it.",
    "picture-missing": "A picture that is not there; a drawn one is shown instead.",
    "file-unknown": "A file in the scenario folder that nothing reads.",
    "line-unknown": "Lines for something nobody ever says.",
    "tie-self": "A follower who knows themselves.",
}
_NOTES = {
    "more-problems": "There are more problems than are shown.",
}

_LINT_ERRORS = {
    "word-unknown": "A word in braces that stands for nothing.",
    "word-loop": "A word in braces that leads back to itself.",
    "brace-open": "A brace that is opened and not closed, or closed and not opened.",
    "goal-unreachable": "A goal that nobody can ever reach.",
    "promise-never": "A promise that no bot can ever keep.",
    "follower-no-happy-end": "A follower who cannot come to a good end, however one plays.",
}
_LINT_WARNINGS = {
    "word-nested": "A word in braces inside another word; it is shown as typed.",
    "word-elsewhere": "A word in braces outside of lines, talks and clues; it is shown as typed.",
    "line-dead": "A line that is never said.",
    "text-split": "A text in brackets that a comma cuts into several.",
    "text-long": "A text that is longer than its place on the screen.",
    "text-glyph": "A character that the window cannot show.",
    "goal-late": "A goal whose day comes after the last one.",
    "goal-free": "A goal that is reached whatever one does.",
    "follower-no-topic": "A follower who loves nothing that any content is about.",
    "life-no-clue": "A life at which nothing hints.",
    "life-clue": "A clue that names a life outright, or hints at another one.",
    "need-late": "A need that rises or passes when nobody can do anything about it.",
    "need-hidden": "A motive whose need never grows so far that it shows.",
    "who-absent": "A change or move for somebody who has not come yet.",
    "hint-late": "A hint for a day after the last one.",
    "move-late": "A move that opens after the last day, or after the last day of its hint.",
    "content-too-long": "Content that takes more hours than a day has.",
    "hours-gone": "Events that may leave no hour of a day.",
    "name-twice": "Two followers with the same name.",
    "event-dead": "An event that can never happen.",
    "content-locked": "Content that can never be used.",
    "hours-short": "More content than there are hours to make it.",
    "move-too-long": "A move that takes more hours than a day has.",
    "lesson-untaught": "A lesson that no goal, answer or debrief shows.",
    "ok-unknown": "A remark '# ok:' that names no code, so that nothing is silenced.",
}
_LINT_NOTES = {
    "word-unused": "Words that no line uses.",
    "love-faint": "A love of 1 or less, where 100 is the most.",
    "line-repeats": "A single wording, which players will meet again and again.",
    "list-empty": "A list or block with nothing in it.",
    "list-twice": "A word that stands twice in one list.",
    "talk-unnamed": "A later turn of a talk that does not name what it comes back to.",
    "text-hard": "A sentence that many readers lose the thread of.",
    "follower-no-format": "A follower none of whose formats any content has.",
    "follower-alone": "A follower whom no word of mouth reaches.",
    "motive-missing": "A follower whose motive is left to chance.",
    "motive-no-clue": "A motive at which nothing seems to hint.",
    "ready-no-buyer": "A time at which somebody would say yes who does not want to buy.",
    "life-uneven": "Lives of one follower that can be told apart by what they lack.",
    "content-nobody": "Content that touches nothing a written follower loves.",
    "event-single": "An event that is one of those that each game has one of, and the only one.",
    "choice-no-cost": "An event all of whose answers are harmless.",
    "choice-obvious": "Events whose best answer always stands at the same place.",
    "debrief-missing": "No debrief is written; the game tells its own.",
    "picture-no-words": "A picture without words for players who cannot see it.",
    "model-extreme": "A dial of the model far from its tested value.",
}
_LANGUAGE = {
    "lang-missing": "Texts that are not translated; they are shown as they are written.",
    "lang-stale": "Translations that are older than their texts; they are not used.",
    "lang-placeholder": "A translation whose words in braces are not those of its text; it is not used.",
    "lang-unfit": "A translation that is too long or cannot be shown; it is not used.",
    "lang-file": "A translation file that cannot be read.",
}

_PLAYTEST_ERRORS = {
    "lesson-inverted": "A bot that pushes clearly does better than the one that courts.",
}
_PLAYTEST_NOTES = {
    "event-rare": "An event that happened in fewer than one game of a hundred.",
    "line-never": "A line of the scenario that nobody said in any game.",
    "goal-too-easy": "A goal that every bot reaches, however it plays.",
    "goal-too-hard": "A goal that hardly any game reaches.",
}
_SIGNS_NOTES = {
    "replay-spoils": "Followers of whom one knows by name who will be ready, after one has played before.",
    "texts-few": "Texts that have nearly all been met after a few plays.",
    "people-plain": "Followers of whom a trained reader nearly always knows who is ready.",
    "people-dark": "Followers of whom not even a trained reader can tell who is ready.",
    "peak-at-edge": "A score that only rises, or only falls, the longer one waits.",
}


def _codes(severity: Severity, meanings: dict[str, str]) -> dict[str, Code]:
    return {name: Code(name, severity, meaning) for name, meaning in meanings.items()}


READING: dict[str, Code] = {**_codes("error", _ERRORS), **_codes("warning", _WARNINGS), **_codes("note", _NOTES)}
"""What keeps a file from being read as its author meant it."""

LINT: dict[str, Code] = {
    **_codes("error", _LINT_ERRORS),
    **_codes("warning", _LINT_WARNINGS),
    **_codes("note", _LINT_NOTES),
}
"""What is wrong with a scenario that can be read, found by `game/scenario/lint`. Even its errors can be played."""

LANGUAGE: dict[str, Code] = _codes("warning", _LANGUAGE)
"""What is wrong with a translation; the scenario can be played in its own language."""

PLAYTEST: dict[str, Code] = {**_codes("error", _PLAYTEST_ERRORS), **_codes("note", _PLAYTEST_NOTES)}
"""What only games show; `courtship playtest` looks for it. A remark `# ok:` silences these as it does those of lint."""

SIGNS: dict[str, Code] = _codes("note", _SIGNS_NOTES)
"""What is known by heart or cannot be read; `courtship freshness` and `courtship legibility` look for it."""

CODES: dict[str, Code] = {**READING, **LINT, **LANGUAGE, **PLAYTEST, **SIGNS}
