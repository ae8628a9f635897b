"""Whatever takes long says so before it begins, on every screen it can be asked for."""

import pygame
import pytest

from game.ui.common.shared_actions import Start
from game.ui.play.play_actions import Again, EndRoom, LetDaysPass, Morning, ReadOlderRuns, Resume
from game.ui.play.waiting import LOOKING_BACK, WORDS, words_while
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS

ACTIONS = {
    Resume: (Resume("a.jsonl"), "title"),
    Start: (Start("slow_roast"), "choose"),
    Again: (Again(), "debrief_trust"),
    ReadOlderRuns: (ReadOlderRuns(), "title"),
    EndRoom: (EndRoom(), "room_full"),
    LetDaysPass: (LetDaysPass(), "play"),
}


def test_each_action_that_takes_long_is_tried_here():
    """A new one cannot be forgotten."""
    assert set(ACTIONS) == set(WORDS)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.__name__)
def test_the_word_is_on_the_screen_while_it_is_carried_out(drawn, monkeypatch, kind, theme, case):
    """A window that works says so first."""
    action, screen = ACTIONS[kind]
    app, log = drawn(SCREENS[screen], case, theme)
    seen, shown = [], []
    monkeypatch.setattr(pygame.display, "flip", lambda: shown.append([t.text for t in log]))
    monkeypatch.setattr("game.ui.window.app.update", lambda model, *_: (seen.append(len(shown)), (model, ()))[1])

    app.act(action)

    assert seen == [1]  # it begins when the word stands there
    assert WORDS[kind] in shown[0]
    word = next(t for t in log if t.text == WORDS[kind])
    assert not word.elided
    assert all(not t.seen.overlaps(word.seen) for t in log if t is not word)


def test_looking_back_is_said_after_the_last_night_alone(drawn):
    """No other morning takes long."""
    app, _ = drawn(SCREENS["night"], "1", "light")
    assert words_while(app.model, Morning()) == ""
    app.model.run.finished = True
    assert words_while(app.model, Morning()) == LOOKING_BACK


def test_what_takes_no_time_says_nothing(drawn, monkeypatch):
    """No word flickers past."""
    app, _ = drawn(SCREENS["play"], "1", "light")
    monkeypatch.setattr(pygame.display, "flip", lambda: pytest.fail("a word for nothing"))
    pygame.event.clear()
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1"))
