"""What games show of their player: the profile, the habits, the timing test."""

from dataclasses import replace

from game.coach.forward.forward_values import ForwardNews
from game.coach.learner.profile_told import LearnerFound, ProfileTold
from game.desk.own_runs import NONE_YET
from game.ui.common import shared_actions as shared
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.learner.learner_state import ToLearner
from game.ui.play.timing.timing_state import BeginTiming, NextCase, ToTiming
from tests.ui.fakes import fake_forward, fake_learner, fake_timing


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


LEARNING_SCREENS = {
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
}
