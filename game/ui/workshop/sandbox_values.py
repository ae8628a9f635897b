"""The sandbox as the window shows it: sliders, what becomes of the same people, what can be asked for."""

from dataclasses import dataclass
from typing import Protocol

from game.ui.common.ui_model import Page


@dataclass(frozen=True)
class SliderSeen:
    """A rule that can be turned."""

    id: str
    title: str
    says: str
    published: str
    stops: tuple[float, ...]  # factors, 1 as shipped


@dataclass(frozen=True)
class MovedFigure:
    """A figure by the shipped rules and by those of the sliders."""

    title: str
    shipped: float
    changed: float


@dataclass(frozen=True)
class SandboxBot:
    """One way of playing, by both rules."""

    title: str
    shipped: tuple[float, ...]  # median trust of the followers on each morning, 0..100
    changed: tuple[float, ...]
    figures: tuple[MovedFigure, ...]


@dataclass(frozen=True)
class SandboxSeen:
    """What is known by now of the games by the rules that were asked for last."""

    sliders: tuple[SliderSeen, ...]
    positions: tuple[float, ...]  # of the games that are shown, in the order of the sliders
    bots: tuple[SandboxBot, ...] = ()  # none before the first games are played
    games: int = 0  # of each bot by each set of rules
    problem: str = ""


class SandboxServices(Protocol):
    """Other rules for the same people."""

    def sandbox(self, positions: tuple[float, ...]) -> SandboxSeen:
        """What is known by now of games by these rules; they are played elsewhere. Costs microseconds when asked again.

        Args:
            positions: factors in the order of the sliders; none for the shipped rules.
        """

    def sandbox_line(self, positions: tuple[float, ...]) -> str:
        """The command that gives the same figures again."""


@dataclass(frozen=True)
class SandboxPage(Page):
    """The rules as sliders, and what becomes of the same people."""

    seen: SandboxSeen
    positions: tuple[float, ...]  # where the sliders stand
    line: str  # the command that gives the same again

    @property
    def is_up_to_date(self) -> bool:
        """Whether the games that are shown have the rules of the sliders."""
        return bool(self.seen.bots) and self.seen.positions == self.positions


@dataclass(frozen=True)
class ToSandbox:
    """Show the sandbox, with the rules as they are shipped."""


@dataclass(frozen=True)
class MoveSlider:
    """Put a slider somewhere else."""

    slider: str  # id
    to: float
