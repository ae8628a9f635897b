"""A model that can be acted upon without a window: what the screens are brought about with, and what tables test."""

from game.ui.common.settings import Settings
from game.ui.common.ui_model import Model
from game.ui.common.window_requests import WindowRequest
from game.ui.update import first_model, update
from tests.ui.fakes import fake


class Stage:
    """Keeps the model, and the requests of the last action."""

    def __init__(self, services: fake.FakeServices | None = None) -> None:
        self.services = services or fake.FakeServices()
        self.model: Model = first_model(Settings(), self.services)
        self.requests: tuple[WindowRequest, ...] = ()

    def act(self, action: object) -> None:
        self.model, self.requests = update(self.model, action, self.services)
