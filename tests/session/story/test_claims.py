"""No follower says of your acts what the record contradicts, and you say nothing of the kind either."""

import re
from collections import defaultdict
from functools import cache
from typing import get_args

import pytest

from game.bots.registry import bots
from game.scenario.format.vocabulary import Claim
from game.scenario.texts import builtin
from game.session.story.claims import HOLDS
from tests.plays import SHIPPED, bot_plays_a_day, session

QUESTIONS = {"ask_about_them", "ask_their_view", "follow_up"}
OFFERS = {"small_offer", "propose", "pitch"}
TOLD = {"look_around", "like", "give_space"}
WAITS = {"question", "asks_price", "asks_how", "asks_for_friend", "need_shows", "dangles_order", "wonders"}

WORDS_THAT_CLAIM = {
    r"not (asked|ask) (me )?one (question|thing)": {"never_asked"},
    r"asked you something|asked a question": {"question_waited"},
    r"not to answer": {"posted_meanwhile"},
    r"then: silence": {"waited"},
    r"hardly (talked|know)|do not know each other|have not met|not know you|nice to meet you": {"hardly_talked"},
    r"took you long|by myself in the meantime": {"late"},
    r"never pushed": {"never_pushed"},
    r"never said that one could order|had i known that you wanted|happened to ask": {"never_offered"},
    r"used to answer": {"answered_before"},
    r"stands there alone": {"alone"},
    r"post a lot": {"posted_often"},
    r"asked me a lot": {"asked_often"},
    r"you thank a great deal": {"thanked_often"},
    r"said that last time": {"sorry_before"},
    r"another advertisement|advertisement after another": {"advertised_often"},
    r"have not yet ordered|(still|am) comparing|which one would suit me|could i still change it": {"not_bought"},
    r"when i choose|before i choose|making up my mind": {"not_bought"},
    r"our (latest|last) posts?\b|posts? of yours|your (older|first|last|old) (posts?|pictures)": {"posted"},
    r"nothing to (thank|be thanked) for|what (they|the thanks) were for|thanks, and for what": {"no_favour"},
    r"the last still unanswered|next one already|counted your messages|your last one": {"wrote_again"},
    r"have i mentioned": {"offered"},
    r"i ask once": {"first_offer"},
    r"too loud lately|a great deal from me lately|a lot from me lately|wrote and wrote": {"much_lately"},
    r"right to go quiet": {"they_went_quiet"},
    r"to be annoyed|your complaint": {"they_complained"},
    r"wanted something from you|about me and not about you|for my sake|i was selling": {"pushed"},
    r"the same as everybody|went to all of you|filled your inbox": {"pushed", "sent_to_all"},
    r"asked before i|asked you to buy|thinking of the sale": {"pushed", "asked_to_buy"},
    r"asked you to speak for us": {"pushed", "asked_favour"},
    r"a show of what you shared": {"pushed", "showed_off"},
    r"was kind to us|has been good to us|for being (so )?kind|you were kind|your kindness|is a good egg": {"were_kind"},
    r"nobody here has said hello|whether anybody is in|somebody behind this page|would have been nice": {"unspoken"},
    r"taken for granted|megaphone|advertise for you": {"asked_favour"},
    r"you asked me to buy|comes the bill": {"asked_to_buy"},
    r"you offered me something|offer of yours": {"offered_in_vain"},
    r"same message as|message to (everybody|all of us)|wrote to all of us": {"sent_to_all"},
    r"your shop window\.|made of my share|poster of it|with my hand": {"showed_off"},
    r"that (last )?advertisement": {"advertised"},
    r"one advertisement after|your posts want": {"advertised", "advertised_often"},
    r"write to me a bit|a message from you every|leave the writing|a bit much lately": {"wrote_often"},
    r"for what you wrote|for your lines|thank you for writing": {"wrote_to_you"},
    r"now that i have bought|my order, and now no": {"silent_since_order"},
    r"you were selling|follow you to be sold|see what you want|what is the catch|did not ask for anything": {
        "uninvited"
    },
    r"works on other people|that is the wrong door|not from you, and": {"uninvited"},
    r"want my money|why you wrote to me|send me such|to everybody who says|samples from": {"uninvited"},
    r"right to ask|i who brought it up|fair to ask": {"invited"},
    r"and now you ask me to buy": {"answered_before", "asked", "asked_to_buy", "not_bought"},
}
"""What a claim sounds like: a line with such words has the tag."""


