"""One game as a Gymnasium environment."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import gymnasium
import numpy as np

from game.lab.gym import opening
from game.lab.gym.opening import checked_actions, checked_render_mode, checked_seed, episode_of
from game.model.arrays import Array

if TYPE_CHECKING:
    from game.lab.gym.play_screen import Screen


RENDER_MODES = ("ansi", "rgb_array")


class CourtshipEnv(gymnasium.Env[dict[str, Array], Array]):
    """A step is a day. The reward is the score of the end, divided by 100, on the last day, and 0 before.

    `reset(seed=7)` gives the people of `courtship play --seed 7`; the next `reset()` gives others, episode 1 of it.

    Args:
        scenario: name of a shipped one, or a path.
        render_mode: None, "ansi" for a morning in words, or "rgb_array" for the play screen as a picture.
        gives_in: obeys when an event pushes, such as a boss who wants the e-book sent.
        shaping: weight of a reward for visible signs that things go well; 0 for none.
        discount: the learner's, for the shaping.
    """

    metadata = {"render_modes": [*RENDER_MODES], "render_fps": 1}  # noqa: RUF012 - Gymnasium's own way

    def __init__(
        self, scenario: str | Path = "first_hello", render_mode: str | None = None, *, gives_in: bool = False,
        shaping: float = 0.0, discount: float = 1.0,
    ) -> None:  # fmt: skip
        self.render_mode = checked_render_mode(render_mode, RENDER_MODES)
        self.games = opening.games_of(scenario, gives_in=gives_in, shaping=shaping, discount=discount)
        self.observation_space = opening.space_of(self.games)  # type: ignore[assignment]
        self.action_space = opening.actions_of(self.games)
        self._game: tuple[int, int] | None = None  # seed and episode
        self._going = False
        self._screen: Screen | None = None

    def __getstate__(self) -> dict[str, Any]:
        """All but the screen, which draws anew where it is needed."""
        return {**self.__dict__, "_screen": None}

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Array], dict[str, Any]]:
        """A new game: episode 0 of a seed, or `options={"episode": n}`; without a seed, the next one.

        Raises:
            CannotPlay: a seed or an episode out of its range.
        """
        checked_seed(seed)
        super().reset(seed=seed)
        if seed is not None:
            number, other = int(seed), 0
        elif self._game is not None:
            number, other = self._game[0], self._game[1] + 1
        else:
            number, other = int(self.np_random.integers(2**32)), 0
        self._game = (number, episode_of(options, other))
        self.games.begin(number, np.array([self._game[1]]))
        self._going = True
        return self._seen(), self._info()

    def step(self, action: Array) -> tuple[dict[str, Array], float, bool, bool, dict[str, Any]]:
        """A day: a move for each follower, then the post. What cannot be done is left out.

        Raises:
            gymnasium.error.InvalidAction: the action has another shape, or names nothing.
            gymnasium.error.ResetNeeded: the game is over, or has not begun.
        """
        if not self._going:
            raise gymnasium.error.ResetNeeded("There is no game going on. Call reset() first.")
        lived = self.games.live(checked_actions(action, self.games, None))
        self._going = not lived.over
        info = {**self._info(), "dropped": int(lived.dropped[0])}
        if lived.over:
            info |= {name: float(values[0]) for name, values in self.games.figures().items()}
        return self._seen(), float(lived.reward[0]), lived.over, False, info

    def action_masks(self) -> Array:
        """What could be done now, each thing alone (N,) boolean: each follower's choices in turn, then the post's."""
        masks: Array = self.games.possible.flat[0]
        return masks

    def render(self) -> str | Array | None:
        """The morning in words, or as the play screen shows it: (720, 1280, 3) bytes."""
        if self.render_mode is None or self._game is None:
            return None
        if self.render_mode == "ansi":
            return self.games.morning_in_words(0)
        if self._screen is None:
            from game.lab.gym.play_screen import Screen

            self._screen = Screen()
        return self._screen.picture(self.games)

    def _seen(self) -> dict[str, Array]:
        return {name: values[0] for name, values in self.games.observe().items()}

    def _info(self) -> dict[str, Any]:
        assert self._game is not None
        return {
            "action_mask": self.action_masks(),
            "day": self.games.position.day,
            "seed": self._game[0],
            "episode_number": self._game[1],
        }
