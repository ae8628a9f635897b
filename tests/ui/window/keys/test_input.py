"""What events mean: input looks at what is on the screen, returns values, and touches no window."""

import ast
from pathlib import Path

import pygame
import pytest

import game.ui.window
from game.ui.common.settings import Settings
from game.ui.common.shared_actions import Close, Quit, Scroll, Tell, Tune, Typed
from game.ui.drawing.geometry import Box
from game.ui.drawing.screen_regions import Region
from game.ui.drawing.sheet import ScrollArea
from game.ui.play.play_actions import Pick, Select
from game.ui.window.hands import Hands, Meaning, OnScreen, Pointer, Repaint, Resize, TellReader
from game.ui.window.input import ASKED, meaning_of
from game.ui.workshop.workshop_actions import Drop

REGIONS = (
    Region("mara", Box(0, 0, 100, 40), "Mara", action=Select("mara"), key="1"),
    Region("pitch", Box(0, 50, 100, 40), "Pitch", action=Pick("pitch"), key="2", why_not="Not today."),
    Region("off", Box(0, 100, 100, 40), "Off", action=Close(), key="3", why_not="It is off."),
    Region("seed", Box(0, 150, 100, 40), "Seed", role="entry", action=Typed("seed", "4")),
    Region("low", Box(200, 0, 0, 0), "Low", action=Select("low"), reveal=("list", 80.0)),
)
AREA = ScrollArea("list", Box(200, 0, 100, 200), 300.0, 20.0, from_bottom=False, bar=Box(293, 10, 5, 60))
SCREEN = OnScreen(REGIONS, (AREA,), {"E": Quit()}, 2.0, (1280, 720), Settings())


def event(number, /, **values):
    return pygame.event.Event(number, **values)


def key(code, letter="", mod=0):
    return event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter)


def at(x, y, kind=pygame.MOUSEBUTTONDOWN):
    """The left button, at a place in logical units."""
    return event(kind, pos=(x * 2, y * 2), button=1)


def meant(given, hands=Hands()):  # noqa: B008 - it is frozen
    return meaning_of(given, SCREEN, hands)


ON_SEED = Hands(focus="seed")
RING = Hands(focus="mara", by_keyboard=True)
CTRL = pygame.KMOD_CTRL


@pytest.mark.parametrize(
    ("given", "hands", "expected"),
    [
        (event(pygame.QUIT), Hands(), (Quit(),)),
        (event(pygame.VIDEORESIZE, size=(9, 9), w=9, h=9), Hands(), (Resize(),)),
        (event(pygame.WINDOWEXPOSED), Hands(), (Repaint(),)),
        (event(pygame.WINDOWFOCUSLOST), Hands(), (TellReader(focused=False),)),
        (event(pygame.DROPFILE, file="/x/a.zip"), Hands(), (Drop("/x/a.zip"),)),
        (event(pygame.MOUSEBUTTONDOWN, pos=(9, 9), button=3), Hands(), ()),
        (key(pygame.K_1, "1"), Hands(), (Select("mara"),)),
        (key(pygame.K_2, "2"), Hands(), (Tell("Not today."),)),  # what cannot be pressed says why
        (key(pygame.K_3, "3"), Hands(), (Tell("It is off."),)),
        (key(pygame.K_e, "e"), Hands(), (Quit(),)),
        (key(pygame.K_e, "e"), ON_SEED, ()),  # a letter for a field arrives as text
        (key(pygame.K_e, "e", pygame.KMOD_ALT), Hands(), ()),
        (key(pygame.K_RETURN), RING, (Select("mara"),)),
        (key(pygame.K_RETURN), Hands(focus="mara"), ()),  # pressed by the mouse: it has no ring
        (key(pygame.K_F11), Hands(), (Tune("fullscreen", value=True),)),
        (key(pygame.K_BACKSPACE), ON_SEED, (Typed("seed", ""),)),
        (key(pygame.K_q, "", CTRL), Hands(), (Quit(),)),
        (key(pygame.K_0, "", CTRL), Hands(), (Tune("zoom", 0.0),)),
        (key(pygame.K_MINUS, "", CTRL), Hands(), (Tune("zoom", 1.5),)),
        (key(pygame.K_BACKSPACE, "", CTRL), ON_SEED, (Typed("seed", ""),)),
        (key(pygame.K_BACKSPACE, "", CTRL), Hands(), ()),
        (key(pygame.K_PAGEDOWN), Hands(), (Scroll("list", 180.0),)),
        (key(pygame.K_HOME), Hands(), (Scroll("list", 0.0),)),
        (key(pygame.K_END), Hands(), (Scroll("list", 300.0),)),
        (event(pygame.TEXTINPUT, text="2"), ON_SEED, (Typed("seed", "42"),)),
        (event(pygame.TEXTINPUT, text="2"), Hands(), ()),
        (event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False), Hands(Pointer(250, 50)), (Scroll("list", 76.0),)),
        (event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False), Hands(Pointer(50, 50)), ()),
        (event(ASKED, kind="click", name="mara"), Hands(), (Repaint(), Select("mara"))),
        (event(ASKED, kind="focus", name="low"), Hands(), (Repaint(), Scroll("list", 80.0))),
        (event(ASKED, kind="click", name="gone"), Hands(), ()),
    ],
    ids=str,
)
def test_what_is_meant(given, hands, expected):
    """Each key and each click, by where the hands are."""
    assert meant(given, hands).meant == expected


