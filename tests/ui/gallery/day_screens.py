"""A day: people, talk, moves, mirror, events, hints."""

from dataclasses import replace

from game.scenario.texts.evening_words import glad_before
from game.session import entries
from game.session.view import OddsSaid
from game.ui.common import shared_actions as shared
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.reading_views import mirror_of, mirror_of_yesterday, plan_of
from tests.ui.fakes import fake_game, fake_moves, fake_people
from tests.ui.stage import Stage


def playing(stage: Stage, **game) -> None:
    stage.services.game = fake_game.FakeGame(**game)
    stage.act(shared.Start("bakery"))


def play(stage):
    playing(stage)
    stage.act(act.Select("mara"))


def picked(stage):
    play(stage)
    stage.act(act.Group("talk"))
    stage.act(act.Pick("ask_about_them"))


def shared_content(stage):
    play(stage)
    stage.act(act.Group("give"))
    stage.act(act.Pick("share_resource", content="c0"))


def planned(stage):
    picked(stage)
    stage.act(plan_of(stage.model))


def long_name(stage):
    playing(
        stage,
        hint="Mara has just told you good news. Open the group “Thank & mend”, be glad with her, and leave the "
        "asking for another day.",
    )
    stage.act(act.Select("wil"))
    stage.act(act.Group("thank"))


def long_hint(stage):
    """As long as the longest one that ships, while a move is planned."""
    playing(
        stage,
        hint="You will read what you find there tonight. Meanwhile, “Ask about them”, one person. Then wait, as one "
        "does at a table. An answer may come in the evening, or a day later, or not at all; each tells you something.",
    )
    stage.act(act.Select("mara"))


def long_words(stage):
    play(stage)
    stage.act(act.Group("ask"))
    stage.act(act.Pick("pitch"))
    stage.act(shared.Close())


def posts(stage):
    play(stage)
    stage.act(act.Group("all"))
    stage.act(act.Pick("post_story", content="c1"))


def gone(stage):
    play(stage)
    stage.act(act.Select("gone2"))


def silent(stage):
    play(stage)
    stage.act(act.Select("ines"))


def refused(stage):
    planned(stage)
    stage.act(act.Pick("ask_about_them"))
    stage.act(act.Pick("answer"))


def on_play(dialog):
    def build(stage):
        play(stage)
        stage.act(shared.Open(dialog))

    return build


def mirror(stage):
    picked(stage)
    stage.act(shared.Open(mirror_of(stage.model)))


def mirror_unasked(stage):
    play(stage)
    stage.act(act.Group("all"))
    stage.act(act.Pick("blast_dm"))


def mirror_guess(stage):
    play(stage)
    stage.act(act.Group("ask"))
    stage.act(act.Pick("propose"))
    stage.act(shared.Open(mirror_of(stage.model)))


def mirror_propose(stage):
    mirror_guess(stage)
    stage.act(act.SayHowMany())


def mirror_guessed(stage):
    """The fourth guess of a run, and what is said of it."""
    mirror_guess(stage)
    stage.model.run.odds = tuple(OddsSaid(day, "propose", "mara", 2, 50) for day in (1, 2, 3))
    stage.act(act.SayHowMany(3))


def mirror_although(stage):
    """The mirror warns of a move to somebody who was glad when last seen, and says why."""
    mirror_propose(stage)
    box, reason = stage.model.dialog, max(glad_before().values(), key=len).replace("{first}", "Wilhelmina")
    stage.act(shared.Open(replace(box, date=replace(box.date, although=reason))))


LONGEST_REASONS = (
    "For it: a need of their own, with strong signs besides (up to seven or eight); glad looks of late; talks that "
    "went on.\nAgainst it: all signs together are weak, most of all because they also asked for somebody else (down to "
    "two or three); what was asked for was for somebody else; no warm answer yet to a message of yours, offers aside."
)
"""More than any mirror tells at once."""


