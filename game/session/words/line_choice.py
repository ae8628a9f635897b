"""Who says what in which words: the most fitting line, never the same twice running.

Pure: the same lines, speech, memory and draw give the same words. Values put into a line are never
expanded again, so a name with braces in it stays a name.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from game.scenario.texts.scenes import PLACEHOLDER, Scene
from game.scenario.texts.texts import Line
from game.session.words.draw_parts import VALUES, part_of

_Thing = TypeVar("_Thing")
_SENTENCE_START = re.compile(r"(?:^|[.!?…][”’\")]*\s+)[“‘\"(]*$")
_DOUBLE_STOP = re.compile(r"([.?!…]”)\.(?=\s|$)")  # a quoted title that ends in a stop needs no second one
# A clue to the motive in two answers of five: enough to read a person by listening, too little to skip it.
CLUE_SHARE = 0.4
# A scenario's own lines among the built-in ones: often enough to be heard, seldom enough not to be learned by heart.
OWN_SHARE = 0.35


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
    beside: str = ""  # what they did on the same night, in answer to you
    last_signal: str = ""  # what they did last
    follower: str = ""  # follower id
    trade: str = ""  # what they sell, of sellers
    asked: str = "none"  # what your message asks or gives
    true: frozenset[str] = frozenset()  # claims about the player's acts that hold
    day: int = 0
    words: Mapping[str, str | Sequence[str]] = field(default_factory=dict)  # several: one of them is drawn


@dataclass(frozen=True)
class Wording:
    """A line as it is shown, its key, to be remembered, and the motives it gives away."""

    key: str
    text: str
    motive: tuple[str, ...] = ()


OF_WHAT_YOU_SELL = frozenset({
    "need_shows", "asks_price", "dangles_order", "buys", "declines_kindly", "declines_coldly", "accepts",
    "small_offer", "propose", "pitch",
})  # fmt: skip
"""What is said of what you sell, by them and by you: to a customer and by one in words for customers."""
OF_CUSTOMERS = frozenset({"bought", "used_for_days"})
"""Claims of such words."""
_REASONS = frozenset({"unfollows"})  # its lines have to go with what was said that night, with a reason or without
COMES_FIRST: Mapping[str, frozenset[str]] = MappingProxyType({
    **dict.fromkeys(sorted(OF_CUSTOMERS), OF_WHAT_YOU_SELL),
    **dict.fromkeys(
        ("elsewhere_before", "elsewhere_tonight"), frozenset({"declines_kindly", "declines_coldly", "accepts"})
    ),
    "invited_by_page": frozenset({"answer_cool"}), "two_news": frozenset({"life_event"}),
    "nothing_amiss": _REASONS, "question_waited": _REASONS, "wrote_often": _REASONS, "pushed": _REASONS,
})  # fmt: skip
"""Claims whose lines are said before all others wherever they are true, each with the moves and signals meant."""
FITS_ALL = frozenset({"declines_kindly", "declines_coldly"})
"""Signals whose lines for any occasion fit each: they come before one written for it that somebody has used."""
OWNS_UP = "apologise"
"""The move whose words name as much as is known of what they are for."""


def choose(
    lines: Sequence[Line], speech: Speech, recent: tuple[str, ...], draw: float,
    lately: Collection[str] = (), own_share: float = OWN_SHARE,
) -> Wording:  # fmt: skip
    """The words for an occasion.

    Of the lines that fit, the most specific ones stand for choice; clues to the motive get their share.
    A line whose placeholder has no value does not fit, nor one that claims what is not true.
    `recent` holds keys, the last one said at its end.

    Args:
        lines: all lines of the move or signal.
        speech: the occasion.
        recent: keys of lines said lately, oldest first.
        draw: chance, 0..1.
        lately: keys or texts of what this person has heard or said in the last days; they are avoided even where a
            line that fits less must do.
        own_share: how often a line of the scenario's own is taken where there are others.

    Raises:
        ValueError: no line can be said with the values there are.
    """
    values = _values(speech, draw)
    known, said = frozenset(values), _said(speech)
    speakable = [line for line in lines if line.placeholders <= known and speech.true.issuperset(line.claims)]
    fitting = _fitting(speakable, said) or speakable
    if not fitting:
        raise ValueError(f"expected a line for {speech.kind!r} that needs only {sorted(values)}, got none")
    first = {claim for claim, kinds in COMES_FIRST.items() if speech.kind in kinds} & speech.true
    fitting = _first_of(fitting, first, speech.kind)
    fitting = [line for line in fitting if line.key not in lately and line.text not in lately] or fitting
    if speech.kind == OWNS_UP:
        most = max(len(line.claims) for line in fitting)
        fitting = [line for line in fitting if len(line.claims) == most]
    last = recent[-1] if recent else ""
    fitting = [line for line in fitting if line.key != last] or fitting
    if speech.kind in FITS_ALL:
        fitting = _fresh(fitting, recent) or fitting
    line = _pick(fitting, recent, draw, own_share)
    return Wording(line.key, _filled(line.text, values), line.motive)


def scene_in_turn(apt: Sequence[int], told: Mapping[int, int], first: int) -> int:
    """The number of the scene for an occasion: the one least told, by turns.

    Args:
        apt: numbers of the scenes that suit the occasion, one at least.
        told: how often each scene has been told, by its number.
        first: where the turns begin, 0..; it differs from run to run.

    >>> scene_in_turn((3, 5, 8), {3: 1}, 0), scene_in_turn((3, 5, 8), {}, 2)
    (5, 8)
    """
    first %= len(apt)
    return min((*apt[first:], *apt[:first]), key=lambda number: told.get(number, 0))


def key_in_turn(keys: Sequence[str], used: tuple[str, ...], draw: float) -> int:
    """The place of the wording whose turn it is: of those least used so far, the first behind a place that is drawn.

    >>> key_in_turn(("a", "b", "c"), ("b",), 0.5), key_in_turn(("a", "b", "c"), (), 0.5)
    (2, 1)
    """
    return scene_in_turn(range(len(keys)), {n: used.count(key) for n, key in enumerate(keys)}, int(draw * len(keys)))


def fill_scene(scene: Scene, values: Mapping[str, str]) -> Scene:
    """A scene with its placeholders filled.

    Args:
        scene: any.
        values: what each placeholder stands for, see `values_of`.
    """
    you, they, what, then = (
        _filled(text, values) if "{" in text else text for text in (scene.you, scene.they, scene.what, scene.then)
    )
    return replace(scene, you=you, they=they, what=what, then=then)


def fill(text: str, words: Mapping[str, str]) -> str:
    """A text with the placeholders it has values for filled; others stay as they are.

    >>> fill("{first} likes {topic}. {topic} it is.", {"first": "Mara", "topic": "rye bread"})
    'Mara likes rye bread. Rye bread it is.'
    """
    return _filled(text, words)


def values_of(words: Mapping[str, str | Sequence[str]], draw: float) -> dict[str, str]:
    """What each placeholder stands for; without those that stand for nothing.

    >>> values_of({"friend": ["Mara", "Omar"], "topic": ""}, 0.0)
    {'friend': 'Mara'}
    """
    return {
        name: value if isinstance(value, str) else _at(value, part_of(draw, VALUES, 0.37 * i))
        for i, (name, value) in enumerate(sorted(words.items()))
        if value
    }


def _first_of(fitting: list[Line], first: set[str], kind: str) -> list[Line]:
    """Of some lines those that come before the others: with such a claim, and going with what was done that night."""
    claiming = [line for line in fitting if not first.isdisjoint(line.claims)]
    bridging = [line for line in fitting if line.beside]
    if kind in _REASONS and bridging:
        return [line for line in bridging if line in claiming] or bridging
    return [line for line in claiming if line.beside] or claiming or bridging or fitting


def _values(speech: Speech, draw: float) -> dict[str, str]:
    """What each placeholder of a line stands for; topic and fact are those of the talk where no others are given."""
    found = values_of(speech.words, draw)
    found |= {"topic": found.get("topic", speech.topic.replace("_", " ")), "fact": found.get("fact", speech.fact)}
    return {name: value for name, value in found.items() if value}


def _fitting(lines: Sequence[Line], said: Mapping[str, frozenset[str | int]]) -> list[Line]:
    found = []
    for line in lines:
        for name, allowed in line.conditions:
            if allowed.isdisjoint(said[name]):
                break
        else:
            found.append(line)
    return found


def _said(speech: Speech) -> dict[str, frozenset[str | int]]:
    """What the conditions of a line are compared with, by their names."""
    return {
        "turn": frozenset({min(max(speech.turn, 1), 2)}),
        "motive": frozenset({speech.motive}),
        "topic": frozenset({speech.topic, "any"} if speech.topic else {"", "none"}),
        "stage": frozenset({speech.stage}),
        "mood": frozenset({speech.mood}),
        "answering": frozenset({speech.answering or "nothing"}),
        "last_signal": frozenset({speech.last_signal or "nothing"}),
        "format": frozenset({speech.format}),
        "by": frozenset({speech.follower}),
        "beside": frozenset({speech.beside}),
        "trade": frozenset({speech.trade}),
        "asked": frozenset({speech.asked}),
    }


def _pick(lines: Sequence[Line], recent: tuple[str, ...], draw: float, own_share: float) -> Line:
    """One of the most specific lines of the scenario, of the clues, or of the others; a fresh one if there is any."""
    own = _best([line for line in lines if line.own])
    clues = _best([line for line in lines if line.motive and not line.own])
    plain = _best([line for line in lines if not line.motive and not line.own])
    groups = [(_fresh(own, recent), own_share), (_fresh(clues, recent), CLUE_SHARE), (_fresh(plain, recent), 1.0)]
    groups = [(group, share) for group, share in groups if group]
    for group, share in groups[:-1]:
        if draw < share:
            return _at(group, draw / share)
        draw = (draw - share) / (1.0 - share)
    if groups:
        return _at(groups[-1][0], draw)
    return min([*plain, *clues, *own], key=lambda line: len(recent) - 1 - recent[::-1].index(line.key))


def _best(lines: list[Line]) -> list[Line]:
    top = max([line.specific for line in lines], default=0)
    return [line for line in lines if line.specific == top]


def _fresh(lines: list[Line], recent: tuple[str, ...]) -> list[Line]:
    return [line for line in lines if line.key not in recent]


def _at(things: Sequence[_Thing], draw: float) -> _Thing:
    return things[min(int(draw * len(things)), len(things) - 1)]


def _filled(text: str, values: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        found = values.get(match.group(1), match.group(0))
        return found[:1].upper() + found[1:] if _SENTENCE_START.search(text[: match.start()]) else found

    filled = PLACEHOLDER.sub(value, text) if "{" in text else text
    return _DOUBLE_STOP.sub(r"\1", filled) if "”." in filled else filled
