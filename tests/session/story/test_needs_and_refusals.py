"""A need names what you sell, and a no is true of whoever has told of one."""

import itertools
import re

import pytest

from game.engine.seen.situations import WELL
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts import builtin
from game.session.entries import PlanMove
from game.session.story.claims import acts_before
from game.session.story.tells_told import mismatch
from game.session.view import ThreadItem
from game.session.words.line_choice import OF_CUSTOMERS
from tests.plays import SHIPPED, end_day, played, session

SOLD = {
    "first_hello": r"\b(book|notebook|leaf)\b",
    "slow_roast": r"\b(coffee|beans|brew|tin|roaster)\b",
}
"""Words for what is sold, by scenario: a learner links the sign and the thing by one of them."""
OF_YOUR_KIND = r"\{offer\}|\b(you (sell|make|people make)|what you|of your kind|your trade|you do)\b"
FOLLOWS_UP = {"helped_need", "answered_need"}
"""Claims of lines that come behind a need which has been named."""
DENIES_A_NEED = (
    r"not what i (am looking for|need|want)|no need of it|not for me|do not need|enough of everything|needs it more|"
    r"not fit what i need|not that which i need|when i want one|wrong door|from our own stock|a shop full|"
    r"if i wanted it|not what i am after|it is not this one|not what i come here for"
)
"""What a refusal says that is untrue of somebody who needs the thing."""
GAMES = list(itertools.product(SHIPPED, ("pushy", "always_asks", "random", "spammer"), (1, 2, 3)))
NEEDS = {"need_shows", "asks_price", "dangles_order"}
READING = r"\b(read|reads|skimmed|sentence|first line|paragraph)\b"


@pytest.mark.parametrize("name", SHIPPED)
def test_needs_of_written_people_name_what_is_sold(name):
    """In a scenario that ships, every line in which a need shows has a word for what the business sells."""
    scenario, found = load(SCENARIOS / f"{name}.yaml").scenario, 0
    for line in scenario.lines.get("need_shows", ()):
        found += 1
        assert re.search(SOLD[name], line.text, re.IGNORECASE), line.text
    assert found


def test_needs_of_the_house_say_that_it_is_of_your_kind():
    """Whoever needs something in the house's words says that it is a thing of the kind that you sell."""
    for line in builtin.signals()["need_shows"].lines:
        if not (FOLLOWS_UP | OF_CUSTOMERS) & {*line.claims}:  # a customer needs the same again
            assert re.search(OF_YOUR_KIND, line.text, re.IGNORECASE), line.text


def test_lines_that_deny_a_need_claim_that_none_was_told():
    """A no to the thing is tagged, so that nobody gives it who has told of a need."""
    for kind in ("declines_kindly", "declines_coldly"):
        for line in builtin.signals()[kind].lines:
            if re.search(DENIES_A_NEED, line.text, re.IGNORECASE):
                assert "no_need" in line.claims, line.text


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_nobody_denies_a_need_that_they_have_shown(name, bot, seed):
    """In whole games nobody says “it is not what I am looking for” who has asked for it or told of it."""
    game = played(name, bot, seed).playthrough
    for items in game.story.threads.values():
        for place, item in enumerate(items):
            if item.kind in {"declines_kindly", "declines_coldly"} and re.search(
                DENIES_A_NEED, item.text, re.IGNORECASE
            ):
                assert not NEEDS & {before.kind for before in items[:place]}, item.text


@pytest.mark.parametrize(("name", "bot", "seed"), [*GAMES, *itertools.product(SHIPPED, ("reader", "patient"), (1, 2))])
def test_nobody_reads_a_photo_or_a_film(name, bot, seed):
    """What is told of somebody whom you sent something to look at or to hear does not speak of lines and sentences."""
    game = played(name, bot, seed).playthrough
    contents = game.compiled.scenario.content
    for day, night in zip(game.history, game.story.nights, strict=True):
        given = [item for item in day.items if item.who and item.content]
        looked = {item.who for item in given if contents[item.content].format in {"photo", "video", "live"}}
        for item in night.items:
            if item.signal.startswith("tell_") and item.follower in looked:
                said = item.text.removesuffix(item.aside)
                assert not re.search(READING, said), item.text


def test_comments_claim_no_form_of_a_post():
    """Your comments speak of no second paragraph and no third picture: nobody can say that the post has one."""
    for line in builtin.moves()["comment"].say:
        assert not re.search(r"paragraph|picture|last line|brackets|sentence|background|page \d", line.text), line.text


def test_what_is_about_nothing_on_a_page_is_told_so():
    """A share whose topics stand nowhere on a page that was read is off topic; where the form fits, thin."""
    guide = load(SCENARIOS / "slow_roast.yaml").scenario.content["grind_guide"]
    assert mismatch(guide, 0.25, ("local_history", "baking"), ("photo", "story")) == "off_topic"
    assert mismatch(guide, 0.25, ("local_history", "baking"), ("guide",)) == "thin_topic"
    assert mismatch(guide, 0.25, ("brewing",), ()) == mismatch(guide, 0.25, (), ()) == ""


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_mirror_and_night_of_an_unwanted_share_say_why(seed):
    """Before a share that is about nothing on a page the mirror says so, without joy, and so does the night."""
    game = session("slow_roast", seed)
    game.do(PlanMove("look_around", "winifred"))
    end_day(game)
    person = game.playthrough.people["winifred"]
    contents = game.playthrough.compiled.scenario.content
    unwanted = next(c for c in ("grind_guide", "open_ledger", "big_pot") if not {*contents[c].about} & {*person.topics})
    card = next(move for move in game.view("winifred").moves if move.id == "share_resource")
    mirror = card.date_with(unwanted)
    assert "page" in mirror.what
    assert mirror.mood not in WELL
    assert mirror.forecast.tone != "well"
    assert not mirror.forecast.counted
    game.do(PlanMove("share_resource", "winifred", unwanted))
    night = end_day(game)
    told = [item for item in night.items if item.follower == "winifred" and item.signal.startswith("tell_")]
    assert told
    assert told[0].aside


def test_a_like_is_an_answer_where_messages_are_counted():
    """Whoever has liked your last message is not said to have it lying there."""

    thread = [ThreadItem(1, "me", "comment", "Well made."), ThreadItem(1, "note", "like", "Liked.", of_them=True),
              ThreadItem(3, "me", "ask_about_them", "How are you?")]  # fmt: skip
    assert acts_before(4, thread, ()).unanswered() == 1
