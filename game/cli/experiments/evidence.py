"""The published findings as experiments: `courtship evidence`."""

from importlib.util import find_spec

import typer


def register(app: typer.Typer) -> None:
    """Adds the command when the evidence layer is there."""
    if find_spec("game.evidence.command") is not None:
        from game.evidence.command import register as add

        add(app)
