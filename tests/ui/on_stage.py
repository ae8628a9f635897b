"""A screen of the gallery on a stage, and what is seen there."""

from tests.ui.gallery import SCREENS
from tests.ui.stage import Stage


def on(name: str) -> Stage:
    """A stage with a screen of the gallery on it."""
    stage = Stage()
    SCREENS[name](stage)
    return stage


def scene(stage: Stage) -> tuple[type, type]:
    """The kinds of page and dialog that are shown."""
    return type(stage.model.page), type(stage.model.dialog)
