"""What a player does with mouse and keyboard, through posted events."""

import pygame
import pytest

from game.ui.common import settings as settings_file
from game.ui.common import shared_actions as shared
from game.ui.drawing.screen_regions import named
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.window.input import ASKED
from game.ui.window.window_sizes import default_zoom, most_zoom
from tests.ui import fake
from tests.ui.gallery import SCREENS

KEYS = {"Enter": pygame.K_RETURN, "Esc": pygame.K_ESCAPE, "Tab": pygame.K_TAB, "Down": pygame.K_DOWN,
        "Up": pygame.K_UP, "Right": pygame.K_RIGHT, "Left": pygame.K_LEFT, "PgUp": pygame.K_PAGEUP,
        "Space": pygame.K_SPACE, "Backspace": pygame.K_BACKSPACE, "F1": pygame.K_F1}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_waits():
    yield
    if pygame.display.get_init():
        pygame.event.clear()


def press(app, *keys, mod=0):
    for key in keys:
        code = KEYS.get(key) or ord(key.lower())
        text = key if len(key) == 1 else ""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=text.lower()))
        if text and not mod:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=text.lower()))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode=text.lower()))
        app.step()


def spot(app, label):
    region = next((r for r in app.sheet.regions if r.label.startswith(label) and not r.rect.empty), None)
    assert region is not None, (label, [r.label for r in app.sheet.regions])
    return round(region.rect.cx * app.zoom), round(region.rect.cy * app.zoom)


def click(app, label):
    place = spot(app, label)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=place, button=1))
    app.step()


@pytest.fixture
def at(make_app):
    """A function that opens the window on a screen of the gallery."""

    def build(name, **how):
        app = make_app(**how)
        SCREENS[name](app)
        app.step()
        return app

    return build


def calls(app):
    return app.services.game.calls


def test_a_whole_day_with_the_mouse(make_app):
    app = make_app()
    app.step()
    click(app, "New game")
    click(app, "The bakery on the corner")
    click(app, "Begin")
    click(app, "Jae Lindqvist")
    click(app, "Moves: Talk")
    click(app, "Ask about them")
    assert app.model.page.words.startswith("You wrote")
    click(app, "Plan it")
    assert ("choose", "ask_about_them", "jae", "", "") in calls(app)
    click(app, "End day")
    click(app, "End the day")
    assert isinstance(app.model.page, state.NightPage)
    click(app, "Skip")
    click(app, "Good morning")
    assert app.model.view.day == 13


def test_a_whole_day_with_the_keyboard(make_app):
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
    app = at("play")
    press(app, "Tab")
    assert app.hands.by_keyboard
    click(app, "Omar Haddad")
    assert not app.hands.by_keyboard


def test_the_focus_comes_back_when_a_dialog_closes(at):
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
    app = make_app(size=(960, 540))
    app.act(act.ToChoose())
    for _ in range(4):
        press(app, "Down")
    app.step()
    chosen = named(app.sheet.regions, "scenario.winery")
    assert chosen.chosen
    assert chosen.rect.h == pytest.approx(chosen.full.h)


def test_a_move_with_content_asks_which(at):
    app = at("play")
    click(app, "Moves: Give")
    click(app, "Share something")
    assert isinstance(app.model.dialog, state.ContentBox)
    click(app, "Five o’clock")
    assert app.model.page.content == "c1"
    press(app, "Enter")
    assert calls(app)[-1] == ("choose", "share_resource", "mara", "c1", "")


def test_introducing_asks_whom(at):
    app = at("play")
    click(app, "Moves: Give")
    click(app, "Introduce")
    click(app, "Jae Lindqvist")
    press(app, "Enter")
    assert calls(app)[-1] == ("choose", "introduce", "mara", "", "jae")


def test_a_blunder_shows_itself_once(at):
    app = at("play")
    for expected in (state.MirrorBox, type(None)):
        app.act(act.Group("ask"))
        app.act(act.Pick("pitch"))
        assert isinstance(app.model.dialog, expected)
        press(app, "Esc", "Esc")


