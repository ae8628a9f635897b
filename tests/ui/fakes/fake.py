"""Services with nothing behind them, for screens and for `update`."""

from dataclasses import replace
from pathlib import Path

from game.coach.timing.timing_told import Sitting
from game.session.runs.scrapbook import Album
from game.ui.play.hosting.hosting_values import HostedRoom
from tests.ui.fakes import fake_coach, fake_forward, fake_learner, fake_scraps, fake_timing
from tests.ui.fakes.fake_debrief import COACHED, DEBRIEF, reasons
from tests.ui.fakes.fake_game import FakeGame
from tests.ui.fakes.fake_saved import ENDINGS, RUNS, SCENARIOS
from tests.ui.fakes.fake_workshop import FakeWorkshop


class FakeServices:
    def __init__(self, **game) -> None:
        self.game = FakeGame(**game)
        self.runs = RUNS
        self.workshop = FakeWorkshop()
        self.coached = COACHED
        self.timing_book = fake_timing.book(FakeGame().view(None).followers)
        self.is_due = False
        self.news = fake_forward.NEWS
        self.ended = []
        self.denied, self.notice = [], ""
        self.room = None
        self.scraps, self.scrap_problem = (), ""
        self.learner = fake_learner.FOUND

    def scenarios(self):
        return SCENARIOS

    def saved_runs(self, most=None):
        return self.runs[:most]

    def number_of_runs(self):
        return len(self.runs)

    def timing_due(self, runs):
        return self.is_due

    def timing(self):
        return self.timing_book

    def keep_sitting(self, form, answers):
        sitting = Sitting("2026-05-04T11:00:00", form, answers)
        self.timing_book = replace(self.timing_book, sittings=(*self.timing_book.sittings, sitting))
        return replace(self.timing_book, notice=self.notice)

    def start(self, scenario_id, seed, difficulty, episode=0, *, practice=False):
        more = [one for one in (difficulty, episode) if one]
        self.game.practice = practice
        self.game.calls.append(("start", scenario_id, seed, *more))
        return self.game

    def again(self, game):
        self.game.calls.append(("again",))
        return self.game

    def resume(self, path: str | Path):
        self.game.calls.append(("resume", str(path)))
        return self.game

    def saved(self, game):
        return None

    def debrief(self, game):
        return DEBRIEF

    def endings(self, game, told):
        return (replace(ENDINGS[1], score=told.score),)

    def delete_run(self, path):
        self.runs = tuple(run for run in self.runs if run.path != path)

    def album(self):
        return Album(self.scraps, fake_scraps.PARTS, self.scrap_problem)

    def keep_scraps(self, seen):
        self.scraps += seen

    def empty_scrapbook(self):
        self.scraps, self.scrap_problem = (), ""

    def reasons(self, game, follower, day):
        return reasons(follower, day)

    def largest_reason(self, game):
        return 16.0

    def coach(self, game):
        return self.coached

    def prepare_what_if(self, game):
        self.game.calls.append(("prepare_what_if",))

    def begin_what_if(self, game, asked):
        self.what_if_news = replace(fake_coach.WHAT_IF, running=True, pairs=0, sentence="", fans=None)
        return self.what_if_news

    def what_if(self):
        return fake_coach.WHAT_IF

    def open_profile(self, name="", *, take=False):
        self.game.calls.append(("open_profile", name, take))
        return self.learner

    def profile(self):
        return self.learner

    def end_profile(self):
        self.ended.append("profile")

    def delete_profile(self, name):
        self.game.calls.append(("delete_profile", name))

    def begin_forward(self):
        return self.news

    def forward(self):
        return self.news

    def deny_habit(self, claim, *, denied):
        self.denied.append((claim, denied))
        habits = tuple(replace(h, denied=denied) if h.claim == claim else h for h in self.news.habits)
        self.news = replace(self.news, habits=habits, found=None, running=True)
        return replace(self.news, notice=self.notice)

    def end_forward(self):
        self.denied.append("ended")

    def hosted_room(self):
        return self.room

    def open_room(self, way_out=""):
        self.game.calls.append(("open_room", way_out))
        self.room = HostedRoom()
        return self.room

    def end_room(self):
        self.room = None

    def close(self):
        self.workshop.close()
