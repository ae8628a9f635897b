"""The debrief, with what the coach has found."""

from dataclasses import replace

from game.coach.hindsight.coached import Coached
from game.coach.judgement import Judgement
from game.coach.looking_back.debrief import LateCredit, Milestone
from game.coach.looking_back.followers_told import share_that_leaves
from game.ui.common import shared_actions as shared
from game.ui.common.shared_actions import Tick
from game.ui.play import play_actions as act
from game.ui.play import play_state as state
from tests.ui.fakes import fake_debrief, fake_saved
from tests.ui.gallery.day_screens import playing


def debrief_twice(stage):
    """A run that was gone back into and played otherwise."""
    debrief("lessons")(stage)
    stage.model = replace(stage.model, page=replace(stage.model.page, endings=fake_saved.ENDINGS))


def both_endings(stage):
    debrief_twice(stage)
    names = ("As it was before", "As you played it now")
    stage.act(shared.Open(state.CompareBox(*fake_saved.ENDINGS, names)))


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


def debrief_left(stage):
    """Somebody who left by themselves, with how many go like that."""
    debrief("trust")(stage)
    told = stage.model.debrief
    first, *others = told.followers
    share = share_that_leaves(0.4, len(told.followers))
    end = f"{first.name} left on day 5, and not over anything that you had done. {share}, whatever one does."
    gone = replace(first, end=end, milestones=(Milestone(5, "unfollows", by_themselves=True),))
    stage.model = replace(stage.model, debrief=replace(told, followers=(gone, *others)))


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
    debrief("trust")(stage)
    stage.act(act.Explain("mara", 12))


def debrief_turns(stage):
    """Somebody who came later, and in the end bought elsewhere."""
    debrief("trust")(stage)
    stage.act(act.Explain(next(f.id for f in stage.model.debrief.followers if f.arrived and f.milestones), 21))


DEBRIEF_SCREENS = {
    "debrief_turns": debrief_turns,
    "both_endings": both_endings,
    "debrief_twice": debrief_twice,
    "debrief_trust": debrief("trust"),
    "debrief_left": debrief_left,
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
}
