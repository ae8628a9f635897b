"""What is said in whole games, by bots and by somebody who talks, in every scenario: no reader catches it out."""

import re
from functools import cache
from itertools import pairwise

import pytest

from game.model.signals import TELLS
from game.scenario.texts import builtin
from game.session.view import ThreadItem
from game.session.words.spoken import NARRATED
from tests.golden.talking import talk_all_day
from tests.plays import SHIPPED, played, session

PLAYERS = ("talker", "random", "thanker", "spammer", "patient")
SEEDS = (1, 2)
APART = 10  # days
TO_ALL = r"(?: It was the night of the message to everybody, .+)?"  # why somebody drew back
TOLD = {tell.id for tell in TELLS} | {"page"}
SAID = ("answer_warm", "answer_short", "answer_cool", "thanks", "accepts", "buys", "wonders")
NO = ("declines_kindly", "declines_coldly", "answer_cool")
CONTRADICTIONS = {
    "goes_quiet": (*SAID, "declines_kindly", "declines_coldly", "like"),
    "share_plain": NO,
    "share_compliment": NO,
    "need_shows": NO,
    "asks_price": ("buys", "accepts", "declines_kindly", "declines_coldly"),
    "blocks": ("answer_warm", "thanks", "accepts", "buys", "like"),
    "unfollows": ("answer_warm", "thanks", "accepts", "buys", "like"),
    "complaint": ("answer_warm", "thanks", "accepts", "buys", "like"),
}
"""What seems to take back what the same person has just done, unless the words say how the two go together."""
HOLLOW = [
    line
    for kind in ("answer_warm", "answer_short")
    for line in builtin.signals()[kind].lines
    if line.motive == ("bot",)
]
SINGULAR = r"(?:is|was|has|does)"
WRONG = (
    r"[{}]", r"  ", r"\.\.(?!\.)", r" [,.!?]", r"\b[Tt]hey is\b", r"\(\)",
    r"(?<!does )\b(?:[Hh]e|[Ss]he) (?:are|have|were)\b",
    r"\b(?:rooms|letters|tools|hours|clocks|lighthouses|origins) " + SINGULAR + r"\b", r"\ba [aeio]\w", r"\bNone\b",
)  # fmt: skip


@cache
def threads(scenario: str, player: str, seed: int) -> tuple[tuple[str, tuple[ThreadItem, ...]], ...]:
    if player == "talker":
        game = session(scenario, seed)
        while not game.finished:
            talk_all_day(game)
    else:
        game = played(scenario, player, seed)
    return tuple(game.playthrough.story.threads.items())


@pytest.fixture(
    params=[(s, p, n) for s in SHIPPED for p in PLAYERS for n in SEEDS], ids=lambda run: "-".join(map(str, run))
)
def said(request):
    return threads(*request.param)


def mine(item: ThreadItem) -> bool:
    """Whether it is said by the player, or told of them."""
    return item.who == "me" or (item.kind in NARRATED and item.text.startswith("You "))


def test_no_line_comes_twice_to_one_person_within_ten_days(said) -> None:
    """People who repeat themselves are no people."""
    for who, items in said:
        last: dict[str, int] = {}
        for item in items:
            if item.kind not in TOLD:
                assert item.day - last.get(item.text, -APART) >= APART or item.text not in last, (who, item)
                last[item.text] = item.day


def test_nobody_contradicts_themselves_in_one_night(said) -> None:
    """Who does two things that do not agree says words that reconcile them."""
    bridges = {kind: [line for line in builtin.signals()[kind].lines if line.beside] for kind in CONTRADICTIONS}
    for who, items in said:
        for first, second in pairwise(item for item in items if item.kind not in TOLD):
            if first.day == second.day and first.kind in CONTRADICTIONS.get(second.kind, ()) and not mine(first):
                pattern = "|".join(
                    re.sub(r"\\\{[a-z_]+\\\}", ".+", re.escape(line.text))
                    for line in bridges[second.kind]
                    if first.kind in line.beside
                )
                assert re.fullmatch(f"({pattern or 'no bridge'}){TO_ALL}", second.text), (who, first, second)


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_every_contradiction_has_words_that_reconcile_it(kind: str) -> None:
    """Two at least for each pair."""
    lines = [line for line in builtin.signals()[kind].lines if not line.motive and not line.answering]
    for done in CONTRADICTIONS[kind]:
        assert len([line for line in lines if done in line.beside]) >= 2, (kind, done)


def test_everything_is_filled_in_and_agrees(said) -> None:
    """No placeholder, no plural of one, no sentence that begins small."""
    for who, items in said:
        for item in items:
            for wrong in WRONG:
                assert not re.search(wrong, item.text), (who, item, wrong)
            assert not item.text[0].islower(), (who, item)


def test_nothing_speaks_of_a_post_that_was_never_made() -> None:
    """Somebody who never posts never reads that a post of theirs was liked, shared or read."""
    for scenario in SHIPPED:
        for who, items in threads(scenario, "talker", 1):
            for item in items:
                if item.kind not in TOLD and item.who != "me":
                    assert not re.search(r"\byour (last )?post\b", item.text), (who, item)


def test_what_is_followed_up_was_told(said) -> None:
    """A follow-up that names a talk's matter comes after the question that opened the talk, and after an answer."""
    opens = {line.text: t for t in builtin.talks() for line in t.turns[0].you}
    follows = {line.text: (t, n) for t in builtin.talks() for n, turn in enumerate(t.turns[1:]) for line in turn.you}
    for who, items in said:
        opened: dict[str, int] = {}
        for place, item in enumerate(items):
            if item.who == "me" and item.text in opens:
                opened[opens[item.text].id] = place
            if item.who == "me" and item.text in follows:
                talk, turn = follows[item.text]
                before = talk.turns[turn]
                answers = [line.text for line in (*before.warm, *before.short)]
                assert talk.id in opened, (who, item)
                told = [i.text for i in items[opened[talk.id] : place] if i.who == "them"]
                assert any(text.startswith(answer) for text in told for answer in answers), (who, item)


def test_an_answer_to_a_talk_is_one_of_those_written_for_it(said) -> None:
    """On the night after a turn of a talk nothing but its own answers comes back in a warm or short mood."""
    turns = {line.text: turn for t in builtin.talks() for turn in t.turns for line in turn.you}
    for who, items in said:
        for place, item in enumerate(items):
            if item.who == "me" and item.text in turns:
                turn = turns[item.text]
                written = [line.text for line in (*turn.warm, *turn.short)]
                for answer in items[place + 1 :]:
                    if answer.day == item.day and answer.kind in {"answer_warm", "answer_short"}:
                        hollow = any(line.text == answer.text for line in HOLLOW)
                        assert hollow or any(answer.text.startswith(text) for text in written), (who, item, answer)
