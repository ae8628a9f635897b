"""Every screen and dialog, brought about through actions as a player would."""

from dataclasses import replace

from game.coach.forward.forward_values import ForwardNews
from game.coach.hindsight.coached import Coached
from game.coach.judgement import Judgement
from game.coach.learner.profile_told import LearnerFound, ProfileTold
from game.coach.looking_back.debrief import LateCredit
from game.coach.practice.what_if_found import WhatIfToday
from game.desk.own_runs import NONE_YET
from game.session import entries
from game.ui.common import shared_actions as shared
from game.ui.common.shared_actions import Tick
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.hosting.hosting_values import HostedRoom
from game.ui.play.learner.learner_state import ToLearner
from game.ui.play.listed_runs import deletion
from game.ui.play.night_steps import steps_of
from game.ui.play.reading_views import mirror_of, mirror_of_yesterday, plan_of
from game.ui.play.scrapbook.scrapbook_state import ScrapBox
from game.ui.play.timing.timing_state import BeginTiming, NextCase, ToTiming
from tests.ui import (
    fake_coach,
    fake_debrief,
    fake_forward,
    fake_game,
    fake_learner,
    fake_moves,
    fake_saved,
    fake_scraps,
    fake_timing,
)
from tests.ui.gallery_workshop import WORKSHOP_SCREENS
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


def title(stage):
    stage.act(shared.Leave())


def first_start(stage):
    stage.services.runs = ()
    stage.act(shared.Leave())


def choose(stage):
    stage.act(act.ToChoose())
    stage.act(shared.turn(selected="bakery"))


def yourself(stage):
    choose(stage)
    stage.act(shared.Open(state.YouBox()))


def yourself_named(stage):
    play(stage)
    stage.act(shared.Open(state.YouBox(under=state.SettingsBox())))
    for action in (
        shared.Tune("figure", 58),
        shared.Tune("sign", "spool"),
        shared.Typed("name", "Philippa-Marie Ådlerskjöld-Featherstone"),
        shared.Typed("shop", "東 Needle & Thread of Märchenwald"),
    ):
        stage.act(action)


def choose_broken(stage):
    stage.act(act.ToChoose())
    stage.act(shared.turn(selected="broken"))


def choose_none(stage):
    stage.services.scenarios = lambda: ()
    stage.act(act.ToChoose())


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


def nights(stage):
    playing(stage, night="moments")
    stage.act(entries.EndDay())
    stage.act(act.Morning())
    stage.act(shared.Open(state.NightsBox()))


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


def mirror_propose(stage):
    play(stage)
    stage.act(act.Group("ask"))
    stage.act(act.Pick("propose"))
    stage.act(shared.Open(mirror_of(stage.model)))


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


def opening_end(stage):
    opening(stage)
    stage.act(shared.turn_dialog(at=1))


def end_early(stage):
    play(stage)
    stage.act(act.AskToEndDay())


def empty_plan(stage):
    play(stage)
    for line in tuple(stage.model.view.plan):
        stage.act(entries.TakeBack(line.id))
    stage.act(shared.Open(state.PlanBox()))


def room_as(room):
    """The page of a room that this machine hosts."""

    def build(stage):
        title(stage)
        stage.services.room = room
        stage.act(act.ToHostedRoom())

    return build


def title_while_hosting(stage):
    stage.services.room = fake_saved.FULL_ROOM
    title(stage)


def quit_while_hosting(stage):
    title_while_hosting(stage)
    stage.act(shared.Quit())


def runs(stage):
    title(stage)
    stage.act(shared.Open(state.RunsBox()))


def scrapbook_of(tab="scene", problem=""):
    """The scrapbook with something in it, turned to a tab."""

    def build(stage):
        stage.services.scraps, stage.services.scrap_problem = fake_scraps.SCRAPS, problem
        title(stage)
        stage.act(act.ToScrapbook())
        stage.act(shared.turn(tab=tab))

    return build


def scrapbook_nothing(stage):
    title(stage)
    stage.act(act.ToScrapbook())


