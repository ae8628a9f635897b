"""PossibleHands of lives: how the lives of all followers may be dealt, so that each motive comes as often as is wished.

A hand gives each follower one life. What the followers before have been dealt is a *tally*: how many of each counted
motive there are, as far as it matters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_STATES = 4_000
"""More are not looked through: wishes so many that nobody could say what they mean together."""

Tally = tuple[int, ...]
Wish = tuple[int, int]


@dataclass(frozen=True)
class PossibleHands:
    """The chance of each life, by follower and state, and the state that follows."""

    states: tuple[tuple[Tally, ...], ...]  # before each follower; the first is the beginning
    chances: tuple[tuple[tuple[float, ...], ...], ...]  # follower, state, life: 0..1, those of all lives make 1
    following: tuple[tuple[tuple[int, ...], ...], ...]  # follower, state, life: number of the state after it
    count: int  # of different hands


def hands(lives: Sequence[Sequence[str]], wished: Mapping[str, Wish]) -> PossibleHands | None:
    """All hands that there may be; nothing where no hand meets the wishes, or the wishes are too many to be counted.

    Args:
        lives: of each follower the motives of their lives; one motive where there is no choice, "" where it is drawn.
        wished: how many followers must at least, and may at most, have a motive.

    >>> hands([["buyer", "curious"], ["buyer", "seller"]], {"buyer": (1, 1)}).count
    2
    """
    counted = tuple(wished)
    last = [len(lives)] * len(counted)  # up to here it matters how many there are
    for place, name in enumerate(counted):
        low, high = wished[name]
        last[place] = (high if high < len(lives) else low - 1) + 1
    levels: list[dict[Tally, None]] = [{(0,) * len(counted): None}]
    for options in lives:
        after = {_after(state, motive, counted, last): None for state in levels[-1] for motive in options}
        if len(after) > MOST_STATES:
            return None
        levels.append(after)
    ways = {state: int(_is_fine(state, counted, wished)) for state in levels[-1]}
    chances, following = [], []
    for options, states, then in reversed(list(zip(lives, levels, levels[1:], strict=False))):
        number = {state: place for place, state in enumerate(then)}
        rows = [[_after(state, motive, counted, last) for motive in options] for state in states]
        here = {state: sum(ways[to] for to in row) for state, row in zip(states, rows, strict=True)}
        chances.append(tuple(tuple(_share(ways[to], sum(ways[t] for t in row)) for to in row) for row in rows))
        following.append(tuple(tuple(number[to] for to in row) for row in rows))
        ways = here
    total = sum(ways.values())  # of the one state before the first
    if total == 0:
        return None
    return PossibleHands(
        tuple(tuple(level) for level in levels[:-1]), tuple(chances[::-1]), tuple(following[::-1]), total
    )


def _share(ways: int, of: int) -> float:
    return ways / of if of else 0.0


def _after(state: Tally, motive: str, counted: tuple[str, ...], last: Sequence[int]) -> Tally:
    if motive not in counted:
        return state
    place = counted.index(motive)
    return (*state[:place], min(state[place] + 1, last[place]), *state[place + 1 :])


def _is_fine(state: Tally, counted: tuple[str, ...], wished: Mapping[str, Wish]) -> bool:
    return all(wished[name][0] <= number <= wished[name][1] for name, number in zip(counted, state, strict=True))
