"""The talks of a run: which one a question opens, how it goes on, and which lines answer it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from game.scenario.format.schema_story import LineBlock
from game.scenario.format.schema_talks import WrittenTalk
from game.scenario.texts.texts import Line, TalkWords, TurnWords
from game.session.words.personas import Persona, pick
from game.session.words.spoken import Talk

OPENS = ("ask_about_them", "ask_their_view")
"""Moves that open a talk."""
ON_THEIR_TOPIC = 0.6  # how often a talk on a topic they love is begun, among those of the house
NOT_ALWAYS = frozenset({"news", "content", "post", "quote", "need", "day", "topic", "move"})
"""Words in braces for which there may be nothing in a talk; lines with them are left out."""
LinesOf = Callable[[str, Sequence[LineBlock]], tuple[Line, ...]]
"""Makes lines of what an author wrote; their keys begin with a text."""


def own_talk(name: str, talk: WrittenTalk, lines_of: LinesOf) -> TalkWords:
    """A talk of a scenario as the game has it.

    Args:
        name: its id in the file.
        talk: as its author wrote it.
        lines_of: makes lines, each with a key of its own.
    """
    key = f"own.talk.{name}"

    def lines(part: str, blocks: Sequence[LineBlock]) -> tuple[Line, ...]:
        return tuple(line for line in lines_of(f"{key}.{part}", blocks) if line.placeholders.isdisjoint(NOT_ALWAYS))

    turns = []
    for number, turn in enumerate(talk.turns, 1):
        you, warm = lines(f"{number}.you", turn.you), lines(f"{number}.warm", turn.warm)
        if not you or not warm:
            break  # there is nobody here to say it, or no word for it: the talk ends before
        turns.append(TurnWords(you, warm, lines(f"{number}.short", turn.short) or warm))
    return TalkWords(key, talk.fact, talk.starts, tuple(turns), lines("thanks", talk.thanks), talk.about, talk.by)


def opening(
    talks: Mapping[str, TalkWords], move: str, person: Persona, talk: Talk, elsewhere: Collection[str], draw: float
) -> TalkWords | None:
    """The talk that a question opens: one of the scenario's own, then one on a topic they love, or one for anybody.

    Args:
        talks: those that can be begun now, by id.
        move: the question, see `OPENS`.
        person: who is asked.
        talk: what has been talked about so far; no talk is had twice with one person.
        elsewhere: ids of talks had with others; they are avoided as long as there are more.
        draw: chance, 0..1.

    Returns:
        Nothing where every talk that suits has been had.
    """
    after = talk.share if move == "ask_their_view" and talk.share == "share_compliment" else ""
    names = {person.id, person.motive, person.archetype}
    free = [
        t
        for t in talks.values()
        if t.turns
        and t.starts == move
        and t.after == after
        and t.id not in talk.had
        and (not t.by or names & set(t.by))
    ]
    about = [t for t in free if not t.topics or _loved(t, person)]
    about = [t for t in about if t.id not in elsewhere] or about
    own = [t for t in about if t.id.startswith("own.")]
    if own:
        return pick(own, draw)
    topical, neutral = [t for t in about if t.topics], [t for t in about if not t.topics]
    if topical and neutral:
        if draw < ON_THEIR_TOPIC:
            return pick(topical, draw / ON_THEIR_TOPIC)
        return pick(neutral, (draw - ON_THEIR_TOPIC) / (1.0 - ON_THEIR_TOPIC))
    return pick(topical or neutral, draw) if about else None


def _loved(talk: TalkWords, person: Persona) -> bool:
    if talk.id.startswith("own."):
        return bool(set(talk.topics) & set(person.topics))
    return any(talk.suits(topic) for topic in person.topics)


def begun_with(talk: Talk, words: TalkWords, day: int, told: int = 0) -> Talk:
    """The talk once its first turn is written, or the one behind those that need not be asked any more.

    Args:
        talk: so far.
        words: of the talk that begins.
        day: of the question.
        told: how many of its turns they have told already, unasked.
    """
    return replace(
        talk, going=words.id, asked=told + 1, told=told, asked_on=day, had=(*talk.had, words.id),
        fact=words.fact if told else "", quote="", turn=0,
    )  # fmt: skip


def next_turn(talks: Mapping[str, TalkWords], talk: Talk) -> TurnWords | None:
    """The turn with which a follow-up goes on; nothing where nothing was told, or all is told."""
    words = talks.get(talk.going)
    if words is None or not 0 < talk.told == talk.asked < len(words.turns):
        return None
    return words.turns[talk.told]


def answered_turn(talks: Mapping[str, TalkWords], talk: Talk, day: int) -> TurnWords | None:
    """The turn that an answer of tonight belongs to; nothing where you did not open one today."""
    words = talks.get(talk.going)
    return words.turns[talk.told] if words and talk.asked_on == day and talk.asked == talk.told + 1 else None


def told_on(talks: Mapping[str, TalkWords], talk: Talk) -> Talk:
    """The talk once they have answered its turn: now what it is about can be named."""
    return replace(talk, told=talk.asked, fact=talks[talk.going].fact)