def scrap_again(stage):
    scrapbook_of()(stage)
    stage.act(shared.Open(ScrapBox(fake_scraps.SCRAPS[1])))


def runs_beside(stage):
    """A finished run is chosen, and another is wanted to compare it to."""
    title(stage)
    stage.act(shared.Open(state.RunsBox("runs/0")))


def delete_run(stage):
    runs(stage)
    stage.act(shared.Open(deletion(stage.model.page.runs[1])))


def compared(stage):
    runs_beside(stage)
    first, second = reversed(fake_saved.ENDINGS)
    names = (f"{stage.model.page.runs[2].title}, Monday, 20:15", f"{stage.model.page.runs[1].title}, Yesterday, 09:12")
    stage.act(shared.Open(state.CompareBox(first, second, names, state.RunsBox())))


def both_endings(stage):
    debrief_twice(stage)
    names = ("As it was before", "As you played it now")
    stage.act(shared.Open(state.CompareBox(*fake_saved.ENDINGS, names)))


def debrief_twice(stage):
    """A run that was gone back into and played otherwise."""
    debrief("lessons")(stage)
    stage.model = replace(stage.model, page=replace(stage.model.page, endings=fake_saved.ENDINGS))


def many_runs(stage):
    runs(stage)
    stage.model = replace(stage.model, page=replace(stage.model.page, runs=stage.model.page.runs[:2], older=361))


def settings_title(stage):
    title(stage)
    stage.act(shared.Open(state.SettingsBox()))


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


def practice(stage):
    """A day of a practice run."""
    stage.act(shared.Tune("hints", value=True))
    playing(stage)
    stage.act(shared.Start("bakery", practice=True))
    stage.act(act.Select("mara"))


def what_if(stage):
    practice(stage)
    stage.act(act.OpenWhatIf())


def what_if_waiting(stage):
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
    sentence="By what can be known of Mara, the two come out too near each other to be told apart, so do what feels "
    "right to you (−0.5 to +0.3 points).",
)  # fmt: skip


def choose_practice(stage):
    """The choice of a scenario with what few need."""
    choose(stage)
    stage.act(shared.turn(more=True, practice=True, pane="one"))


def title_due(stage):
    """The title when the timing test is offered."""
    stage.services.is_due = True
    stage.services.runs = ()
    title(stage)


def forward(news=fake_forward.NEWS):
    """The page of habits, with what has been found."""

    def build(stage):
        stage.services.news = news
        stage.act(ToForward())

    return build


def timing(*right):
    """The first page of the timing test, after so many sittings."""

    def build(stage):
        stage.services.timing_book = fake_timing.book(stage.services.game.view(None).followers, *right)
        stage.act(ToTiming())

    return build


def timing_case(number=0, **values):
    """A case of the timing test."""

    def build(stage):
        timing()(stage)
        stage.act(BeginTiming())
        for _ in range(number):
            stage.act(shared.turn(ask=True, sure=70))
            stage.act(NextCase())
        if values:
            stage.act(shared.turn(**values))

    return build


def timing_unsaid(stage):
    """A case that is left before it is answered."""
    timing_case(1)(stage)
    stage.act(NextCase())


def timing_made(stage):
    timing_told(9, 15)(stage)
    stage.act(shared.turn(made=True))


def timing_told(*right):
    def build(stage):
        timing(*right)(stage)
        stage.act(shared.turn(step="told"))

    return build


def timing_told_aside(stage):
    """The last answer, after which one learns that the file of earlier ones was set aside."""
    timing_case(15, ask=True, sure=100)(stage)
    name = "timing.jsonl.unread"
    stage.services.notice = (
        f"The file of your earlier answers could not be read. It is kept as {name}; a new one has begun."
    )
    stage.act(NextCase())


def learner(found=fake_learner.FOUND):
    """The page of a learner's profile."""

    def build(stage):
        stage.services.learner = found
        stage.act(ToLearner())

    return build


def debrief(tab):
    def build(stage):
        playing(stage, finished=True)
        stage.act(shared.turn(tab=tab))

    return build


