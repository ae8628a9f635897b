"""What is told of the timing test, in sentences that the counts and the intervals allow."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.coach.adding_up import told_parts
from game.coach.timing.timing_case import TimingForms
from game.coach.timing.timing_marks import EstimatedFigure, TimingAnswer, TimingMarks, change, marks_of
from game.coach.timing.timing_signs_told import signs_told, solved_told
from game.session.words.numbers_told import figure_told

CLEAR, SHARP = 1.0, 1.8
"""d' from which somebody tells them apart, and from which well."""
LEANS = 0.3
"""Size of the criterion from which it is told as a leaning."""
OFF = 0.1
"""Distance of mean sureness from the share that was right, from which it is told."""


@dataclass(frozen=True)
class Sitting:
    """One time that somebody has taken the test."""

    when: str  # ISO 8601
    form: str
    answers: tuple[TimingAnswer, ...]
    runs: tuple[str, ...] = ()  # names of the records that were finished by then


@dataclass(frozen=True)
class ToldSitting:
    """A sitting with its marks."""

    sitting: Sitting
    marks: TimingMarks


@dataclass(frozen=True)
class TimingTold:
    """What is told after a sitting: of it, and beside the first one."""

    sittings: tuple[ToldSitting, ...]  # the first one first
    knowing: str  # whether the ready are told from the others
    leaning: str  # whether one asks too readily or waits too long
    sureness: str  # whether sureness can be taken at its word
    since: str  # against the first sitting; "" after a single one
    signs: tuple[str, ...]  # which signs told these cases, and which one moved the answers
    solved: tuple[str, ...]  # each case of the last sitting, with its key and its signs


@dataclass(frozen=True)
class TimingBook:
    """The cases, and all that somebody has answered so far."""

    forms: TimingForms
    sittings: tuple[Sitting, ...]  # the first one first
    first: str  # the form that somebody begins with who has taken none
    notice: str = ""  # a sentence on the file of sittings, told once, or ""

    @property
    def following(self) -> str:
        """The form that comes next: the one taken least often; of two alike the one that was not taken last."""
        taken = [s.form for s in self.sittings]
        if not taken:
            return self.first
        return min(self.forms.forms, key=lambda form: (taken.count(form), form == taken[-1]))

    @property
    def told(self) -> TimingTold | None:
        """What is told of the sittings so far; None before the first."""
        return told_of(self.forms, self.sittings)


GAMES = 3
"""After so many games that were finished since the last sitting the test is offered again."""


def is_due(sittings: Sequence[Sitting], finished: Collection[str]) -> bool:
    """Whether it is a good moment for the test: before the first game, and after each third one.

    Args:
        sittings: so far.
        finished: names of the records of finished games.

    >>> is_due([], []), is_due([], ["a"]), is_due([], ["a", "b", "c"])
    (True, False, True)
    """
    if not sittings:
        return not finished or len(finished) >= GAMES
    return len(set(finished) - set(sittings[-1].runs)) >= GAMES


def told_of(forms: TimingForms, sittings: Sequence[Sitting]) -> TimingTold | None:
    """What is told of the sittings; None when none of them belongs to these forms.

    Args:
        forms: that are in use.
        sittings: the first one first; those of other cases are left out.
    """
    found = tuple(
        ToldSitting(sitting, marks_of(forms.forms[sitting.form], sitting.answers))
        for sitting in sittings
        if sitting.form in forms.forms
        and sorted(a.case for a in sitting.answers) == sorted(case.id for case in forms.forms[sitting.form])
    )
    if not found:
        return None
    marks = found[-1].marks
    since = _since(found[0].marks, marks) if len(found) > 1 else ""
    last = found[-1].sitting
    signs = signs_told(forms.forms[last.form], last.answers)
    solved = solved_told(forms.forms[last.form], last.answers)
    return TimingTold(found, _knowing(marks), _leaning(marks), _sureness(marks), since, signs, solved)


