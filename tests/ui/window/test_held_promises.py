"""What held under attack, and is to hold on: odd keys, odd clipboards, windows that come and go."""

import signal
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.session.entries import PlanMove
from game.session.runs.resuming import replayed
from game.ui.common.shared_actions import Tick
from game.ui.play.play_state import NightPage
from game.ui.window.named_keys import key_name
from game.ui.workshop.workshop_state import NewBox
from tests.ui.gallery import SCREENS


def key(code, letter="", mod=0, scancode=0, kind=pygame.KEYDOWN):
    return pygame.event.Event(kind, key=code, mod=mod, unicode=letter, scancode=scancode)


@pytest.mark.parametrize(
    "mod", [pygame.KMOD_CAPS, pygame.KMOD_NUM, pygame.KMOD_SHIFT, pygame.KMOD_CAPS | pygame.KMOD_NUM]
)
def test_caps_lock_and_shift_change_no_key(drawn, mod):
    """A locked keyboard plays as any other."""
    app, _ = drawn(SCREENS["planned"], "1", "light")
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.handle(key(pygame.K_e, "E", mod, kind=kind))
    app.paint()
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.handle(key(pygame.K_RETURN, "\r", mod, kind=kind))
    assert isinstance(app.model.page, NightPage)


def test_digits_of_french_keyboards_and_dead_keys():
    """The row of digits gives digits though other signs stand on it; a dead key alone means nothing."""
    for place, letter in zip(range(pygame.KSCAN_1, pygame.KSCAN_1 + 9), "&é\"'(-è_ç", strict=True):
        assert key_name(key(ord(letter), letter, scancode=place)) == str(place - pygame.KSCAN_1 + 1)
    for place, letter in zip(range(pygame.KSCAN_1, pygame.KSCAN_1 + 9), '"«»()@+-/', strict=True):
        assert key_name(key(ord(letter), letter, scancode=place)) == str(place - pygame.KSCAN_1 + 1)
    assert key_name(key(1 << 30, "", scancode=0)) == ""


def test_two_megabytes_in_the_clipboard(drawn, monkeypatch):
    """What fits is taken, and the bound is said."""
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "word " * 400_000)
    app, _ = drawn(SCREENS["new"], "1", "light")
    region = next(r for r in app.sheet.regions if r.id == "new.name")
    app.hands = type(app.hands)(focus=region.id)
    app.handle(key(pygame.K_v, "", pygame.KMOD_CTRL))
    app.paint()
    assert isinstance(app.model.dialog, NewBox)
    assert len(app.model.dialog.wish.name) == 120
    assert "At most 120" in app.model.said


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (320, 200), (4000, 100)])
@pytest.mark.parametrize("name", ["play", "debrief_trust", "choose", "workshop", "new"])
def test_tiny_and_odd_windows_are_drawn(drawn, name, size):
    """Whatever size a window manager gives the window, the screen is drawn, and drawn well again afterwards."""
    app, _ = drawn(SCREENS[name], "1", "light")
    before = pygame.image.tobytes(app.screen, "RGB")
    kept = app.screen
    app.use(pygame.Surface(size))
    app.paint()
    app.use(kept)
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == before


def test_a_window_that_is_hidden_and_shown_again_is_the_same(drawn):
    """Pixel for pixel."""
    app, _ = drawn(SCREENS["play"], "1", "light")
    before, model = pygame.image.tobytes(app.screen, "RGB"), app.model
    for kind in (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.WINDOWFOCUSLOST, pygame.WINDOWRESTORED,
                 pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):  # fmt: skip
        app.handle(pygame.event.Event(kind))
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == before
    assert app.model == model


def test_a_computer_that_slept_for_a_night_finds_the_same_screen(drawn):
    """The clock has leapt on; nobody has played, skipped or answered anything meanwhile."""
    for name in ("play", "night", "event", "debrief_trust"):
        app, _ = drawn(SCREENS[name], "1", "light")
        app.act(Tick(1000.0))
        before, run = app.model, len(app.model.run.calls)
        app.act(Tick(1000.0 + 9 * 3600))
        assert (app.model.page, app.model.dialog, app.model.view) == (before.page, before.dialog, before.view), name
        assert len(app.model.run.calls) == run, name


PLANNING = """
import sys
from pathlib import Path
from game.desk.desktop_services import DesktopServices
from game.session.entries import PlanMove
from game.ui.common.shared_actions import Start
from game.ui.window.app import App
from game.ui.window.display import open_display
folder = Path(sys.argv[1])
open_display()
app = App(DesktopServices(folder / "runs"), folder / "settings.json")
app.act(Start("first_hello", "3"))
app.step()
person = app.model.view.followers[0].id
app.act(PlanMove("look_around", person))
app.step()
print(person, flush=True)
if sys.argv[2] == "close":
    import pygame
    pygame.event.post(pygame.event.Event(pygame.QUIT))
app.loop()
"""


@pytest.mark.parametrize("end", ["close", "terminate"])
def test_a_plan_half_made_is_there_again_after_the_window_was_closed_or_ended(tmp_path, end):
    """No data is lost, however the window goes."""
    if end == "terminate" and not hasattr(signal, "SIGKILL"):
        pytest.skip("processes are not ended by signals here")
    with subprocess.Popen(
        [sys.executable, "-c", PLANNING, str(tmp_path), end], stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).resolve().parents[3],
    ) as window:  # fmt: skip
        assert window.stdout is not None
        who = window.stdout.readline().strip()
        if end == "terminate":
            window.terminate()
        assert window.wait(30) in {0, -signal.SIGTERM}

    (record,) = (tmp_path / "runs").glob("*.jsonl")
    plan = replayed(record).playthrough.plan
    assert list(plan.values()) == [PlanMove("look_around", who)]
