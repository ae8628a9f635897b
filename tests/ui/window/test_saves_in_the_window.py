"""An author plays and saves: what the window shows, with the real game behind it."""

import time

import pygame
import pytest

from game.bots.registry import bots
from game.desk.desktop_services import DesktopServices
from game.desk.given import Given
from game.desk.outside import now
from game.lab.playing.through_session import play_session
from game.session import entries
from game.session.runs.runs import start
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.update import SAVES
from game.ui.window.app import App
from game.ui.window.display import open_display
from tests.plays import example
from tests.ui.window.hands_on import click, press

SOON = 200  # looks at the file, after which it counts as not noticed


@pytest.fixture
def file(tmp_path):
    return example(tmp_path)


@pytest.fixture
def playing(tmp_path, file):
    """A function that opens the window on the morning of a day of the bakery."""

    def on_day(day=2):
        session = start(file, 4, tmp_path / "runs", now(), live=True)
        Given(tmp_path / "runs").keep(file)
        play_session(session, bots()["patient"], day)
        open_display()
        app = App(DesktopServices(tmp_path / "runs"), tmp_path / "settings.json")
        app.act(shared.Tune("reduced_motion", value=True))
        app.act(act.Resume(str(session.path)))
        app.step()
        return app

    yield on_day
    pygame.event.clear()


def save(app, file, *changes):
    """Saves the file and turns the loop until the window has noticed."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    before = app.model.saved
    app.step()
    file.write_text(text, encoding="utf-8")
    for _ in range(SOON):
        time.sleep(SAVES)
        app.step()
        if app.model.saved is not before:
            return
    raise AssertionError("the save was not noticed")


def spoken(app):
    """All that a screen reader can find."""
    return " ".join([r.label for r in app.sheet.regions] + [w.text for w in app.canvas.painter.words])


def test_a_save_shows_in_the_running_game(playing, file):
    """A new name is on the screen, the bar says what was taken, and the follower chosen stays chosen."""
    app = playing(1)
    app.act(act.Select("ada"))

    save(app, file, ("Ada Quist", "Ada Quast"))

    assert "Ada Quast" in spoken(app)
    assert "Taken: bakery.yaml" in spoken(app)
    assert app.model.page.selected == "ada"
    assert app.model.dialog is None


def test_show_lists_what_differs_and_goes_back_to_what_was_open(playing, file):
    """R opens the list, Enter closes it, by keyboard alone; the event below is still there."""
    app = playing(2)
    assert isinstance(app.model.dialog, state.EventBox)

    save(app, file, ("hours_per_day: 3", "hours_per_day: 2"))
    assert isinstance(app.model.dialog, state.EventBox)
    press(app, "R")

    assert isinstance(app.model.dialog, state.TakenBox)
    assert "Hours a day: 3 → 2." in spoken(app)
    assert "business › hours_per_day" in spoken(app)
    press(app, "Enter")
    assert isinstance(app.model.dialog, state.EventBox)


def test_errors_lie_over_the_game_and_go_away_when_they_are_mended(playing, file):
    """File, line, what is wrong and how to mend it; play goes on below; mended, the dialog closes by itself."""
    app = playing(1)
    app.act(act.Select("ada"))
    app.act(act.Pick("comment"))

    save(app, file, ("motive: buyer", "motive: byer"))

    assert isinstance(app.model.dialog, state.BrokenBox)
    assert "bakery.yaml:10:13" in spoken(app)
    assert "Did you mean 'buyer'?" in spoken(app)
    press(app, "Enter")
    assert app.model.dialog is None
    assert "Not taken: bakery.yaml" in spoken(app)
    assert app.model.page.move == "comment"
    press(app, "R")
    assert isinstance(app.model.dialog, state.BrokenBox)

    save(app, file, ("motive: byer", "motive: buyer"))
    assert app.model.dialog is None
    assert "nothing has changed" in spoken(app)
    assert app.model.page.move == "comment"


def test_what_was_taken_up_is_laid_down_when_it_cannot_be_done_any_more(playing, file):
    """The follower that was chosen is gone: another one is chosen, and nothing hangs in the air."""
    app = playing(1)
    app.act(act.Select("ben"))
    app.act(act.Pick("comment"))
    app.act(shared.Open(state.MotiveBox("ben")))

    save(
        app,
        file,
        ("  ben:\n    name: Ben Tal\n    loves: {rye: 20}\n    motive: seller\n", ""),
        ("    knows: [ben]\n", ""),
    )

    page = app.model.page
    assert app.model.dialog is None
    assert page.selected in {f.id for f in app.model.view.followers}
    assert page.move == ""


def test_a_day_that_is_open_again_is_where_play_goes_on(playing, file):
    """A new event on an earlier day: that morning is shown with its question, and the bar says why."""
    app = playing(3)
    fire = "{title: The oven is out, day: 1, text: Cold., choices: [{label: Light it}, {label: Wait}]}"

    save(app, file, ("timeline:\n", f"timeline:\n  fire: {fire}\n"))

    assert app.model.view.day == 1
    assert app.model.dialog == state.EventBox("fire")
    assert "“The oven is out” wants an answer on day 1" in spoken(app)


def test_the_other_days_are_played_on_with_one_key(playing, file):
    """The question answered, J leads back to the day of the save."""
    app = playing(4)
    fire = "{title: The oven is out, day: 1, text: Cold., choices: [{label: Light it}, {label: Wait}]}"
    save(app, file, ("timeline:\n", f"timeline:\n  fire: {fire}\n"))

    press(app, "2", "Enter")
    assert "On to day 4" in spoken(app)
    press(app, "J")

    assert app.model.view.day == 4
    assert "On to day" not in spoken(app)
    assert "Your 3 days were played again" in spoken(app)


@pytest.mark.parametrize("days", [3, 4])
def test_a_game_that_is_over_sooner_shows_its_debrief(playing, file, days):
    """Fewer days than were played lead to the debrief, and more lead back into play."""
    app = playing(days + 1)

    save(app, file, ("days: 6", f"days: {days}"))
    assert isinstance(app.model.page, state.DebriefPage)
    save(app, file, (f"days: {days}", "days: 6"))
    assert isinstance(app.model.page, state.PlayPage)
    assert app.model.view.day == days + 1


def test_at_night_the_report_is_the_new_one(playing, file):
    """A save while the night's report is on the screen changes its words, not the page."""
    app = playing(1)
    app.act(entries.EndDay())

    save(app, file, ("Ada Quist", "Ada Quast"))

    assert isinstance(app.model.page, state.NightPage)
    assert "Ada Quist" not in spoken(app)
    click(app, "Good morning")
    assert app.model.view.day == 2


