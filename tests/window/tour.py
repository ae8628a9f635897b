"""What a trainer does who never opens a terminal: a new scenario, a mistake, a playtest, a package."""

import time
from collections.abc import Callable
from pathlib import Path

from game.ui.workshop.workshop_state import NameBox, ResultBox, ScenarioPage, WorkshopPage
from tests.window.journey import Desk, Hands

PATIENCE = 400.0  # seconds


def wait_until(hands: Hands, holds: Callable[[], bool]) -> None:
    """Lets the window live until something has come about by itself."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, f"still at {hands.desk.model.page}"
        hands.desk.app.step()
        time.sleep(0.05)


def bench_of(hands: Hands) -> ScenarioPage:
    page = hands.desk.model.page
    assert isinstance(page, ScenarioPage)
    return page


def save(homes: list[Path], change: Callable[[str], str]) -> None:
    """As an editor would."""
    for home in homes:
        file = home / "quay_street" / "scenario.yaml"
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def tour_the_workshop(hands: Hands, homes: list[Path]) -> None:
    """From the title to an added package.

    Args:
        hands: mouse and keys.
        homes: folders of the author's scenarios, of the window and of what mirrors it.
    """
    hands.click("Workshop")
    wait_until(hands, lambda: all(work.examined for work in hands.desk.model.page.works))
    hands.picture("workshop")
    hands.press("n")  # opens the questions, and is not typed into the first
    for answer in ("Quay Street", "bakery", "Zoe Lind", "Whether there is a loaf left"):
        hands.write(answer)
        hands.press("Tab")
    hands.picture("questions")
    hands.click("Like bakery")
    hands.press("Return")
    assert bench_of(hands).check.work.title == "Quay Street"
    assert not bench_of(hands).check.problems
    hands.picture("all-good")

    save(homes, lambda text: text.replace("label: Say it was the flour", "label: @flour it was"))
    wait_until(hands, lambda: bench_of(hands).check.work.errors == 1)
    time.sleep(0.6)
    hands.picture("an-error-while-it-is-shown")
    hands.click("Explain error 1")
    hands.picture("explained")
    hands.press("Escape")
    hands.press("m")
    hands.picture("a-line-to-be-mended")
    hands.press("Return")
    assert not bench_of(hands).check.problems
    hands.picture("mended")

    for key, name in (
        ("3", "in-words"),
        ("4", "map"),
        ("5", "figures"),
        ("6", "say"),
        ("7", "languages"),
        ("2", "trial"),
    ):
        hands.press(key)
        hands.picture(name)
    hands.click("Games of each bot: 40")
    hands.press("t")
    wait_until(hands, lambda: (trials := bench_of(hands).trials) is not None and not trials.running)
    assert bench_of(hands).trials.done == bench_of(hands).trials.total
    hands.picture("playtest")
    hands.press("k")
    assert isinstance(hands.desk.model.dialog, ResultBox)
    hands.picture("packed")
    hands.press("Return")

    hands.press("Escape")
    assert isinstance(hands.desk.model.page, WorkshopPage)
    hands.press("o")
    hands.click("Go to Your scenarios")
    hands.press("BackSpace")  # the folder above
    hands.write("pack")
    hands.press("Return")
    hands.picture("the-package")
    hands.press("Return")
    assert isinstance(hands.desk.model.dialog, NameBox), "the name is taken: by the scenario it was made of"
    hands.picture("the-name-is-taken")
    hands.press("Return")
    wait_until(hands, lambda: all(work.examined for work in hands.desk.model.page.works))
    time.sleep(0.6)
    hands.picture("added")
    hands.press("Escape")
    assert [w.place for w in hands.desk.model.page.works].count("own") == 2


def a_package_was_added(desk: Desk) -> None:
    """Both scenarios are there, the one that was written and the one that came out of its package."""
    assert {folder.name for folder in desk.scenarios.iterdir()} == {"quay_street", "quay_street_2"}
    assert (desk.scenarios.parent / "packages" / "quay_street.zip").is_file()
