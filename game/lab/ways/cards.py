"""Rule cards: a way of playing written in YAML. When this signal, then this move; no programming.

For each follower the first card that fits is played; earlier cards come first when attention is short.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes
from game.bots.possible import possible
from game.engine.legal import needs_content, needs_partner
from game.engine.sight import Sight
from game.errors import CannotPlay
from game.model.arrays import Array
from game.model.signals import Signal
from game.scenario.compiling.compile import Compiled
from game.scenario.problems.phrases import guessed
from game.scenario.problems.sources import Refusal, Source, decode, read_bytes
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node

COUNTS = ("contacts", "warm", "short", "cool", "questions", "needs", "pitches", "shares", "likes", "asks")
"""What a card may ask to have happened so often, as the ledger counts it."""

SIGNALS = {s.id: int(s) for s in Signal if s is not Signal.NONE}
DECK_KEYS, CARD_KEYS, POST_KEYS = ("name", "cards", "post"), ("when", "at_least", "rest", "from", "until", "move"), (
    "move", "every",
)  # fmt: skip
MOST_CARDS = 60


@dataclass(frozen=True)
class Card:
    """One rule of a deck: when its conditions hold, its move is made."""

    move: str
    signals: tuple[str, ...] = ()  # one of them came last night; none: always
    at_least: tuple[tuple[str, int], ...] = ()  # of COUNTS
    rest: int = 0  # days since the last contact
    first_day: int = 1
    last_day: int = 60


@dataclass(frozen=True)
class Deck:
    """A way of playing, written as cards in their order and a post."""

    name: str
    cards: tuple[Card, ...]
    post: str = ""
    every: int = 1


def read_cards(path: Path) -> str:
    """The text of a file of cards.

    Raises:
        CannotPlay: it cannot be read.
    """
    data = read_bytes(path)
    if isinstance(data, Refusal):
        raise CannotPlay(f"{data.message} {data.hint}".strip())
    text, refusal = decode(data)
    if refusal is not None:
        raise CannotPlay(f"{path.name}: {refusal.message} {refusal.hint}".strip())
    return text


def _wrong(node: Node, says: str) -> NoReturn:
    raise CannotPlay(f"{node.source.name}:{node.line}:{node.column}: {says}")


def _word(node: Node, allowed: Collection[str], what: str) -> str:
    if node.kind != "text" or node.value not in allowed:
        _wrong(
            node, f"there is no {what} “{node.value}”.{guessed(node.value, allowed)} There are: {', '.join(allowed)}."
        )
    return node.value


def _number(node: Node, low: int, high: int) -> int:
    if (
        node.kind != "text"
        or not node.value.isascii()
        or not node.value.isdigit()
        or not low <= int(node.value) <= high
    ):
        _wrong(node, f"here should be a whole number from {low} to {high}.")
    return int(node.value)


def _block(node: Node, keys: Collection[str], what: str) -> dict[str, Node]:
    if node.kind != "map":
        _wrong(node, f"here should be {what}, with the keys {', '.join(keys)}.")
    return {_word(key, keys, "key"): value for key, value in node.pairs}


def _card(node: Node) -> Card:
    given = _block(node, CARD_KEYS, "a card")
    if "move" not in given:
        _wrong(node, "a card needs a move.")
    when = given.get("when")
    signals = () if when is None else tuple(_word(n, SIGNALS, "signal") for n in (when.items or (when,)))
    counts = _block(given["at_least"], COUNTS, "a block of counts") if "at_least" in given else {}
    return Card(
        given["move"].value, signals, tuple((name, _number(n, 0, 999)) for name, n in counts.items()),
        *(_number(given[k], low, 60) if k in given else other
          for k, low, other in (("rest", 0, 0), ("from", 1, 1), ("until", 1, 60))),
    )  # fmt: skip


def deck_of(text: str, name: str = "cards.yaml") -> Deck:
    """Cards from their text.

    Raises:
        CannotPlay: with the place of what is wrong.
    """
    reading = read(Source(name, text))
    if reading.root is None or reading.problems:
        first = reading.problems[0] if reading.problems else None
        says = f"{first.line}:{first.column}: {first.message} {first.hint}".strip() if first else " it holds nothing."
        raise CannotPlay(f"{name}:{says}")
    given = _block(reading.root, DECK_KEYS, "a block")
    cards = given.get("cards", reading.root)
    if cards.kind != "list" or not 1 <= len(cards.items) <= MOST_CARDS:
        _wrong(cards, f"under cards: there should be a list of 1 to {MOST_CARDS} cards.")
    post = _block(given["post"], POST_KEYS, "a post") if "post" in given else {}
    if "post" in given and "move" not in post:
        _wrong(given["post"], "a post needs a move.")
    title = given["name"].value if "name" in given else Path(name).stem
    every = _number(post["every"], 1, 60) if "every" in post else 1
    return Deck(title, tuple(map(_card, cards.items)), post["move"].value if post else "", every)


def _checked(deck: Deck, compiled: Compiled) -> None:
    """Refuses moves that the scenario does not have."""
    table = compiled.rules.moves
    rows = [table.row(i) for i in range(1, len(table))]
    direct = [r.id for r in rows if r.to_all < 0.5 and not needs_partner(r.id)]
    for move in (c.move for c in deck.cards):
        if move not in direct:
            raise CannotPlay(f"{deck.name}: there is no move “{move}” for a card. There are: {', '.join(direct)}.")
    posts = [r.id for r in rows if r.to_all > 0.5]
    if deck.post and deck.post not in posts:
        raise CannotPlay(f"{deck.name}: “{deck.post}” is no post. There are: {', '.join(posts)}.")


def _fits(card: Card, sight: Sight) -> Array:
    """Towards whom a card fits today (B, F) boolean; whether the move can be made is another matter."""
    book = sight.ledger
    fine = (book.contact_age >= card.rest) & (book.present > 0.5)
    fine &= card.first_day <= sight.day <= card.last_day
    for name, least in card.at_least:
        fine &= getattr(book, name) >= least
    if card.signals:
        wanted = [SIGNALS[s] for s in card.signals]
        came = np.zeros(fine.shape, dtype=bool)
        if sight.signals is not None:
            came = np.isin(sight.signals.reaction, wanted) | np.isin(sight.signals.initiative, wanted)
            came |= np.isin(sight.signals.tell, wanted)
        fine &= came
    return np.asarray(fine)


def bot_of_deck(deck: Deck, compiled: Compiled) -> Bot:
    """The bot that plays by these cards.

    Raises:
        CannotPlay: the scenario does not have one of the moves.
    """
    _checked(deck, compiled)
    table = compiled.rules.moves
    with_content = needs_content(compiled.rules)

    def policy(sight: Sight) -> Wishes:
        wishes = no_wishes(sight)
        move, priority = wishes.move.copy(), wishes.priority.copy()
        content = sight.best_content
        for place, card in enumerate(deck.cards):
            row = np.full(move.shape, table.index(card.move))
            fine = (move == 0) & _fits(card, sight) & possible(sight, compiled.rules, row)
            fine &= ~with_content[row] | (content >= 0)
            move = np.where(fine, row, move)
            priority = np.where(fine, float(len(deck.cards) - place), priority)
        post, topical = wishes.post, wishes.post_content
        if deck.post and sight.day % deck.every == 0:
            number = table.index(deck.post)
            topical = sight.popular_content if with_content[number] else topical
            post = np.where((topical >= 0) | (not with_content[number]), number, 0)
        priority = priority + np.minimum(sight.ledger.contact_age, 99.0) * 0.001
        return Wishes(move, np.where(with_content[move], content, -1), priority, post, topical)

    asks = any(table.row(c.move).for_sale for c in deck.cards)
    return Bot(
        deck.name, policy, "Plays by rule cards.", asks=asks, posts=bool(deck.post),
        broadcasts=deck.post == "blast_dm", stochastic=False,
    )  # fmt: skip
