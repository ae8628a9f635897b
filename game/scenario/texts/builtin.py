"""The words that ship with the game: read from `assets/builtin/`, checked, frozen, and kept.

Each file is read once; ask for the part you need, so that a test of signals does not read the motives.
"""

from functools import cache
from types import MappingProxyType
from typing import Literal

from game.scenario.format.vocabulary import Asks, Claim, Mood, Pronouns, Prop, Situation, Stage, Surrounding
from game.scenario.texts.house_talks import tails, talks
from game.scenario.texts.scenes import Scene
from game.scenario.texts.text_files import FileShape, read
from game.scenario.texts.texts import (
    Concluded,
    Line,
    MotiveWords,
    MoveWords,
    News,
    NoticeWords,
    Person,
    SignalWords,
    Texts,
)

_OWN_MOVE = "own_move"


class _When(FileShape):
    motive: tuple[str, ...] = ()
    stage: tuple[Stage, ...] = ()
    mood: tuple[Literal["bright", "even", "tired", "sour"], ...] = ()
    topic: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    last_signal: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    trade: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    asked: tuple[Asks, ...] = ()
    turn: Literal[0, 1, 2] = 0


class _Asked(FileShape):
    """Something they ask, with the answers that are written for it, and what they say to an answer."""

    ask: str
    answers: tuple[str, ...]
    replies: tuple[str, ...] = ()


class _Group(FileShape):
    """Several lines of a text file that are said under the same conditions."""

    when: _When = _When()
    asks: Asks = "none"
    say: tuple[str | _Asked, ...]


class _Scene(FileShape):
    you: str
    they: str
    what: str
    then: str
    mood: Mood
    prop: Prop
    held: Literal["you", "them"] = "you"
    around: tuple[Surrounding, ...] = ()
    situation: tuple[Situation, ...]


class _Move(FileShape):
    title: str
    text: str
    group: Literal["notice", "talk", "thank", "give", "ask", "all"]
    say: tuple[str | _Group, ...]


class _Signal(FileShape):
    who: Literal["them", "note"]
    lines: tuple[str | _Asked | _Group, ...]
    table: tuple[str, ...] = ()


class _Motive(FileShape):
    title: str
    text: str
    why_followed: str
    happy_end: str
    happy_end_text: str
    wants: tuple[str, ...]
    bios: tuple[str, ...]


class _Concluded(FileShape):
    words: str
    text: str


class _Notice(FileShape):
    icon: str
    title: str
    texts: tuple[str, ...] = ()
    said: tuple[_Concluded, ...] = ()


class _Reasons(FileShape):
    reasons: dict[str, tuple[str, ...]]
    debrief: dict[str, tuple[str, ...]]
    ends: dict[str, str]


