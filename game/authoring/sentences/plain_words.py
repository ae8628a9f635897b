"""Small parts of sentences, and whatever a block says beyond its sentence."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from game.files import stopped
from game.scenario.format.condition_words import in_words
from game.scenario.format.fields import Block
from game.scenario.format.schema_story import Condition
from game.scenario.format.walk import block_fields


def block(title: str, lines: Iterable[str]) -> str:
    """A heading with an entry for each line; empty without lines."""
    entries = [f"- {line}" for line in lines if line]
    return "\n".join((f"{title}:", *entries)) if entries else ""


def further(one: Block, said: Iterable[str], names: Mapping[str, str]) -> str:
    """What a block says beyond what has been said of it: its other keys with their values, each as a short sentence.

    Args:
        one: any block of the format.
        said: keys that need no more words.
        names: id -> name as players know it.
    """
    return " ".join(_further(one, frozenset(said), names))


def _further(one: Block, said: frozenset[str], names: Mapping[str, str]) -> Iterator[str]:
    for key in block_fields(type(one)):
        name = next(n for n, info in type(one).model_fields.items() if (info.alias or n) == key)
        value = getattr(one, name)
        if key not in said and value != type(one).model_fields[name].default and (told := _value(value, names)):
            yield stopped(f"{_TITLES.get(key, spaced(key).capitalize())}: {told}")


_TITLES = {
    "notes": "For fellow trainers",
    "picture_alt": "The picture in words",
    "from": "Open from day",
    "date": "On a date",
    "they": "They say",
    "you": "You say",
    "hours": "Hours",
}


def _value(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, Condition):
        return in_words(value, names)
    if isinstance(value, Block):
        return _row([part.rstrip(".") for part in _further(value, frozenset(), names)], "and").lower()
    if isinstance(value, Mapping):
        return and_(f"{_value(key, names)} {_value(inner, names)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return and_(_value(inner, names) for inner in value)
    if isinstance(value, str):
        return names.get(value, spaced(value) if value.isidentifier() else value)
    return f"{value:g}" if isinstance(value, int | float) else ""


def quotes(texts: Iterable[str]) -> str:
    """Texts in a row, each in quotes."""
    return and_(f"“{text}”" for text in texts)


def spaced(word: str) -> str:
    """An id as words.

    >>> spaced("early_hours")
    'early hours'
    """
    return word.replace("_", " ")


def hours_of(hours: float) -> str:
    """A length of time in hours."""
    return "1 hour" if hours == 1 else f"{hours:g} hours"


def with_article(word: str) -> str:
    """A word with its article."""
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def and_(words: Iterable[str]) -> str:
    """Words in a row: a, b and c."""
    return _row(list(words), "and")


def or_(words: Iterable[str]) -> str:
    """Words in a row: a, b or c."""
    return _row(list(words), "or")


def _row(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
