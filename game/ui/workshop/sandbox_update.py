"""What follows from the actions of the sandbox, and what comes of its games by and by."""

from dataclasses import replace

from game.ui.common.ui_model import Model
from game.ui.workshop.sandbox_values import MoveSlider, SandboxPage, SandboxSeen, SandboxServices


def to_sandbox(model: Model, services: SandboxServices) -> Model:
    """The sandbox with all sliders at 1."""
    seen = services.sandbox(())
    return replace(model, page=_standing(seen, (1.0,) * len(seen.sliders), services), dialog=None, scrolls={})


def move(model: Model, action: MoveSlider, services: SandboxServices) -> Model:
    """A slider elsewhere; the games by these rules are asked for, and those before stay in sight meanwhile."""
    page = model.page
    if not isinstance(page, SandboxPage):
        return model
    positions = tuple(
        action.to if slider.id == action.slider else now
        for slider, now in zip(page.seen.sliders, page.positions, strict=True)
    )
    return replace(model, page=_standing(services.sandbox(positions), positions, services))


def _standing(seen: SandboxSeen, positions: tuple[float, ...], services: SandboxServices) -> SandboxPage:
    """The page with its sliders somewhere."""
    return SandboxPage(seen, positions, services.sandbox_line(positions))


def with_games(model: Model, services: SandboxServices) -> Model:
    """The model with what has been played by now; the same one when nothing has come."""
    page = model.page
    if not isinstance(page, SandboxPage) or page.is_up_to_date or page.seen.problem:
        return model
    seen = services.sandbox(page.positions)
    return model if seen == page.seen else replace(model, page=replace(page, seen=seen))
