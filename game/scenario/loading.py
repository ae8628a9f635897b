"""From a path or a text to a checked scenario with all its problems."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.errors import CannotPlay
from game.scenario.checks.check import check_shape, faults_of
from game.scenario.checks.misplaced import Misplaced, misplaced
from game.scenario.checks.references import check_references
from game.scenario.checks.remarks import remarks
from game.scenario.compiling.compiled_lives import check_cast
from game.scenario.compiling.defaults import complete
from game.scenario.format.difficulty import Difficulty
from game.scenario.format.schema import Scenario, WrittenScenario
from game.scenario.format.walk import known_keys
from game.scenario.problems.problems import Problem, in_order, problem, twenty_in_all
from game.scenario.problems.quoting import short
from game.scenario.problems.sources import MAX_BYTES, Source
from game.scenario.reading.folder import MAIN, Files, ScenarioPart, find
from game.scenario.reading.mending import with_line
from game.scenario.reading.reader import Reading, in_original, read
from game.scenario.reading.tree import Node
from game.scenario.texts.builtin import titles
from game.scenario.texts.translate import all_problems, can_have_languages, in_language

NO_REFERENCES = frozenset({"yaml-duplicate", "format-version", "file-shape", "wrong-indent"})
"""Problems after which it cannot be said what names what."""


SHAPE_REPAIRS = frozenset(
    {"unknown-key", "bad-choice", "wrong-type", "upside-down", "empty-value", "unknown-id", "base-unknown",
     "missing-key", "wrong-indent", "line-unknown"}
)  # fmt: skip
"""Problems of the shape with a repair, which is proved before it is offered."""

MOST_PROVED = 20


@dataclass(frozen=True)
class Loaded:
    """What came of loading a scenario. It is there, written and complete, exactly if there is no error."""

    id: str  # file stem or folder name
    written: WrittenScenario | None  # as its author wrote it
    scenario: Scenario | None  # the same, complete: what is compiled and played
    problems: tuple[Problem, ...]
    hash: str  # of the text, see `content_hash`
    folder: Path | None = None  # where its pictures are
    text: str = ""  # all of it as one file, to be kept with a run; it has the same hash
    title: str = ""  # as written, even if something else is wrong
    root: Node | None = field(default=None, repr=False, compare=False)  # the tree, for those who look further

    @property
    def ok(self) -> bool:
        """Whether the scenario can be played: it has no error."""
        return self.scenario is not None

    def at(self, difficulty: Difficulty | None) -> "Loaded":
        """The same at a difficulty; without one, at the scenario's own."""
        if difficulty is None or self.scenario is None:
            return self
        return replace(self, scenario=self.scenario.model_copy(update={"difficulty": difficulty}))

    def playable(self) -> Scenario:
        """The complete scenario.

        Raises:
            CannotPlay: it has errors.
        """
        if self.scenario is None:
            count = sum(p.is_error for p in self.problems)
            told = "1 error, which comes first" if count == 1 else f"{count} errors, which come first"
            raise CannotPlay(
                f"The scenario “{self.id}” cannot be played: it has {told}. “courtship check” shows where."
            )
        return self.scenario


def content_hash(text: str) -> str:
    """SHA-256 of a scenario's text as 64 hexadecimal digits; line ends do not count, everything else does."""
    return hashlib.sha256(re.sub("\r\n?", "\n", text).encode("utf-8", "surrogatepass")).hexdigest()


def load(path: str | Path, language: str = "") -> Loaded:
    """Load a scenario file, or a folder with scenario.yaml. Never raises for what the files hold.

    Args:
        path: the file or folder.
        language: the language its texts are wanted in, such as de; what is not translated stays as it is written.
    """
    files = find(Path(path))
    return _load(files, files.folder, language)


def load_text(text: str, name: str = "scenario.yaml", folder: str | Path | None = None, language: str = "") -> Loaded:
    """Load a scenario from its text.

    Args:
        text: the text of one file.
        name: what to call it in messages; without its suffix it is the scenario's id.
        folder: where its pictures are; without one, only the way their paths are written is checked.
        language: as in `load`; its translation is looked for in that folder.
    """
    home = Path(folder) if folder is not None else None
    source = Source(name, text.removeprefix("\ufeff"))
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        hint = "Split the scenario: followers.yaml, content.yaml and lines.yaml may stand beside scenario.yaml."
        large = problem("file-too-big", Source(name, ""), 1, 1, "This text has more than 500 KB.", hint=hint)
        return Loaded(_stem(name), None, None, (large,), content_hash(text), home)
    return _load(
        Files(_stem(name), home or Path(), (ScenarioPart(source, "", True),), ()), home, language if home else ""
    )


def written_hash(path: Path) -> str:
    """The hash of what is written at a path now, without reading further into it; equal to that of `load`."""
    return content_hash(_joined(find(path).parts))


def check(paths: Iterable[str | Path]) -> tuple[Problem, ...]:
    """All problems of several scenarios, in the order of the paths."""
    return tuple(p for path in paths for p in load(path).problems)


def _stem(name: str) -> str:
    return Path(name).stem or "scenario"


