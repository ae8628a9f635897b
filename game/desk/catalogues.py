"""Files for translators, made and kept up to date with Babel, which only those who translate need."""

import difflib
import re
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from game.errors import ScenarioError
from game.files import is_file, not_written, write_over
from game.scenario.loading import Loaded, load
from game.scenario.texts.po import entries
from game.scenario.texts.po_files import FOLDER, LANGUAGE
from game.scenario.texts.translate import (
    Language,
    TranslatableText,
    can_have_languages,
    language,
    languages,
    texts,
)
from game.ui.workshop.workshop_values import Tongues

NEEDS_BABEL = "Translating needs Babel. Install it with: pip install 'courtship[translate]'"
WIDTH = 100  # characters of a line


@dataclass(frozen=True)
class Updated:
    """A translation file that is up to date."""

    path: Path
    state: Language
    changed: bool


def loaded_for_translation(path: Path) -> Loaded:
    """A scenario without errors, in a folder that has room for translations.

    Raises:
        ScenarioError: it has errors, or is one file among others.
    """
    loaded = load(path)
    if not loaded.ok or loaded.root is None:
        raise ScenarioError(f"{path} has errors, so its texts are not certain. See them with: courtship check {path}")
    is_alone = is_file(path) and path.name != "scenario.yaml"
    if is_alone or not can_have_languages(loaded.folder):
        raise ScenarioError(
            f"Translations lie beside scenario.yaml. Put {path.name} into a folder of its own under that name."
        )
    return loaded


def tongues_of(path: Path) -> Tongues:
    """How far the translations of a scenario are, for the Workshop; and why none can be made, if none can."""
    try:
        loaded = loaded_for_translation(path)
    except ScenarioError:
        if load(path).ok:
            reason = (
                "Translations lie beside scenario.yaml in a folder of its own. A copy of this one has such a folder."
            )
            return Tongues("", (), problem=reason, in_a_copy=True)
        return Tongues("", (), problem="It has errors, so its texts are not certain. They are under Messages.")
    assert loaded.scenario is not None
    assert loaded.root is not None
    assert loaded.folder is not None
    found = tuple(language(loaded.root, loaded.folder, name) for name in languages(loaded.folder))
    problem = "" if find_spec("babel") else NEEDS_BABEL
    return Tongues(loaded.scenario.language, found, str(loaded.folder / FOLDER), problem)


def update(path: Path, name: str, now: datetime) -> Updated:
    """Makes or updates the file of one language.

    Translations whose text has changed stay, marked as unsure (fuzzy), with the old text beside them.

    Args:
        path: the scenario's folder or its scenario.yaml.
        name: the language, such as de or pt-BR.
        now: written into a new file.

    Raises:
        ScenarioError: no such language, no Babel, a broken file, or a scenario with errors.
    """
    if not LANGUAGE.fullmatch(name):
        raise ScenarioError(f"“{name}” is no language. Write it in two letters, such as de, or pt-BR with the country.")
    if find_spec("babel") is None:
        raise ScenarioError(NEEDS_BABEL)
    loaded = loaded_for_translation(path)
    assert loaded.scenario is not None
    assert loaded.root is not None
    assert loaded.folder is not None
    if name == loaded.scenario.language:
        raise ScenarioError(f"The scenario is written in {name} already. Name another language.")
    file = loaded.folder / FOLDER / f"{name}.po"
    if file.exists() and (
        broken := [p for p in language(loaded.root, loaded.folder, name).problems if p.code == "lang-file"]
    ):
        raise ScenarioError(f"{file}, line {broken[0].line}: {broken[0].message} {broken[0].hint}")
    before = file.read_bytes() if file.exists() else b""
    try:
        after = _merged(before, texts(loaded.root), name, loaded.scenario.title, loaded.folder, now)
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # whatever Babel finds in a stranger's file
        raise ScenarioError(
            f"{file} cannot be brought up to date: its header or an entry is not as it should be ({error}). Open it "
            "with a program for translations, such as Poedit, and save it again. It stays as it is."
        ) from None
    if lost := _lost(before, after):
        raise ScenarioError(
            f"{file} stays as it is: {lost} of its translations would be lost. Open it with a program for "
            "translations, such as Poedit, save it, and try again."
        )
    if after != before:
        _write(file, after)
    return Updated(file, language(loaded.root, loaded.folder, name), after != before)


def _write(file: Path, data: bytes) -> None:
    """Puts the file in place at once, so that a translator's program never reads half of it."""
    try:
        file.parent.mkdir(exist_ok=True)
        write_over(file, data)
    except OSError as error:
        raise ScenarioError(not_written(file, error)) from error


def _lost(before: bytes, after: bytes) -> int:
    """How many translations stand in the one file and not in the other, be it as sure, unsure or commented out."""
    kept = re.sub(r'"\n(?:#~ )?"', "", after.decode())
    found = [e for e in entries(before.decode("utf-8", "replace")) if e.text]
    return sum(_quoted(entry.text) not in kept for entry in found)


def _quoted(text: str) -> str:
    """A text as it stands in a file, without the quotes around it."""
    from babel.messages.pofile import escape

    return escape(text)[1:-1]


def _merged(before: bytes, wanted: list[TranslatableText], name: str, title: str, folder: Path, now: datetime) -> bytes:
    """The text of the file: everything wanted, with what was translated before."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    locale = name.replace("-", "_")
    template = Catalog(locale, project=title, version="1", charset="utf-8", creation_date=now, revision_date=now,
                       header_comment=f"# {title}: texts in {name}", fuzzy=False)  # fmt: skip
    if template.locale is None:
        raise ScenarioError(f"“{name}” is no language that is known. Write it in two letters, such as de.")
    for text in wanted:
        template.add(text.source, context=text.context, locations=[_place(text, folder)],
                     auto_comments=[text.context.replace(".", " › ")])  # fmt: skip
    plain = b"\n".join(before.removeprefix(b"\xef\xbb\xbf").splitlines()) + b"\n"  # Babel knows no other line ends
    catalog = read_po(BytesIO(plain), locale) if before else template
    if before:
        known = [message for message in catalog if message.id and message.string]
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        _keep_older(catalog, known)
    out = BytesIO()
    write_po(out, catalog, width=WIDTH, include_previous=True)
    return out.getvalue()


def _place(text: TranslatableText, folder: Path) -> tuple[str, int]:
    path = Path(text.node.source.name)
    return (path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name), text.node.line


def _keep_older(catalog: Any, known: list[Any]) -> None:
    """Gives a changed text the translation of what stood in its place, marked as unsure."""
    for message in catalog:
        if not message.id or message.string:
            continue
        before = [m for m in known if m.context == message.context and (m.id, m.context) in catalog.obsolete]
        ids = difflib.get_close_matches(message.id, [m.id for m in before], 1, 0.0)
        for old in before:
            if old.id in ids:
                message.string, message.previous_id = old.string, [old.id]
                message.flags.add("fuzzy")
                catalog.obsolete.pop((old.id, old.context))
