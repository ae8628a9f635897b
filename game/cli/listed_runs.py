"""`courtship runs`, and the record that a command is given."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from game.cli.printing import Json, out, print_json, tell
from game.desk.given import Given
from game.desk.outside import now
from game.desk.places import runs_folder
from game.files import in_one_line, name_of

if TYPE_CHECKING:
    from game.session.runs.runs import SavedRun
    from game.session.session import Session

RECORD_HELP = "A record, by its path or its name in the folder of runs; “last” for the run played last."


def record_named(given: Path) -> Path:
    """The record that a command is given.

    Raises:
        Misused: there is none.
    """
    from game.session.runs.named_record import find_record

    return find_record(str(given), runs_folder(), now(), Given().may_open)


def repeated_record(given: Path) -> "Session":
    """The run of the record that a command is given, repeated as far as *Continue* goes on with it.

    Where it breaks, its notice tells it, and the list of runs says so from then on.

    Raises:
        CourtshipError: there is none, or nothing of it can be repeated.
    """
    from game.session.runs.breaks import remember
    from game.session.runs.resuming import replayed_or_before

    record, folder = record_named(given), runs_folder()
    return replayed_or_before(record, Given().may_open, lambda damaged: remember(record, folder, damaged))


def runs(json: Json = False) -> None:
    """List your runs, the one played last first."""
    from game.session.runs.named_record import NO_RUN_YET
    from game.session.runs.runs import saved_runs

    found = saved_runs(runs_folder(), now(), Given().may_open)
    if json:
        print_json({"folder": str(runs_folder()), "runs": [_figures(run) for run in found]})
        return
    if found:
        _tell(found)
    else:
        tell(NO_RUN_YET)


def _figures(run: "SavedRun") -> dict[str, object]:
    return {
        "record": Path(run.path).name, "title": run.title, "day": run.day, "days": run.days, "finished": run.finished,
        "when": run.when, "problem": run.problem, "note": run.note,
    }  # fmt: skip


def _tell(found: "Sequence[SavedRun]") -> None:
    table = Table("record", "of", "stands at", "played last")
    table.columns[0].no_wrap = True
    for run in found:
        stands = "finished" if run.finished else f"day {run.day} of {run.days}" if run.days else "cannot be opened"
        table.add_row(name_of(Path(run.path)), run.title, "cannot be opened" if run.problem else stands, run.when)
    out.print(table)
    for told, names in _told_of(found).items():
        tell(f"{', '.join(names)}: {told}" if names else told)
    folder = in_one_line(runs_folder())
    tell(f"They lie in {folder}. Tell one with: courtship replay last. Go on with one: courtship, Your runs.")


def _told_of(found: "Sequence[SavedRun]") -> dict[str, list[str]]:
    """What is to be known of the runs of a list, with their names where the sentence does not hold its run's name."""
    told: dict[str, list[str]] = {}
    for run in found:
        name, sentence = name_of(Path(run.path)), in_one_line(run.problem or run.note)
        if sentence:
            names = told.setdefault(sentence, [])
            names += [] if name in sentence.split(" ") and run.problem else [name]
    return told


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(runs)
