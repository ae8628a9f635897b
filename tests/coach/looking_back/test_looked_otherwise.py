"""Where a night and the debrief say the opposite of somebody, the debrief says in words why."""

import pytest

from game.coach.looking_back.explained import reasons
from game.coach.looking_back.looked_otherwise import PLAIN
from game.engine.seen.odds_seen import UNSEEN_MOVES
from game.session.history import move_made
from game.session.seen.night.body import OF_TELLS, STILL
from game.session.story.tells_told import DECISIVE
from tests.plays import SHIPPED, played

GAMES = [(name, bot) for name in SHIPPED for bot in ("patient", "thanker", "pushy", "random", "reader")]
WHY = {
    "shy": "hid_liking", "polite to your face": "hid_dislike", "poker face": "hid_by_poker_face",
    "one evening may have another cause": "looked", "so small a change": "small", "So little is lost": "small",
}  # fmt: skip


def evenings(name, bot):
    """Each evening that could be read: the tell, the step of the body, the cause it is about, the debrief's reasons."""
    game = played(name, bot, 1).playthrough
    for night in game.story.nights:
        for item in night.items:
            beside = {other.signal for other in night.items if other.follower == item.follower}
            if item.signal in OF_TELLS and not beside & DECISIVE:
                made = move_made(game.history[night.day - 1].items, item.follower)
                about = "move" if made and made.move not in UNSEEN_MOVES else "others"
                yield game, item, OF_TELLS[item.signal] - STILL, about, reasons(game, item.follower, night.day)


@pytest.mark.parametrize(("name", "bot"), GAMES)
def test_a_gain_that_looked_cold_and_a_loss_that_looked_warm_are_explained(name, bot):
    """What somebody saw done to others, and what a move showed of you, never stands bare beside the opposite."""
    found = 0
    for _, item, looked, about, why in evenings(name, bot):
        alone = about == "others" or {one.cause for one in why} <= {"move", "others", "forgetting", "other"}
        for one in why:
            if one.cause != about or not alone or not one.shown:
                continue
            if one.shown * looked < 0:
                found += 1
                assert any(words in one.words for words in WHY), (item, one)
            else:
                assert not any(words in one.words for words in WHY), (item, one)
    assert found or name == "first_hello"


@pytest.mark.parametrize(("name", "bot"), GAMES)
def test_what_is_said_of_a_face_is_true_of_it(name, bot):
    """Nobody is called shy, polite or a poker face who shows all; and only a change below a point is called small."""
    for game, item, _, _, why in evenings(name, bot):
        people, column = game.position.people, game.compiled.ids.index(item.follower)
        shy, polite = (float(shown[0, column]) < 1.0 for shown in (people.shows_liking, people.shows_dislike))
        for one in why:
            if "shy" in one.words:
                assert shy
                assert not polite
            if "polite to your face" in one.words:
                assert polite
                assert not shy
            if "poker face" in one.words:
                assert shy
                assert polite
            if one.cause == "others" and any(words in one.words for words in ("so small a change", "So little")):
                assert abs(one.amount) < 100 * PLAIN