def test_what_is_pressed_and_released_is_meant_and_what_is_left_in_between_is_not():
    """One can change one's mind with the button down."""
    down = meant(at(10, 10)).hands
    assert (down.pointer.pressed, down.focus, down.by_keyboard) == ("mara", "mara", False)

    here = meant(at(12, 12, pygame.MOUSEBUTTONUP), down)
    elsewhere = meant(at(10, 160, pygame.MOUSEBUTTONUP), down)
    assert Select("mara") in here.meant
    assert elsewhere.meant == (Repaint(),)
    assert here.hands.pointer.pressed == elsewhere.hands.pointer.pressed == ""


def test_pointing_repaints_only_when_something_else_lies_under_the_pointer():
    """Moving the mouse costs nothing else."""
    moves = [meant(event(pygame.MOUSEMOTION, pos=(x * 2, 20), rel=(0, 0), buttons=(0, 0, 0)),
                   Hands(Pointer(hover="mara"))).meant for x in (10, 50, 150)]  # fmt: skip

    assert moves == [(), (), (Repaint(),)]


def test_a_handle_is_dragged_and_let_go():
    """The list follows as far as it goes."""
    held = meant(at(295, 20)).hands
    assert (held.pointer.drag, held.pointer.grip, held.focus) == ("list", 10.0, "")
    dragged = meant(event(pygame.MOUSEMOTION, pos=(590, 900), rel=(0, 0), buttons=(1, 0, 0)), held)
    assert dragged.meant == (Scroll("list", 300.0),)
    assert meant(at(295, 450, pygame.MOUSEBUTTONUP), dragged.hands).hands.pointer.drag == ""


def test_tab_goes_on_goes_round_and_brings_into_sight():
    """Forwards and backwards, over the ends."""
    forward = meant(key(pygame.K_TAB), Hands(focus="seed"))
    assert (forward.hands.focus, forward.hands.by_keyboard) == ("low", True)
    assert forward.meant == (Repaint(), Scroll("list", 80.0))
    back = meant(key(pygame.K_TAB, "", pygame.KMOD_SHIFT), Hands(focus="mara"))
    assert back.hands.focus == "low"


def test_the_letter_of_a_key_that_meant_something_is_not_typed_as_well():
    """A key does one thing."""
    pressed = meant(key(pygame.K_1, "1"))
    assert pressed.hands.used_up == "1"
    in_field = Hands(focus="seed", used_up="1")
    typed = meant(event(pygame.TEXTINPUT, text="1"), in_field)
    assert typed == Meaning(ON_SEED)
    assert meant(event(pygame.TEXTINPUT, text="1"), typed.hands).meant == (Typed("seed", "41"),)


def test_what_is_pasted_becomes_one_line(monkeypatch):
    """Into a field, and nowhere else."""
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "1\n 2\n")

    assert meant(key(pygame.K_v, "", CTRL), ON_SEED).meant == (Typed("seed", "41 2"),)
    assert meant(key(pygame.K_v, "", CTRL)).meant == ()


def test_nothing_that_reads_events_knows_the_window():
    """input, keyboard and mouse import neither the app nor the model."""
    folder = Path(game.ui.window.__file__).parent
    for name in ("input", "keyboard", "mouse", "hands", "scrolling", "named_keys"):
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert not modules & {"game.ui.window.app", "game.ui.window.canvas", "game.ui.update"}, name
