"""Every screen and dialog, brought about through actions as a player would."""

from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.play_update import Controller
from game.ui.play.turns import mirror_of
from tests.ui import fake
from tests.ui.gallery_workshop import WORKSHOP_SCREENS


def playing(control: Controller, **game) -> None:
    control.services.game = fake.FakeGame(**game)
    control.apply(act.Start("bakery"))


def play(control):
    playing(control)
    control.apply(act.Select("mara"))


def picked(control):
    play(control)
    control.apply(act.Group("talk"))
    control.apply(act.Pick("ask_about_them"))


def shared(control):
    play(control)
    control.apply(act.Group("give"))
    control.apply(act.Pick("share_resource", content="c0"))


def planned(control):
    picked(control)
    control.apply(act.Plan())


def long_name(control):
    playing(
        control,
        hint="Mara has just told you good news. Open the group “Thank & mend”, be glad with her, and leave the "
        "asking for another day.",
    )
    control.apply(act.Select("wil"))
    control.apply(act.Group("thank"))


def long_words(control):
    play(control)
    control.apply(act.Group("ask"))
    control.apply(act.Pick("pitch"))
    control.apply(act.Close())


def posts(control):
    play(control)
    control.apply(act.Group("all"))
    control.apply(act.Pick("post_story", content="c1"))


def gone(control):
    play(control)
    control.apply(act.Select("gone2"))


def silent(control):
    play(control)
    control.apply(act.Select("ines"))


def refused(control):
    planned(control)
    control.apply(act.Pick("ask_about_them"))
    control.apply(act.Pick("answer"))


def title(control):
    control.apply(act.Go("title"))


def first_start(control):
    control.services.runs = ()
    control.apply(act.Go("title"))


def choose(control):
    control.apply(act.Go("choose"))
    control.apply(act.turn(selected="bakery"))


def choose_broken(control):
    control.apply(act.Go("choose"))
    control.apply(act.turn(selected="broken"))


def choose_none(control):
    control.services.scenarios = lambda: ()
    control.apply(act.Go("choose"))


def night(control):
    play(control)
    control.apply(act.EndDay(sure=True))


def on_play(dialog):
    def build(control):
        play(control)
        control.apply(act.Open(dialog))

    return build


def mirror(control):
    picked(control)
    control.apply(act.Open(mirror_of(control.model)))


def mirror_unasked(control):
    play(control)
    control.apply(act.Group("all"))
    control.apply(act.Pick("blast_dm"))


def mirror_propose(control):
    play(control)
    control.apply(act.Group("ask"))
    control.apply(act.Pick("propose"))
    control.apply(act.Open(mirror_of(control.model)))


def event(control):
    playing(control, event=True)


def event_answered(control):
    event(control)
    control.apply(act.Answer("boss", 2))


def event_pressed(control):
    event(control)
    control.apply(act.Close())
    control.apply(act.EndDay())


def opening(control):
    playing(control, opening=True)


def opening_end(control):
    opening(control)
    control.apply(act.turn_dialog(at=1))


def end_early(control):
    play(control)
    control.apply(act.EndDay())


def empty_plan(control):
    play(control)
    for line in tuple(control.model.view.plan):
        control.apply(act.TakeBack(line.id))
    control.apply(act.Open(state.PlanBox()))


def runs(control):
    title(control)
    control.apply(act.Open(state.RunsBox()))


def settings_title(control):
    title(control)
    control.apply(act.Open(state.SettingsBox()))


def debrief(tab):
    def build(control):
        playing(control, finished=True)
        control.apply(act.turn(tab=tab))

    return build


def debrief_day(control):
    playing(control, finished=True)
    control.apply(act.Explain("mara", 12))


def after_save(saved, show=False, on=play):
    def build(control):
        on(control)
        control.services.saved = lambda game: saved
        control.look()
        control.services.saved = lambda game: None
        if not show and control.model.dialog is not None:
            control.apply(act.Close())
        elif show and not isinstance(control.model.dialog, state.BrokenBox):
            control.apply(act.Open(state.TakenBox(saved)))

    return build


def stopped_ahead(control):
    play(control)
    control.services.game.days_ahead = 9
    after_save(fake.STOPPED, on=lambda _: None)(control)


SCREENS = {
    "title": title,
    "first_start": first_start,
    "choose": choose,
    "choose_broken": choose_broken,
    "choose_none": choose_none,
    "play": play,
    "picked": picked,
    "shared": shared,
    "planned": planned,
    "long_name": long_name,
    "long_words": long_words,
    "posts": posts,
    "gone": gone,
    "silent": silent,
    "refused": refused,
    "night": night,
    "mirror": mirror,
    "mirror_unasked": mirror_unasked,
    "mirror_propose": mirror_propose,
    "opening": opening,
    "opening_end": opening_end,
    "event": event,
    "event_answered": event_answered,
    "event_pressed": event_pressed,
    "end_early": end_early,
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
    "settings_title": settings_title,
    "runs": runs,
    "saved_same": after_save(fake.SAME),
    "saved_otherwise": after_save(fake.OTHERWISE),
    "saved_otherwise_shown": after_save(fake.OTHERWISE, show=True),
    "saved_stopped": after_save(fake.STOPPED),
    "saved_stopped_ahead": stopped_ahead,
    "saved_stopped_shown": after_save(fake.STOPPED, show=True),
    "saved_broken": after_save(fake.BROKEN),
    "saved_broken_shown": after_save(fake.BROKEN, show=True),
    "saved_at_night": after_save(fake.OTHERWISE, on=night),
    "saved_in_debrief": after_save(fake.OTHERWISE, on=debrief("trust")),
    "debrief_trust": debrief("trust"),
    "debrief_day": debrief_day,
    "debrief_people": debrief("people"),
    "debrief_asks": debrief("asks"),
    "debrief_lessons": debrief("lessons"),
    **WORKSHOP_SCREENS,
}
