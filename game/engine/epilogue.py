"""The month after the last day: thirty nights without you, by the same chance. The score is taken there.

Nobody makes a move and no event happens; the followers live on, remember, tell each other, stay or go. So whatever was
cashed in on the last day is counted when it has sunk in.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.engine.position import Position
from game.kernel.frame import Frame
from game.model import no_choices

EPILOGUE_NIGHTS = 30


def a_month_later(position: Position, watch: Callable[[Position], None] | None = None) -> Position:
    """The morning after the thirtieth night without you.

    Args:
        position: B episodes on the morning after the last day.
        watch: called with each of the mornings to come, in their order.

    Raises:
        ValueError: the game is not over.
    """
    if not position.finished:
        raise ValueError(f"expected a game that is over, got day {position.day} of {position.compiled.days}")
    kernel, rules = position.kernel, position.compiled.rules
    frame = Frame(position.people, rules, position.seed, position.episodes, kernel.lanes, lasting=watch is not None)
    frame.put(position.state, position.ledger)
    frame.choose(no_choices(*position.shape))
    player = kernel.day(frame)
    later = position
    for night in range(EPILOGUE_NIGHTS):
        player.play(position.day + night)
        if watch is not None or night == EPILOGUE_NIGHTS - 1:
            state, ledger, signals = frame.morning()
            no_event = np.zeros_like(position.fresh)
            later = replace(
                later, day=position.day + night + 1, state=state, dawn=state, ledger=ledger, signals=signals,
                fresh=no_event,
            )  # fmt: skip
        if watch is not None:
            watch(later)
    return later


def scored_later(position: Position) -> Position:
    """The same morning as far as the score reads it, which is quicker: all else of state and ledger is of no day.

    Args:
        position: B episodes on the morning after the last day.
    """
    kernel = position.kernel
    frame = Frame(
        position.people, position.compiled.rules, position.seed, position.episodes, kernel.lanes, lasting=False
    )
    frame.put(position.state, position.ledger)
    frame.choose(no_choices(*position.shape))
    player = kernel.nights(frame)
    for night in range(EPILOGUE_NIGHTS):
        player.play(position.day + night)
    state, ledger, _ = frame.morning()
    return replace(position, day=position.day + night + 1, state=state, dawn=state, ledger=ledger, signals=None)
