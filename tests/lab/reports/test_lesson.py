"""Whether a scenario teaches what it says is told in one breath, and a broken promise tells how to mend it."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.bots.contract import PromiseVerdict, check_contract
from game.lab.playing.blocks import Trial, trial_of
from game.lab.playing.changed_numbers import changed
from game.lab.reports.lesson import lesson_of, promises_in_words
from game.lab.reports.promise_mending import mended, reasons_to_look
from game.scenario import Loaded, load
from game.scenario.compiling.compile import compile_scenario
from game.scenario.problems.problems import problem
from game.scenario.problems.sources import Source

SHOP = """\
scenario_format: 1
title: Petals
days: 12
business: {name: Petals, trade: florist, hours_per_day: 1}
followers:
  ada:
    name: Ada Lind
    loves: {gardens: 80}
    motive: buyer
    ready: {from: 4, until: 9}
model:
  pushiness_cost: 0.6
contract:
  patience_pays: {better: patient, than: [never_asks, sleeper], by: 30, in: 90}
  no_trick: {no_move_alone_reaches: 15}
"""


def inverted():
    return problem("lesson-inverted", Source("x.yaml", "title: X\n"), 1, 1, "spammer scores more (9) than patient (8).")


KEPT = PromiseVerdict("one", True, "it holds", 0, "patient")
BROKEN = replace(KEPT, kept=False)


@pytest.mark.parametrize(
    ("verdicts", "problems", "promised", "tested", "state"),
    [
        ((KEPT,), (), True, True, "kept"),
        ((BROKEN,), (), True, True, "broken"),
        ((KEPT,), (inverted(),), True, True, "inverted"),
        ((BROKEN,), (inverted(),), True, True, "broken"),
        ((), (inverted(),), False, True, "inverted"),
        ((), (), False, True, "unpromised"),
        ((), (), True, False, "untested"),
    ],
)
def test_one_verdict_says_all(verdicts, problems, promised, tested, state):
    """It teaches what it says only where nothing speaks against it, and never both."""
    lesson = lesson_of(verdicts, problems, promised=promised, tested=tested)

    assert lesson.state == state
    assert lesson.holds == (not problems and all(v.kept for v in verdicts))
    assert ("teaches what it says" in lesson.says) == (state == "kept")


def test_what_speaks_against_kept_promises_goes_on_in_their_sentence():
    """Behind a comma no sentence begins."""
    found = problem("lesson-inverted", Source("x.yaml", "title: X\n"), 1, 1, "Who gives in to 'boss' scores more.")

    for verdicts in ((), (KEPT,)):
        says = lesson_of(verdicts, (found,), promised=bool(verdicts), tested=True).says
        assert says.endswith(" who gives in to 'boss' scores more.")


def test_one_promise_is_broken_and_two_are():
    """The sentence names them all."""
    two = replace(BROKEN, promise="two")
    said = [lesson_of(some, (), promised=True, tested=True).says for some in ((BROKEN,), (BROKEN, two))]

    assert said[0].endswith(": one is broken.")
    assert said[1].endswith(": one, two are broken.")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, Trial, tuple[PromiseVerdict, ...]]:
    path: Path = tmp_path_factory.mktemp("shop") / "scenario.yaml"
    path.write_text(SHOP, encoding="utf-8")
    trial = trial_of(load(path), (), 40, 3)
    return load(path), trial, check_contract(trial.scenario.compiled(), 40, 3)


def test_a_promise_about_single_moves_takes_one_line(shop):
    """However many moves there are; those that break it are named with what they reach."""
    _, _, verdicts = shop
    lines = [says for _, says, _ in promises_in_words(verdicts) if says.startswith("no_trick")]

    assert len(lines) == 1
    assert "moves alone reach 15 or more" in lines[0]
    assert sum(v.promise == "no_trick" for v in verdicts) > 10


@pytest.mark.parametrize("promise", ["patience_pays", "no_trick"])
def test_what_is_said_to_mend_a_promise_moves_it_by_so_much(shop, promise):
    """Each way is a number of the file, its place is the line of that number, and with it the promise is nearer."""
    loaded, trial, verdicts = shop
    wanted = next(v for v in reasons_to_look(verdicts) if v.promise == promise)
    found = mended(loaded, trial, wanted)

    assert found is not None
    assert "promise less" in found.says
    assert found.ways
    for way in found.ways:
        scenario = changed(trial.scenario.scenario, ((way.key, way.turned),))
        after = next(
            v for v in check_contract(compile_scenario(scenario), 40, 3)
            if (v.promise, v.player, v.other) == (wanted.promise, wanted.player, wanted.other)
        )  # fmt: skip
        nearer = wanted.figure - after.figure if promise == "no_trick" else after.figure - wanted.figure
        assert nearer == pytest.approx(way.gain, abs=0.05)
        if way.place.startswith("scenario.yaml:"):
            line = SHOP.splitlines()[int(way.place.rpartition(":")[2]) - 1]
            assert way.key.rpartition(".")[2] in line


def test_ties_are_told(shop):
    """Where two score the same, it is said that a tie is no lead."""
    _, trial, _ = shop
    scenario = trial.scenario.scenario
    promise = scenario.contract["patience_pays"].model_copy(update={"better": "sleeper", "than": ("sleeper",)})
    same = scenario.model_copy(update={"contract": {"same": promise}})

    (verdict,) = check_contract(compile_scenario(same), 10, 3)

    assert "in 100 both score the same, and a tie does not count as ahead" in verdict.says
