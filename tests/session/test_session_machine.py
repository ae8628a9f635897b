"""A session under random use: plan, take back, note, answer, go back, take a changed file, be killed, go on.

After every step the view is what a replay of the record gives, and what was acknowledged is on the disk.
"""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from game.errors import Refused
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay, MarkRead, Note, PlanMove, TakeBack, TakeNudge, Undo
from game.session.record.reading import read
from game.session.runs.recorded_scenario import compiled_of, facts_of
from game.session.runs.resuming import replayed, resume
from game.session.runs.runs import start
from tests.plays import example

NOW = datetime(2026, 5, 4, 14, 3, 0, tzinfo=UTC)
WHO = ("ada", "ben", "crowd_1", "crowd_2", "nobody")
MOVES = ("like", "comment", "ask_about_them", "look_around", "propose", "post_update", "blast_dm", "no_such_move")
MOTIVES = ("buyer", "seller", "no_such_motive")
CHANGES = (
    ("    name: Ada Quist\n", "    name: Ada Quist\n    pace: shy\n"),
    ("    pace: shy\n", "    trust: 20\n"),
    ("Crumb and Crust", "Crust and Crumb"),
    ("days: 6", "days: 8"),
    ("days: 8", "days: 5"),
)


class SessionMachine(RuleBasedStateMachine):
    """One run in a folder of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = example(self.folder)
        self.game = start(self.file, 4, self.folder / "runs", NOW, live=True)
        self.steps = 0

    def teardown(self) -> None:
        self.game.close()
        shutil.rmtree(self.folder)

    def attempt(self, entry) -> None:
        """Makes a choice; a refused one leaves the view and the file as they were."""
        before, size = self.game.view("ada"), self.game.path.stat().st_size
        try:
            self.game.do(entry)
        except Refused:
            assert self.game.view("ada") == before
            assert self.game.path.stat().st_size == size

    @rule(move=st.sampled_from(MOVES), who=st.sampled_from(("", *WHO)))
    def plan(self, move, who):
        self.attempt(PlanMove(move, who))

    @rule(number=st.integers(0, 12))
    def take_back(self, number):
        self.attempt(TakeBack(number))

    @rule(
        who=st.sampled_from(WHO),
        motive=st.sampled_from(("buyer", "seller", "ghost")),
        sure=st.sampled_from((0, 25, 33)),
    )
    def note(self, who, motive, sure):
        self.attempt(Note(who, motive, sure))

    @rule(who=st.sampled_from(WHO))
    def mark_read(self, who):
        self.attempt(MarkRead(who))

    @rule(who=st.sampled_from(WHO))
    def take_nudge(self, who):
        self.attempt(TakeNudge("waiting", who))

    @rule(choice=st.integers(-1, 3))
    def answer(self, choice):
        self.attempt(AnswerEvent("landlord", choice))

    @rule()
    def end_day(self):
        for event in self.game.view().events:
            if event.choices:
                self.game.do(AnswerEvent(event.id, 0))
        self.attempt(EndDay())

    @rule(day=st.integers(0, 9))
    def undo(self, day):
        self.attempt(Undo(day))

    @rule(change=st.sampled_from(CHANGES))
    def take_a_changed_file(self, change):
        text = self.file.read_text(encoding="utf-8")
        self.file.write_text(text.replace(*change), encoding="utf-8")
        loaded = load(self.file)
        if loaded.ok:
            compiled = compiled_of(loaded)
            self.game.take(compiled, facts_of(loaded, compiled))

    @rule()
    def close_and_go_on(self):
        self.game.close()
        again = resume(self.game.path)
        assert again.view("ada") == self.game.view("ada")
        self.game = again

    @precondition(lambda self: len(read(self.game.path).entries) > 1)
    @rule(cut=st.integers(1, 40))
    def be_killed_while_writing(self, cut):
        """The last line is torn: what lies before it is there, and the run goes on from that."""
        self.game.close()
        data = self.game.path.read_bytes()
        last = data.rfind(b"\n", 0, -1) + 1
        before = len(read(self.game.path).entries)
        self.game.path.write_bytes(data[: max(last + 1, len(data) - cut)])
        self.game = resume(self.game.path)
        assert len(read(self.game.path).entries) == before - 1
        assert "dropped" in self.game.view().notice
        self.game.notice = ""

    @invariant()
    def the_record_gives_the_same_view(self):
        self.steps += 1
        if self.steps % 4 == 0:
            again = replayed(self.game.path)
            again.notice = self.game.notice
            assert again.view("ada") == self.game.view("ada")


SessionMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
TestSession = SessionMachine.TestCase