def coached(tab, told=fake_debrief.COACHED, **values):
    """A tab of the debrief with what the coach has found."""

    def build(stage):
        debrief(tab)(stage)
        stage.services.coached = told
        stage.act(Tick(1.0))
        if values:
            stage.act(shared.turn(**values))

    return build


def debrief_credit(stage):
    """Somebody whose sale was won long before."""
    debrief("trust")(stage)
    told, person = stage.model.debrief, next(f for f in stage.model.debrief.followers if f.id == "wil")
    words = (
        "The thin line is without “Ask about them” on day 5: then the chance of a yes on day 19 would have been 34 %, "
        "not 71 %. By the same chance they would not have bought."
    )
    lower = tuple(v if day < 5 else max(2.0, v - 11.0) for day, v in enumerate(person.trust))
    credited = replace(person, credit=LateCredit(5, 19, won=True, trust=lower, words=words))
    others = tuple(credited if f.id == "wil" else f for f in told.followers)
    stage.model = replace(stage.model, debrief=replace(told, followers=others))
    stage.act(act.Explain("wil", 5))


def debrief_few_asks(stage):
    """Too few asks for figures, and a notebook that misled."""
    debrief("asks")(stage)
    few = replace(stage.model.debrief, by_day=Judgement(0.4, 0.2, 1, 40, 1, 160), reading=-26.4)
    stage.model = replace(stage.model, debrief=few)


def debrief_misread(stage):
    """A notebook that was worse than none."""
    debrief_few_asks(stage)
    stage.act(shared.turn(tab="lessons"))


def debrief_day(stage):
    playing(stage, finished=True)
    stage.act(act.Explain("mara", 12))


def after_save(saved, show=False, on=play):
    def build(stage):
        on(stage)
        stage.services.saved = lambda game: saved
        stage.act(Tick(1.0))
        stage.services.saved = lambda game: None
        if not show and stage.model.dialog is not None:
            stage.act(shared.Close())
        elif show and not isinstance(stage.model.dialog, state.BrokenBox):
            stage.act(shared.Open(state.TakenBox(saved)))

    return build


def stopped_ahead(stage):
    play(stage)
    stage.services.game.days_ahead = 9
    after_save(fake_saved.STOPPED, on=lambda _: None)(stage)