def _answers(names: tuple[str, ...], groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Move ids for names that may be groups of moves."""
    return tuple(move for name in names for move in groups.get(name, (name,)))


def _lines(
    kind: str, entries: tuple[str | _Asked | _Group, ...], groups: dict[str, tuple[str, ...]]
) -> tuple[Line, ...]:
    """Lines of a move or signal, numbered through so that each has a key of its own."""
    found: list[Line] = []
    for entry in entries:
        when = entry.when if isinstance(entry, _Group) else _When()
        conditions = when.model_dump() | {"answering": _answers(when.answering, groups)}
        for said in entry.say if isinstance(entry, _Group) else (entry,):
            asked = said if isinstance(said, _Asked) else _Asked(ask=said, answers=())
            key = f"{kind}.{len(found) + 1}"
            asks = entry.asks if isinstance(entry, _Group) else "none"
            found.append(Line(key, asked.ask, **conditions, asks=asks, answers=asked.answers, replies=asked.replies))
    return tuple(found)


def _groups(raw: dict[str, _Move]) -> dict[str, tuple[str, ...]]:
    """Ids of the moves in each group, so that conditions may name a group."""
    names = sorted({move.group for move in raw.values()})
    return {name: tuple(i for i, move in raw.items() if move.group == name and i != _OWN_MOVE) for name in names}


@cache
def _moves() -> tuple[MappingProxyType[str, MoveWords], dict[str, tuple[str, ...]]]:
    raw: dict[str, _Move] = read("moves", dict[str, _Move])
    scenes: dict[str, tuple[_Scene, ...]] = read("dates", dict[str, tuple[_Scene, ...]])
    groups = _groups(raw)
    made = {
        id_: MoveWords(
            id=id_,
            title=move.title,
            text=move.text,
            group=move.group,
            dates=tuple(Scene(**scene.model_dump()) for scene in scenes[id_]),
            say=_lines(f"move.{id_}", move.say, groups),
        )
        for id_, move in raw.items()
    }
    return MappingProxyType(made), groups


@cache
def moves() -> MappingProxyType[str, MoveWords]:
    """Words of the built-in moves, by id, in the order they are shown."""
    return MappingProxyType({id_: words for id_, words in _moves()[0].items() if id_ != _OWN_MOVE})


def own_move() -> MoveWords:
    """Words lent to a move that an author adds without any."""
    return _moves()[0][_OWN_MOVE]


def _signals(file: str, kind: str) -> MappingProxyType[str, SignalWords]:
    raw: dict[str, _Signal] = read(file, dict[str, _Signal])
    groups = _moves()[1]
    return MappingProxyType(
        {i: SignalWords(i, s.who, _lines(f"{kind}.{i}", s.lines, groups), s.table) for i, s in raw.items()}
    )


@cache
def signals() -> MappingProxyType[str, SignalWords]:
    """Words of the signals, by id."""
    return _signals("signals", "signal")


@cache
def asides() -> MappingProxyType[str, SignalWords]:
    """What the narrator says of a night beside the signals, by kind."""
    return _signals("asides", "aside")


@cache
def motives() -> MappingProxyType[str, MotiveWords]:
    """Words of the built-in motives, by id."""
    raw: dict[str, _Motive] = read("motives", dict[str, _Motive])
    return MappingProxyType({id_: MotiveWords(id=id_, **motive.model_dump()) for id_, motive in raw.items()})


@cache
def people() -> tuple[Person, ...]:
    """The names from which the followers of a crowd are given theirs."""
    raw: dict[str, tuple[str, ...]] = read("people", dict[Pronouns, tuple[str, ...]])
    return tuple(Person(name, pronouns) for pronouns, names in raw.items() for name in names)


@cache
def notices() -> MappingProxyType[str, NoticeWords]:
    """Words for what a player can notice, by kind of clue."""
    raw: dict[str, _Notice] = read("notices", dict[str, _Notice])
    return MappingProxyType(
        {
            id_: NoticeWords(
                id_, notice.icon, notice.title, notice.texts, tuple(Concluded(c.words, c.text) for c in notice.said)
            )
            for id_, notice in raw.items()
        }
    )


@cache
def news() -> tuple[News, ...]:
    """Good news that followers may tell."""
    raw: dict[str, tuple[str, ...]] = read("news", dict[Literal["anybody", "new_life", "long_life"], tuple[str, ...]])
    return tuple(News(text, kind) for kind, texts in raw.items() for text in texts)


@cache
def _reasons() -> _Reasons:
    found: _Reasons = read("reasons", _Reasons)
    return found


def reasons() -> MappingProxyType[str, tuple[str, ...]]:
    """Sentences for each cause of a change of trust."""
    return MappingProxyType(_reasons().reasons)


def debrief() -> MappingProxyType[str, tuple[str, ...]]:
    """Sentences for each occasion of the debrief."""
    return MappingProxyType(_reasons().debrief)


def ends() -> MappingProxyType[str, str]:
    """How a happy end is called in a sentence: "a customer"."""
    return MappingProxyType(_reasons().ends)


@cache
def texts() -> Texts:
    """All words that ship with the game: moves, signals, motives, people, notices, news, talks, reasons, ends."""
    return Texts(
        moves=moves(), own_move=own_move(), signals=signals(), asides=asides(), motives=motives(), people=people(),
        notices=notices(), news=news(), talks=talks(), tails=tails(), reasons=reasons(), debrief=debrief(), ends=ends(),
    )  # fmt: skip


def titles() -> dict[str, dict[str, str]]:
    """What players read for the ids that ship with the game: kind -> id -> title."""
    return {
        "move": {id_: move.title for id_, move in moves().items()},
        "motive": {id_: motive.title for id_, motive in motives().items()},
    }
