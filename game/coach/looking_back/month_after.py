"""The epilogue: what became of each follower in the thirty nights without you, after the last day."""

from dataclasses import dataclass

from game.engine.epilogue import a_month_later
from game.engine.position import Position
from game.model import Signal, trust
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, listed


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
        gone = (night for night, m in enumerate(mornings) if m.ledger.present[0, column] < 0.5)
        lives.append(
            EpilogueLife(
                id=who,
                name=now.people[who].name,
                trust=tuple(float(of_all[column]) for of_all in points),
                left=next(gone, 0),
                praised=did.count(Signal.SHARE_COMPLIMENT),
                complained=did.count(Signal.COMPLAINT),
                elsewhere=Signal.BUYS_ELSEWHERE in did,
            )
        )
    return later, tuple(lives)


TITLE = "A month later"


def month_told(lives: tuple[EpilogueLife, ...]) -> tuple[tuple[str, str], ...]:
    """What became of those who still followed on the last evening, in a lesson; nothing before the end.

    Args:
        lives: of the epilogue.
    """
    if not lives:
        return ()
    left = [f"{first_name(life.name)} (night {life.left})" for life in lives if life.left]
    stayed = len(lives) - len(left)
    parts = [f"{counted(stayed)} of {counted(len(lives))} who still followed on the last evening are there yet"]
    if left:
        parts.append(f"{listed(left)} left")
    for did, words in (
        ([life for life in lives if life.praised], "spoke well of you to others"),
        ([life for life in lives if life.complained], "complained"),
        ([life for life in lives if life.elsewhere], "bought elsewhere"),
    ):
        if did:
            parts.append(f"{listed([first_name(life.name) for life in did])} {words}")
    rose = [life.trust[-1] - life.trust[0] for life in lives if not life.left]
    trust_told = f" Trust went from {_mean(lives, 0)} to {_mean(lives, -1)} on average." if rose else ""
    text = f"{'; '.join(parts)}.{trust_told} In this month, without a word of yours, the score is taken."
    return ((TITLE, f"{text[:1].upper()}{text[1:]}"),)


def _mean(lives: tuple[EpilogueLife, ...], at: int) -> str:
    some = [life.trust[at] for life in lives if not life.left]
    return f"{sum(some) / len(some):.0f}"
