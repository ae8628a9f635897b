"""What is behind the window, as one protocol: runs, and what authors can do."""

from typing import Protocol

from game.ui.play.play_services import RunServices
from game.ui.workshop.workshop_values import WorkshopServices


class Services(RunServices, Protocol):
    """Everything that `update` may ask for. What cannot be done is raised as a `CourtshipError` or an `OSError`."""

    @property
    def workshop(self) -> WorkshopServices:
        """The services behind the Workshop."""

    def close(self) -> None:
        """Ends what runs in processes of its own: the window closes."""