def mirror_reasons(stage):
    """The mirror of a proposal, with the longest reasons for it and against it."""
    mirror_although(stage)
    reasons = LONGEST_REASONS
    box = stage.model.dialog
    forecast = replace(box.date.forecast, counted=f"{box.date.forecast.counted}\n{reasons}")
    stage.act(shared.Open(replace(box, date=replace(box.date, forecast=forecast))))


def yesterday(stage):
    """A thread with the move of yesterday, and the way to its mirror."""
    playing(stage, night="full")
    stage.act(entries.EndDay())
    stage.act(act.Morning())
    stage.act(act.Select("mara"))
    view = stage.model.view
    stage.model = replace(
        stage.model, view=replace(view, yesterday=replace(fake_moves.GOOD_DATE, move="ask_about_them"))
    )


def mirror_past(stage):
    yesterday(stage)
    view = stage.model.view
    mara = next(f for f in view.followers if f.id == "mara")
    stage.act(shared.Open(mirror_of_yesterday(view, mara)))


def event(stage):
    playing(stage, event=True)


def event_answered(stage):
    event(stage)
    stage.act(entries.AnswerEvent("boss", 2))


def event_pressed(stage):
    event(stage)
    stage.act(shared.Close())
    stage.act(act.AskToEndDay())


def opening(stage):
    playing(stage, opening=True)


def opening_middle(at):
    """A page in the middle of a longer introduction, with all three ways on."""

    def build(stage):
        opening(stage)
        stage.act(shared.Open(state.OpeningBox(fake_people.LONG_OPENING, at)))

    return build


def opening_end(stage):
    opening(stage)
    stage.act(shared.turn_dialog(at=1))


def end_early(stage):
    play(stage)
    stage.act(act.AskToEndDay())


def end_here(stage):
    play(stage)
    stage.act(act.AskToEndHere())


def empty_plan(stage):
    play(stage)
    for line in tuple(stage.model.view.plan):
        stage.act(entries.TakeBack(line.id))
    stage.act(shared.Open(state.PlanBox()))


def hints_on(stage):
    """A day on which a hint can be asked for."""
    stage.act(shared.Tune("hints", value=True))
    play(stage)


def nudge(stage):
    hints_on(stage)
    stage.act(act.AskNudge())


def nudge_more(stage):
    nudge(stage)
    stage.act(shared.turn_dialog(more=True))


DAY_SCREENS = {
    "play": play,
    "picked": picked,
    "shared": shared_content,
    "planned": planned,
    "long_name": long_name,
    "long_words": long_words,
    "posts": posts,
    "gone": gone,
    "silent": silent,
    "refused": refused,
    "mirror": mirror,
    "mirror_unasked": mirror_unasked,
    "mirror_guess": mirror_guess,
    "mirror_guessed": mirror_guessed,
    "mirror_propose": mirror_propose,
    "mirror_although": mirror_although,
    "mirror_reasons": mirror_reasons,
    "mirror_past": mirror_past,
    "yesterday": yesterday,
    "opening": opening,
    "opening_middle": opening_middle(1),
    "opening_later": opening_middle(2),
    "opening_end": opening_end,
    "long_hint": long_hint,
    "event": event,
    "event_answered": event_answered,
    "event_pressed": event_pressed,
    "end_early": end_early,
    "end_here": end_here,
    "content": on_play(state.ContentBox("share_resource")),
    "content_post": on_play(state.ContentBox("post_helpful", "c1")),
    "people": on_play(state.PeopleBox("introduce")),
    "motive": on_play(state.MotiveBox("mara", "curious", 75)),
    "plan": on_play(state.PlanBox()),
    "empty_plan": empty_plan,
    "drawer": on_play(state.ProfileBox()),
    "about": on_play(state.AboutBox()),
    "notice": on_play(
        state.NoticeBox(
            "Please note",
            "The last line of this run’s record was torn: the lights went out, perhaps. It was mended, and "
            "nothing but the unfinished day is lost.",
        )
    ),
    "help": on_play(state.HelpBox()),
    "help_keys": on_play(state.HelpBox("keys")),
    "settings": on_play(state.SettingsBox()),
    "hints_on": hints_on,
    "nudge": nudge,
    "nudge_more": nudge_more,
}
