"""A night, step by step, and the nights before."""

from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.night_steps import steps_of
from tests.ui.gallery.day_screens import on_play, play, playing


def night(stage):
    play(stage)
    stage.act(entries.EndDay())


def night_of(kind, step=0):
    """A step of one of the fake's nights, counted from its first; negative from its last."""

    def build(stage):
        playing(stage, night=kind)
        stage.act(entries.EndDay())
        page = stage.model.page
        steps = steps_of(page.evening, page.report, 3, 4)
        stage.act(shared.turn(at=steps[step].start))

    return build


def night_again(stage):
    playing(stage, night="full")
    stage.act(entries.EndDay())
    stage.act(act.Morning())
    stage.act(act.ReadNight(12))


def days_passed(stage):
    playing(stage, night="full")
    stage.act(act.LetDaysPass())
    stage.act(shared.turn(passed=3))


def nights(stage):
    playing(stage, night="moments")
    stage.act(entries.EndDay())
    stage.act(act.Morning())
    stage.act(shared.Open(state.NightsBox()))


NIGHT_SCREENS = {
    "night": night,
    "night_later": night_of("full", 1),
    "night_words": night_of("full", -1),
    "night_complaint": night_of("moments", 0),
    **{f"night_moment_{n}": night_of("moments", n) for n in range(1, 6)},
    **{f"night_small_moment_{n}": night_of("small_moments", n) for n in range(8)},
    "night_blast": night_of("blast", 0),
    "night_bow": night_of("bow", 1),
    "night_bar": night_of("bar"),
    "night_quiet": night_of("quiet"),
    "night_posted": night_of("posted"),
    "night_small": night_of("small", -1),
    "night_growing": night_of("growing", -1),
    "night_again": night_again,
    "days_passed": days_passed,
    "nights": nights,
    "nights_none": on_play(state.NightsBox()),
}
