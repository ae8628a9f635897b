"""The talks of the house: turns whose answers are written for them, and what each motive adds to an answer."""

from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from game.scenario.format.vocabulary import Claim
from game.scenario.texts.text_files import FileShape, read
from game.scenario.texts.texts import Line, TalkWords, TurnWords


class _Turn(FileShape):
    you: tuple[str, ...]
    warm: tuple[str, ...]
    short: tuple[str, ...]
    by: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # motive -> warm answers of its own


class _Talk(FileShape):
    fact: str
    starts: Literal["ask_about_them", "ask_their_view"] = "ask_about_them"
    topics: tuple[str, ...] = ()
    after: Literal["", "share_compliment"] = ""
    turns: tuple[_Turn, ...]
    thanks: tuple[str, ...] = ()


class _Tails(FileShape):
    warm: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]]
    meanwhile: tuple[str, ...]
    first_this: tuple[str, ...]
    to_others: tuple[str, ...]
    another_matter: tuple[str, ...]
    since_you_ask: tuple[str, ...]
    besides: tuple[str, ...]


SAID_BEFORE = ("meanwhile", "first_this", "to_others", "another_matter", "besides", "since_you_ask")
"""Kinds of what is said before words that are no answer to yours."""
_LOOKS, _HAS_IT = "buyer", "customer"
_OF_A_PURCHASE: dict[str, tuple[Claim, ...]] = {_LOOKS: ("not_bought",), _HAS_IT: ("bought",)}
"""What is said by whoever came to buy: they look for it until they have it, and are customers then."""


def _numbered(key: str, texts: tuple[str, ...], motive: tuple[str, ...] = ()) -> tuple[Line, ...]:
    return tuple(Line(f"{key}.{number}", text, motive) for number, text in enumerate(texts, 1))


def _of_a_motive(key: str, name: str, texts: tuple[str, ...]) -> tuple[Line, ...]:
    """Lines of one motive, or of customers; those who came to buy say theirs until they have bought."""
    lines = _numbered(key, texts, (_LOOKS if name == _HAS_IT else name,))
    return tuple(replace(line, claims=_OF_A_PURCHASE.get(name, ())) for line in lines)


def _turn(key: str, turn: _Turn) -> TurnWords:
    of_motives = (_of_a_motive(f"{key}.{motive}", motive, texts) for motive, texts in turn.by.items())
    warm = (*_numbered(f"{key}.warm", turn.warm), *(line for lines in of_motives for line in lines))
    return TurnWords(_numbered(f"{key}.you", turn.you), warm, _numbered(f"{key}.short", turn.short))


def _talk(key: str, talk: _Talk) -> TalkWords:
    return TalkWords(
        id=key, fact=talk.fact, starts=talk.starts, topics=talk.topics, after=talk.after,
        turns=tuple(_turn(f"talk.{key}.{number}", turn) for number, turn in enumerate(talk.turns, 1)),
        thanks=_numbered(f"talk.{key}.thanks", talk.thanks),
    )  # fmt: skip


@cache
def talks() -> tuple[TalkWords, ...]:
    """The talks of the house, field of life by field."""
    fields: dict[str, dict[str, _Talk]] = read("talks", dict[str, dict[str, _Talk]])
    return tuple(_talk(f"{field}.{name}", talk) for field, named in fields.items() for name, talk in named.items())


@cache
def tails() -> MappingProxyType[str, tuple[Line, ...]]:
    """What is added to an answer by motive, "warm" or "short"; and what is said before words in place of an answer."""
    raw: _Tails = read("tails", _Tails)
    groups = (("warm", raw.warm), ("short", raw.short))
    return MappingProxyType(
        {
            kind: tuple(line for name, texts in by.items() for line in _of_a_motive(f"tail.{kind}.{name}", name, texts))
            for kind, by in groups
        }
        | {name: _numbered(f"tail.{name}", getattr(raw, name)) for name in SAID_BEFORE}
    )
