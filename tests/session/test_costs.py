"""What a card says that a move takes is what is taken: every move, every content, the first time and again."""

import pytest

from game.errors import Refused
from game.session.entries import AnswerEvent, EndDay, PlanMove, TakeBack
from game.session.seen.offered import suited
from game.session.view import MoveView, View
from game.session.words.hours_text import minutes_of
from tests.plays import SHIPPED, bot_plays_a_day, bots, session


def said(card: MoveView, view: View, content: str) -> int:
    """Minutes that card and picker tell for a move with a content."""
    making = next((c.hours for c in view.contents if c.id == content), 0.0)
    return minutes_of(min(card.hours + making, view.hours_total) if content else card.hours)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_a_card_says_is_what_is_taken(name):
    """On several days, of each move that can be made: what is left afterwards is less by what was said, no more."""
    game, seen = session(name, 6), 0
    while not game.finished and game.playthrough.day <= 8:
        for who in game.playthrough.compiled.ids[:3]:
            before = game.view(who)
            for card in (*before.moves, *before.posts):
                if not card.enabled or card.needs_other:
                    continue
                offered = [c.id for c in suited(card.id, before.contents) if not c.locked]
                for content in offered if card.needs_content else [""]:
                    told = said(card, before, content)
                    least, most = (minutes_of(h) for h in card.takes)
                    assert least <= told <= most
                    planned = PlanMove(card.id, "" if card.group == "all" else who, content)
                    try:
                        game.do(planned)
                    except Refused:
                        assert told > minutes_of(before.hours_left), (card.id, content)
                        continue
                    after = game.view(who)
                    taken = minutes_of(before.hours_left) - minutes_of(after.hours_left)
                    assert (taken, minutes_of(after.plan[-1].hours)) == (told, told), (card.id, content)
                    seen += 1
                    game.do(TakeBack(after.plan[-1].id))
        bot_plays_a_day(game, bots()["patient"])
    assert seen > 100


def test_the_same_content_again_costs_its_sharing_alone():
    """On the same day for somebody else, and on a later day: card, picker and plan tell the same."""
    game = session("first_hello", 2)
    for _ in range(2):
        game.do(EndDay())
    for name in game.playthrough.waiting_events():
        game.do(AnswerEvent(name, 1))
    first, second, third = game.playthrough.compiled.ids[:3]
    game.do(PlanMove("share_resource", first, "wheat_paste"))

    again = game.view(second)
    card = next(m for m in again.moves if m.id == "share_resource")
    assert minutes_of(game.view().plan[0].hours) == 63
    assert said(card, again, "wheat_paste") == minutes_of(card.takes[0]) == 18
    game.do(PlanMove("share_resource", second, "wheat_paste"))
    assert minutes_of(game.view().plan[1].hours) == 18

    game.do(EndDay())
    for name in game.playthrough.waiting_events():
        game.do(AnswerEvent(name, 1))
    assert said(card, game.view(third), "wheat_paste") == 18


@pytest.mark.parametrize("name", SHIPPED)
def test_a_card_that_can_be_made_has_something_that_fits_in_the_day(name):
    """No card is open whose cheapest way takes more than is left."""
    game = session(name, 3)
    while not game.finished:
        for who in game.playthrough.compiled.ids[:4]:
            view = game.view(who)
            mine = sum(p.hours for p in view.plan if p.who == who)
            for card in view.moves:
                assert not card.enabled or minutes_of(card.takes[0]) <= minutes_of(view.hours_left + mine), card.id
        bot_plays_a_day(game, bots()["patient"])
