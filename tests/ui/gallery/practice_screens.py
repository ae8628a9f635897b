"""Practice: what two choices for somebody may bring, asked before a move."""

from dataclasses import replace

from game.coach.practice.what_if_found import WhatIfToday
from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from tests.ui.fakes import fake_coach
from tests.ui.gallery.day_screens import playing
from tests.ui.gallery.front_screens import choose


def practice(stage):
    """A day of a practice run."""
    stage.act(shared.Tune("hints", value=True))
    playing(stage)
    stage.act(shared.Start("bakery", practice=True))
    stage.act(act.Select("mara"))


def what_if(stage):
    """The two choices, not yet asked about."""
    practice(stage)
    stage.act(act.OpenWhatIf())


def what_if_waiting(stage):
    """Asked, and nothing found yet."""
    what_if(stage)
    box = stage.model.dialog
    stage.act(entries.AskWhatIf(box.who, box.first, box.second))


def what_if_told(found=fake_coach.WHAT_IF):
    """What has been found of two choices."""

    def bring(stage):
        what_if_waiting(stage)
        stage.model = replace(stage.model, dialog=replace(stage.model.dialog, found=found))

    return bring


WHAT_IF_FEW = replace(
    fake_coach.WHAT_IF, pairs=1000, more=0, running=False, fans=None,
    sentence="By what can be known of Mara, “Comment” instead of “Like a post” means as much trust at the end, and a "
    "score too near to be told apart (between −0.5 and +0.3 points). Do what feels right to you.",
)  # fmt: skip


def choose_practice(stage):
    """The choice of a scenario with what few need."""
    choose(stage)
    stage.act(shared.turn(more=True, practice=True, pane="one"))


PRACTICE_SCREENS = {
    "practice": practice,
    "what_if": what_if,
    "what_if_waiting": what_if_waiting,
    "what_if_told": what_if_told(),
    "what_if_last_day": what_if_told(WHAT_IF_FEW),
    "what_if_stopped": what_if_told(WhatIfToday(running=False, problem="This run is kept in no record.")),
    "choose_practice": choose_practice,
}
"""Each screen by its name: what brings a stage there."""