def test_a_blunder_keeps_quiet_when_the_player_wants_it_so(at):
    app = at("play")
    app.act(shared.Tune("mirror_unasked", False))
    app.act(act.Pick("pitch"))
    assert app.model.dialog is None


def test_a_post_goes_to_everybody(at):
    app = at("play")
    app.act(act.Group("all"))
    press(app, "5", "Enter")
    assert calls(app)[-1] == ("choose", "blast_dm", "", "", "")


def test_a_disabled_move_says_why_when_it_is_clicked(at):
    app = at("planned")
    click(app, "Follow up")
    assert "One move a day" in app.model.said
    assert app.model.page.move == ""


def test_a_refusal_is_said_and_the_move_stays_taken_up(at, monkeypatch):
    app = at("picked")

    def refuse(*_):
        raise fake.Refused("Not today.")

    monkeypatch.setattr(app.model.run, "choose", refuse)
    press(app, "Enter")
    assert app.model.said == "Not today."
    assert app.model.page.move == "ask_about_them"


def test_what_is_planned_can_be_taken_back(at):
    app = at("planned")
    press(app, "Backspace")
    assert calls(app)[-1][0] == "take_back"
    assert not [p for p in app.model.view.plan if p.who == "mara"]


def test_the_notebook(at):
    app = at("play")
    click(app, "How sure: 100 %")
    assert calls(app)[-1] == ("note", "mara", "curious", 100)
    press(app, "N", "5", "Enter")
    assert calls(app)[-1] == ("note", "mara", "buyer", 100)


def test_an_event_must_be_answered_before_the_day_ends(at):
    app = at("event")
    press(app, "Esc")
    press(app, "E")
    assert isinstance(app.model.dialog, state.EventBox)
    press(app, "2")
    assert calls(app)[-1] == ("answer", "boss", 1)
    press(app, "Enter")
    assert app.model.dialog is None


def test_opening_scenes_are_told_one_after_the_other(at):
    app = at("opening")
    press(app, "Enter")
    assert app.model.dialog.at == 1
    press(app, "Enter")
    assert app.model.dialog is None


def test_escape_goes_back_step_by_step(at):
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
    app = at("play")
    before = [r.id for r in app.sheet.regions if r.id.startswith("follower.")]
    click(app, "Omar Haddad")
    click(app, "Jae Lindqvist")
    assert [r.id for r in app.sheet.regions if r.id.startswith("follower.")] == before


def test_arrow_keys_bring_the_follower_into_sight(at):
    app = at("play")
    for _ in range(11):
        press(app, "Down")
    chosen = named(app.sheet.regions, f"follower.{app.model.page.selected}")
    assert chosen.rect.h == pytest.approx(chosen.full.h)


def test_the_wheel_scrolls_what_is_under_the_pointer(at):
    app = at("play")
    place = spot(app, "Omar Haddad")
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, flipped=False))
    app.step()
    assert app.model.scrolls["followers"] > 0


def test_the_handle_of_a_list_can_be_dragged(at):
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
    app = at("play")
    app.canvas.painter.log = []
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=spot(app, "Menu"), rel=(0, 0), buttons=(0, 0, 0)))
    app.step()
    assert "Menu and settings" in [t.text for t in app.canvas.painter.log]


def test_a_refusal_in_the_debrief_is_said(at, monkeypatch):
    app = at("debrief_day")

    def refuse(*_):
        raise fake.Refused("The record cannot be written: the disk is full.")

    monkeypatch.setattr(app.model.run, "undo", refuse)
    app.canvas.painter.log = []
    press(app, "U", "Enter")
    assert "The record cannot be written: the disk is full." in [t.text for t in app.canvas.painter.log]


def test_page_up_reads_back_in_the_thread(at):
    app = at("play")
    press(app, "PgUp")
    assert app.model.scrolls["thread.mara"] > 0


def test_the_seed_is_typed(make_app):
    app = make_app()
    app.act(act.ToChoose())
    app.step()
    assert not [r.label for r in app.sheet.regions if r.id == "seed"]
    click(app, "More")
    click(app, "Seed")
    press(app, "4", "x", "2", "7", "Backspace")
    assert app.model.page.seed == "42"
    press(app, "Enter")
    assert ("start", "first", 42) in calls(app)


