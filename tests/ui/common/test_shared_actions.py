"""What every page shares: each action brings about the same wherever one is."""

from dataclasses import replace

import pytest

from game.ui.common import shared_actions as shared
from game.ui.common.settings import Settings
from game.ui.common.window_requests import CloseWindow, PutOnClipboard, ShowInBrowser
from game.ui.play.play_state import HelpBox, TitlePage
from game.ui.workshop.workshop_state import WorkshopPage
from tests.ui.on_stage import on, scene
from tests.ui.stage import Stage


def stays(before: Stage, after: Stage) -> bool:
    """Page and dialog are of the kind they were."""
    return scene(before) == scene(after)


def kept(stage: Stage) -> tuple[Settings, ...]:
    """What is to be kept of the settings, but for which shop a sign was chosen."""
    return tuple(replace(request.settings, sign_chosen_for="") for request in stage.requests)


SHARED = [
    (shared.Quit(), lambda _, after: after.requests == (CloseWindow(),)),
    (shared.turn(), stays),
    (shared.turn_dialog(), stays),
    (shared.Open(HelpBox()), lambda _, after: after.model.dialog == HelpBox()),
    (shared.Close(), lambda _, after: after.model.dialog is None),
    (shared.Leave(), lambda _, after: isinstance(after.model.page, TitlePage)),
    (shared.Scroll("list", 3.0), lambda _, after: after.model.scrolls["list"] == 3.0),
    (shared.Typed("nowhere", "x"), stays),
    (shared.Tune("zoom", 1.0), lambda _, after: kept(after) == (Settings(zoom=1.0),)),
    (shared.Sequence(), stays),
    (shared.Start("bakery"), lambda _, after: after.model.run is not None),
    (shared.ToWorkshop(), lambda _, after: isinstance(after.model.page, WorkshopPage)),
    (shared.Tick(1.0), stays),
    (shared.Shown(), lambda _, after: after.model.show == ""),
    (shared.Tell("The disk is full."), lambda _, after: after.model.said == "The disk is full."),
    (shared.CopyText("/x"), lambda _, after: after.requests == (PutOnClipboard("/x"),)),
    (shared.OpenInBrowser("/x"), lambda _, after: after.requests == (ShowInBrowser("/x"),)),
    (shared.NoSound(), lambda _, after: after.model.no_sound),
    (shared.ShowHelp(), lambda _, after: isinstance(after.model.dialog, HelpBox)),
    (shared.StepBack(), lambda before, after: type(after.model.page) is type(before.model.page)),
]
"""Each action that all pages share, and what it brings about on every one of them."""


@pytest.mark.parametrize("name", ["title", "choose", "play", "night", "debrief_trust", "workshop", "bench_messages"])
@pytest.mark.parametrize(("action", "is_so"), SHARED, ids=[type(action).__name__ for action, _ in SHARED])
def test_every_shared_action_does_on_every_page_what_it_says(action, is_so, name):
    """Wherever one is, the same key or button brings about the same."""
    before, after = on(name), on(name)
    after.act(action)

    assert is_so(before, after)


def test_the_shared_actions_are_all_in_the_table_above():
    """A new one is tried on every page, or this fails."""
    assert {type(action) for action, _ in SHARED} == set(shared.SharedAction.__args__)
