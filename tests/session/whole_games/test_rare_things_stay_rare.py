"""Good news are rare, nobody asks for a friend in the same words twice, and good wishes fit their news."""

import re

from game.scenario.texts import builtin
from tests.session.whole_games.games import evenings, games

ASKS_FOR = "asks_for_friend"
WORDS_IN_A_ROW = 5


def runs_of(text):
    """Every few words in a row of a text."""
    words = re.findall(r"[\w’]+", text.lower())
    return {tuple(words[n : n + WORDS_IN_A_ROW]) for n in range(len(words) - WORDS_IN_A_ROW + 1)}


def test_nobody_tells_of_more_than_two_good_news_in_28_days():
    """What the model draws beyond that is told as a small thing, which is no news."""
    small = {line.text for line in builtin.signals()["life_event"].lines if "two_news" in line.claims}
    further = 0
    for game in games().values():
        for thread in game.playthrough.story.threads.values():
            news = [item for item in thread if item.kind == "life_event"]
            for item in news[2:]:
                if len([before for before in news if item.day - 28 < before.day < item.day]) >= 2:
                    further += 1
                    assert item.text.endswith(tuple(small)), item.text
    assert further > 5


def test_nobody_asks_for_a_friend_in_words_that_were_used_before():
    """Over a whole game: not the same message, and not the same few words in a row."""
    most = 0
    for game in games().values():
        threads = game.playthrough.story.threads.values()
        asked = [runs_of(i.text) for thread in threads for i in thread if i.kind == ASKS_FOR]
        most = max(most, len(asked))
        for n, one in enumerate(asked):
            assert not [both for other in asked[:n] if (both := one & other)]
    assert most > 8


def test_good_wishes_tell_nobody_and_ask_for_no_more_of_the_same():
    """Some news are private, and of some nobody wishes for more."""
    said = [i.text for e in evenings() for i in e.mine if i.kind == "congratulate"]
    assert len(said) > 100
    assert not [text for text in said if re.search(r"to everybody here|all send|more where that came from", text)]
    assert not [news.text for news in builtin.news() if re.search(r"doctor|hospital|operation", news.text)]
