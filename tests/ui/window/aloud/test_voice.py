"""Reading aloud: what is said, by which program, and how it stops."""

import os
import sys
import time

import pytest

from game.ui.common.shared_actions import Tune
from game.ui.drawing.geometry import Box
from game.ui.drawing.lettering import Words
from game.ui.drawing.screen_regions import Region
from game.ui.play.play_state import MirrorBox, PlayPage, TitlePage
from game.ui.window.aloud.reading_order import ReadScreen, in_reading_order, label_of, newly_said, read_screen
from game.ui.window.aloud.voice import NO_ENGINE
from tests.golden.read_aloud import engine_that_writes
from tests.ui.gallery import SCREENS

posix = pytest.mark.skipif(sys.platform == "win32", reason="the speech engine of this test is a shell script")


def words_of(app, words):
    """What the engine has been told once it has said all of it."""
    while app.audible.speaks:
        time.sleep(0.005)
    return words.read_text(encoding="utf-8").splitlines() if words.exists() else []


@posix
def test_a_screen_is_read_once_and_then_what_changes(make_app, tmp_path):
    """Nobody hears the same page again and again."""
    app = make_app()
    with engine_that_writes(tmp_path) as words:
        SCREENS["play"](app)
        app.act(Tune("spoken", True))
        app.paint()
        (whole,) = words_of(app, words)
        assert "Mara Lind" in whole
        app.paint()
        assert words_of(app, words) == [whole]
        app.act(Tune("spoken", False))
        app.paint()
        assert words_of(app, words) == [whole]
        app.audible.close()


@posix
def test_the_words_are_one_argument_and_no_shell_reads_them(make_app, tmp_path):
    """Words of a stranger's scenario are spoken and never run."""
    app = make_app()
    with engine_that_writes(tmp_path) as words:
        voice = app.audible._voice
        voice.read(ReadScreen(lines=("-w $HOME; `ls` \"quoted\" 'so'\n--version",)), by_itself=False)
        assert words_of(app, words) == ["w $HOME; `ls` \"quoted\" 'so' --version."]
        app.audible.close()


@posix
@pytest.mark.parametrize("how", ["key", "end"])
def test_the_voice_stops_in_the_middle_of_a_word(make_app, tmp_path, how):
    """By its switch, and when the window closes."""
    app = make_app()
    with engine_that_writes(tmp_path):
        (tmp_path / "programs" / "espeak-ng").write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
        app.act(Tune("spoken", True))
        app.paint()
        process = app.audible._voice._process
        assert process.poll() is None
        if how == "key":
            app.act(Tune("spoken", False))
            app.paint()
        else:
            app.audible.close()
        assert process.poll() is not None
        assert not app.audible.speaks


def test_without_a_speech_engine_it_says_so_and_stays_off(make_app, tmp_path, monkeypatch):
    """It does not look switched on where nothing can be heard."""
    monkeypatch.setenv("PATH", str(tmp_path))
    app = make_app()
    app.act(Tune("spoken", True))
    assert app.model.said == NO_ENGINE
    assert not app.model.settings.spoken


@pytest.mark.parametrize("name", SCREENS)
def test_all_that_a_screen_reader_is_told_is_read_aloud(drawn, name):
    """Both come from one list, on every screen."""
    app, _ = drawn(SCREENS[name], "1", "light")
    regions, words = app.sheet.regions, app.canvas.painter.words
    parts = in_reading_order(regions, words)
    read = read_screen(app.model.page, app.model.dialog, regions, words, "")
    assert len(read.lines) == len(parts)
    assert {label_of(r) for r in regions if not r.rect.empty} <= set(read.lines)


def test_a_spot_is_told_with_its_reason_its_state_and_its_key():
    """Why it cannot be pressed, whether it is chosen, how it is pressed."""
    spot = Region("a", Box(0, 0, 9, 9), "Ask", key="3 A", chosen=True, why_not="No time is left.")
    read = read_screen(TitlePage(), None, [spot], [Words(Box(20, 0, 9, 9), "Above.", 0)], "a")
    assert read.lines == ("Above.", "Ask. No time is left.")
    assert read.focused == "Ask. No time is left. Chosen. Key 3."


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Hi!. Now", "Hi! Now"),
        ("“So.”. 1 day", "“So.” 1 day"),
        ("Wait...", "Wait..."),
        ("“A”. B", "“A”. B"),
        ("a.b.", "a.b."),
    ],
)
def test_no_sentence_ends_twice(label, said):
    """A label with an end of its own gets no second one."""
    assert label_of(Region("a", Box(0, 0, 9, 9), label)) == said


def test_the_ring_is_told_before_what_has_changed():
    """Where one is comes first."""
    before = ReadScreen(PlayPage, None, ("One", "Two"), "one", "One.")
    after = ReadScreen(PlayPage, None, ("One", "Two", "Three"), "two", "Two. Key B.")
    assert newly_said(before, after, before.lines) == ("Two. Key B.", "Three")
    assert newly_said(before, before, before.lines) == ()


def test_a_page_below_a_box_is_not_read_again_and_a_box_is(make_app, monkeypatch):
    """Closing a box does not begin the page anew."""
    voice = make_app().audible._voice
    said = []
    monkeypatch.setattr(voice, "go_on", lambda: said.extend(voice._waiting) or voice._waiting.clear())
    page, box = ReadScreen(PlayPage, None, ("The page",)), ReadScreen(PlayPage, MirrorBox, ("The box",))
    for screen in (page, box, page, box, ReadScreen(TitlePage, None, ("The title",)), page):
        voice.read(screen, by_itself=False)
    assert said == ["The page.", "The box.", "The box.", "The title.", "The page."]


def test_what_comes_by_itself_waits_for_its_turn(make_app, monkeypatch):
    """What one did oneself is told at once."""
    voice = make_app().audible._voice
    monkeypatch.setattr(voice, "go_on", lambda: None)
    voice.read(ReadScreen(PlayPage, None, ("One",)), by_itself=False)
    voice.read(ReadScreen(PlayPage, None, ("One", "Two")), by_itself=True)
    assert voice._waiting == ["One.", "Two."]
    voice.read(ReadScreen(PlayPage, None, ("One", "Two", "Three")), by_itself=False)
    assert voice._waiting == ["Three."]


def test_the_environment_is_as_it_was(tmp_path):
    """Tests of the voice leave nothing behind."""
    before = os.environ["PATH"]
    with engine_that_writes(tmp_path):
        assert os.environ["PATH"] != before
    assert os.environ["PATH"] == before
