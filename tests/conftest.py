"""Set before anything imports pygame: no window, no sound card."""

import gc
import os
import signal

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
HEARD = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def pytest_collection_finish():
    """Tests and modules stay to the end: no collection of garbage looks through them, and there are fewer of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture(autouse=True)
def signals_are_heard_as_before():
    """A command that is run in this process stops listening when it ends; the next test has to be heard again."""
    before = {number: signal.getsignal(number) for number in HEARD}
    yield
    for number, heard_by in before.items():
        if heard_by is not None and signal.getsignal(number) is not heard_by:
            signal.signal(number, heard_by)


@pytest.fixture(autouse=True)
def no_setting_left_behind():
    """What a test asks of the game by the environment ends with the test: another one would play by it."""
    before = settings_of_the_game()
    yield
    assert settings_of_the_game() == before


def settings_of_the_game() -> dict[str, str]:
    """The variables by which the environment asks something of the game."""
    return {name: value for name, value in os.environ.items() if name.startswith("COURTSHIP_")}