def test_a_new_picture_is_shown_at_once(tmp_path, playing, file):
    """Nothing but a picture file was saved: it is read again."""
    folder = tmp_path / "bakery"
    (folder / "pictures").mkdir(parents=True)
    picture = folder / "pictures" / "ada.png"
    draw(picture, "red")
    text = file.read_text(encoding="utf-8").replace(
        "    name: Ada Quist\n", "    name: Ada Quist\n    picture: pictures/ada.png\n"
    )
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    open_display()
    app = App(DesktopServices(tmp_path / "runs"), tmp_path / "settings.json")
    app.act(shared.Tune("reduced_motion", value=True))
    app.act(shared.Start(str(folder), "4"))
    app.act(act.Select("ada"))
    app.step()
    assert has(app, (255, 0, 0))

    draw(picture, "blue")
    for _ in range(SOON):
        time.sleep(SAVES)
        app.step()
        if app.model.saved is not None:
            break

    assert "The pictures are up to date" in spoken(app)
    assert has(app, (0, 0, 255))
    assert not has(app, (255, 0, 0))


def draw(path, colour):
    surface = pygame.Surface((60, 60))
    surface.fill(colour)
    pygame.image.save(surface, path)


def has(app, colour):
    wanted = app.screen.map_rgb(colour)
    pixels = pygame.surfarray.pixels2d(app.screen)
    return bool((pixels == wanted).sum() > 100)


def test_a_shipped_scenario_is_not_watched(tmp_path):
    """A learner's run takes nothing, whatever happens to the files."""
    open_display()
    app = App(DesktopServices(tmp_path / "runs"), tmp_path / "settings.json")
    app.act(shared.Start("first_hello", "4"))

    assert not app.model.run.source.live
    assert app.services.saved(app.model.run) is None


def test_play_again_takes_the_same_file(playing, file):
    """A run that was continued from its record knows its file."""
    app = playing(2)

    app.act(act.Again())

    assert app.model.view.title == "The Corner Bakery"
    assert app.model.view.day == 1
    assert app.model.run.source.live


def test_the_bench_measures_from_the_save_to_the_picture():
    """`courtship bench reload` has all its figures."""
    from speed.reload_speed import measure

    figures = measure(saves=1, rest=0.05)

    assert figures["days played again"] == 27
    assert all(value >= 0 for value in figures.values())
