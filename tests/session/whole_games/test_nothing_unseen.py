"""Nobody shares or quotes a post that is not there, and nobody is cheered about who has had enough that night."""

import re

from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.evening_seen import evening_seen
from tests.session.whole_games.games import evenings, games

OF_A_POST = re.compile(
    r"something of yours on|(something|it says .+) on your page|the figure on your page|things of yours|oldest post|"
    r"\byour (last|older|old) posts?\b|under “[^”]+”$"
)
"""What claims that you have posted something."""
DRAWS_BACK = {
    "complaint", "answer_cool", "declines_coldly", "goes_quiet", "buys_elsewhere", "tell_closed", "tell_turned_away",
}  # fmt: skip
CLUMSY = re.compile(r"things you did in public|Who has told you of")


def told(game, night):
    """All that a night's page and its evening tell."""
    evening = evening_seen(game.view(), night)
    yield from (item.text for item in night.items)
    yield from (moment.title for moment in evening.moments)
    yield from (met.does for met in (*evening.tables, *evening.bar))


def test_before_your_first_post_nobody_shares_or_quotes_one():
    """On every night up to it: what is passed on is your page."""
    nights = 0
    for game in games().values():
        feed = game.playthrough.story.feed
        first = min((post.day for post in feed), default=1000)
        for night in game.playthrough.story.nights:
            if night.day < first:
                nights += 1
                assert not [text for text in told(game, night) if OF_A_POST.search(text)]
    assert nights > 500


def test_nobody_counts_for_a_goal_on_the_night_on_which_they_draw_back():
    """A sentence that somebody counts now is not said beside “I need a little air”."""
    cheered = 0
    for game in games().values():
        people = game.playthrough.people
        for night in game.playthrough.story.nights:
            cool = {people[item.follower].first for item in night.items if item.signal in DRAWS_BACK}
            for text in night.nearer:
                names = re.search(r"\((.+?) counts? now", text)
                if names and "as far as it shows" in text:
                    cheered += 1
                    assert not [first for first in cool if re.search(rf"\b{first}\b", names[1])], text
    assert cheered > 50


def test_what_others_saw_you_do_is_said_as_what_it_was():
    """Never in words that could mean anything."""
    texts = [evening.text() for evening in evenings()]
    assert not [text for text in texts if CLUMSY.search(text)]
    assert not [words for words in evening_words().shown.values() if CLUMSY.search(words)]
