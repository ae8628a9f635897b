"""What came of a vote for people: who has bought or is lost, and whether a question to buy came at its time."""

import numpy as np

from game.coach.looking_back.questions.asks_told import ask_marks
from game.host.debriefing.what_happened.courses import HALF
from game.host.room.questions import Option
from game.host.room.room_state import Room
from game.model.arrays import Array
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import listed

ENDED = {1: "A sale", -1: "Lost"}
"""What came of a choice for somebody: they have bought, or nobody can win them any more."""
BY_LUCK = " by luck"
NOT_LOST = "Not lost"


def ask_kind(morning: Playthrough, option: Option | None) -> str:
    """Of which kind a question to buy was; "" of an option that puts none.

    Args:
        morning: after the day on which it was chosen.
        option: of that day.
    """
    choice = option.choice if option is not None else None
    if not isinstance(choice, PlanMove) or not morning.compiled.rules.moves.row(choice.move).for_sale:
        return ""
    day = morning.history[-1].morning.day
    made = (ask for ask in ask_marks(morning) if ask.day == day and ask.follower == choice.who and ask.for_sale)
    return next((ask.kind for ask in made), "")


def stands_of(now: Playthrough) -> Array:
    """Of each follower whether they have bought (1), are lost (-1) or neither (F,)."""
    ledger, came = now.position.ledger, now.position.people.arrives[0] <= now.position.day
    bought = ledger.bought[0] > HALF
    lost = ((ledger.present[0] < HALF) & came) | (now.position.state.elsewhere[0] > HALF)
    stands: Array = np.where(bought, 1, np.where(lost, -1, 0))
    return stands


def bought_in_the_end(room: Room) -> Array:
    """Of each follower whether they have bought by the end of the room's game (F,)."""
    assert room.shared is not None
    bought: Array = room.shared.position.ledger.bought[0] > HALF
    return bought


def beside(other: int, chosen: int) -> tuple[int, str]:
    """How many more people another option would have won, -2 to 2, and that in words."""
    if other == chosen:
        return 0, ""
    if other > 0 or chosen < 0:
        return other - chosen, ENDED[1] if other > 0 else NOT_LOST
    return other - chosen, ENDED[-1] if other < 0 else "No sale"


def people_said(won: Array, names: list[str]) -> str:
    """Who would have been won or kept, and who lost, in sentences."""
    more = [names[column] for column in (won > 0).nonzero()[0]]
    fewer = [names[column] for column in (won < 0).nonzero()[0]]
    told = [("Won, or not lost", more), ("Lost, or not won", fewer)]
    return " ".join(f"{words}: {listed(who)}." for words, who in told if who)
