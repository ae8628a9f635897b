"""No button is grey without its reason, and no text is cut without a word."""

import re

import pytest

from game.authoring.starter import StarterOptions, folder_name, starter_text
from game.errors import ScenarioError
from game.scenario.reading.text_checks import MAX_ANSWER
from game.ui.common.shared_actions import Tell, Typed, turn
from game.ui.window.hands import fired
from game.ui.workshop.workshop_state import NewBox
from tests.ui.gallery import SCREENS


@pytest.mark.usefixtures("nothing_painted")
@pytest.mark.parametrize("name", SCREENS)
def test_what_cannot_be_pressed_shows_why_when_it_is_pressed(drawn, name):
    """On every screen the reason is a sentence, and it stands on the screen as soon as the spot is pressed."""
    app, _ = drawn(SCREENS[name], "1", "light")
    off = [r for r in app.sheet.regions if not r.enabled and r.action is not None]
    for region in off:
        assert re.match(r"[A-Z“].+[.!?]$", region.why_not), region
    for region in off[:3]:
        (told,) = fired(region)
        assert told == Tell(region.why_not)
        app, log = drawn(SCREENS[name], "1", "light")
        app.act(told)
        log.clear()
        app.paint()
        shown = " ".join(line.text for line in log).replace(" ", "")
        assert region.why_not.replace(" ", "")[:60] in shown, region.why_not


NAMES = ("Кафе Утро", "قهوة الصباح", "あさカフェ", "Straße", "Ødegård", "東京", "한글 카페", "Łódź", "Ψωμί", "🙂")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_writing_becomes_a_folder(name, tmp_path):
    """The folder's name has letters a to z; the title is as it was written."""
    from game.authoring.starter import create
    from game.scenario import load

    called = folder_name(name)
    assert re.fullmatch(r"[a-z0-9_]+", called)
    assert load(create(tmp_path / called, "coffee", StarterOptions(name)).parent).title == name


def test_the_question_of_a_new_scenario_says_what_is_missing(drawn):
    """Nothing written, signs only, a name: the sentence beside the button changes."""
    build = SCREENS["new"]
    said = {}
    for name in ("", "?!", "Corner"):
        app, log = drawn(build, "1", "light")
        app.act(Typed("new.name", name))
        assert isinstance(app.model.dialog, NewBox)
        app.model = app.model if name != "?!" else _homeless(app.model)
        log.clear()
        app.paint()
        said[name] = " ".join(line.text for line in log)
    assert "It needs a name." in said[""]
    assert "No folder can be called so." in said["?!"]
    assert "It will lie in" in said["Corner"]


def _homeless(model):
    from dataclasses import replace

    return replace(model, dialog=replace(model.dialog, home=""))


@pytest.mark.parametrize("field", ["name", "trade", "customer", "worry"])
def test_a_text_that_is_too_long_is_cut_with_a_word(drawn, field):
    """80,000 letters: as many as are taken stay, and the bound is said."""
    app, _ = drawn(SCREENS["new"], "1", "light")
    app.act(Typed(f"new.{field}", "a" * 80_000))
    assert getattr(app.model.dialog.wish, field) == "a" * MAX_ANSWER
    assert app.model.said == f"At most {MAX_ANSWER} characters are taken here."


@pytest.mark.parametrize("field", ["title", "business", "trade", "customer", "worry"])
def test_the_command_line_refuses_what_is_too_long_with_the_bound(field):
    """The same bound as in the window, in a sentence."""
    with pytest.raises(ScenarioError, match=r"has 80,000 characters; at most 120 are taken"):
        starter_text("coffee", StarterOptions(**{field: "a" * 80_000}))


def test_a_seed_says_what_it_may_be(drawn):
    """A digit too many is left out and said."""
    app, _ = drawn(SCREENS["choose"], "1", "light")
    app.act(turn(more=True))
    app.act(Typed("seed", "1234567890"))
    assert app.model.page.seed == "123456789"
    app.canvas.painter.log.clear()
    app.paint()
    assert "9 digits at most" in [line.text for line in app.canvas.painter.log]
