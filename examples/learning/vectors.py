"""Courtship's vector environment in the dress that Stable-Baselines3 knows."""

from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces
from stable_baselines3.common.vec_env import VecEnv

import game.lab.gym
from game.lab.gym.vector import CourtshipVectorEnv


class Games(VecEnv):
    """Many games side by side. They begin anew within the last day's step, as this library expects.

    Args:
        scenario: name or path.
        count: how many games.
        seed: of the first games; later ones are later episodes of it.
        shaping: weight of the reward for visible signs.
    """

    def __init__(self, scenario: str, count: int, seed: int, shaping: float = 0.0) -> None:
        self.games = gymnasium.make_vec(
            game.lab.gym.ID, num_envs=count, vectorization_mode="vector_entry_point", scenario=scenario,
            autoreset_mode="SameStep", shaping=shaping,
        )  # fmt: skip
        assert isinstance(self.games.unwrapped, CourtshipVectorEnv)
        self.courtship = self.games.unwrapped
        self._seed, self._actions = seed, np.zeros(0)
        action_space = self.games.single_action_space
        assert isinstance(action_space, spaces.MultiDiscrete)
        super().__init__(count, self.games.single_observation_space, action_space)

    def reset(self) -> dict[str, np.ndarray]:
        """The first morning."""
        seen, _ = self.games.reset(seed=self._seed)
        return seen

    def step_async(self, actions: np.ndarray) -> None:
        """Takes the actions of a day."""
        self._actions = actions

    def step_wait(self) -> tuple[Any, np.ndarray, np.ndarray, list[dict[str, Any]]]:
        """Plays the day."""
        seen, rewards, over, _, infos = self.games.step(self._actions)
        told: list[dict[str, Any]] = [{} for _ in range(self.num_envs)]
        if over.any():
            scores = infos["final_info"]["score"]
            for row, info in enumerate(told):
                info |= {"terminal_observation": infos["final_obs"][row], "TimeLimit.truncated": False}
                info["score"] = float(scores[row])
        return seen, rewards.astype(np.float32), over, told

    def env_method(self, method_name: str, *_args: Any, indices: Any = None, **_kwargs: Any) -> list[Any]:
        """The masks, row by row; there is no other method."""
        if method_name != "action_masks":
            raise AttributeError(f"there is no method {method_name!r}; there is action_masks")
        return list(self.courtship.action_masks())

    def get_attr(self, attr_name: str, indices: Any = None) -> list[Any]:
        """An attribute, the same for each row."""
        return [getattr(self.games.unwrapped, attr_name)] * self.num_envs

    def set_attr(self, attr_name: str, value: Any, indices: Any = None) -> None:
        """Nothing can be set."""
        raise AttributeError(f"{attr_name!r} cannot be set")

    def env_is_wrapped(self, wrapper_class: Any, indices: Any = None) -> list[bool]:
        """No row is wrapped."""
        return [False] * self.num_envs

    def close(self) -> None:
        """Ends the games."""
        self.games.close()
