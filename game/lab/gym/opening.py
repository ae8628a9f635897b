"""The arguments of an environment, checked, with sentences that tell how to mend them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces

from game.errors import CannotPlay
from game.lab.gym.game_batch import Games
from game.model.arrays import Array
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.problems.phrases import guessed
from game.session.runs.recorded_scenario import compiled_of

MOST_EPISODES = 2**31


class RenderModeError(CannotPlay, TypeError):
    """A way of drawing that there is not. Libraries that try one and do without it look for a TypeError."""


def games_of(scenario: str | Path, *, gives_in: bool, shaping: float, discount: float) -> Games:
    """The games of a scenario, by the name of a shipped one or the path of a file or folder.

    Raises:
        CannotPlay: there is no such scenario, it has errors, or a number is out of its range.
    """
    if not 0.0 <= shaping <= 10.0:
        raise CannotPlay(f"shaping is {shaping!r}; it goes from 0 (none) to 10.")
    if not 0.0 <= discount <= 1.0:
        raise CannotPlay(f"discount is {discount!r}; it goes from 0 to 1, and should be that of the learner.")
    return Games(compiled_of(load(_path(scenario))), gives_in=gives_in, shaping=shaping, discount=discount)


def _path(scenario: str | Path) -> Path:
    path = Path(scenario)
    if path.exists():
        return path
    shipped = {p.stem: p for p in sorted(SCENARIOS.glob("*.yaml"))}
    shipped |= {p.parent.name: p.parent for p in sorted(SCENARIOS.glob("*/scenario.yaml"))}
    name = str(scenario).replace("-", "_").removesuffix(".yaml")
    if name in shipped:
        return shipped[name]
    guess = guessed(name, shipped)
    raise CannotPlay(f"There is no scenario “{scenario}”.{guess} There are: {', '.join(shipped)}; or give a path.")


def space_of(games: Games) -> spaces.Dict:
    """What one game shows: numbers from 0 to 1 under the names of its layout."""
    layout, followers = games.layout, games.compiled.followers
    return spaces.Dict(
        {
            "account": spaces.Box(0.0, 1.0, (len(layout.account),), np.float32),
            "followers": spaces.Box(0.0, 1.0, (followers, len(layout.followers)), np.float32),
        }
    )


def actions_of(games: Games) -> "spaces.MultiDiscrete[Any]":
    """What can be done in one game: a number for each follower, and one for the post."""
    return spaces.MultiDiscrete(np.array(games.repertoire.sizes, dtype=np.int64))


def checked_actions(actions: Any, games: Games, rows: int | None) -> Array:
    """Actions as whole numbers (B, F + 1); for one game, `rows` is None and they come as (F + 1,).

    Raises:
        gymnasium.error.InvalidAction: they have another shape, are no whole numbers, or name nothing.
    """
    sizes = np.array(games.repertoire.sizes)
    given = np.asarray(actions)
    shape = (len(sizes),) if rows is None else (rows, len(sizes))
    if given.shape != shape:
        raise gymnasium.error.InvalidAction(
            f"The action has the shape {given.shape}; here it is {shape}: a move for each of the "
            f"{len(sizes) - 1} followers, then the post."
        )
    if not np.issubdtype(given.dtype, np.integer):
        raise gymnasium.error.InvalidAction(
            f"The action holds {given.dtype}; it should be whole numbers, 0 for nothing."
        )
    wrong = np.argwhere((given < 0) | (given >= sizes))
    if len(wrong):
        where = tuple(int(i) for i in wrong[0])
        of = "the post" if where[-1] == len(sizes) - 1 else f"follower {games.compiled.ids[where[-1]]}"
        raise gymnasium.error.InvalidAction(
            f"The action for {of} is {int(given[where])}; it goes from 0 (nothing) to {int(sizes[where[-1]]) - 1}."
        )
    return given.astype(np.int64).reshape(-1, len(sizes))


def checked_render_mode(mode: str | None, known: tuple[str, ...] = ("ansi",)) -> str | None:
    """A render mode that the environments have.

    Raises:
        RenderModeError: it is another one.
    """
    if mode is not None and mode not in known:
        raise RenderModeError(f"There is no render mode “{mode}”. There is: {', '.join(known)}; or None.")
    return mode


def checked_seed(seed: int | None) -> None:
    """Refuses seeds that the game does not know.

    Raises:
        CannotPlay: with the range.
    """
    if seed is not None and not 0 <= seed < 2**32:
        raise CannotPlay(f"The seed is {seed}; it goes from 0 to {2**32 - 1}.")


def episode_of(options: Mapping[str, Any] | None, other: int) -> int:
    """The episode that a reset asks for, or another.

    Raises:
        CannotPlay: it is no whole number in its range.
    """
    wanted = other if options is None or options.get("episode") is None else options["episode"]
    if isinstance(wanted, bool) or not isinstance(wanted, int | np.integer) or not 0 <= wanted < MOST_EPISODES:
        raise CannotPlay(f"The episode is {wanted!r}; it is a whole number from 0 to {MOST_EPISODES - 1}.")
    return int(wanted)
