"""A run as the window needs it: one playthrough that can be looked at and that does entries."""

from typing import Protocol

from game.session.entries import Choice, Undo
from game.session.live.replay_in import Replayed
from game.session.view import View


class OpenRun(Protocol):
    """One playthrough. The window keeps it as a handle and looks at it through `view` only."""

    @property
    def finished(self) -> bool:
        """Whether the last day is over."""

    @property
    def days_ahead(self) -> int:
        """Days that a save of the scenario has interrupted and that can be played on now, else 0."""

    def view(self, follower: str | None = None) -> View:
        """What the player may know; the moves in it are those towards a follower."""

    def do(self, entry: Choice | Undo) -> None:
        """Does what an entry says. After `EndDay` the night's report is in `view().night`.

        Raises:
            CourtshipError: it cannot be done or not be written down; nothing has changed.
        """

    def say(self, move: str, who: str, content: str = "", other: str = "") -> str:
        """The words a move would use today.

        Raises:
            Refused: there is no such move, follower or content.
        """

    def catch_up(self) -> Replayed:
        """Plays on the days that a save has interrupted.

        Raises:
            Refused: there are none.
        """
