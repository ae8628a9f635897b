"""Promises of a contract on the screen: what is kept, the game that shows what is not, and what would mend it."""

from typing import TYPE_CHECKING

from game.cli.experiments.trials import progress_of, suppress_interrupt
from game.cli.printing import out
from game.cli.recorded import as_played

if TYPE_CHECKING:
    from game.bots.contract import PromiseVerdict
    from game.lab.playing.blocks import Trial
    from game.scenario import Loaded

UNREACHED = "to mend it: give them more days, content about what they love, or another motive or happy_end"


def tell_promises(
    source: "Loaded", trial: "Trial", verdicts: "tuple[PromiseVerdict, ...]", scenario: str, begins: str = ""
) -> None:
    """Prints each promise; of those that are broken, the game that shows it and what would mend it.

    Args:
        source: the scenario with its tree.
        trial: whose games were looked at.
        verdicts: what the test found.
        scenario: as it is named in commands.
        begins: what each line begins with.
    """
    from game.lab.reports.lesson import promises_in_words
    from game.lab.reports.promise_mending import reasons_to_look

    worth = {id(v) for v in reasons_to_look(verdicts)}
    for kept, says, broken in promises_in_words(verdicts):
        out.print(f"{begins}{'kept  ' if kept else 'BROKEN'} {says}.", soft_wrap=True)
        for verdict in broken:
            out.print(f"  as it was played: {as_played(scenario, trial.seed, verdict)}", soft_wrap=True)
            if id(verdict) in worth:
                _tell_mending(source, trial, verdict)


def _tell_mending(source: "Loaded", trial: "Trial", verdict: "PromiseVerdict") -> None:
    from game.lab.reports.promise_mending import mended, steps

    with suppress_interrupt() as stopped, progress_of(steps(trial), f"{verdict.promise}: what would mend it") as done:
        found = mended(source, trial, verdict, done)
    if stopped:
        out.print("  What would mend it was not looked for to the end.")
    elif found is None:
        out.print(f"  {UNREACHED}.", soft_wrap=True)
    else:
        for line in found.says.splitlines():
            out.print(f"  {line}", soft_wrap=True)
