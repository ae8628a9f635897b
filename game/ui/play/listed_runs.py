"""Saved runs in words, as lists of them show it."""

from game.coach.looking_back.grade import grade
from game.files import stopped
from game.session.runs.deleting import DELETED
from game.session.runs.endings import RunEnding
from game.session.runs.runs import SavedRun
from game.ui.play.play_actions import DeleteRun
from game.ui.play.play_state import ConfirmBox


def run_line(run: SavedRun, *, with_note: bool = False) -> str:
    """A saved run in one line; with what is to be known before going on with it, if that is wanted."""
    if run.problem:
        return run.problem
    line = f"{run.business} · {'finished' if run.finished else f'day {run.day} of {run.days}'} · {run.when}"
    return f"{line}. {run.note}" if run.note and with_note else line


def run_name(run: SavedRun) -> str:
    """A saved run beside another one."""
    return f"{run.title}, {run.when}"


def score_line(ending: RunEnding) -> str:
    """A score, and what it is out of."""
    return f"{ending.score:.0f} of {ending.reach:.0f}"


def verdict_on(ending: RunEnding) -> str:
    """An ending in words, against what was within reach of the same people."""
    return grade(ending.score, ending.reach, ending.business)


def deletion(run: SavedRun) -> ConfirmBox:
    """The question before a run is put away."""
    kept = f"It goes into the folder “{DELETED}” beside your runs, and stays there until you empty it."
    return ConfirmBox(
        f"Delete “{run.title}”?",
        f"{stopped(run_line(run))} {kept}",
        "Delete it",
        DeleteRun(run.path),
        "trash",
        danger=True,
    )
