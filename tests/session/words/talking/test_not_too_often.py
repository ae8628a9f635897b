"""No text of the house is heard too often in one game: they come by turns, and in other words the next time."""

from collections import Counter
from functools import cache
from itertools import chain

import pytest

from game.scenario.texts import builtin
from game.session.words.talking.noticed_words import noticed
from tests.golden.talking import talk_all_day
from tests.plays import SHIPPED, played, session

PLAYERS = ("patient", "reader", "random", "thanker", "talker")
GAMES = [(name, player, seed) for name in SHIPPED for player in PLAYERS for seed in (1, 2)]
ONCE_AT_LEAST = 5
"""So many texts, at least, has what may be noticed of everybody."""


@cache
def game_of(name: str, player: str, seed: int):
    if player != "talker":
        return played(name, player, seed).playthrough
    game = session(name, seed)
    while not game.finished:
        talk_all_day(game)
    return game.playthrough


@pytest.mark.parametrize(("name", "player", "seed"), GAMES)
def test_what_is_noticed_comes_by_turns(name, player, seed):
    """“Jokes under the posts” is not said of a second person before all the others of its kind were said."""
    now, told = game_of(name, player, seed), {}
    for who in now.compiled.ids:
        for kind, (_, notice) in now.story.known[who].notices.items():
            told.setdefault(kind, []).append(notice.text)
    for kind, texts in told.items():
        if len(builtin.notices()[kind].texts) >= len(texts):
            assert max(Counter(texts).values()) == 1, (kind, texts)


@pytest.mark.parametrize("kind", [name for name, words in builtin.notices().items() if words.texts])
def test_what_may_be_noticed_of_everybody_has_words_enough(kind):
    """Of a way to answer or a form there are few to be told of; of all else there may be many in one game."""
    seldom = kind.startswith(("format_", "pace_"))
    assert len(builtin.notices()[kind].texts) >= (3 if seldom else ONCE_AT_LEAST)


def test_the_same_person_is_noticed_in_other_words_in_another_game():
    """Whoever plays again reads something else of the same people."""
    now = game_of(SHIPPED[0], "patient", 1)
    person, extra = next(iter(now.people.values())), {"friend": "Omar Haddad"}
    texts = {noticed(builtin.notices()["tie"], person, extra, "", (), seed).text for seed in range(20)}
    assert len(texts) == len(builtin.notices()["tie"].texts)


@pytest.mark.parametrize(("name", "player", "seed"), GAMES)
def test_nobody_of_the_crowd_says_what_somebody_of_the_cast_has_said(name, player, seed):
    """Two people in one game do not ask the same in the same words, but for an answer of a word or two."""
    now = game_of(name, player, seed)
    said = {
        crowd: {
            item.text
            for who in now.compiled.ids
            if who.startswith("crowd_") == crowd
            for item in now.story.threads[who]
            if item.who == "them" and len(item.text) > 40
        }
        for crowd in (True, False)
    }
    assert said[False]
    assert not said[True] & said[False]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(1, 9))
def test_no_two_people_post_the_same_in_one_game(name, seed):
    """There are everyday posts enough for all days of a game that ships."""
    people = session(name, seed).playthrough.people.values()
    posts = Counter(chain.from_iterable({post.text for post in person.page} for person in people))
    assert max(posts.values()) == 1, posts.most_common(3)