def lines():
    for kind, words in builtin.signals().items():
        yield from ((kind, line) for line in words.lines)
    for kind, words in builtin.moves().items():
        yield from ((kind, line) for line in words.say)


def test_every_claim_has_its_meaning_and_is_made_by_some_line():
    """Each claim that a line may make is checked against the game, and none is unused."""
    assert set(HOLDS) == set(get_args(Claim)) == {claim for _, line in lines() for claim in line.claims}


@pytest.mark.parametrize("words", WORDS_THAT_CLAIM)
def test_a_line_that_claims_something_says_so_in_its_tag(words):
    """Lines with words such as “again” carry the claim that lets them be said only where it is true."""
    found = [line for _, line in lines() if re.search(words, line.text, re.IGNORECASE)]
    assert found
    for line in found:
        assert WORDS_THAT_CLAIM[words] <= set(line.claims), line.text


# The record, read without the code that chooses lines: what was done, day by day.


@cache
def run(name, bot, seed):
    """A whole run of a bot."""
    game = session(name, seed)
    while not game.finished:
        bot_plays_a_day(game, bots()[bot])
    return game


@cache
def told(name, bot, seed):
    """Each line with a tag that was said in a run, with what the record says of the time before it."""
    game, found = run(name, bot, seed), []
    threads, history = game.playthrough.story.threads, game.playthrough.history
    mine, posts = defaultdict(list), []
    for number, day in enumerate(history, 1):
        posts += [(number, move) for move in sent_by_answers(day.morning)]
        for item in day.items:
            if not item.who:
                posts.append((number, item.move))
            for who in filter(None, (item.who, item.other)):
                mine[who].append((number, item.move))
    patterns = [(kind, _pattern(line.text), line.claims) for kind, line in lines() if line.claims]
    for who, items in threads.items():
        for place, item in enumerate(items):
            for kind, pattern, claims in patterns:
                if item.kind == kind and pattern.fullmatch(item.text):
                    till = item.day if item.who != "me" else item.day - 1
                    made = [(day, move) for day, move in mine[who] if day <= till]
                    shown = [(day, move) for day, move in posts if day <= till]
                    found.append((set(claims), item, items[:place], made, shown))
    return found


def sent_by_answers(morning):
    """What the answers to the events of a morning sent to everybody."""
    timeline = morning.compiled.scenario.timeline.values()
    events = zip(timeline, morning.fresh[0], morning.chosen[0], strict=True)
    answers = [event.choices[number] for event, fresh, number in events if fresh and number >= 0]
    return [answer.do.move for answer in answers if answer.do and "everyone" in answer.do.who]


def _pattern(text):
    return re.compile(re.sub(r"\\\{[a-z_]+\\\}", ".+?", re.escape(text)), re.IGNORECASE)


def answered(made, since):
    """Whether you wrote to them on a later day than the one on whose night they asked."""
    return any(day > since and move not in TOLD for day, move in made)


def invited(item, before):
    """Whether they had told of a need, asked for the price or hinted at an order in the seven days before."""
    return any(i.kind in {"need_shows", "asks_price", "dangles_order"} and i.day >= item.day - 7 for i in before)