def test_how_hard_it_is_can_be_chosen(make_app):
    app = make_app()
    app.act(act.ToChoose())
    app.step()
    click(app, "Difficulty Hard")
    press(app, "Enter")

    assert ("start", "first", None, "hard") in calls(app)


def test_a_broken_scenario_cannot_be_begun(at):
    app = at("choose_broken")
    press(app, "Enter")
    assert isinstance(app.model.page, state.ChoosePage)


def test_the_debrief_explains_days_whose_reasons_add_up(at):
    app = at("debrief_trust")
    press(app, "Right", "Down")
    page = app.model.page
    person = next(f for f in app.model.debrief.followers if f.id == page.follower)
    change = person.trust[page.day] - person.trust[page.day - 1]
    assert sum(r.amount for r in page.reasons) == pytest.approx(change, abs=0.06)


def test_try_it_otherwise_goes_back_to_the_day(at):
    app = at("debrief_day")
    press(app, "U", "Enter")
    assert ("undo", 12) in calls(app)
    assert isinstance(app.model.page, state.PlayPage)


def test_control_plus_enlarges_and_zero_resets(at):
    app = at("play")
    press(app, "+", mod=pygame.KMOD_CTRL)
    assert app.zoom == 1.25
    press(app, "0", mod=pygame.KMOD_CTRL)
    assert app.model.settings.zoom == 0
    for _ in range(9):
        press(app, "+", mod=pygame.KMOD_CTRL)
    assert app.zoom <= most_zoom(1280, 720)


def test_a_resized_window_is_laid_out_anew(at):
    app = at("play")
    pygame.display.set_mode((1920, 1080), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1920, 1080), w=1920, h=1080))
    app.step()
    assert app.screen.get_size() == (1920, 1080)
    assert app.zoom == default_zoom(1920, 1080) == 1.5


def test_settings_are_kept(make_app, tmp_path):
    app = make_app()
    app.step()
    press(app, "S")
    click(app, "Colours: Dark")
    click(app, "Date mirror shows itself")
    kept = settings_file.load(tmp_path / "settings.json")
    assert (kept.theme, kept.mirror_unasked) == ("dark", False)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": "pink", "zoom": 99, "reduced_motion": 1}'])
def test_broken_settings_are_the_default(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert settings_file.load(path) == settings_file.Settings()


def test_nothing_is_drawn_when_nothing_changes(at):
    app = at("play")
    painted = app.painted
    for _ in range(5):
        app.step()
    assert app.painted == painted


def test_a_fade_ends_on_the_new_picture(make_app, monkeypatch):
    monkeypatch.setattr("game.ui.window.app.FADE_SECONDS", 60.0)  # however slow the first picture is
    app = make_app()
    app.act(shared.Tune("reduced_motion", False))
    app.act(shared.Open(state.HelpBox()))
    app.step()
    app._fade = (app._fade[0], -1e9)
    app.step()
    assert app._fade is None
    shown = pygame.image.tobytes(app.screen, "RGB")
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == shown


def test_keys_pressed_in_one_moment_follow_each_other(at):
    app = at("play")
    for code in (pygame.K_RIGHT, pygame.K_1, pygame.K_RETURN):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
    app.step()
    assert calls(app)[-1] == ("choose", "ask_about_them", "mara", "", "")


def test_closing_the_window_ends_the_game(make_app):
    app = make_app()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.step()
    assert not app.running


def test_two_drawings_of_the_same_are_the_same(at):
    app = at("play")
    app.paint()
    first = pygame.image.tobytes(app.screen, "RGB")
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == first


def test_trust_is_nowhere_on_the_play_screen(drawn):
    for name in ("play", "picked", "night", "plan", "content", "people"):
        _, log = drawn(SCREENS[name], "1", "light")
        assert not [t.text for t in log if "trust" in t.text.lower()], name


def test_the_wish_of_a_screen_reader_is_carried_out(make_app):
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
