"""Rule cards: what they say is what is played, and mistakes are told with their place."""

import re
from pathlib import Path

import numpy as np
import pytest

import game
from game.bots.play import play
from game.engine.digest import digest
from game.errors import CannotPlay
from game.lab.playing.through_session import play_session
from game.lab.ways.cards import bot_of_deck, deck_of
from game.model.signals import Signal
from game.session.playthrough import begun
from game.session.session import Session
from tests.plays import compiled

SLOW = compiled("slow_roast")
ROWS = SLOW.rules.moves.ids


def days(text: str, games: int = 6):
    seen = []
    play(SLOW, bot_of_deck(deck_of(text), SLOW), 2, np.arange(games), lambda m, p, _: seen.append((m, p)))
    return seen


def test_a_card_is_played_when_its_signal_came_and_never_else():
    """Nothing but a thank-you is sent, and only, on the morning after a like or share; some are."""
    made = 0
    for morning, plan in days("cards: [{when: [like, share_plain], move: thank_privately}]", games=12):
        wanted = [Signal.LIKE, Signal.SHARE_PLAIN]
        signals = morning.signals
        if signals is None:
            assert not plan.move.any()
            continue
        came = np.isin(signals.reaction, wanted) | np.isin(signals.initiative, wanted)
        assert not ((plan.move > 0) & ~came).any()
        assert set(np.unique(plan.move)) <= {0, ROWS.index("thank_privately")}
        made += int((plan.move > 0).sum())

    assert made >= 5


def test_rest_days_and_counts_are_kept():
    """Nobody is written to before the rest is over or after the last day; a question waits for two warm answers."""
    text = """
cards:
  - {at_least: {warm: 2}, move: propose, from: 5}
  - {move: ask_about_them, rest: 3, until: 20}
"""
    asked = 0
    for morning, plan in days(text):
        proposes, chats = plan.move == ROWS.index("propose"), plan.move == ROWS.index("ask_about_them")
        assert not (chats & (morning.ledger.contact_age < 3)).any()
        assert not (chats.any() and morning.day > 20)
        assert not (proposes & (morning.ledger.warm < 2)).any()
        assert not (proposes.any() and morning.day < 5)
        asked += int(proposes.sum())

    assert asked > 0


def test_earlier_cards_come_first():
    """Where both fit, the first card is played, and it gets the hours when they are short."""
    text = "cards: [{when: question, move: answer}, {move: comment}]"
    for morning, plan in days(text):
        if morning.signals is not None:
            asks = (morning.signals.initiative == Signal.QUESTION) & (morning.ledger.present > 0.5)
            assert not ((plan.move == ROWS.index("comment")) & asks).any()


def test_posts_have_their_rhythm():
    posted = [
        m.day for m, plan in days("cards: [{move: like}]\npost: {move: post_helpful, every: 7}", 2) if plan.post.all()
    ]

    assert posted == [7, 14, 21, 28]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cards:\n  - {when: qestion, move: answer}", "yaml:2:12: there is no signal “qestion”. Did you mean “q"),
        ("cards:\n  - {wen: question, move: answer}", "cards.yaml:2:6: there is no key “wen”"),
        ("cards:\n  - {move: help, rest: soon}", "a whole number from 0 to 60"),
        ("cards:\n  - {when: question}", "cards.yaml:2:5: a card needs a move"),
        ("cards: []", "a list of 1 to 60 cards"),
        ("cards: {move: help}", "a list of 1 to 60 cards"),
        ("", "cards.yaml"),
        ("cards: [", "cards.yaml:1"),
        ("cards: [{move: help, at_least: {warmth: 2}}]", "there is no key “warmth”"),
        ("cards: [{move: hlp}]", "there is no move “hlp” for a card"),
        ("cards: [{move: help}]\npost: {move: help}", "“help” is no post"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(text, words):
    with pytest.raises(CannotPlay, match=re.escape(words)):
        bot_of_deck(deck_of(text), SLOW)


def test_the_cards_of_the_guide_can_be_played():
    """The example in the documentation is a deck, and does better than doing nothing."""
    page = (Path(game.__file__).parent.parent / "docs" / "lab.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    deck = deck_of(block)

    assert deck.name == "Table four"
    assert len(days(block, 2)) == 28


def test_cards_play_a_session_as_they_play_in_the_lab():
    """A deck plays a session through the door of a person: nothing is refused, and it is the game of the lab."""
    here = compiled("slow_roast")
    deck = deck_of(
        "cards:\n"
        "  - {when: [question, need_shows, complaint], move: answer}\n"
        "  - {at_least: {warm: 2}, move: propose, from: 5}\n"
        "  - {move: look_around}\n"
        "  - {move: follow_up, rest: 2}\n"
        "  - {move: share_resource, rest: 1}\n"
        "  - {move: retweet_share}\n"
        "post: {move: post_helpful, every: 4}\n"
    )
    bot = bot_of_deck(deck, here)
    run = Session(begun(here, 6, 2))

    assert play_session(run, bot) == ()
    assert digest(run.playthrough.position) == digest(play(here, bot, 6, np.array([2])))
