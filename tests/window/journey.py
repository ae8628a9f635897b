"""A whole game as a person plays it, with mouse and keyboard: from the title screen to the debrief.

`play_a_week` speaks to `Hands`. `Desk` is a window on the dummy driver in this process. `RealHands` moves the mouse and
presses the keys of a real window, and keeps a `Desk` beside it that gets the same input: where to click is read off it.
"""

import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pygame

from game.desk.desktop_services import DesktopServices
from game.desk.workshop_services import Workshop
from game.session.entries import PlanMove
from game.session.record.journal import read
from game.ui.drawing.screen_regions import Region
from game.ui.play import play_state as state
from game.ui.window.app import App
from game.ui.window.display import open_display

SIZE = (1280, 720)
SEED = "7"
CODES = {
    "Return": pygame.K_RETURN, "Escape": pygame.K_ESCAPE, "Tab": pygame.K_TAB, "Down": pygame.K_DOWN,
    "Right": pygame.K_RIGHT,
    "Page_Down": pygame.K_PAGEDOWN, "F1": pygame.K_F1, "BackSpace": pygame.K_BACKSPACE,
}  # fmt: skip


class Hands(Protocol):
    """What a player can do."""

    desk: "Desk"

    def click(self, label: str) -> None: ...

    def press(self, key: str) -> None: ...

    def write(self, text: str) -> None: ...

    def picture(self, name: str) -> None: ...


class Desk:
    """A window on the dummy driver."""

    def __init__(self, folder: Path, *, theme: str = "light") -> None:
        open_display()
        self.runs = folder / "runs"
        self.scenarios = folder / "scenarios"
        shop = Workshop(own=self.scenarios, memory=folder / "workshop.json", packages=folder / "packages")
        self.app = App(DesktopServices(self.runs, shop), folder / "settings.json", size=SIZE)
        settings = replace(self.app.model.settings, reduced_motion=True, theme=theme)
        self.app.model = replace(self.app.model, settings=settings)
        self.desk = self
        self.app.step()

    @property
    def model(self):
        return self.app.model

    @property
    def game(self):
        return self.app.model.run

    def region(self, label: str) -> Region:
        """The topmost visible and enabled spot whose label begins so."""
        found = [r for r in self.app.sheet.regions if r.label.startswith(label) and r.enabled and not r.rect.empty]
        assert found, f"nothing to click is labelled {label!r}; there are {[r.label for r in self.app.sheet.regions]}"
        return found[-1]

    def place(self, label: str) -> tuple[int, int]:
        rect = self.region(label).rect
        return round(rect.cx * self.app.zoom), round(rect.cy * self.app.zoom)

    def click(self, label: str) -> None:
        place = self.place(label)
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=place, button=1))
        self.app.step()

    def press(self, key: str) -> None:
        code = CODES.get(key) or ord(key)
        text = key if len(key) == 1 else ""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=text))
        if text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode=text))
        self.app.step()

    def write(self, text: str) -> None:
        for letter in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=letter))
            self.app.step()

    def picture(self, name: str) -> None:
        del name


class RealHands:
    """Mouse and keyboard of a real window, with a desk that mirrors it."""

    def __init__(self, desk: Desk, window: str, pictures: Path, environment: dict[str, str]) -> None:
        self.desk = desk
        self._window = window
        self._pictures = pictures
        self._environment = environment
        self._count = 0

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], check=True, env=self._environment, timeout=20)
        time.sleep(0.12)

    def click(self, label: str) -> None:
        x, y = self.desk.place(label)
        self._xdotool("mousemove", "--window", self._window, str(x), str(y), "sleep", "0.06", "click", "1")
        self.desk.click(label)

    def press(self, key: str) -> None:
        self._xdotool("key", "--window", self._window, key)
        self.desk.press(key)

    def write(self, text: str) -> None:
        self._xdotool("type", "--window", self._window, "--delay", "30", text)
        self.desk.write(text)

    def picture(self, name: str) -> None:
        self._count += 1
        time.sleep(0.25)
        path = self._pictures / f"{self._count:02d}-{name}.png"
        subprocess.run(["import", "-window", self._window, str(path)], check=True, env=self._environment, timeout=30)


