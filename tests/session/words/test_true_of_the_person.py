"""Nothing of the house contradicts who somebody is: news fit the life that is written, a seller keeps to one trade."""

import re

import pytest

from game.scenario.texts import builtin
from game.session.words.personas import Persona, says_old
from game.session.words.talking.good_news import suits
from game.session.words.talking.trade_words import TRADES, trade_named, trade_of
from tests.plays import SHIPPED, played

GAMES = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "random", "thanker") for seed in (1, 2, 3)]
OF_SELLERS = ("answer_warm", "answer_short", "question", "pitches_you", "declines_kindly")


@pytest.fixture(params=GAMES, ids=lambda game: "-".join(map(str, game)))
def play(request):
    return played(*request.param).playthrough


def told_by(play):
    """Each piece of good news that was told, with who told it, in the order of people."""
    for who, thread in play.story.threads.items():
        for item in thread:
            if item.kind == "life_event":
                news = [n for n in builtin.news() if n.text.lower() in item.text.lower()]
                yield from ((play.people[who], one) for one in news)


def someone(bio, *, motive="neighbour", written=True):
    return Persona(
        "a", "A B", "@a", "she", bio, 1, "", "", motive, "", ("tea",), "tea", (), "steady", "", (), written=written
    )


@pytest.mark.parametrize(
    "bio", ["Window opposite the fire station since 1958.", "Retired signalman.", "Harbour pilot."]
)
def test_nobody_of_whom_an_author_has_written_begins_a_new_life(bio):
    """No new flat for whoever has sat at one window for decades, no new job for a pilot, no baby for either."""
    texts = [news.text for news in builtin.news() if suits(news, someone(bio))]

    assert len(texts) >= 20
    assert not {"the new flat", "the new job", "the little girl born on Sunday", "the silver wedding"} & set(texts)


def test_an_old_member_of_the_crowd_has_no_first_job_and_a_young_one_no_silver_wedding():
    """News of the house fit the age that a bio gives."""
    old, young = someone("Retired from the post office.", written=False), someone("Apprentice.", written=False)

    assert says_old(old.bio)
    assert "the driving licence" not in {n.text for n in builtin.news() if suits(n, old)}
    assert "the silver wedding" not in {n.text for n in builtin.news() if suits(n, young)}


def test_no_news_holds_a_pause():
    """You can say “I heard about … and had to smile” of each."""
    assert [n.text for n in builtin.news() if re.search(r"[,.;:]", n.text)] == []


def test_no_news_says_how_old_somebody_is():
    """An age in the news would have to be theirs."""
    assert [n.text for n in builtin.news() if re.search(r"\bat (forty|fifty|sixty|seventy)|\bbirthday", n.text)] == []


def test_news_that_was_told_is_true_of_the_person_and_told_by_nobody_else(play):
    """In whole runs no news stand against a bio, and no two people have the same."""
    told = list(told_by(play))

    assert all(suits(news, person) for person, news in told), told
    assert len({news for _, news in told}) == len(told)


@pytest.mark.parametrize("signal", OF_SELLERS)
def test_a_line_of_a_seller_that_names_a_trade_is_kept_for_that_trade(signal):
    """Who prints labels does not offer software for rotas the day after."""
    own = [line for line in builtin.signals()[signal].lines if signal == "pitches_you" or line.motive == ("seller",)]

    assert own
    for line in own:
        assert not trade_named(line.text) or trade_named(line.text) in line.trade, line.text


def test_there_are_words_for_every_trade_and_for_none():
    """A seller has goods of their own trade to speak of, or speaks of none."""
    pitches = builtin.signals()["pitches_you"].lines

    assert all(any(trade in line.trade for line in pitches) for trade in TRADES)
    assert len([line for line in pitches if not line.trade and not line.motive]) >= 4


def test_a_seller_keeps_to_one_trade_for_a_whole_run(play):
    """Who sells websites on one day sells no labels on another."""
    for who, thread in play.story.threads.items():
        person = play.people[who]
        if person.motive == "seller" and not person.life:
            named = {trade_named(i.text) for i in thread if i.who == "them" and i.kind in OF_SELLERS} - {""}
            assert named <= {trade_of(person)}, (person.bio, named)


PARENTS = (
    r"\b(my|our) (mother|father|mum|dad|parents|gran|granny|grandmother|grandfather)\b(?! (said|wrote|used|had|began))"
)


def test_no_line_of_theirs_has_a_living_parent():
    """They may be eighty: mothers and grandmothers are only remembered."""
    lines = [line for signal in builtin.signals().values() for line in signal.lines]
    said = [text for line in lines for text in (line.text, *line.replies)]
    said += [bio for words in builtin.motives().values() for bio in words.bios]
    said += [line.text for t in builtin.talks() for turn in t.turns for line in (*turn.warm, *turn.short)]
    remembered = r"my grandmother's|from my gran\b|was my gran|my gran wrote"

    caught = [text for text in said if re.search(PARENTS, text, re.IGNORECASE)]
    assert [text for text in caught if not re.search(remembered, text, re.IGNORECASE)] == []
