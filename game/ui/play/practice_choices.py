"""Practice mode while playing: which two choices are compared, and the question that is written down."""

from dataclasses import replace

from game.session.entries import AskWhatIf
from game.session.view import View
from game.ui.common.ui_model import Model
from game.ui.play.day_choices import play_page_of, refreshed, run_of, view_of
from game.ui.play.play_services import RunServices
from game.ui.play.play_state import WhatIfBox

NO_MOVE = ("", "No move")


def choices_of(view: View) -> tuple[tuple[str, str], ...]:
    """Id and title of what can be done today for the follower whom a view is for; no move is one of it."""
    return (NO_MOVE, *((move.id, move.title) for move in view.moves if move.enabled and not move.needs_other))


def open_what_if(model: Model, services: RunServices) -> Model:
    """The two choices to compare: what is taken up, planned or no move; and the first that is another."""
    page, view = play_page_of(model), view_of(model)
    if not view.practice or not page.selected:
        return model
    able = [move for move, _ in choices_of(view)]
    if len(able) < 2:  # they are gone, or have to be heard first
        return replace(model, said="There is only one thing that can be done for them today, so nothing to compare.")
    planned = next((p.move for p in view.plan if p.who == page.selected), "")
    first = page.move if page.move in able else planned if planned in able else ""
    second = next(move for move in ("", *able) if move in able and move != first)
    services.prepare_what_if(run_of(model))
    return replace(model, dialog=WhatIfBox(page.selected, first, second))


def ask_what_if(model: Model, asked: AskWhatIf, services: RunServices) -> Model:
    """Writes the question down, and begins to weigh the choices."""
    run = run_of(model)
    run.do(asked)
    found = services.begin_what_if(run, asked)
    return refreshed(replace(model, dialog=WhatIfBox(asked.who, asked.first, asked.second, found)))
