"""The epilogue: what became of each follower in the thirty nights without you, after the last day."""

from dataclasses import dataclass

from game.coach.looking_back.month.left_by_themselves import left_later_by_themselves
from game.engine.epilogue import a_month_later
from game.engine.position import Position
from game.model import Signal, trust
from game.session.playthrough import Playthrough


@dataclass(frozen=True)
class EpilogueLife:
    """A follower in the month after the last day."""

    id: str
    name: str
    trust: tuple[float, ...]  # of the last evening and each of thirty mornings, 0..100
    left: int  # the night on which they left, 1..30, 0 when they did not
    praised: int  # times they shared something of yours with a kind word
    complained: int  # times they complained
    elsewhere: bool  # bought elsewhere in that month
    by_themselves: bool = False  # of one who left: nothing that you had done made it likelier


def epilogue_of(now: Playthrough) -> tuple[Position, tuple[EpilogueLife, ...]]:
    """The position a month later, and the lives of those who still followed on the last evening.

    Raises:
        ValueError: the run is not over.
    """
    mornings: list[Position] = [now.position]
    later = a_month_later(now.position, mornings.append)
    params = now.compiled.rules.params
    points = [100.0 * trust(m.state, m.people, params)[0] for m in mornings]
    lives = []
    for column, who in enumerate(now.compiled.ids):
        if now.position.ledger.present[0, column] < 0.5:
            continue
        did = [int(m.signals.initiative[0, column]) for m in mornings[1:] if m.signals is not None]
        left = next((night for night, m in enumerate(mornings) if m.ledger.present[0, column] < 0.5), 0)
        lives.append(
            EpilogueLife(
                id=who,
                name=now.people[who].name,
                trust=tuple(float(of_all[column]) for of_all in points),
                left=left,
                praised=did.count(Signal.SHARE_COMPLIMENT),
                complained=did.count(Signal.COMPLAINT),
                elsewhere=Signal.BUYS_ELSEWHERE in did,
                by_themselves=left > 0 and left_later_by_themselves(now, mornings[left - 1], column),
            )
        )
    return later, tuple(lives)
