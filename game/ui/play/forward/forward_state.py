"""Your habits in the window: the page, and what can be asked for on it."""

from dataclasses import dataclass

from game.coach.forward.forward_news import ForwardNews
from game.ui.common.ui_model import Page


@dataclass(frozen=True)
class ForwardPage(Page):
    """Your habits, and where they lead."""

    news: ForwardNews
    before: Page | None = None  # the debrief one came from


@dataclass(frozen=True)
class ToForward:
    """Show your habits, and where they lead."""


@dataclass(frozen=True)
class DenyHabit:
    """Say that a habit is not yours, or that it is after all."""

    claim: str
    denied: bool = True


ForwardAction = ToForward | DenyHabit
