"""Keys, ring and pointer: what is pressed, turned, dragged and brought into sight."""

import pygame
import pytest

from game.ui.drawing.screen_regions import named
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.window.input import ASKED
from game.ui.window.window_sizes import default_zoom, most_zoom
from tests.ui.window.hands_on import calls, click, press, spot


def test_a_whole_day_with_the_keyboard(make_app):
    """From the title to the next morning nothing but keys is needed."""
    app = make_app()
    app.step()
    press(app, "N", "Down", "Enter")
    assert isinstance(app.model.page, state.PlayPage)
    follower = app.model.page.selected
    press(app, "Down", "Down", "Right", "1", "Enter")
    assert app.model.page.selected != follower
    assert ("choose", "ask_about_them", app.model.page.selected, "", "") in calls(app)
    press(app, "E", "Enter")
    assert isinstance(app.model.page, state.NightPage)
    press(app, "Enter")
    assert app.model.view.day == 13


def test_enter_on_the_ring_presses_and_the_ring_moves_on_to_the_plan(at):
    """Arrows go through the moves, Enter takes one up."""
    app = at("play")
    for _ in range(20):
        if not app.hands.focus.startswith("move."):
            press(app, "Tab")
    while app.hands.focus.startswith("move.") and app.hands.focus != "move.comment":
        before = app.hands.focus
        press(app, "Right")
        assert app.hands.focus != before
    press(app, "Enter")
    assert app.model.page.move == "comment"
    press(app, "Enter")
    assert calls(app)[-1][:2] == ("choose", "comment")


def test_the_ring_shows_only_after_keys(at):
    """Whoever uses the mouse sees none."""
    app = at("play")
    press(app, "Tab")
    assert app.hands.by_keyboard
    click(app, "Omar Haddad")
    assert not app.hands.by_keyboard


def test_the_focus_comes_back_when_a_dialog_closes(at):
    """One goes on where one was."""
    app = at("play")
    for _ in range(30):
        if app.hands.focus != "help":
            press(app, "Tab")
    assert app.hands.focus == "help"
    press(app, "Enter")
    assert app.hands.focus == ""
    press(app, "Esc")
    assert app.hands.focus == "help"


def test_arrow_keys_bring_the_scenario_into_sight(make_app):
    """What is chosen is wholly visible, in a small window too."""
    app = make_app(size=(960, 540))
    app.act(act.ToChoose())
    for _ in range(4):
        press(app, "Down")
    app.step()
    chosen = named(app.sheet.regions, "scenario.winery")
    assert chosen.chosen
    assert chosen.rect.h == pytest.approx(chosen.full.h)


def test_escape_goes_back_step_by_step(at):
    """First the dialog, then what was taken up, and never out of the page."""
    app = at("mirror")
    press(app, "Esc")
    assert app.model.dialog is None
    assert app.model.page.move
    press(app, "Esc")
    assert not app.model.page.move
    press(app, "Esc", "Esc")
    assert app.model.dialog is None
    assert isinstance(app.model.page, state.PlayPage)


def test_the_list_does_not_jump_while_one_reads(at):
    """Reading somebody's thread changes no order."""
    app = at("play")
    before = [r.id for r in app.sheet.regions if r.id.startswith("follower.")]
    click(app, "Omar Haddad")
    click(app, "Jae Lindqvist")
    assert [r.id for r in app.sheet.regions if r.id.startswith("follower.")] == before


def test_arrow_keys_bring_the_follower_into_sight(at):
    """Who is chosen is wholly visible, however long the list is."""
    app = at("play")
    for _ in range(11):
        press(app, "Down")
    chosen = named(app.sheet.regions, f"follower.{app.model.page.selected}")
    assert chosen.rect.h == pytest.approx(chosen.full.h)


def test_the_wheel_scrolls_what_is_under_the_pointer(at):
    """Not what has the focus."""
    app = at("play")
    place = spot(app, "Omar Haddad")
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, flipped=False))
    app.step()
    assert app.model.scrolls["followers"] > 0


def test_the_handle_of_a_list_can_be_dragged(at):
    """To its end; letting go over somebody else chooses nobody."""
    app = at("play")
    area = next(a for a in app.sheet.areas if a.name == "followers")
    x, y = round(area.bar.cx), round(area.bar.cy)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y + 900), rel=(0, 900), buttons=(1, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y + 900), button=1))
    app.step()
    assert app.model.scrolls["followers"] == pytest.approx(area.most)
    assert app.model.page.selected == "mara"


def test_an_icon_under_the_pointer_says_what_it_is(at):
    """No picture has to be guessed."""
    app = at("play")
    app.canvas.painter.log = []
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=spot(app, "Menu"), rel=(0, 0), buttons=(0, 0, 0)))
    app.step()
    assert "Menu and settings" in [t.text for t in app.canvas.painter.log]


def test_page_up_reads_back_in_the_thread(at):
    """The keyboard reaches what lies above."""
    app = at("play")
    press(app, "PgUp")
    assert app.model.scrolls["thread.mara"] > 0


def test_control_plus_enlarges_and_zero_resets(at):
    """Never beyond what the window holds."""
    app = at("play")
    press(app, "+", mod=pygame.KMOD_CTRL)
    assert app.zoom == 1.25
    press(app, "0", mod=pygame.KMOD_CTRL)
    assert app.model.settings.zoom == 0
    for _ in range(9):
        press(app, "+", mod=pygame.KMOD_CTRL)
    assert app.zoom <= most_zoom(1280, 720)


def test_a_resized_window_is_laid_out_anew(at):
    """In its new size, at the zoom that suits it."""
    app = at("play")
    pygame.display.set_mode((1920, 1080), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1920, 1080), w=1920, h=1080))
    app.step()
    assert app.screen.get_size() == (1920, 1080)
    assert app.zoom == default_zoom(1920, 1080) == 1.5


def test_keys_pressed_in_one_moment_follow_each_other(at):
    """Fast hands lose no key."""
    app = at("play")
    for code in (pygame.K_RIGHT, pygame.K_1, pygame.K_RETURN):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
    app.step()
    assert calls(app)[-1] == ("choose", "ask_about_them", "mara", "", "")


def test_the_wish_of_a_screen_reader_is_carried_out(make_app):
    """As if it had been pressed."""
    app = make_app()
    app.step()
    pygame.event.post(pygame.event.Event(ASKED, kind="click", name="settings"))
    app.step()
    assert isinstance(app.model.dialog, state.SettingsBox)


def test_a_letter_key_is_seen_at_once(make_app, monkeypatch):
    """A key that also arrives as text paints in between; the picture still reaches the screen in the same step."""
    app = make_app()
    app.step()
    click(app, "New game")
    shown = []
    monkeypatch.setattr(pygame.display, "flip", lambda: shown.append(app.painted))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="x"))
    before = app.painted

    assert app.step()
    assert app.painted > before
    assert shown == [app.painted]
