"""The option `--difficulty` of commands that play a scenario."""

from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.printing import fail, plain

if TYPE_CHECKING:
    from game.scenario.format.difficulty import Difficulty

DifficultyOption = Annotated[
    str, typer.Option("--difficulty", help="How hard: gentle, fair or hard; left out, as the scenario says.")
]


def difficulty_named(name: str) -> "Difficulty | None":
    """The difficulty a person means; None if none is named. Another word ends the command."""
    from game.scenario.format.difficulty import DIFFICULTIES

    known = next((difficulty for difficulty in DIFFICULTIES if difficulty == name), None)
    if name and known is None:
        fail(f"There is no difficulty “{plain(name)}”. There are: {', '.join(DIFFICULTIES)}.")
    return known
