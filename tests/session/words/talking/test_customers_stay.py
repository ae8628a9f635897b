"""Who has bought stays a customer: in what they say, in what you write to them, and in what is told of them."""

import re

import pytest

from game.scenario.format.vocabulary import MOTIVES
from game.scenario.texts import builtin
from game.session.words.line_choice import OF_CUSTOMERS, OF_WHAT_YOU_SELL, Speech, choose
from game.session.words.talking.stock import Stock
from tests.plays import played, session

WORDS = {"first": "Mara", "offer": "a monthly bag", "price": "nine pounds", "topic": "rye", "need": "I need it."}
OFFERS = ("small_offer", "propose", "pitch")
ANSWERING = {"declines_kindly": OFFERS, "declines_coldly": OFFERS, "buys": OFFERS, "accepts": ("small_offer",)}
BESIDE = ("", "buys", "declines_kindly", "answer_cool", "answer_warm", "tell_read")
MORE = (
    ("no_more_told",), ("invited", "more_told"), ("uninvited", "no_need", "no_more_told"), ("helped_need", "more_told"),
)  # fmt: skip
DENIES = re.compile(
    r"\bstill looking\b|\bI am looking around\b|\bcomparing\b|\bI compare\b|\b(made|making) up my mind\b"
    r"|\bbefore I (choose|decide)\b|\bto choose soon\b|\bwhen I choose\b|\bwhen it comes to choosing\b"
    r"|\babout to choose\b|\bstill not found\b|\bnot yet ordered\b",
    re.IGNORECASE,
)


def customer_says(kind, *, answering="", beside="", motive="", more=()):
    """Every line of the house that a customer may say or be told on an occasion."""
    lines = builtin.moves()[kind].say if kind in OFFERS else builtin.signals()[kind].lines
    true = frozenset({"bought", "used_for_days", "proposed", "never_pushed", "need_told", "offered", *more})
    speech = Speech(kind, motive=motive, answering=answering, beside=beside, true=true, words=WORDS, day=20)
    keys = {choose(lines, speech, (), draw / 200).key for draw in range(200)}
    return [line for line in lines if line.key in keys]


@pytest.mark.parametrize("kind", sorted(OF_WHAT_YOU_SELL))
def test_of_what_you_sell_a_customer_speaks_and_is_spoken_to_as_one(kind):
    """A need, a price, an order, a yes, a no, and your own offers: each has words for whoever has bought."""
    for motive in ("", *MOTIVES[:-1]):
        for answering in ANSWERING.get(kind, ("",)):
            for beside in BESIDE:
                for more in MORE:
                    said = customer_says(kind, answering=answering, beside=beside, motive=motive, more=more)
                    assert all(not OF_CUSTOMERS.isdisjoint(line.claims) for line in said), (motive, answering, said)


def test_no_line_of_somebody_who_still_looks_is_said_by_a_customer():
    """To look, to compare and to choose is over once somebody has bought; each such line claims that they have not."""
    lines = [line for words in builtin.signals().values() for line in words.lines if words.who == "them"]
    lines += [line for kind in ("warm", "short") for line in builtin.tails()[kind]]
    lines += [line for talk in builtin.talks() for turn in talk.turns for line in turn.warm if "buyer" in line.motive]
    lines += [line for move in OFFERS for line in builtin.moves()[move].say]
    denying = [line for line in lines if DENIES.search(line.text) and OF_CUSTOMERS.isdisjoint(line.claims)]

    assert len(denying) > 10
    said_to = [line for line in denying if line.key.split(".")[1] not in {*OF_WHAT_YOU_SELL, "buys_elsewhere"}]
    assert [(line.key, line.text) for line in said_to if "not_bought" not in line.claims] == []


def test_what_an_author_has_a_buyer_say_of_the_need_is_over_with_the_purchase():
    """Clues, needs and orders that were written for somebody who looks are said until they have bought."""
    first = session("slow_roast", seed=1).playthrough.position
    stock = Stock(builtin.texts(), played("slow_roast", "patient").playthrough.setup.speaker._people, first)
    of_needs = [line for kind in ("need_shows", "buys") for line in stock.own[kind]]
    buyers = {who for who, buys in zip(first.compiled.ids, first.people.buys[0], strict=True) if buys > 0.5}
    clues = [line for line in stock.own["answer_warm"] if buyers & set(line.by)]

    assert of_needs
    assert clues
    assert all(line.claims == ("not_bought",) for line in of_needs)
    living = [line for line in clues if stock.may(line.key, first, first.compiled.ids.index(line.by[0]))]
    assert living
    assert all(line.claims == ("not_bought",) for line in living)


@pytest.mark.parametrize("seed", [1, 2])
def test_in_whole_games_no_customer_looks_for_what_they_have(seed):
    """Of all that people say after they have bought, nothing denies it."""
    for name in ("first_hello", "slow_roast"):
        story = played(name, "always_asks" if seed % 2 else "patient", seed).playthrough.story
        for who, thread in story.threads.items():
            days = [item.day for item in thread if item.kind == "buys"]
            after = [item for item in thread if days and item.day > min(days) and item.who == "them"]
            assert [(who, item.text) for item in after if DENIES.search(item.text)] == []
