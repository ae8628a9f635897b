"""The lives of a scenario as tables: who each follower may be, and how lives are dealt."""

from collections.abc import Sequence

import numpy as np

from game.model import MotiveTable
from game.model.arrays import Array
from game.model.cast.dealing import Lives
from game.model.cast.written import LEFT_TO_CHANCE
from game.scenario.checks.lives_checks import impossible
from game.scenario.checks.possible_hands import PossibleHands, Wish, hands
from game.scenario.format.schema import AnyScenario, Scenario
from game.scenario.format.schema_people import Follower, Life
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node

ANY_NUMBER = 10_000


def differs(scenario: AnyScenario) -> bool:
    """Whether the followers that are written differ from game to game in what the file says of them."""
    people = scenario.followers.values()
    return scenario.cast is not None or any(who.lives or (who.ready and who.ready.shift) for who in people)


def motives_of(who: Follower) -> tuple[str, ...]:
    """The motives that a follower may have, life by life; "" where chance draws it."""
    return tuple(life.motive for life in who.lives.values()) or (who.motive,)


def hands_of(scenario: AnyScenario) -> PossibleHands | None:
    """How the lives of a scenario may be dealt; nothing where its wishes cannot be met."""
    return hands([motives_of(who) for who in scenario.followers.values()], _wished(scenario))


def _wished(scenario: AnyScenario) -> dict[str, Wish]:
    wished = {} if scenario.cast is None else scenario.cast.motives
    return {
        name: (many.at_least or 0, ANY_NUMBER if many.at_most is None else many.at_most)
        for name, many in wished.items()
    }


def check_cast(root: Node, scenario: Scenario) -> list[Problem]:
    """`cast-impossible`: wishes for the cast that no hand of lives meets."""
    if scenario.cast is None or hands_of(scenario) is not None:
        return []
    motives = {name: motives_of(who) for name, who in scenario.followers.items()}
    return [impossible(root, motives, _wished(scenario))]


def lives_table(scenario: Scenario, followers: int, table: MotiveTable) -> Lives | None:
    """Tables of what may differ of the written followers; nothing where they are the same in every game.

    Args:
        scenario: checked and complete.
        followers: how many there are, the crowd included.
        table: the motives.

    Raises:
        ValueError: no hand of lives meets what the scenario wishes.
    """
    if not differs(scenario):
        return None
    dealing = hands_of(scenario)
    if dealing is None:
        raise ValueError("expected wishes for the cast that some hand of lives meets; `check` tells which do not")
    people = tuple(scenario.followers.values())
    most = max(1, *(len(who.lives) for who in people)) if people else 1
    states = max([1, *map(len, dealing.states)])
    motive = np.full((followers, most), -1, dtype=np.int64)
    start, end, shift = (np.full((followers, most), LEFT_TO_CHANCE) for _ in range(3))
    chance = np.ones((followers, states, most))
    following = np.zeros((followers, states, most), dtype=np.int64)
    for row, who in enumerate(people):
        for column, life in enumerate(_lives(who)):
            motive[row, column] = table.index(life.motive) if life.motive else -1
            if life.ready is not None:
                start[row, column], end[row, column] = life.ready.start, life.ready.until
                shift[row, column] = life.ready.shift
        shares, after = dealing.chances[row], dealing.following[row]
        chance[row, : len(shares), : len(shares[0])] = _running(shares)
        if row + 1 < len(people):  # after the last of them nothing is dealt any more
            following[row, : len(after), : len(after[0])] = after
    bounds = scenario.cast
    return Lives(
        motive=motive, need_from=start, need_until=end, shift=np.maximum(0.0, shift), chance=chance,
        following=following, written=np.arange(followers) < len(people),
        trust_varies=bounds.trust_varies / 100.0 if bounds else 0.0,
        loves_vary=bounds.loves_vary / 100.0 if bounds else 0.0,
    )  # fmt: skip


def _running(shares: Sequence[Sequence[float]]) -> Array:
    """Running sums of chances; from the last possible life on exactly 1, so that no draw lies beyond it."""
    table = np.array(shares)
    sums = np.cumsum(table, axis=1)
    rest = np.cumsum(table[:, ::-1], axis=1)[:, ::-1] - table
    return np.where(rest <= 0.0, 1.0, sums)


def _lives(who: Follower) -> Sequence[Life | Follower]:
    return tuple(who.lives.values()) or (who,)
