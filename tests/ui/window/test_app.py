"""What a player does with mouse and keyboard, through posted events."""

import pygame
import pytest

from game.errors import Refused
from game.ui.common import settings as settings_file
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from tests.ui.gallery import SCREENS
from tests.ui.window.hands_on import calls, click, press


def test_a_whole_day_with_the_mouse(make_app):
    """From the title to the next morning nothing but clicks is needed."""
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


def test_a_move_with_content_asks_which(at):
    """Sharing opens the list of contents; the one that is clicked goes with the move."""
    app = at("play")
    click(app, "Moves: Give")
    click(app, "Share something")
    assert isinstance(app.model.dialog, state.ContentBox)
    click(app, "Five o’clock")
    assert app.model.page.content == "c1"
    press(app, "Enter")
    assert calls(app)[-1] == ("choose", "share_resource", "mara", "c1", "")


def test_introducing_asks_whom(at):
    """An introduction names the other person, and both stand in the plan."""
    app = at("play")
    click(app, "Moves: Give")
    click(app, "Introduce")
    click(app, "Jae Lindqvist")
    press(app, "Enter")
    assert calls(app)[-1] == ("choose", "introduce", "mara", "", "jae")


def test_a_blunder_shows_itself_once(at):
    """The date mirror comes unasked before the first pitch, and not before the second."""
    app = at("play")
    for expected in (state.MirrorBox, type(None)):
        app.act(act.Group("ask"))
        app.act(act.Pick("pitch"))
        assert isinstance(app.model.dialog, expected)
        press(app, "Esc", "Esc")


def test_a_blunder_keeps_quiet_when_the_player_wants_it_so(at):
    """With the setting off no mirror comes unasked."""
    app = at("play")
    app.act(shared.Tune("mirror_unasked", False))
    app.act(act.Pick("pitch"))
    assert app.model.dialog is None


def test_a_post_goes_to_everybody(at):
    """A move to all is planned without anybody's name."""
    app = at("play")
    app.act(act.Group("all"))
    press(app, "5", "Enter")
    assert calls(app)[-1] == ("choose", "blast_dm", "", "", "")


def test_a_disabled_move_says_why_when_it_is_clicked(at):
    """The reason stands on the screen, and nothing is taken up."""
    app = at("planned")
    click(app, "Follow up")
    assert "One move a day" in app.model.said
    assert app.model.page.move == ""


def test_a_refusal_is_said_and_the_move_stays_taken_up(at, monkeypatch):
    """Whoever is refused can change their choice instead of making it anew."""
    app = at("picked")

    def refuse(*_):
        raise Refused("Not today.")

    monkeypatch.setattr(app.model.run, "choose", refuse)
    press(app, "Enter")
    assert app.model.said == "Not today."
    assert app.model.page.move == "ask_about_them"


def test_what_is_planned_can_be_taken_back(at):
    """Backspace takes the last planned move off the plan."""
    app = at("planned")
    press(app, "Backspace")
    assert calls(app)[-1][0] == "take_back"
    assert not [p for p in app.model.view.plan if p.who == "mara"]


def test_the_notebook(at):
    """A guess and how sure it is are written down by mouse and by keys."""
    app = at("play")
    click(app, "How sure: 100 %")
    assert calls(app)[-1] == ("note", "mara", "curious", 100)
    press(app, "N", "5", "Enter")
    assert calls(app)[-1] == ("note", "mara", "buyer", 100)


def test_an_event_must_be_answered_before_the_day_ends(at):
    """Put aside, it comes back when the day shall end, and a number answers it."""
    app = at("event")
    press(app, "Esc")
    press(app, "E")
    assert isinstance(app.model.dialog, state.EventBox)
    press(app, "2")
    assert calls(app)[-1] == ("answer", "boss", 1)
    press(app, "Enter")
    assert app.model.dialog is None


def test_opening_scenes_are_told_one_after_the_other(at):
    """Enter turns to the next one, and closes after the last."""
    app = at("opening")
    press(app, "Enter")
    assert app.model.dialog.at == 1
    press(app, "Enter")
    assert app.model.dialog is None


def test_a_refusal_in_the_debrief_is_said(at, monkeypatch):
    """A full disk is told where one is, not on a page that comes later."""
    app = at("debrief_day")

    def refuse(*_):
        raise Refused("The record cannot be written: the disk is full.")

    monkeypatch.setattr(app.model.run, "undo", refuse)
    app.canvas.painter.log = []
    press(app, "U", "Enter")
    assert "The record cannot be written: the disk is full." in [t.text for t in app.canvas.painter.log]


def test_the_seed_is_typed(make_app):
    """Digits only, after the field was asked for; what is no digit is not taken."""
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
    """The run begins with the difficulty that was clicked."""
    app = make_app()
    app.act(act.ToChoose())
    app.step()
    click(app, "Difficulty Hard")
    press(app, "Enter")

    assert ("start", "first", None, "hard") in calls(app)


def test_a_broken_scenario_cannot_be_begun(at):
    """Enter leaves one on the page of choice."""
    app = at("choose_broken")
    press(app, "Enter")
    assert isinstance(app.model.page, state.ChoosePage)


def test_the_debrief_explains_days_whose_reasons_add_up(at):
    """The reasons of a day sum to the change of trust that the curve shows."""
    app = at("debrief_trust")
    press(app, "Right", "Down")
    page = app.model.page
    person = next(f for f in app.model.debrief.followers if f.id == page.follower)
    change = person.trust[page.day] - person.trust[page.day - 1]
    assert sum(r.amount for r in page.reasons) == pytest.approx(change, abs=0.06)


def test_try_it_otherwise_goes_back_to_the_day(at):
    """From a day of the debrief one plays on from its morning."""
    app = at("debrief_day")
    press(app, "U", "Enter")
    assert ("undo", 12) in calls(app)
    assert isinstance(app.model.page, state.PlayPage)


def test_settings_are_kept(make_app, tmp_path):
    """What was clicked stands in the file of settings."""
    app = make_app()
    app.step()
    press(app, "S")
    click(app, "Colours: Dark")
    click(app, "Date mirror shows itself")
    kept = settings_file.load(tmp_path / "settings.json")
    assert (kept.theme, kept.mirror_unasked) == ("dark", False)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": "pink", "zoom": 99, "reduced_motion": 1}'])
def test_broken_settings_are_the_default(tmp_path, text):
    """A file that makes no sense is no reason to stop."""
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert settings_file.load(path) == settings_file.Settings()


def test_nothing_is_drawn_when_nothing_changes(at):
    """A still screen costs no work."""
    app = at("play")
    painted = app.painted
    for _ in range(5):
        app.step()
    assert app.painted == painted


def test_a_fade_ends_on_the_new_picture(make_app, monkeypatch):
    """However the clock jumps, what stays is the page as it is."""
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


def test_closing_the_window_ends_the_game(make_app):
    """The cross of the window ends the loop."""
    app = make_app()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.step()
    assert not app.running


def test_two_drawings_of_the_same_are_the_same(at):
    """A picture depends on the model alone, pixel by pixel."""
    app = at("play")
    app.paint()
    first = pygame.image.tobytes(app.screen, "RGB")
    app.paint()
    assert pygame.image.tobytes(app.screen, "RGB") == first


def test_trust_is_nowhere_on_the_play_screen(drawn):
    """No page of a day or a night names what is hidden while one plays."""
    for name in ("play", "picked", "night", "plan", "content", "people"):
        _, log = drawn(SCREENS[name], "1", "light")
        assert not [t.text for t in log if "trust" in t.text.lower()], name
