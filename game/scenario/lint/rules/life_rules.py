"""Lives: what hints at each, what names one outright, and what tells lives apart without listening."""

import re
from collections.abc import Iterator

from game.scenario.format.schema_people import Life
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.phrases import listed
from game.scenario.problems.problems import Problem

_TELLING = {
    "buyer": r"i (want|would like|need|wish) to (buy|order)|where (can|do) i (buy|order)|i am a customer",
    "seller": r"i (sell|could sell|would like to sell)|be (your|our) supplier|my price list|our catalogue",
    "courtesy": r"out of (politeness|courtesy)|follow (everybody|everyone) back|only being polite",
    "curious": r"(only|just) curious|out of curiosity",
    "neighbour": r"(only|just) (your|a) neighbour|because i live (here|next door)",
    "deal_hunter": r"discount|voucher|bargain|cheaper|special offer|how much off",
    "fan": r"(biggest|greatest) fan|love everything you",
    "peer": r"same trade|fellow (roaster|binder|baker)|we are colleagues",
    "bot": r"i am a (bot|robot|machine)",
}
"""Words by which somebody says outright why they follow. Of English only, as what is said of each."""


def no_clues(subject: Subject) -> Iterator[Problem]:
    """`life-no-clue`: a life that can only be guessed."""
    for name, number, life in _lives(subject):
        if not life.clues and not life.posts and not life.lines:
            message = f"Nothing hints at the life '{number}' of {subject.written.followers[name].name}."
            hint = "Write clues: with two or three things they let slip, or posts:, or lines: of their own."
            yield subject.key("followers", name, "lives", number).problem("life-no-clue", message, hint=hint)


def clues(subject: Subject) -> Iterator[Problem]:
    """`life-clue`: a bio, clue or post that says outright why somebody follows; or one that stands in two lives."""
    if not subject.written.language.startswith("en"):
        return
    for name, who in subject.written.followers.items():
        for motive in sorted({life.motive for life in who.lives.values()}):
            if _tells(motive, who.bio):
                message = f"The bio of {who.name} says '{motive}' outright; it must fit each of their lives."
                hint = "Say something of their day, from which either could follow."
                yield subject.value("followers", name, "bio").problem("life-clue", message, hint=hint)
    for name, number, life in _lives(subject):
        lives = subject.written.followers[name].lives
        others = {other.motive for other in lives.values()} - {life.motive}
        for key, texts in (("clues", life.clues), ("posts", life.posts)):
            for place, text in enumerate(texts):
                node = subject.value("followers", name, "lives", number, key, place)
                twin = [i for i, other in lives.items() if i != number and text in (*other.clues, *other.posts)]
                wrong = [motive for motive in sorted(others) if _tells(motive, text)]
                if _tells(life.motive, text):
                    message = f"This says outright that they follow as {life.motive}."
                    yield node.problem("life-clue", message, hint="Let them say what happened, not what they are.")
                elif wrong:
                    message = f"This sounds like {listed(wrong)}, and in this life they follow as {life.motive}."
                    yield node.problem("life-clue", message, hint="Move it to that life, or say it otherwise.")
                elif twin:
                    message = f"This stands in the life '{twin[0]}' too, so it hints at neither."
                    hint = "Put what fits all lives into bio: or lines:, and keep clues apart."
                    yield node.problem("life-clue", message, hint=hint)


def uneven(subject: Subject) -> Iterator[Problem]:
    """`life-uneven`: whoever counts, instead of listening, could tell the lives apart."""
    for name, who in subject.written.followers.items():
        for key in ("clues", "posts"):
            lacking = [number for number, life in who.lives.items() if not getattr(life, key)]
            if lacking and len(lacking) < len(who.lives):
                message = f"The life '{lacking[0]}' of {who.name} has no {key}, and others of theirs have some."
                hint = f"Write {key}: here too, or players learn to look whether there are any."
                yield subject.key("followers", name, "lives", lacking[0]).problem("life-uneven", message, hint=hint)


def _lives(subject: Subject) -> Iterator[tuple[str, str, Life]]:
    for name, who in subject.written.followers.items():
        for number, life in who.lives.items():
            yield name, number, life


def _tells(motive: str, text: str) -> bool:
    name = motive.replace("_", " ")
    outright = rf"i(?: am|['’]m) (?:a|an|only a|just a|your|the) (?:\w+ )?{re.escape(name)}"
    said = rf"\b({outright}|{_TELLING[motive]})\b" if motive in _TELLING else rf"\b{outright}\b"
    return re.search(said, text.lower()) is not None


RULES: tuple[Rule, ...] = (no_clues, clues, uneven)
