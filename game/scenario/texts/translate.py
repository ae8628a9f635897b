"""A scenario in another language: its texts taken from `lang/de.po` and the like, beside scenario.yaml.

Texts are known by where they stand (`followers.mara.bio`) and by their wording, so that moving a line loses nothing
and changing one shows. Names of people, notes and ids stay as they are. What is missing is shown in the original.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.files import is_file
from game.scenario.checks.check import check_shape
from game.scenario.format.schema import WrittenScenario
from game.scenario.format.walk import SCENARIO, Shape, walk
from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.sources import Source
from game.scenario.reading.folder import MAIN
from game.scenario.reading.text_checks import MAX_TEXT, character_problems
from game.scenario.reading.tree import Node
from game.scenario.texts.po import PoEntry
from game.scenario.texts.po_files import FOLDER, LANGUAGE, read_language
from game.scenario.texts.writing import called, not_shown

MOST_LANGUAGES = 30  # languages of one scenario
STAYS = frozenset({"id", "one_of", "name", "author", "licence", "language", "notes", "names"})
PRONOUNS = frozenset({"they", "them", "their"})  # a language may do without them
_WORD = re.compile(r"\{([a-z_0-9]+)\}")


@dataclass(frozen=True)
class TranslatableText:
    """A text of a scenario that can be translated."""

    context: str  # where it stands, without numbers of list entries
    source: str
    node: Node
    longest: int  # characters a translation may have


@dataclass(frozen=True)
class Language:
    """How far the translation into one language is, and what of it can be used."""

    id: str  # "de", "pt-BR"
    total: int  # texts
    done: int
    stale: int  # translated, but the original has changed since
    missing: int
    usable: dict[tuple[str, str], str]  # context and source to translation
    problems: tuple[Problem, ...]


def texts(root: Node) -> list[TranslatableText]:
    """All texts of a scenario that can be translated, in the order of the file."""
    return list(_texts(root))


def _texts(root: Node) -> Iterator[TranslatableText]:
    for shape, node, path in walk(SCENARIO, root):
        if node.kind == "text" and node.value.strip() and _is_text(shape, path):
            yield TranslatableText(context_of(path), node.value.strip(), node, _longest(shape))


def _is_text(shape: Shape, path: tuple[str, ...]) -> bool:
    key = next((step for step in reversed(path) if not step.isdigit()), "")
    is_topic = key == "about" and path[-1].isdigit()
    return shape.kind == "text" and shape.ref is None and not shape.picture and key not in STAYS and not is_topic


def context_of(path: tuple[str, ...]) -> str:
    """Where a text stands, in words that stay the same when entries of a list change places.

    >>> context_of(("lines", "thanks", "2", "text"))
    'lines.thanks'
    """
    steps = [step for step in path if not step.isdigit()]
    if steps[0] in {"lines", "talks"} and steps[-1] == "text":
        steps.pop()
    return ".".join(steps)


def _longest(shape: Shape) -> int:
    marks = shape.field.metadata if shape.field and shape.kind == "text" else []
    limits: list[int] = [mark.max_length for mark in marks if getattr(mark, "max_length", None) is not None]
    return min([*limits, MAX_TEXT])


def languages(folder: Path) -> tuple[str, ...]:
    """The languages a scenario folder has translations for."""
    try:
        names = sorted(p.stem for p in (folder / FOLDER).glob("*.po") if LANGUAGE.fullmatch(p.stem))
    except OSError:
        return ()
    return tuple(names[:MOST_LANGUAGES])


def can_have_languages(folder: Path | None) -> bool:
    """Whether translations have a place here: beside scenario.yaml, and not beside one file among others."""
    return folder is not None and is_file(folder / MAIN)


def language(root: Node, folder: Path, name: str) -> Language:
    """What there is of a translation."""
    wanted = texts(root)
    source, found, problems = read_language(folder, name)
    if source is None:
        return Language(name, len(wanted), 0, 0, len(wanted), {}, tuple(problems))
    exact = {(e.context, e.source): e for e in found if e.text and not e.unsure}
    unsure = {(e.context, e.source) for e in found if e.text and e.unsure}
    usable: dict[tuple[str, str], str] = {}
    done = stale = 0
    keys = dict.fromkeys((text.context, text.source) for text in wanted)
    orphans = Counter(e.context for e in found if e.text and (e.context, e.source) not in keys)
    longest = {(text.context, text.source): text.longest for text in wanted}
    for key in keys:
        entry = exact.get(key)
        if entry is None:
            is_changed = key not in unsure and orphans[key[0]] > 0
            orphans[key[0]] -= is_changed
            stale += is_changed or key in unsure
            continue
        done += 1
        faults = list(_faults(entry, source, longest[key]))
        problems += faults
        if not faults:
            usable[key] = entry.text.strip()
    missing = len(keys) - done - stale
    lines = {(e.context, e.source): e.line for e in reversed(found)}
    empty = [line for key, line in lines.items() if key in keys and key not in exact and key not in unsure]
    doubted = [lines[key] for key in unsure if key in keys and key not in exact]
    gaps = Gaps(len(keys), missing, stale, empty, doubted)
    problems += _counted(source, f"courtship translate {name} {folder}", gaps)
    return Language(name, len(keys), done, stale, missing, usable, tuple(problems))


def _faults(entry: PoEntry, source: Source, longest: int) -> Iterator[Problem]:
    """Why a translation cannot be used."""
    wanted, given = set(_WORD.findall(entry.source)), set(_WORD.findall(entry.text))
    for word in sorted((wanted ^ given) - PRONOUNS):
        what = "is missing in the translation" if word in wanted else "is not in the original"
        told = f"{entry.context}: '{{{word}}}' {what}."
        hint = f"Write {{{word}}} where it belongs; it is filled in by the game." if word in wanted else "Take it out."
        yield problem("lang-placeholder", source, entry.line, 1, told, hint=hint)
    if len(entry.text) > longest:
        told = f"{entry.context}: the translation has {len(entry.text)} characters; there is room for {longest}."
        yield problem("lang-unfit", source, entry.line, 1, told, hint="Shorten it.")
    node = Node("text", source, entry.line, 1, entry.line, 1, entry.text)
    for found in character_problems(node):
        yield problem("lang-unfit", source, entry.line, 1, f"{entry.context}: {found.message}", hint=found.hint)
    if strange := not_shown(entry.text):
        told = f"{entry.context}: {called(strange[0])} cannot be shown in the window."
        yield problem("text-glyph", source, entry.line, 1, told)


@dataclass(frozen=True)
class Gaps:
    """What a translation file lacks."""

    total: int  # texts of the scenario
    missing: int  # texts without a translation
    stale: int  # translations that are older than their texts
    empty: list[int]  # lines of entries that stand in the file and wait for their translation
    doubted: list[int]  # lines of entries that are marked as unsure


def _counted(source: Source, update: str, gaps: Gaps) -> Iterator[Problem]:
    """What is missing or too old, at the first place where something can be done, and what that is.

    Args:
        source: the file of the language.
        update: the command that brings the file up to date; it helps only with texts that are not in the file.
        gaps: what is lacking.
    """
    name = Path(source.name).stem
    hint = f"Update the file with: {update}"
    if gaps.missing:
        told = f"{name}: {gaps.missing} of {gaps.total} texts are missing; they are shown as they are."
        if gaps.missing <= len(gaps.empty):
            hint_now = "Write each translation between the quotes behind its msgstr; this is the first."
        else:
            hint_now = hint
        line = min(gaps.empty) if gaps.missing <= len(gaps.empty) else 1
        yield problem("lang-missing", source, line, 1, told, hint=hint_now)
    if gaps.stale:
        is_older = (
            "1 translation is older than its text"
            if gaps.stale == 1
            else f"{gaps.stale} translations are older than their texts"
        )
        told, line = f"{name}: {is_older}, and not used.", 1
        if gaps.stale <= len(gaps.doubted):
            line = min(gaps.doubted)
            hint = "Compare it with the text above it, mend it, and take the word fuzzy out of the line “#, fuzzy”."
        yield problem("lang-stale", source, line, 1, told, hint=hint)


def all_problems(root: Node, folder: Path) -> list[Problem]:
    """What is missing, stale or wrong in all translations of a scenario."""
    return [found for name in languages(folder) for found in language(root, folder, name).problems]


def in_language(
    root: Node, scenario: WrittenScenario, folder: Path, name: str
) -> tuple[WrittenScenario, list[Problem]]:
    """The scenario in another language as far as it is translated, and what is missing or wrong.

    Args:
        root: its tree, without errors.
        scenario: as it is written.
        folder: where `lang/` is.
        name: the language wanted, such as de.
    """
    if name == scenario.language:
        return scenario, []
    if not LANGUAGE.fullmatch(name):
        told = f"'{name[:20]}' is no language; the texts are shown as they are."
        return scenario, [root.problem("lang-missing", told, hint="Write it in two letters, such as de, or pt-BR.")]
    found = language(root, folder, name)
    if not found.usable:
        return scenario, list(found.problems)
    new, faults = check_shape(translated(root, found.usable))
    if new is None:
        told = f"The translation into {name} does not fit: {faults[0].message}"
        return scenario, [*found.problems, root.problem("lang-unfit", told, hint="The texts are shown as they are.")]
    return new.model_copy(update={"language": name}), list(found.problems)


def translated(root: Node, usable: dict[tuple[str, str], str]) -> Node:
    """The tree with the translations in place of its texts; places stay those of the original."""
    new = {id(t.node): usable[t.context, t.source] for t in texts(root) if (t.context, t.source) in usable}
    return _with(root, new)


def _with(node: Node, new: dict[int, str]) -> Node:
    if id(node) in new:
        return replace(node, value=new[id(node)])
    if node.kind == "map":
        return replace(node, pairs=tuple((key, _with(value, new)) for key, value in node.pairs))
    if node.kind == "list":
        return replace(node, items=tuple(_with(item, new) for item in node.items))
    return node