TRUE = {
    "never_asked": lambda item, before, made, posts: not {m for _, m in made} & QUESTIONS,
    "asked": lambda item, before, made, posts: {m for _, m in made} & QUESTIONS,
    "hardly_talked": lambda item, before, made, posts: len([m for _, m in made if m not in TOLD]) <= 2,
    "never_offered": lambda item, before, made, posts: (
        not {m for _, m in made} & OFFERS and not {m for _, m in posts} & {"post_promotion", "blast_dm"}
    ),
    "offered": lambda item, before, made, posts: {m for _, m in made} & OFFERS,
    "advertised": lambda item, before, made, posts: "post_promotion" in {m for day, m in posts if day > item.day - 7},
    "wrote_often": lambda item, before, made, posts: (
        len([m for day, m in made if m not in TOLD and day > item.day - 7]) >= 3
    ),
    "silent_since_order": lambda item, before, made, posts: not [
        m for day, m in made if m not in TOLD and day > max(i.day for i in before if i.kind == "buys")
    ],
    "question_waited": lambda item, before, made, posts: any(
        i.kind in WAITS and i.day < item.day and not answered(made, i.day) for i in before
    ),
    "waited": lambda item, before, made, posts: any(
        i.kind in WAITS | {"complaint", "pitches_you"} and i.day < item.day and not answered(made, i.day)
        for i in before
    ),
    "posted_meanwhile": lambda item, before, made, posts: any(
        i.kind in WAITS | {"complaint", "pitches_you"} and not answered(made, i.day)
        and any(day >= i.day for day, _ in posts)
        for i in before
    ),
    "answered_before": lambda item, before, made, posts: any(
        i.kind.startswith("answer_") or i.kind == "thanks" for i in before
    ),
    "posted": lambda item, before, made, posts: posts,
    "no_favour": lambda item, before, made, posts: all(
        i.kind not in {"share_plain", "share_compliment", "buys", "accepts"} for i in before
    ),
    "wrote_again": lambda item, before, made, posts: (
        [i.who for i in before if i.who == "them" or (i.who == "me" and i.kind not in TOLD)][-2:] == ["me", "me"]
    ),
    "not_bought": lambda item, before, made, posts: all(i.kind != "buys" for i in before),
    "they_complained": lambda item, before, made, posts: any(i.kind == "complaint" for i in before),
    "pushed": lambda item, before, made, posts: (
        {m for _, m in made} & {*OFFERS, "ask_to_share", "retweet_share"}
        or {m for _, m in posts} & {"post_promotion", "blast_dm"}
    ),
    "sent_to_all": lambda item, before, made, posts: "blast_dm" in {m for day, m in posts if day >= item.day - 7},
    "asked_to_buy": lambda item, before, made, posts: (
        {m for day, m in made if day >= item.day - 7} & {"propose", "pitch"}
    ),
    "asked_favour": lambda item, before, made, posts: "ask_to_share" in {m for day, m in made if day >= item.day - 7},
    "showed_off": lambda item, before, made, posts: "retweet_share" in (
        {m for day, m in made if day >= item.day - 7} | {i.by_event for i in before}
    ),
    "were_kind": lambda item, before, made, posts: any(
        i.kind in {"answer_warm", "thanks", "share_plain", "share_compliment", "buys", "accepts"} for i in before
    ),
    "wrote_to_you": lambda item, before, made, posts: any(i.who == "them" for i in before),
    "bought": lambda item, before, made, posts: any(i.kind == "buys" for i in before),
    "invited": lambda item, before, made, posts: invited(item, before),
    "uninvited": lambda item, before, made, posts: not invited(item, before),
    "sorry_before": lambda item, before, made, posts: [m for _, m in made].count("apologise") >= 2,
}  # fmt: skip
"""Some claims, judged by the record alone."""

RUNS = [(name, bot, seed) for name in SHIPPED for bot in ("pushy", "random", "poster", "sleeper") for seed in (1, 2)]


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_what_is_claimed_of_your_acts_is_true(name, bot, seed):
    """Whatever people say that you did, you did."""
    for claims, item, *record in told(name, bot, seed):
        for claim in claims & set(TRUE):
            assert TRUE[claim](item, *record), (claim, item)


def test_who_gave_a_reason_to_ask_does_not_scold_the_question():
    """After a need, a question for the price or a hint at an order, a no is one to the thing, and nobody turns cold."""
    seen = 0
    for name, bot, seed in RUNS:
        for who in run(name, bot, seed).view().followers:
            for place, item in enumerate(who.thread):
                mine = {i.kind for i in who.thread[:place] if i.day == item.day and i.who == "me"}
                if item.kind == "declines_coldly" and invited(item, who.thread[:place]) and mine & OFFERS:
                    seen += 1
                    assert not re.search(SCOLDS, item.text, re.IGNORECASE), item
    assert seen > 10


SCOLDS = "|".join(words for words, claims in WORDS_THAT_CLAIM.items() if claims == {"uninvited"})


def test_no_words_of_yours_own_up_to_a_promise():
    """Nothing in the game is a promise, so no answer of yours may say that one was broken."""
    for kind, words in builtin.moves().items():
        for line in words.say:
            assert not re.search(
                r"promised one thing|i have changed it|since this morning", line.text, re.IGNORECASE
            ), (kind, line)


def test_claims_are_made():
    """The test above is of something."""
    made = {claim for run in RUNS for claims, *_ in told(*run) for claim in claims}
    assert len(made & set(TRUE)) >= 8, made
