"""The play screen of an agent's game as a picture: the same game, played through a person's door, as in the window.

On the morning of an event the picture shows it open, though the agent has answered already.
"""

import os

import numpy as np
import pygame

from game.coach.looking_back.debrief import Debrief, Reason
from game.coach.looking_back.explained import largest_reason, reasons
from game.coach.looking_back.make_debrief import debrief
from game.lab.gym.game_batch import Games
from game.lab.gym.player import bot_of_agent
from game.lab.playing.through_session import play_session_day
from game.model.arrays import Array
from game.session.playthrough import begun
from game.session.runs.endings import RunEnding
from game.session.session import Session
from game.ui.common.settings import Settings
from game.ui.common.ui_model import Model, Page
from game.ui.play.play_pages import to_day
from game.ui.window.canvas import Canvas
from game.ui.window.hands import Pointer

SIZE = (1280, 720)


class _Services:
    """Of all that stands behind the window, what is told after the last day."""

    def debrief(self, run: Session) -> Debrief:
        """Everything that is told after the last day."""
        return debrief(run.playthrough)

    def endings(self, run: Session, told: Debrief) -> tuple[RunEnding, ...]:
        """None: what was within reach would cost more than the episode."""
        del run, told
        return ()

    def reasons(self, run: Session, follower: str, day: int) -> tuple[Reason, ...]:
        """Why trust changed on a day."""
        return reasons(run.playthrough, follower, day)

    def largest_reason(self, run: Session) -> float:
        """The largest amount among the reasons of all days."""
        return largest_reason(run.playthrough)


class Screen:
    """Draws the first of some games. It plays along, day by day, as far as the games have come."""

    def __init__(self) -> None:
        """Opens a screen that nobody sees, unless there is one."""
        _be_able_to_draw()
        self._canvas = Canvas(pygame.Surface(SIZE))
        self._days: list[Array] | None = None  # of the games that are played along
        self._session: Session
        self._played = 0

    def picture(self, games: Games) -> Array:
        """The morning, or the debrief when it is over: (720, 1280, 3) bytes, red, green and blue."""
        if self._days is not games.lived:
            first = begun(games.compiled, games.position.seed, int(games.position.episodes[0]))
            self._days, self._session, self._played = games.lived, Session(first), 0
        for actions in games.lived[self._played :]:
            agent = bot_of_agent(lambda *_, chosen=actions[:1]: chosen, games.compiled, gives_in=games.gives_in)
            play_session_day(self._session, agent)
            self._played += 1
        model = Model(Page(), Settings(reduced_motion=True), run=self._session)
        self._canvas.draw(to_day(model, _Services()), Pointer(), "")  # type: ignore[arg-type]
        return np.ascontiguousarray(pygame.surfarray.array3d(self._canvas.screen).swapaxes(0, 1))


def _be_able_to_draw() -> None:
    """Pictures want a display to take their format from; one that nobody sees will do."""
    if pygame.display.get_surface() is None:
        before = os.environ.get("SDL_VIDEODRIVER")
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        try:
            pygame.display.init()
            pygame.display.set_mode((1, 1), pygame.HIDDEN)
        finally:
            if before is None:
                del os.environ["SDL_VIDEODRIVER"]
            else:
                os.environ["SDL_VIDEODRIVER"] = before
    pygame.font.init()