def wait_for_morning(hands: Hands) -> None:
    """Goes on through the night's report and whatever the morning brings, until a day can be planned or all is over."""
    for _ in range(40):
        model = hands.desk.model
        if isinstance(model.page, state.DebriefPage):
            return
        if isinstance(model.dialog, state.EventBox):
            choices = [r for r in hands.desk.app.sheet.regions if r.id.startswith("answer")]
            hands.click(choices[-1].label) if choices else hands.press("Return")
        elif model.dialog is not None or isinstance(model.page, state.NightPage):
            hands.press("Return")
        else:
            return
    raise AssertionError(f"still at {hands.desk.model.page} with {hands.desk.model.dialog}")


def end_the_day(hands: Hands, name: str) -> None:
    """By key, with the question about unused hours if it comes; a picture of the night."""
    assert hands.desk.game.view().plan, "the day has a plan"
    hands.press("e")
    if hands.desk.model.dialog is not None:
        hands.press("Return")
    assert isinstance(hands.desk.model.page, state.NightPage)
    hands.picture(name)
    wait_for_morning(hands)


def ask_too_soon_and_post(hands: Hands) -> None:
    """A pitch, whose date shows unasked, and a post that wants a content."""
    hands.click("Moves: Offer & ask")
    hands.click("Dorian Pike")
    hands.click("Pitch")
    hands.picture("faux-pas-shown-unasked")
    hands.press("Return")
    hands.click("Moves: To everybody")
    hands.press("1")  # a how-to, which wants a content
    hands.picture("choose-a-content")
    hands.press("2")
    hands.press("Return")
    hands.picture("a-post-with-its-words")
    hands.press("Return")


def play_a_week(hands: Hands) -> None:
    """First Hello, from the title screen to the debrief."""
    hands.picture("title")
    hands.press("Return")
    hands.picture("choose")
    hands.click("First Hello")
    hands.click("More: practice mode, and the seed for the same chance again")
    hands.click("Seed")
    hands.press(SEED)
    hands.click("Begin")
    hands.picture("opening")
    wait_for_morning(hands)
    hands.picture("first-morning")

    hands.click("Priya Venkat")
    hands.press("1")  # look around
    hands.press("Return")
    hands.click("Walter Abiola")
    hands.click("Moves: Talk")
    hands.click("Ask about them")
    hands.picture("a-move-with-its-words")
    hands.press("d")
    hands.picture("date-mirror")
    hands.press("Escape")
    hands.click("Plan it")
    hands.click("Edda Marlowe")
    hands.click("Ask about them")
    hands.press("Return")
    hands.press("p")
    hands.picture("plan-of-the-day")
    hands.press("Escape")
    end_the_day(hands, "night-1")

    hands.click("Dorian Pike")
    hands.click("Moves: Talk")
    hands.click("Ask about them")
    hands.press("Return")
    end_the_day(hands, "night-2")
    for day in range(3, 8):
        hands.click("Edda Marlowe")
        hands.click("Moves: Talk")
        hands.press("1")
        hands.press("Return")
        if hands.desk.model.dialog is not None:
            hands.press("Escape")
        if day == 5:
            ask_too_soon_and_post(hands)
        hands.picture(f"day-{day}")
        end_the_day(hands, f"night-{day}")
    assert isinstance(hands.desk.model.page, state.DebriefPage)
    for tab in ("How trust moved", "Who they were", "Your asks", "What it teaches"):
        hands.click(tab)
        hands.picture("debrief-" + tab.lower().replace(" ", "-"))


def a_week_is_on_the_disk(desk: Desk) -> None:
    """Seven days were ended, moves of every kind were planned, and the debrief is shown."""
    (record,) = desk.runs.glob("*.jsonl")
    entries = [recorded.entry for recorded in read(record).entries]
    assert [e.kind for e in entries].count("end_day") == 7
    assert {e.move for e in entries if isinstance(e, PlanMove)} >= {
        "look_around",
        "ask_about_them",
        "pitch",
        "post_helpful",
    }
    assert isinstance(desk.model.page, state.DebriefPage)