def counted(marks: TimingMarks) -> str:
    """Whom one would have asked, in a sentence."""
    judged = marks.judgement
    return (
        f"Of {judged.ready} who were ready you would have asked {judged.hits}; "
        f"of {judged.unready} who were not, {judged.false_alarms}."
    )


def calibrated(marks: TimingMarks) -> str:
    """Brier's score with its parts, which add up as they are printed."""
    parts = marks.calibration
    unreliable, resolution, uncertainty = told_parts(
        (parts.unreliable, -parts.resolution, parts.uncertainty), parts.brier, decimals=2
    )
    return (
        f"Brier’s score {parts.brier:.2f} (0 is perfect; whoever always says one half has 0.25): {unreliable:.2f} from "
        f"sureness that does not hold, less {abs(resolution):.2f} for telling people apart, and {uncertainty:.2f} that "
        "lies in the cases."
    )


def figures_named(marks: TimingMarks) -> tuple[str, ...]:
    """What both figures are called by those who study such answers, and how they are made: for whoever asks."""
    knowing, leaning = marks.discrimination, marks.criterion
    distance = "It is the distance between the ready and the others as you see them; guessing is 0, and 2 is sharp."
    sides = "Below 0 one asks too readily, above 0 one waits too long."
    wide = f"Nine in ten of such intervals, or more, hold the true figure; from {marks.cases} cases they are wide."
    return (
        f"Telling who is ready is called d’: {signed(knowing.figure)}, {between(knowing)}. {distance}",
        f"Your leaning is called the criterion: {signed(leaning.figure)}, {between(leaning)}. {sides}",
        wide,
        calibrated(marks),
    )


def between(spread: EstimatedFigure) -> str:
    """The interval of a figure in words.

    >>> between(EstimatedFigure(1.0, 0.5))
    'from 0.0 to 2.0'
    """
    return f"from {signed(spread.low)} to {signed(spread.high)}"


def signed(figure: float) -> str:
    """A figure with a true minus, and never −0.

    >>> signed(-0.25), signed(-0.01)
    ('−0.2', '0.0')
    """
    return figure_told(figure)


def _knowing(marks: TimingMarks) -> str:
    found = marks.discrimination
    if found.low <= 0.0:
        return "So few cases cannot tell this from guessing; a sharper eye shows in more of them."
    if found.figure >= SHARP:
        return "You tell well who is ready."
    if found.figure >= CLEAR:
        return "You tell who is ready more often than not."
    return "You tell a little better than chance who is ready."


def _leaning(marks: TimingMarks) -> str:
    found = marks.criterion
    sure = "" if found.low > 0.0 or found.high < 0.0 else " With so few cases this may be chance."
    if found.figure >= LEANS:
        return f"You lean towards waiting: some who were ready would have waited for you.{sure}"
    if found.figure <= -LEANS:
        return f"You lean towards asking: some would have been asked before their time.{sure}"
    return "You lean neither towards asking nor towards waiting."


def _sureness(marks: TimingMarks) -> str:
    sure, right = f"{100 * marks.sure:.0f} %", f"{100 * marks.right / max(1, marks.cases):.0f} %"
    head = f"On average you were {sure} sure, and {right} of your answers were right"
    if marks.too_sure >= OFF:
        return f"{head}: a little less sureness would serve you."
    if marks.too_sure <= -OFF:
        return f"{head}: you can trust your eye more than you do."
    return f"{head}: your sureness can be taken at its word."


def _since(first: TimingMarks, last: TimingMarks) -> str:
    """The change of d' since the first sitting, and whether it is more than chance."""
    found = change(first.discrimination, last.discrimination)
    better = "better than" if found.figure > 0.0 else "less well than" if found.figure < 0.0 else "as well as"
    moved = f"You told who is ready {better} the first time"
    if found.low > 0.0:
        return f"{moved}: you have learnt more than chance explains."
    if found.high < 0.0:
        return f"{moved}, by more than chance explains. Perhaps it was not the day for it."
    return f"{moved}. The difference may be chance."
