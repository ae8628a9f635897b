"""New scenarios: a folder that plays at once, with comments that say what to change, set up for the editor."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from anyascii import anyascii

from game.authoring.editor import editor_files, first_schemas, modeline
from game.authoring.first_customer import first_customer
from game.errors import ScenarioError
from game.files import is_taken, not_written, write_folder
from game.resources import ASSETS
from game.scenario.loading import load_text
from game.scenario.problems.phrases import as_yaml, did_you_mean
from game.scenario.problems.sources import Source
from game.scenario.reading.edits import apply, in_place_of
from game.scenario.reading.folder import MAIN
from game.scenario.reading.reader import read
from game.scenario.reading.text_checks import MAX_ANSWER

STARTERS = {
    "coffee": "a coffee roastery: a customer, a neighbour, and a boss who wants figures",
    "bakery": "a bakery: a customer, a colleague, and a loaf that went wrong in public",
    "bicycle": "a bicycle workshop: a customer, a seller, and a bad idea",
    "shop": "any small business: a customer, a neighbour, and a boss who wants figures",
    "empty": "the least that plays; the rest as comments",
}
"""What a new scenario can be made like."""

ANY_TRADE = "shop"
TRADES = {
    "coffee": ("coffee", "café", "cafe", "roast", "espresso"),
    "bakery": ("bak", "bread", "pastr"),
    "bicycle": ("bicycle", "bike", "cycle shop", "cycling"),
}
"""By what a trade is known to be that of a starter whose story is about one trade."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)  # no folder may be called so on Windows


def folder_name(name: str) -> str:
    """What the folder of a scenario is called: small letters, digits and _, so that every system takes it.

    Names in any writing are spelled with the letters a to z; "" when there is no letter or digit in them.

    >>> folder_name("The Slow Roast!"), folder_name("Кафе Утро"), folder_name("Straße"), folder_name("?!")
    ('the_slow_roast', 'kafe_utro', 'strasse', '')
    """
    letters = anyascii(unicodedata.normalize("NFC", name[:MAX_ANSWER])).lower()
    tidy = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:40].strip("_")
    return f"{tidy}_scenario" if _RESERVED.fullmatch(tidy) else tidy


def title_of(name: str) -> str:
    """A title from what somebody typed; capitals of their own are kept.

    >>> title_of("slow-roast"), title_of("Bread at Six")
    ('Slow Roast', 'Bread at Six')
    """
    words = name.replace("_", " ").replace("-", " ").strip()
    return words if words != words.lower() else words.title()


@dataclass(frozen=True)
class StarterOptions:
    """What an author wants a new scenario to have; what is left out stays as in the starter."""

    title: str = ""
    business: str = ""
    trade: str = ""
    customer: str = ""  # the name of the first follower, who will want to buy
    worry: str = ""  # what that follower wishes, or worries about


NOTHING_WISHED = StarterOptions()


def fitting(like: str, trade: str) -> str:
    """The starter for a trade: the one that is asked for, unless its story is about another trade.

    Args:
        like: one of `STARTERS`; empty for whichever fits.
        trade: what the business is; empty leaves the trade of the starter.

    >>> fitting("", "bakery"), fitting("coffee", "florist"), fitting("empty", "florist"), fitting("", "")
    ('bakery', 'shop', 'empty', 'shop')
    """
    named = trade.strip().lower()
    if not named:
        return like or ANY_TRADE
    if not like:
        return next((kit for kit, words in TRADES.items() if any(w in named for w in words)), ANY_TRADE)
    return like if like not in TRADES or any(word in named for word in TRADES[like]) else ANY_TRADE


def starter_for(like: str, wishes: StarterOptions) -> str:
    """The starter for what an author wants; where neither trade nor starter is named, the names tell the trade.

    >>> starter_for("", StarterOptions("Slow Roast")), starter_for("", StarterOptions("Sewing Room"))
    ('coffee', 'shop')
    """
    return fitting(like, wishes.trade or ("" if like else f"{wishes.title} {wishes.business}"))


def starter_text(like: str, wishes: StarterOptions = NOTHING_WISHED) -> str:
    """The text of a new scenario.

    Args:
        like: one of `STARTERS`; empty, or about another trade than is wished for, for one that fits.
        wishes: what the author wants.

    Raises:
        ScenarioError: there is no such starter, or a text cannot be used.
    """
    if like and like not in STARTERS:
        raise ScenarioError(
            f"There is no starter “{like}”. {did_you_mean(like, STARTERS)} There are: {', '.join(STARTERS)}."
        )
    like = starter_for(like, wishes)
    for question, answer in (
        ("name", wishes.title), ("business", wishes.business), ("trade", wishes.trade),
        ("customer", wishes.customer), ("worry", wishes.worry),
    ):  # fmt: skip
        if len(answer) > MAX_ANSWER:
            raise ScenarioError(f"The {question} has {len(answer):,} characters; at most {MAX_ANSWER} are taken.")
    text = (ASSETS / "starters" / f"{like}.yaml").read_text(encoding="utf-8")
    root = read(Source(MAIN, text)).root
    assert root is not None
    about = root.get("business")
    assert about is not None
    places = (
        (root.get("title"), wishes.title),
        (about.get("name"), wishes.business or (wishes.title if like == ANY_TRADE else "")),
        (about.get("trade"), wishes.trade),
    )
    edits = [in_place_of(node, as_yaml(" ".join(new.split()))) for node, new in places if node and new.strip()]
    edits += first_customer(root, wishes.customer, wishes.worry)
    written = f"{modeline()}\n{apply(text, edits)}"
    problems = load_text(written, MAIN).problems
    if problems:
        raise ScenarioError(f"That cannot be written: {problems[0].message} {problems[0].hint}".strip())
    return written


def create(folder: Path, like: str = "", wishes: StarterOptions = NOTHING_WISHED) -> Path:
    """Makes a new scenario folder, with the files for the editor.

    Args:
        folder: where; it may exist if it is empty.
        like: one of `STARTERS`; empty for one that fits.
        wishes: what the author wants.

    Returns:
        The scenario's file.

    Raises:
        ScenarioError: something is there already, or it cannot be written.
    """
    text = starter_text(like, wishes)
    if is_taken(folder):
        raise ScenarioError(f"{folder} is there already. Choose another name; nothing was changed.")
    try:
        files = {MAIN: text, **editor_files(), **first_schemas(text)}
        write_folder(folder, {name: content.encode() for name, content in files.items()})
    except OSError as error:
        raise ScenarioError(f"{not_written(folder, error)} Nothing was made.") from error
    return folder / MAIN
