"""The published findings as experiments: `courtship evidence`; and `courtship evidence learners`."""

import inspect
from functools import wraps
from importlib.util import find_spec
from typing import Annotated, Any

import typer

from game.cli.experiments.learners import NAME, teach

LearnersOption = Annotated[int, typer.Option(min=1, max=5000, help="For “learners”: how many simulated learners.")]
SeedOption = Annotated[int, typer.Option(min=0, max=2**32 - 1, help="For “learners”: the seed of all games.")]
TaughtOption = Annotated[int, typer.Option("--games", min=1, max=200, help="For “learners”: games each is told of.")]


def register(app: typer.Typer) -> None:
    """Adds the command when the evidence layer is there."""
    if find_spec("game.evidence.command") is not None:
        from game.evidence.command import evidence

        app.command("evidence")(_with_learners(evidence))


def _with_learners(findings: Any) -> Any:
    """The command of the findings, which also knows the experiment that needs the whole game."""

    @wraps(findings)
    def evidence(*, learners: int, games: int, seed: int, **given: Any) -> None:
        if given["what"] == [NAME]:
            teach(learners, games, seed, as_json=given["as_json"])
        else:
            findings(**given)

    own = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, default, kind in (
            ("learners", 200, LearnersOption),
            ("games", 20, TaughtOption),
            ("seed", 0, SeedOption),
        )
    ]
    known = inspect.signature(findings, eval_str=True)
    evidence.__signature__ = known.replace(parameters=[*known.parameters.values(), *own])  # type: ignore[attr-defined]
    evidence.__annotations__ = {p.name: p.annotation for p in (*known.parameters.values(), *own)}
    del evidence.__wrapped__
    return evidence
