"""The scene of an offer, and the reasons beside it, follow what somebody has said by that morning."""

import re

from game.session.seen.mirror import Mirror
from tests.session.whole_games.games import games

OFFERS = ("small_offer", "propose", "pitch")
INVITES = ("need_shows", "asks_price", "dangles_order")
A_WISH = re.compile(
    r"There is a (wish|need)|heard the need|is looking for|heard it|what is missing|shown a need|who needs it|"
    r"asked for in|what is wanted|has spoken of it|what was said|You may want|wishes for it|needs it and",
)
"""What a scene says of somebody who has a need, and nobody has met it."""
DENIED = re.compile(r"had not thought|Let me finish this|there is room for a second, you cannot|What \{?first")
"""What it says of somebody who has told of nothing."""


def mornings():
    """Scenes of every offer on each morning of some games: what they have told before it, and the scene."""
    for key, game in games().items():
        if key[1] not in {"offers", "talks", "answers and asks", "random", "reader"} or key[2] > 2:
            continue
        for day, morning in game.mornings.items():
            for who, thread in morning.story.threads.items():
                told = [i for i in thread if i.who == "them" and i.kind in ("buys", "buys_elsewhere", *INVITES)]
                if told:
                    mirror = Mirror(morning, who)
                    yield from ((day, told, move, mirror.line(move)) for move in OFFERS)


def test_after_a_purchase_in_another_shop_no_scene_tells_of_a_wish_and_the_reasons_name_it():
    """Until they speak of a need again; the reasons of a question to buy name the day of that purchase."""
    found = [each for each in mornings() if each[1][-1].kind == "buys_elsewhere"]
    assert len(found) > 300
    for _, told, move, line in found:
        assert not A_WISH.search(f"{line.they} {line.what}"), line
        if move == "propose" and line.forecast.counted:
            assert f"bought in another shop on day {told[-1].day}" in line.forecast.counted, line.forecast


def test_on_the_morning_after_a_need_no_scene_has_heard_nothing():
    """Whoever said last night “I need what you sell” has thought so far, and a customer who needs more has said so."""
    found = [line for day, told, _, line in mornings() if told[-1].kind == "need_shows" and told[-1].day == day - 1]
    assert len(found) > 100
    assert not [line for line in found if DENIED.search(f"{line.they} {line.what}")]