SCREENS = {
    "title": title,
    "first_start": first_start,
    "choose": choose,
    "yourself": yourself,
    "yourself_named": yourself_named,
    "choose_broken": choose_broken,
    "choose_none": choose_none,
    "room_opening": room_as(HostedRoom()),
    "room_new": room_as(fake_saved.NEW_ROOM),
    "room_full": room_as(fake_saved.FULL_ROOM),
    "room_one": room_as(replace(fake_saved.FULL_ROOM, guests=("Ann",))),
    "room_not_open": room_as(fake_saved.NO_ROOM),
    "title_while_hosting": title_while_hosting,
    "quit_while_hosting": quit_while_hosting,
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
    "night": night,
    "night_later": night_of("full", 1),
    "night_words": night_of("full", -1),
    "night_complaint": night_of("moments", 0),
    **{f"night_moment_{n}": night_of("moments", n) for n in range(1, 6)},
    "night_blast": night_of("blast", 0),
    "night_bow": night_of("bow", 1),
    "night_bar": night_of("bar"),
    "night_quiet": night_of("quiet"),
    "night_posted": night_of("posted"),
    "night_growing": night_of("growing", -1),
    "night_again": night_again,
    "nights": nights,
    "nights_none": on_play(state.NightsBox()),
    "mirror": mirror,
    "mirror_unasked": mirror_unasked,
    "mirror_propose": mirror_propose,
    "mirror_past": mirror_past,
    "yesterday": yesterday,
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
    "scrapbook": scrapbook_of(),
    "scrapbook_people": scrapbook_of("person"),
    "scrapbook_endings": scrapbook_of("ending"),
    "scrapbook_nothing": scrapbook_nothing,
    "scrapbook_bad": scrapbook_of("person", fake_scraps.PROBLEM),
    "scrap_again": scrap_again,
    "many_runs": many_runs,
    "runs_beside": runs_beside,
    "delete_run": delete_run,
    "compared": compared,
    "both_endings": both_endings,
    "debrief_twice": debrief_twice,
    "saved_same": after_save(fake_saved.SAME),
    "saved_otherwise": after_save(fake_saved.OTHERWISE),
    "saved_otherwise_shown": after_save(fake_saved.OTHERWISE, show=True),
    "saved_stopped": after_save(fake_saved.STOPPED),
    "saved_stopped_ahead": stopped_ahead,
    "saved_stopped_shown": after_save(fake_saved.STOPPED, show=True),
    "saved_broken": after_save(fake_saved.BROKEN),
    "saved_broken_shown": after_save(fake_saved.BROKEN, show=True),
    "saved_at_night": after_save(fake_saved.OTHERWISE, on=night),
    "saved_in_debrief": after_save(fake_saved.OTHERWISE, on=debrief("trust")),
    "debrief_trust": debrief("trust"),
    "debrief_day": debrief_day,
    "debrief_people": debrief("people"),
    "debrief_asks": debrief("asks"),
    "debrief_lessons": debrief("lessons"),
    "debrief_people_known": coached("people"),
    "debrief_review": coached("review"),
    "debrief_review_passed_over": coached("review", decision=3),
    "debrief_review_unknowable": coached("review", decision=4),
    "debrief_review_fine": coached("review", decision=6),
    "debrief_review_begun": coached("review", Coached()),
    "debrief_review_first_look": coached("review", replace(fake_debrief.COACHED, weighed=5, running=True)),
    "debrief_review_running": coached("review", replace(fake_debrief.COACHED, weighed=5, running=True, decisions=())),
    "debrief_review_stopped": coached("review", Coached(running=False, problem="This run is kept in no record.")),
    "debrief_review_none": coached("review", replace(fake_debrief.COACHED, decisions=())),
    "debrief_credit": debrief_credit,
    "debrief_few_asks": debrief_few_asks,
    "debrief_misread": debrief_misread,
    "hints_on": hints_on,
    "nudge": nudge,
    "nudge_more": nudge_more,
    "practice": practice,
    "what_if": what_if,
    "what_if_waiting": what_if_waiting,
    "what_if_told": what_if_told(),
    "what_if_last_day": what_if_told(WHAT_IF_FEW),
    "what_if_stopped": what_if_told(WhatIfToday(running=False, problem="This run is kept in no record.")),
    "choose_practice": choose_practice,
    "title_due": title_due,
    "learner": learner(),
    "learner_several": learner(
        LearnerFound(
            replace(
                fake_learner.TOLD,
                name="Wilhelmina Featherstonehaugh-Cholmondel",
                names=("Wilhelmina Featherstonehaugh-Cholmondel", "Ada", "Ben"),
                notices=(fake_learner.NOTICE,),
            ),
            running=False,
        )
    ),
    "learner_reading": learner(LearnerFound()),
    "learner_playing": learner(LearnerFound(replace(fake_learner.TOLD, case=None))),
    "learner_failed": learner(LearnerFound(running=False, problem="The profiles could not be kept: no room.")),
    "learner_nothing": learner(LearnerFound(ProfileTold("You", ("You",), 0, (), None), running=False)),
    "forward": forward(),
    "forward_begun": forward(ForwardNews()),
    "forward_playing": forward(ForwardNews(fake_forward.HABITS, done=9, steps=21)),
    "forward_too_few": forward(ForwardNews(fake_forward.UNKNOWN, fake_forward.FOUND, running=False)),
    "forward_none": forward(ForwardNews(running=False, problem=NONE_YET)),
    "timing": timing(),
    "timing_again": timing(11),
    "timing_case": timing_case(),
    "timing_case_long": timing_case(2, ask=False, sure=80),
    "timing_case_last": timing_case(15, ask=True, sure=100),
    "timing_unsaid": timing_unsaid,
    "timing_told": timing_told(13),
    "timing_told_aside": timing_told_aside,
    "timing_told_twice": timing_told(9, 15),
    "timing_made": timing_made,
    **WORKSHOP_SCREENS,
}
