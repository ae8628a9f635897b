"""New scenarios: a folder that plays at once, with comments that say what to change, set up for the editor."""

import re
import unicodedata
from pathlib import Path

from game.resources import ASSETS
from game.scenario.editor import editor_files, modeline, write_schemas
from game.scenario.edits import apply, in_place_of
from game.scenario.errors import Hindrance
from game.scenario.folder import MAIN
from game.scenario.loading import load_text
from game.scenario.reader import read
from game.scenario.sources import Source
from game.scenario.words import as_yaml, did_you_mean

STARTERS = {
    "coffee": "a coffee roastery: a customer, a neighbour, and a boss who wants figures",
    "bakery": "a bakery: a customer, a colleague, and a loaf that went wrong in public",
    "bicycle": "a bicycle workshop: a customer, a seller, and a bad idea",
    "empty": "the least that plays; the rest as comments",
}
"""What a new scenario can be made like."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)  # no folder may be called so on Windows


def folder_name(name: str) -> str:
    """What the folder of a scenario is called: small letters, digits and _, so that every system takes it.

    >>> folder_name("The Slow Roast!")
    'the_slow_roast'
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    tidy = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:40].strip("_")
    return f"{tidy}_scenario" if _RESERVED.fullmatch(tidy) else tidy


def starter_text(like: str, title: str = "", business: str = "", trade: str = "") -> str:
    """The text of a new scenario.

    Args:
        like: one of `STARTERS`.
        title: the scenario's title; this and the rest stay as in the starter when left out.
        business: what the business is called.
        trade: what it is.

    Raises:
        Hindrance: there is no such starter, or a text cannot be used.
    """
    if like not in STARTERS:
        raise Hindrance(
            f"There is no starter “{like}”. {did_you_mean(like, STARTERS)} There are: {', '.join(STARTERS)}."
        )
    text = (ASSETS / "starters" / f"{like}.yaml").read_text(encoding="utf-8")
    root = read(Source(MAIN, text)).root
    assert root is not None
    about = root.get("business")
    assert about is not None
    places = ((root.get("title"), title), (about.get("name"), business), (about.get("trade"), trade))
    edits = [in_place_of(node, as_yaml(" ".join(new.split()))) for node, new in places if node and new.strip()]
    written = f"{modeline()}\n{apply(text, edits)}"
    problems = load_text(written, MAIN).problems
    if problems:
        raise Hindrance(f"That cannot be written: {problems[0].message} {problems[0].hint}".strip())
    return written


def create(folder: Path, like: str = "coffee", title: str = "", business: str = "", trade: str = "") -> Path:
    """Makes a new scenario folder, with the files for the editor.

    Args:
        folder: where; it may exist if it is empty.
        like: one of `STARTERS`.
        title: the scenario's title; left out, the starter's.
        business: what the business is called.
        trade: what it is.

    Returns:
        The scenario's file.

    Raises:
        Hindrance: something is there already, or it cannot be written.
    """
    text = starter_text(like, title, business, trade)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Hindrance(f"{folder} is there already. Choose another name; nothing was changed.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in {MAIN: text, **editor_files()}.items():
            file = folder / name
            file.parent.mkdir(exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as out:
                out.write(content)
    except OSError as error:
        raise Hindrance(f"{folder} cannot be written: {error.strerror}. Choose another place.") from error
    write_schemas(folder)
    return folder / MAIN
