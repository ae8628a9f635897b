"""Sounds, their words and their keys in the window; and that nothing without a device ends or delays the game."""

import time

import pygame
import pytest

from game.session import entries
from game.sound.sounds import CAPTIONS, Sound
from game.ui.common import settings as settings_file
from game.ui.common.shared_actions import NoSound, Open, Tune
from game.ui.play.play_state import SettingsBox
from game.ui.play.screens.help_box import KEYS
from game.ui.window.aloud.audible import Audible
from game.ui.window.aloud.sound_door import SoundDoor
from game.ui.window.keyboard import SWITCHES
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS

LONGEST = 60.0  # seconds that a slow machine may take to begin a process


class Ear(SoundDoor):
    """A door that writes down what should be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[tuple[Sound, ...], bool, int]] = []

    def play(self, sounds, *, hums, volume) -> None:
        self.heard.append((sounds, hums, volume))


@pytest.fixture
def listening(make_app):
    """The window on the fake game, and the ear at its door."""
    app, ear = make_app(), Ear()
    app.audible = Audible(ear)
    return app, ear


def press(app, letter, **held):
    """A key as the window gets it, with the letter that it writes."""
    code = ord(letter.lower())
    for event in (
        pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter.lower(), **held),
        pygame.event.Event(pygame.TEXTINPUT, text=letter.lower()),
        pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode=letter.lower()),
    ):
        app.handle(event)


def test_a_night_is_heard_with_the_hum_as_loud_as_it_is_set(listening):
    """The volume of the settings is the one that is played."""
    app, ear = listening
    app.act(Tune("volume", 40))
    SCREENS["play"](app)
    app.act(entries.EndDay())
    sounds, hums, volume = ear.heard[-1]
    assert sounds[0] is Sound.NIGHT
    assert (hums, volume) == (True, 40)


def test_muted_is_silent_with_all_its_sounds(listening):
    """Nothing is played at any volume but none."""
    app, ear = listening
    app.act(Tune("muted", True))
    SCREENS["night"](app)
    assert {volume for *_, volume in ear.heard} == {0}


@pytest.mark.usefixtures("nothing_painted")
@pytest.mark.parametrize("name", SCREENS)
def test_the_keys_for_sound_and_voice_are_free_on_every_screen(drawn, name, monkeypatch):
    """No screen has another use for them, and each works there."""
    app, _ = drawn(SCREENS[name], "1", "light")
    monkeypatch.setattr(app.audible._voice, "can_speak", lambda: True)
    taken = {key for region in app.sheet.regions for key in region.key.split()} | set(app.sheet.keys)
    assert not taken & set(SWITCHES)
    for key, setting in SWITCHES.items():
        before = getattr(app.model.settings, setting)
        press(app, key)
        writes = next((r for r in app.sheet.regions if r.id == app.hands.focus and r.role == "entry"), None)
        assert getattr(app.model.settings, setting) is (before if writes else not before)


def test_who_writes_gets_the_letters(make_app):
    """The key that mutes is a letter like others where one types."""
    app = make_app()
    SCREENS["new"](app)
    app.paint()
    entry = next(r for r in app.sheet.regions if r.role == "entry")
    app.hands = app.hands.__class__(focus=entry.id, by_keyboard=True)
    press(app, "Z")
    app.paint()
    press(app, "V")
    assert not app.model.settings.muted
    assert not app.model.settings.spoken
    app.paint()
    assert next(r for r in app.sheet.regions if r.id == entry.id).action.text.endswith("zv")


def test_a_key_that_is_held_switches_once(make_app):
    """Holding it does not flicker between on and off."""
    app = make_app()
    app.step()
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, mod=0, unicode="z")
    for _ in range(3):
        app.handle(down)
    assert app.model.settings.muted


def test_both_keys_stand_in_the_help_and_in_the_settings(drawn):
    """Nobody has to guess them."""
    assert set(SWITCHES) <= {key for key, _ in KEYS}
    _, log = drawn(lambda stage: stage.act(Open(SettingsBox())), "1", "light")
    told = " ".join(line.text for line in log)
    assert "Z switches it off and on" in told
    assert "V does the same" in told


def test_captions_are_off_until_they_are_wanted_and_go_by_themselves(listening, monkeypatch):
    """Each is shown with its sound, for a while."""
    app, _ = listening
    SCREENS["play"](app)
    assert app.audible.caption == ()
    app.act(Tune("captions", True))
    app.canvas.painter.log = []
    app.act(entries.EndDay())
    app.step()
    assert any(CAPTIONS[Sound.NIGHT] in line.text for line in app.canvas.painter.log)
    after = time.monotonic() + 10
    monkeypatch.setattr("game.ui.window.aloud.audible.time.monotonic", lambda: after)
    app.step()
    assert not any(CAPTIONS[Sound.NIGHT] in line.text for line in app.canvas.painter.log)


def test_sounds_have_their_words_with_the_sound_off(listening):
    """Whoever does not hear them reads them."""
    app, _ = listening
    app.act(Tune("captions", True))
    app.act(Tune("muted", True))
    SCREENS["play"](app)
    assert app.audible.caption == (CAPTIONS[Sound.MORNING],)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    "name", ["play", "night", "night_moment_2", "night_words", "settings", "debrief_trust", "title"]
)
def test_captions_can_be_read_and_cover_nothing_that_can_be_pressed(drawn, name, case):
    """Whole, over no button and over no other words."""
    app, log = drawn(SCREENS[name], case, "dark")
    pressed = [r.rect for r in app.sheet.regions]
    app.audible.caption = tuple(CAPTIONS[sound] for sound in (Sound.NIGHT, Sound.WARM, Sound.COOL, Sound.MESSAGE))
    app.paint()
    (line,) = [line for line in log if line.text.startswith(CAPTIONS[Sound.NIGHT])]
    assert not line.elided
    assert not [rect for rect in pressed if rect.overlaps(line.box)]
    assert not [other for other in log if other is not line and other.seen.overlaps(line.seen)]


def test_without_a_device_settings_say_so_until_it_is_tried_again(drawn):
    """A machine without sound is no riddle."""

    def silent(stage):
        SCREENS["settings"](stage)
        stage.act(NoSound())

    app, log = drawn(silent, "1", "light")
    assert any("No sound device could be opened" in line.text for line in log)
    assert next(r for r in app.sheet.regions if r.id == "sound.off").chosen
    app.act(Tune("volume", 80))
    app.paint()
    assert not any("No sound device could be opened" in line.text for line in log)


@pytest.mark.parametrize("value", [-1, 101, 50.0, "loud"])
def test_a_volume_that_is_none_is_the_default(tmp_path, value):
    """A settings file with nonsense in it spoils nothing."""
    path = tmp_path / "settings.json"
    path.write_text(f'{{"volume": {value!r}}}'.replace("'", '"'))
    assert settings_file.load(path).volume == settings_file.Settings().volume


def answers(door):
    """What comes of an order: whether it can be heard."""
    until = time.monotonic() + LONGEST
    while door._unanswered and time.monotonic() < until:
        if not door.look():
            return False
        time.sleep(0.01)
    return door._unanswered == 0


@pytest.mark.parametrize(("driver", "there"), [("dummy", True), ("no_such_driver", False)])
def test_a_process_plays_and_without_a_device_says_so_once(monkeypatch, driver, there):
    """And ends where there is nothing to play on."""
    monkeypatch.setenv("SDL_AUDIODRIVER", driver)
    door = SoundDoor()
    try:
        door.play((Sound.WARM, Sound.SALE), hums=True, volume=60)
        process = door._process
        assert answers(door) is there
        assert process.is_alive() is there
        door.play((Sound.COOL,), hums=True, volume=60)
        assert door.look()
        assert (door._process is not None) is there
    finally:
        door.close()
    assert not process.is_alive()


def test_a_process_that_has_died_is_begun_anew_and_one_that_hangs_gets_no_more_orders(monkeypatch):
    """The window never waits for sound."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    door = SoundDoor()
    try:
        door.play((Sound.WARM,), hums=False, volume=60)
        assert answers(door)
        door._process.kill()
        door._process.join()
        assert door.look()
        door.play((Sound.COOL,), hums=False, volume=60)
        assert answers(door)
        door._unanswered = 99
        door._orders.send = None  # nothing may be sent
        door.play((Sound.COOL,), hums=False, volume=60)
    finally:
        door.close()


def test_no_process_is_begun_for_silence():
    """Whoever plays without sound pays nothing for it."""
    door = SoundDoor()
    door.play((Sound.WARM,), hums=True, volume=0)
    door.play((), hums=False, volume=60)
    assert door._process is None
