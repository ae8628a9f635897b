"""Tells suit what they answer, and none comes again before all that suit have been seen."""

import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from game.bots.registry import bots
from game.model.signals import TELLS
from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words
from game.session.words.line_choice import fill
from game.session.words.spoken import Wordings
from game.session.words.talking.tell_words import tell_in_turn
from tests.plays import SHIPPED, bot_plays_a_day, session

KINDS = [tell.id for tell in TELLS]
OCCASIONS = ("like", "share_resource", "ask_about_them", "thank_publicly", "small_offer", "nothing")
READ = r"\b(read|skimmed|opened|printed|archived)\b"


def shown_phrases(names: Iterable[str]) -> set[str]:
    """All that can stand for what somebody saw you do to others."""
    return {fill(words, {"first": name}) for name in names for words in evening_words().shown.values()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_every_step_has_words_for_every_occasion(kind, occasion):
    """From closing at once to lighting up, each reaction can be told of whatever it is told of."""
    words = builtin.signals()[kind]
    told = [line for line in words.lines if occasion in line.answering]
    if occasion == "nothing" and kind in {"tell_warmed", "tell_lit_up"}:
        assert told == []  # who only saw it is told to have stayed a while, and no more
    else:
        assert len(told) >= 3
    assert len(words.table) >= 7


@pytest.mark.parametrize("kind", KINDS)
def test_a_tell_says_nothing_of_an_answer(kind):
    """Whether they answered is told by their answer, and a tell beside it must not deny it."""
    for line in builtin.signals()[kind].lines:
        assert not re.search(r"\b(answered|wrote back|not a word|no word|replied)\b", line.text), line.text


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "thanker", "random", "pushy"])
def test_no_tell_comes_again_before_all_that_suit_have_been_used(name, bot):
    """The ways in which a reaction is told come by turns."""
    game = session(name, 4)
    while not game.finished:
        bot_plays_a_day(game, bots()[bot])
    people, used = game.playthrough.people, defaultdict(list)
    told = []
    for night in game.playthrough.story.nights:
        items = [i for i in night.items if i.signal in KINDS and not i.aside]
        told += [(night.day, i.signal, i.text.replace(people[i.follower].first, "{first}")) for i in items]
    shown = sorted(shown_phrases(p.first for p in people.values()), key=len, reverse=True)
    for _, kind, text in sorted(told):
        used[kind].append(re.sub("|".join(map(re.escape, shown)), "{seen}", text))
    assert any(used.values())
    for kind, texts in used.items():
        lines = {line.text: (line.answering, line.beside, line.format) for line in builtin.signals()[kind].lines}
        for text in set(texts):
            assert text in lines, text
            alike = [each for each, when in lines.items() if when == lines[text]]
            least = min(texts.count(each) for each in alike)
            assert texts.count(text) <= least + 1, (kind, text, least)


def test_what_answers_a_like_is_not_read():
    """There is nothing to read in a heart: a tell to it tells of the heart, or of your page."""
    for kind in KINDS:
        for line in builtin.signals()[kind].lines:
            if "like" in line.answering:
                assert re.search(r"heart|like|liked|you had|you were|old post|notice|page|your name|read it", line.text)


@pytest.mark.parametrize("name", [*KINDS, *builtin.asides()])
@pytest.mark.parametrize("answering", [*OCCASIONS, ""])
def test_a_line_that_claims_something_is_told_only_where_it_is_true(name, answering):
    """Somebody who had bought was said to look for something, since lines for any move were not asked for claims."""
    words = builtin.signals().get(name) or builtin.asides()[name]
    claiming = {line.text for line in words.lines if line.claims}
    values = {key: f"{{{key}}}" for key in re.findall(r"\{(\w+)\}", " ".join(line.text for line in words.lines))}
    fits = [line for line in words.lines if not line.claims and not line.beside]
    if not [line for line in fits if not line.answering or answering in line.answering]:
        pytest.skip("has only lines for certain moves")
    for draw in (0.0, 0.5, 0.99):
        told, _, _ = tell_in_turn(words, answering, values, (draw, draw), Wordings(), frozenset())
        assert told not in claiming
