"""The file of one language, read: a stranger's file, of which everything that is wrong is told with its line."""

import re
from pathlib import Path

from game.files import is_there
from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.sources import Refusal, Source, decode, read_bytes
from game.scenario.texts.po import PoEntry, PoError, entries

FOLDER = "lang"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
ENDLESS = 100_000  # characters of one translation: more than any text of a scenario may have
HEADER = 4_000  # characters at the beginning of a file in which its header stands
NOT_PO = "Save it as a PO file, in UTF-8, in a program for translations, such as Poedit."
HINTS = {
    "file-missing": "Put the file of translations there, or take this away.",
    "file-too-big": "Keep in it what belongs to this scenario alone.",
}
"""What to do with a file that cannot be read, by the code of the reason; `NOT_PO` for any other."""
_CHARSET = re.compile(r"charset=([\w.-]+)", re.IGNORECASE)
_NAMED = re.compile(r'^"Language: *(\S.*?)(?:\\n)?"', re.MULTILINE)


def read_language(folder: Path, name: str) -> tuple[Source | None, list[PoEntry], list[Problem]]:
    """The entries of a language's file; nothing, and why, when there is none that can be read."""
    path = folder / FOLDER / f"{name}.po"
    source = Source(str(path), "")
    hint = f"Make it with: courtship translate {name} {folder}"
    if not is_there(path):
        told = f"There is no {FOLDER}/{name}.po; the texts are shown as they are."
        return None, [], [problem("lang-missing", source, 1, 1, told, hint=hint)]
    if not path.resolve().is_relative_to(folder.resolve()):
        told = f"{path.name} is a link that leads out of the folder."
        return None, [], [problem("lang-file", source, 1, 1, told, hint="Copy the file into the folder.")]
    data = read_bytes(path)
    text, refusal = ("", data) if isinstance(data, Refusal) else decode(data)
    if refusal is not None:
        return None, [], [problem("lang-file", source, 1, 1, refusal.message, hint=HINTS.get(refusal.code, NOT_PO))]
    source = Source(str(path), text)
    if wrong := _header_problem(source, text):
        return None, [], [wrong]
    try:
        found = entries(text)
    except PoError as error:
        told = "This line is none that a translation file may have."
        hint = "Open the file with a program for translations, such as Poedit, and save it again."
        if re.match(r'\s*(msg[a-z]+)?\s*".*".*"', source.line(error.line)):
            hint = 'A quote inside of a text is written with a backslash before it: \\".'
        return None, [], [problem("lang-file", source, error.line, 1, told, hint=hint)]
    if endless := next((e for e in found if len(e.text) > ENDLESS), None):
        told = f"{endless.context}: the translation has {len(endless.text):,} characters; none needs that many."
        return None, [], [problem("lang-file", source, endless.line, 1, told, hint="Shorten it, or empty it.")]
    return source, found, []


def _header_problem(source: Source, text: str) -> Problem | None:
    """What the header says that is not so: other letters than UTF-8, or a language that is none."""
    head = text[:HEADER]
    if (found := _CHARSET.search(head)) and found[1].lower() not in {"utf-8", "utf8", "us-ascii", "ascii", "charset"}:
        told = f"The header says charset={found[1]}, and translations are read as UTF-8."
        hint = "Write charset=UTF-8; where letters look wrong then, save the file as UTF-8."
    elif (found := _NAMED.search(head)) and not LANGUAGE.fullmatch(found[1].replace("_", "-")):
        told = f"The header says “Language: {found[1][:30]}”, which is none."
        hint = f"Write Language: {Path(source.name).stem}."
    else:
        return None
    line = len(re.split("\r\n|\r|\n", head[: found.start()]))
    return problem("lang-file", source, line, 1, told, hint=hint)
