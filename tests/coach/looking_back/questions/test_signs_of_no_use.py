"""What the debrief says of questions to people without a use for what is sold, and of waiting."""

import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.asks_told import lost_to_others, purchase_asks
from game.session.story.invitations import day_bought
from tests.plays import SHIPPED, played

SAID = {"need_shows", "asks_price", "asks_how", "dangles_order", "asks_for_friend", "pitches_you"}
EARLY = {"asked_too_soon", "asked_too_soon_mildly"}


@pytest.fixture(scope="module", params=[(name, bot) for name in SHIPPED for bot in ("reader", "always_asks", "random")])
def run(request):
    name, bot = request.param
    now = played(name, bot, seed=3).playthrough
    return now, debrief(now)


def test_who_spoke_of_a_need_and_had_none_is_told_with_what_gave_it_away(run):
    """“It was never about what you sell” is said only of somebody who had said nothing that sounded like it."""
    now, told = run
    for ask in told.asks:
        if ask.occasion != "asked_not_buyer":
            continue
        thread = now.story.threads[ask.follower]
        if bought := day_bought(thread, ask.day):
            assert f"day {bought}" in ask.text, "whoever had bought is judged by that"
            continue
        spoke = SAID & {i.kind for i in thread if i.who == "them" and i.day < ask.day}
        assert bool(spoke) != ("It was never about" in ask.text or "The right question" in ask.text), (ask, spoke)


def test_a_wait_is_advised_only_where_more_was_asked_too_early_than_lost(run):
    """Whoever lost people by waiting is not told to wait."""
    now, told = run
    early = sum(ask.occasion in EARLY for ask in purchase_asks(told.asks))
    if "Waiting a little longer" in told.judgement:
        assert early > len(lost_to_others(now))


def test_whoever_bought_is_told_to_have_bought(run):
    """Also where the best that could come of it was another end, which stands on the card."""
    now, told = run
    for person in told.followers:
        bought = now.position.ledger.bought[0, now.compiled.ids.index(person.id)] > 0.5
        assert not bought or "bought from you" in person.end or "customer" in person.end
