"""The timing test in the window: its page, and what can be asked for on it."""

from dataclasses import dataclass

from game.coach.timing.timing_case import TimingCase
from game.coach.timing.timing_marks import TimingAnswer
from game.coach.timing.timing_told import TimingBook
from game.ui.common.ui_model import Page


@dataclass(frozen=True)
class TimingPage(Page):
    """The timing test: what it is, its cases one after the other, or what came of it."""

    book: TimingBook
    step: str = "intro"  # intro, case, told
    form: str = ""
    at: int = 0  # number of the case that is shown
    answers: tuple[TimingAnswer, ...] = ()  # of the cases before
    ask: bool | None = None  # of the case that is shown: ask now, or not yet
    sure: int = 0  # per cent; 0 before it is chosen
    made: bool = False  # whether the figures are shown as numbers, with their names

    @property
    def cases(self) -> tuple[TimingCase, ...]:
        """The cases of the form that is taken."""
        return self.book.forms.forms[self.form] if self.form else ()


@dataclass(frozen=True)
class ToTiming:
    """Show what the timing test is."""


@dataclass(frozen=True)
class BeginTiming:
    """Show the first case of the form that comes next."""


@dataclass(frozen=True)
class NextCase:
    """Take the answer that is given, and go on."""


@dataclass(frozen=True)
class EarlierCase:
    """Go back to the case before, whose answer can be changed."""


TimingAction = ToTiming | BeginTiming | NextCase | EarlierCase
