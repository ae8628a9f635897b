"""Set before anything imports pygame: no window, no sound card."""

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(autouse=True)
def no_setting_left_behind():
    """What a test asks of the game by the environment ends with the test: another one would play by it."""
    before = settings_of_the_game()
    yield
    assert settings_of_the_game() == before


def settings_of_the_game() -> dict[str, str]:
    """The variables by which the environment asks something of the game."""
    return {name: value for name, value in os.environ.items() if name.startswith("COURTSHIP_")}
