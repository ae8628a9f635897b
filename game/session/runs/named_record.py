"""The record that a person means: by its path, by its bare name in the folder of runs, or the one played last."""

import os
from datetime import datetime
from pathlib import Path

from game.errors import Misused
from game.files import in_one_line, is_file, name_of
from game.session.record.reading import SUFFIX, content
from game.session.runs.recorded_scenario import MayOpen
from game.session.runs.runs import run_played_last, saved_runs

LAST = "last"
NEWEST_NAMED = 3
NO_RUN_YET = "There is no run yet that can be opened. Play one with: courtship play"


def find_record(given: str, folder: Path, now: datetime, may_open: MayOpen) -> Path:
    """The record that a person means.

    Args:
        given: a path; the name of a record in the folder, with or without its ending; or “last” for the run that was
            played last, finished or not.
        folder: where records are kept.
        now: the time.
        may_open: whether the path of a scenario in a record may be looked at.

    Raises:
        Misused: there is none; the sentence names the newest ones that can be opened.
        RecordError: what lies there is no file.
    """
    if is_file(Path(given)):
        return Path(given)
    runs = saved_runs(folder, now, may_open)
    if given == LAST:
        last = run_played_last(runs, finished_too=True)
        if last is None:
            raise Misused(NO_RUN_YET)
        return Path(last.path)
    named = (folder / given, folder / f"{given}{SUFFIX}") if Path(given).name == given else ()
    found = next((path for path in named if is_file(path)), None)
    if found is not None:
        return found
    thing = next((path for path in (*named, Path(given)) if given and os.path.lexists(path)), None)
    if thing is not None:
        content(thing)  # what is no file, or leads nowhere, says so itself
    newest = ", ".join(name_of(Path(run.path)) for run in [run for run in runs if not run.problem][:NEWEST_NAMED])
    there = f"the newest there: {newest}; “{LAST}” stands for the one played last" if newest else "there is none yet"
    if runs and not newest:
        there = "none of those there can be opened, and courtship runs says why"
    raise Misused(f"There is no record “{in_one_line(given)}”. Records are kept in {in_one_line(folder)}; {there}.")