def _load(files: Files, folder: Path | None, language: str = "") -> Loaded:
    parts = [(part, read(part.source, known_keys(), faults_of)) for part in files.parts if part.readable]
    problems = [*files.problems, *(p for _, reading in parts for p in reading.problems)]
    root, more = _merged(parts)
    problems += more
    problems += remarks(root) if root is not None else ()
    whole = root is not None and not any(reading.torn or reading.root is None for _, reading in parts)
    written = None
    if root is not None and whole and len(parts) == len(files.parts):
        written, shape = check_shape(root)
        moved = misplaced(root) if shape else []
        problems = [p for p in problems if p.code != "yaml-duplicate" or not _in_shadow(p, moved)]
        shape = [*(m.problem for m in moved), *(p for p in shape if not _in_shadow(p, moved))]
        problems += _not_told_yet(shape, problems)
        if not any(p.code in NO_REFERENCES for p in problems):
            problems += _not_told_yet(check_references(root, folder, titles), problems)
    problems = _proved(problems, parts)
    if written is not None and root is not None and not any(p.is_error for p in problems):
        problems += check_cast(root, complete(written))
        written, more = _in_language(root, written, files, language)
        problems += more
    shown = _as_written(problems, [part.source for part in files.parts])
    if any(p.is_error for p in shown):
        written = None
    text = _joined(files.parts)
    title = root.get("title") if root is not None else None
    heading = short(title.value, 80) if title else ""
    scenario = complete(written) if written is not None else None
    return Loaded(
        id=files.id, written=written, scenario=scenario, problems=twenty_in_all(shown), hash=content_hash(text),
        folder=folder, text=text, title=heading, root=root,
    )  # fmt: skip


def _in_language(
    root: Node, written: WrittenScenario, files: Files, language: str
) -> tuple[WrittenScenario, list[Problem]]:
    """The scenario in the language wanted, with what its translations lack; in none, it stays as it is written."""
    is_main = Path(files.parts[0].source.name).name == MAIN
    if language:
        return in_language(root, written, files.folder, language)
    return written, all_problems(root, files.folder) if is_main and can_have_languages(files.folder) else []


def _joined(parts: tuple[ScenarioPart, ...]) -> str:
    """All files as one; marks of a document's beginning and end would make several of it."""
    if len(parts) == 1:
        return parts[0].source.text
    marks = re.compile(r"^(---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
    return "\n".join(marks.sub("", part.source.text) for part in parts)


def _proved(problems: list[Problem], parts: list[tuple[ScenarioPart, Reading]]) -> list[Problem]:
    """The problems, with the repair left out where a file would be no better with it."""
    wanted = [p for p in problems if p.repair and p.code in SHAPE_REPAIRS][:MOST_PROVED]
    worse = set()
    for part, reading in parts:
        before = None
        for p in wanted:
            if p.file == part.source.name:
                before = _faults(reading) if before is None else before
                text = part.source
                for one in (p, *p.hidden):
                    text = with_line(text, one.line, one.repair)
                if _faults(read(text, known_keys(), faults_of)) > before:
                    worse.add(p)
    return [replace(p, repair="", hidden=()) if p in worse else p for p in problems]


def _faults(reading: Reading) -> int:
    """How many errors a file has, read by itself."""
    found = sum(p.is_error for p in reading.problems)
    return found + len(faults_of(reading.root)) if reading.root is not None and not reading.torn else found + 1_000


def _in_shadow(problem: Problem, moved: list[Misplaced]) -> bool:
    return any(m.covers(problem) for m in moved)


def _not_told_yet(found: list[Problem], told: list[Problem]) -> list[Problem]:
    """Problems of shape, except those that only follow from a mistake in the YAML already told."""
    places = {(p.file, p.line, p.column) for p in told if p.is_error}
    moved = {(p.file, p.line) for p in told if p.code in {"yaml-indent", "yaml-tab"}}
    return [p for p in found if (p.file, p.line, p.column) not in places and (p.file, p.line) not in moved]


def _as_written(problems: list[Problem], sources: list[Source]) -> list[Problem]:
    """The problems with lines as the author wrote them, in the order of the files."""
    for source in sources:
        problems = in_original(problems, source)
    return list(in_order(problems, (source.name for source in sources)))


def _merged(parts: list[tuple[ScenarioPart, Reading]]) -> tuple[Node | None, list[Problem]]:
    """One tree out of the trees of all files; a block in two files is written twice."""
    root: Node | None = None
    problems: list[Problem] = []
    pairs: list[tuple[Node, Node]] = []
    for part, reading in parts:
        if reading.root is None:
            continue
        root = root or reading.root
        if part.block and reading.root.kind != "map":
            message = f"This file should hold one block, {part.block}:."
            problems.append(reading.root.problem("file-shape", message, hint=f"Start it with {part.block}:"))
            continue
        for key, value in reading.root.pairs:
            first = next((k for k, _ in pairs if k.value == key.value), None)
            if first is not None:
                also = first.place(f"first written here, {first.source.name}")
                message = f"'{short(key.value)}' is written in two files; only one can count."
                problems.append(key.problem("yaml-duplicate", message, also=also))
            elif part.block and key.value != part.block:
                message = f"'{short(key.value)}' does not belong in {Path(part.source.name).name}."
                hint = f"This file holds {part.block}: only; move the rest to scenario.yaml."
                problems.append(key.problem("unknown-key", message, hint=hint))
            else:
                pairs.append((key, value))
    if root is not None and root.kind == "map":
        root = replace(root, pairs=tuple(pairs))
    return root, problems
