"""Many games as one vector environment: a step is one step of the batch engine, whatever the number of games."""

from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from game.errors import CannotPlay
from game.lab.gym import opening
from game.lab.gym.opening import checked_actions, checked_render_mode, checked_seed, episode_of
from game.model.arrays import Array

MODES = ", ".join(f"“{m.value}”" for m in AutoresetMode)


class CourtshipVectorEnv(VectorEnv[dict[str, Array], Array, Array]):
    """Games side by side, all on the same day. After `reset(seed=)` row i plays episode i; then come the next ones.

    Args:
        num_envs: how many games.
        scenario: name of a shipped one, or a path.
        render_mode: None, or "ansi" for mornings in words.
        autoreset_mode: "NextStep": the step after the last day begins new games, its actions are not used;
            "SameStep": the last day's step begins them, and the old games' last sight is in `final_obs`;
            "Disabled": call `reset()`.
        gives_in: obeys when an event pushes.
        shaping: weight of a reward for visible signs that things go well; 0 for none.
        discount: the learner's, for the shaping.
    """

    def __init__(
        self, num_envs: int = 1, scenario: str | Path = "first_hello", render_mode: str | None = None, *,
        autoreset_mode: AutoresetMode | str = AutoresetMode.NEXT_STEP, gives_in: bool = False, shaping: float = 0.0,
        discount: float = 1.0,
    ) -> None:  # fmt: skip
        if num_envs < 1:
            raise CannotPlay(f"num_envs is {num_envs}; there should be at least one game.")
        self.render_mode = checked_render_mode(render_mode)
        try:
            self._mode = AutoresetMode(autoreset_mode)
        except ValueError:
            raise CannotPlay(f"There is no autoreset mode “{autoreset_mode}”. There are: {MODES}.") from None
        self.metadata = {"render_modes": ["ansi"], "autoreset_mode": self._mode}
        self.games = opening.games_of(scenario, gives_in=gives_in, shaping=shaping, discount=discount)
        self.num_envs = num_envs
        self.single_observation_space = opening.space_of(self.games)
        self.single_action_space = opening.actions_of(self.games)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._seed: int | None = None
        self._first = 0  # episode of the first row
        self._going = False

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Array], dict[str, Any]]:
        """New games in all rows: episodes 0.. of a seed, or `options={"episode": n}` and those after it.

        Raises:
            CannotPlay: a seed or an episode out of its range, or some rows alone are to begin anew.
        """
        mask = None if options is None else options.get("reset_mask")
        if mask is not None and not np.all(mask):
            raise CannotPlay("All games are on the same day; reset all rows, or none.")
        checked_seed(seed)
        super().reset(seed=seed)
        if seed is not None:
            self._seed, other = int(seed), 0
        elif self._seed is not None:
            other = self._first + self.num_envs
        else:
            self._seed, other = int(self.np_random.integers(2**32)), 0
        self._first = episode_of(options, other)
        return self._begin()

    def _begin(self) -> tuple[dict[str, Array], dict[str, Any]]:
        assert self._seed is not None
        self.games.begin(self._seed, np.arange(self._first, self._first + self.num_envs))
        self._going = True
        return self.games.observe(), self._infos({})

    def step(self, actions: Array) -> tuple[dict[str, Array], Array, Array, Array, dict[str, Any]]:
        """A day of all games.

        Args:
            actions: (B, F + 1), a move for each follower, then the post.

        Raises:
            gymnasium.error.InvalidAction: the actions have another shape, or name nothing.
            gymnasium.error.ResetNeeded: the games are over and do not begin anew by themselves, or have not begun.
        """
        none = np.zeros(self.num_envs, dtype=bool)
        if not self._going:
            if self._seed is None or self._mode is not AutoresetMode.NEXT_STEP:
                raise gymnasium.error.ResetNeeded("There are no games going on. Call reset() first.")
            self._first += self.num_envs
            seen, infos = self._begin()
            return seen, np.zeros(self.num_envs), none, none.copy(), infos
        lived = self.games.live(checked_actions(actions, self.games, self.num_envs))
        seen, infos = self.games.observe(), self._infos({"dropped": lived.dropped})
        if lived.over:
            self._going = False
            infos |= self._marked(self.games.figures())
            if self._mode is AutoresetMode.SAME_STEP:
                last, final = seen, infos
                self._first += self.num_envs
                seen, infos = self._begin()
                rows = np.empty(self.num_envs, dtype=object)
                rows[:] = [{name: values[i] for name, values in last.items()} for i in range(self.num_envs)]
                infos |= self._marked({"final_obs": rows, "final_info": final})
        return seen, lived.reward, none | lived.over, none.copy(), infos

    def action_masks(self) -> Array:
        """What could be done now in each game (B, N) boolean: the choices of each follower in turn, then the post's."""
        return self.games.possible.flat

    def render(self) -> tuple[str, ...] | None:
        """Tells the mornings of all games in words."""
        if self.render_mode is None or self._seed is None:
            return None
        return tuple(self.games.morning_in_words(row) for row in range(self.num_envs))

    def _infos(self, more: dict[str, Any]) -> dict[str, Any]:
        position = self.games.position
        return self._marked(
            {
                "action_mask": self.action_masks(),
                "day": np.full(self.num_envs, position.day),
                "seed": np.full(self.num_envs, position.seed),
                "episode_number": position.episodes.copy(),
                **more,
            }
        )

    def _marked(self, infos: dict[str, Any]) -> dict[str, Any]:
        """Each entry with Gymnasium's companion that says for which rows it stands: all."""
        return infos | {f"_{name}": np.ones(self.num_envs, dtype=bool) for name in infos}
