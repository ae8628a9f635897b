"""Who says what in which words: the most fitting line, never the same twice running.

Pure: the same lines, speech, memory and draw give the same words. Values put into a line are never
expanded again, so a name with braces in it stays a name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from game.scenario.texts import Line, Scene

_Thing = TypeVar("_Thing")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][”’\")]*\s+)[“‘\"(]*$")
_DOUBLE_STOP = re.compile(r"([.?!…]”)\.(?=\s|$)")  # a quoted title that ends in a stop needs no second one
# A clue to the motive in two answers of five: enough to read a person by listening, too little to skip it.
CLUE_SHARE = 0.4
# A scenario's own lines among the built-in ones: often enough to be heard, seldom enough not to be learned by heart.
OWN_SHARE = 0.35
_CONDITIONS = ("stage", "mood", "answering", "last_signal", "format", "by")
# Moods, stages and formats colour a talk; what it is about holds it together, so only that makes a line more specific.
_BINDING = ("answering", "last_signal", "topic", "turn")


@dataclass(frozen=True)
class Speech:
    """The occasion of a line. Empty means: not known, or none."""

    kind: str  # a move id or a signal id
    motive: str = ""
    mood: str = ""  # bright, even, tired, sour
    stage: str = ""  # stranger, acquaintance, regular, friend
    topic: str = ""  # topic id
    fact: str = ""  # what this talk is about, "the leaking roof"
    format: str = ""  # format of what was shared
    turn: int = 1  # 1 opens a talk, 2 and more go on with it
    answering: str = ""  # id of the move being answered
    last_signal: str = ""  # what they did last
    follower: str = ""  # follower id
    words: Mapping[str, str | Sequence[str]] = field(default_factory=dict)  # several: one of them is drawn


@dataclass(frozen=True)
class Wording:
    """A line as it is shown, and its key, to be remembered."""

    key: str
    text: str


def choose(lines: Sequence[Line], speech: Speech, recent: tuple[str, ...], draw: float) -> Wording:
    """The words for an occasion.

    Of the lines that fit, the most specific ones stand for choice; clues to the motive get their share.
    A line whose placeholder has no value does not fit. `recent` holds keys, the last one said at its end.

    Args:
        lines: all lines of the move or signal.
        speech: the occasion.
        recent: keys of lines said lately, oldest first.
        draw: chance, 0..1.

    Raises:
        ValueError: no line can be said with the values there are.
    """
    values = _values(speech, draw)
    speakable = [line for line in lines if _names(line.text) <= values.keys()]
    fitting = [line for line in speakable if _fits(line, speech)] or speakable
    if not fitting:
        raise ValueError(f"expected a line for {speech.kind!r} that needs only {sorted(values)}, got none")
    last = recent[-1] if recent else ""
    fitting = [line for line in fitting if line.key != last] or fitting
    line = _pick(fitting, recent, draw)
    return Wording(line.key, _filled(line.text, values))


def choose_scene(scenes: Sequence[Scene], speech: Speech, draw: float) -> Scene:
    """The date scene for an occasion, its placeholders filled: one for the stage if there is any, else a common one.

    Raises:
        ValueError: no scene can be told with the values there are.
    """
    values = _values(speech, draw)
    tellable = [s for s in scenes if _names(s.you + s.they + s.what + s.then) <= values.keys()]
    if not tellable:
        raise ValueError(f"expected a scene for {speech.kind!r} that needs only {sorted(values)}, got none")
    apt = [s for s in tellable if speech.stage in s.stage] or [s for s in tellable if not s.stage] or tellable
    scene = _at(apt, draw)
    you, they, what, then = (_filled(text, values) for text in (scene.you, scene.they, scene.what, scene.then))
    return Scene(you, they, what, then, scene.mood, scene.prop, scene.stage)


def fill(text: str, words: Mapping[str, str]) -> str:
    """A text with the placeholders it has values for filled; others stay as they are.

    >>> fill("{first} likes {topic}. {topic} it is.", {"first": "Mara", "topic": "rye bread"})
    'Mara likes rye bread. Rye bread it is.'
    """
    return _filled(text, words)


def _values(speech: Speech, draw: float) -> dict[str, str]:
    """What each placeholder stands for; without those that stand for nothing."""
    found = {
        name: value if isinstance(value, str) else _at(value, (draw * 7919.0 + 0.37 * i) % 1.0)
        for i, (name, value) in enumerate(sorted(speech.words.items()))
        if value
    }
    found |= {"topic": found.get("topic", speech.topic.replace("_", " ")), "fact": found.get("fact", speech.fact)}
    return {name: value for name, value in found.items() if value}


@lru_cache(maxsize=20_000)
def _names(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def _fits(line: Line, speech: Speech) -> bool:
    if line.motive and speech.motive not in line.motive:
        return False
    if line.turn and line.turn != min(max(speech.turn, 1), 2):
        return False
    if line.topic and not _topic_fits(line.topic, speech.topic):
        return False
    for name in _CONDITIONS:
        allowed = getattr(line, name)
        if allowed and _said(speech, name) not in allowed:
            return False
    return True


def _said(speech: Speech, name: str) -> str:
    """What a condition of a line is compared with."""
    if name == "by":
        return speech.follower
    return speech.answering or "nothing" if name == "answering" else str(getattr(speech, name, ""))


def _topic_fits(wanted: tuple[str, ...], topic: str) -> bool:
    return topic in wanted or ("any" if topic else "none") in wanted


def _weight(line: Line) -> int:
    """How specific a line is. The motive does not count: clues are rationed by their own share."""
    named_topic = bool(set(line.topic) - {"any", "none"})
    return sum(bool(getattr(line, name)) for name in _BINDING) + named_topic


def _pick(lines: Sequence[Line], recent: tuple[str, ...], draw: float) -> Line:
    """One of the most specific lines of the scenario, of the clues, or of the others; a fresh one if there is any."""
    own = _best([line for line in lines if line.own])
    clues = _best([line for line in lines if line.motive and not line.own])
    plain = _best([line for line in lines if not line.motive and not line.own])
    groups = [(_fresh(own, recent), OWN_SHARE), (_fresh(clues, recent), CLUE_SHARE), (_fresh(plain, recent), 1.0)]
    groups = [(group, share) for group, share in groups if group]
    for group, share in groups[:-1]:
        if draw < share:
            return _at(group, draw / share)
        draw = (draw - share) / (1.0 - share)
    if groups:
        return _at(groups[-1][0], draw)
    return min([*plain, *clues, *own], key=lambda line: len(recent) - 1 - recent[::-1].index(line.key))


def _best(lines: list[Line]) -> list[Line]:
    weights = [_weight(line) for line in lines]
    top = max(weights, default=0)
    return [line for line, weight in zip(lines, weights, strict=True) if weight == top]


def _fresh(lines: list[Line], recent: tuple[str, ...]) -> list[Line]:
    return [line for line in lines if line.key not in recent]


def _at(things: Sequence[_Thing], draw: float) -> _Thing:
    return things[min(int(draw * len(things)), len(things) - 1)]


def _filled(text: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        found = values.get(match.group(1), match.group(0))
        return found[:1].upper() + found[1:] if _SENTENCE_START.search(text[: match.start()]) else found

    return _DOUBLE_STOP.sub(r"\1", _PLACEHOLDER.sub(value, text))
