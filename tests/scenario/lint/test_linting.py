"""Lint says what is provable, and only that: what it calls impossible never happens, however one plays."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.position import Position, empty_plan
from game.engine.timeline import answer, come_to, held_in_the_evening, holds
from game.model import familiarity, stage, trust
from game.model.parameters import Params
from game.model.readings import STAGE_NEEDS, STAGES
from game.resources import SCENARIOS
from game.scenario import load_text
from game.scenario.compiling.compile import Compiled, compile_scenario
from game.scenario.format.vocabulary import ENDS
from game.scenario.lint.bounds import bounds_of
from game.scenario.lint.linting import examine, lint, silenced
from game.scenario.lint.reach import reach_of

HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
SHIPPED = sorted(SCENARIOS.glob("*.yaml"))

BUSY = """\
scenario_format: 1
title: Busy
days: 12
business: {name: A, trade: B, hours_per_day: 24}
followers:
  ada: {name: Ada Quist, motive: curious, trust: 20, loves: {rye: 90}, knows: [ben]}
  ben: {name: Ben Tal, motive: buyer, trust: 60, arrives: 4}
  cleo: {name: Cleo Orr, motive: neighbour, happy_end: partner, pace: shy}
  dot: {name: Dot, motive: bot}
  eve: {name: Eve Munro, motive: fan, arrives: 9}
crowd: {count: 4}
content:
  loaf: {title: Loaf, format: photo, about: [rye], hours: 0.5}
  later: {title: Later, format: text, about: [rye], when: {happened: [thanks]}}
timeline:
  fair: {title: Fair, day: 5, change: {who: [ada], trust: 12}}
  sorry: {title: Sorry, day: 7, do: {move: apologise, who: [everyone]}}
  thanks: {title: Thanks, when: {trust: {anyone: {at_least: 70}}}}
  crowd_in: {title: Crowd, when: {followers: {stage: regular, at_least: 2}, happened: [thanks]}}
  asks:
    title: Asks
    when: {published: [loaf]}
    choices:
      - {label: "A", change: {who: [cleo], trust: 20}}
      - {label: "B", do: {move: blast_dm, who: [everyone]}}
goals:
  friends: {title: Friends, need: {followers: {stage: friend, at_least: 1}}}
"""


def codes(text: str) -> list[str]:
    loaded = load_text(text)
    assert loaded.ok, loaded.problems
    return [p.code for p in lint(loaded)]


def compiled_text(text: str) -> Compiled:
    loaded = load_text(text)
    assert loaded.scenario is not None, loaded.problems
    return compile_scenario(loaded.scenario)


def nothing_impossible(position: Position) -> None:
    """Whatever is true in these games, the bounds allow."""
    reach, numbers = reach_of(position.compiled), position.compiled.numbers
    p, day = position.compiled.rules.params, position.day
    assert (trust(position.state, position.people, p) <= reach.bounds.trust[:, day] + 1e-9).all()
    assert (familiarity(position.state, p) <= reach.bounds.familiarity[:, day] + 1e-9).all()
    for name in (*STAGES, *ENDS):
        assert not (come_to(position, name) & ~reach.who(name)[:, day]).any(), (name, day)
    assert not (position.state.happy > 0.5)[:, ~reach.bounds.happy()[:, day]].any()
    for i, (name, event) in enumerate(position.compiled.scenario.timeline.items()):
        assert not position.happened[:, i].any() or reach.event[name] <= day, name
        if event.when is not None:
            assert not holds(numbers.condition(event.when), position).any() or reach.may(event.when)[day], name
    for name, goal in position.compiled.scenario.goals.items():
        held = holds(numbers.condition(goal.need), position)
        assert not held.any() or reach.may(goal.need)[day], name
        assert held.all() or not reach.must(goal.need)[day], name
        held = held_in_the_evening(numbers.condition(goal.need), position)
        assert not held.any() or reach.may(goal.need, evening=True)[day], name
        assert held.all() or not reach.must(goal.need, evening=True)[day], name


@pytest.mark.parametrize("bot", ["patient", "poster", "spammer", "random", "always_asks", "thanker"])
@pytest.mark.parametrize("name", ["busy", *(p.stem for p in SHIPPED)])
def test_no_bot_does_what_lint_calls_impossible(name: str, bot: str) -> None:
    """What `check` calls impossible happens in no game of any bot."""
    compiled = compiled_text(BUSY if name == "busy" else (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8"))

    play(compiled, bots()[bot], 3, np.arange(24), watch=lambda _morning, _plan, after: nothing_impossible(after))


@pytest.mark.parametrize("every", [1, 2, 3])
@pytest.mark.parametrize("moves", [("help", "post_helpful"), ("follow_up", "post_question"), ("pitch", "blast_dm")])
def test_no_plan_without_limits_does_what_lint_calls_impossible(every: int, moves: tuple[str, str]) -> None:
    """Everybody at once, day after day, with attention for all of it, an apology now and then, and every answer."""
    position = begin(compiled_text(BUSY), 5, np.arange(16))
    table = position.compiled.rules.moves
    while not position.finished:
        nothing_impossible(position)
        for event in range(position.fresh.shape[1]):
            position = answer(position, event, np.where(position.episodes % 2 == 0, 0, 1))
        nothing_impossible(position)
        plan = empty_plan(*position.shape)
        if position.day % every == 0:
            direct = "apologise" if position.day % 5 == 0 else moves[0]
            plan = replace(
                plan,
                move=np.full(position.shape, table.index(direct)),
                content=np.zeros(position.shape, dtype=np.int64),
                post=np.full(position.shape[0], table.index(moves[1])),
                post_content=np.zeros(position.shape[0], dtype=np.int64),
            )
        position = Batch(position).play_day(position, plan)
    nothing_impossible(position)


def test_the_bound_of_familiarity_is_not_far_from_what_can_be_had() -> None:
    """Helping every other day, with a post, comes within a third of the bound: it is worth something."""
    position = begin(compiled_text(BUSY), 5, np.arange(8))
    table = position.compiled.rules.moves
    while not position.finished:
        busy = position.day % 2 == 0
        plan = empty_plan(*position.shape)
        if busy:
            plan = replace(plan, move=np.full(position.shape, table.index("help")))
        position = Batch(position).play_day(position, plan)

    reached = familiarity(position.state, position.compiled.rules.params)[:, 0].max()
    assert reached > 0.66 * bounds_of(position.compiled).familiarity[0, position.day]


@pytest.mark.parametrize("name", STAGE_NEEDS)
def test_what_a_stage_asks_for_is_what_the_model_asks_for(name: str) -> None:
    """Exactly at the three figures somebody has come to the stage; a hair below any of them, not."""
    position = begin(compiled_text(BUSY), 1, np.arange(1))
    p = Params()
    least, known, contacts = STAGE_NEEDS[name]

    def stage_at(trusting: float, familiar: float, met: float) -> int:
        from game.model.arrays import unsquash

        people = replace(position.people, propensity=np.zeros(position.shape))
        even = 2.0 * unsquash(np.array(trusting)) / (p.k_trust * (p.w_ability + p.w_benevolence + p.w_integrity))
        state = replace(
            position.state,
            facets=np.full((3, *position.shape), float(even)),
            slow=np.full(position.shape, familiar),
        )
        ledger = replace(position.ledger, contacts=np.full(position.shape, met))
        return int(stage(state, ledger, people, p)[0, 0])

    rank = STAGES.index(name)
    hair = 1e-6
    assert stage_at(least + hair, known + hair, contacts) >= rank
    assert stage_at(least - hair, known + hair, contacts) < rank
    assert stage_at(least + hair, known - hair, contacts) < rank
    assert stage_at(least + hair, known + hair, contacts - 1) < rank


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_shipped_scenarios_have_no_warning(path: Path) -> None:
    """`check` finds no error and no warning in what comes with the game."""
    assert [p for p in examine(path).problems if p.severity != "note"] == []


def test_lint_waits_until_a_file_can_be_read() -> None:
    broken = HEAD + "days: 90\nwords: {wind: [a breeze]}\n"

    assert lint(load_text(broken)) == ()


def test_a_scenario_with_errors_of_lint_can_still_be_played(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + "lines: {thanks: ['{nmae}', Fine.]}\n", encoding="utf-8")

    found = examine(path)

    assert "word-unknown" in [p.code for p in found.problems if p.is_error]
    assert found.ok


def test_a_remark_silences_a_code_on_its_line_only() -> None:
    text = HEAD + "words:\n  wind: [a breeze]  # ok: word-unused\n  rain: [a shower]\n"

    found = [p for p in lint(load_text(text)) if p.code == "word-unused"]

    assert [p.line for p in found] == [6]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("days: 3 # ok: goal-late", {"goal-late"}),
        ("days: 3  # ok: goal-late, text-hard", {"goal-late", "text-hard"}),
        ('title: "Say # ok: goal-late"', set()),
        ("days: 3  # okay, then", set()),
    ],
)
def test_only_a_remark_at_the_end_of_the_line_silences(line: str, expected: set[str]) -> None:
    assert silenced(line) == expected


def test_a_remark_that_names_no_code_is_told() -> None:
    found = [p for p in lint(load_text(HEAD + "summary: Hm  # ok: text-lnog\n")) if p.code == "ok-unknown"]

    assert [(p.line, p.hint) for p in found] == [(4, "Did you mean 'text-long'?")]


@pytest.mark.parametrize(
    ("need", "by_day", "why"),
    [
        ("followers: {stage: regular, at_least: 20}", 9, "it needs 20 followers, but the scenario has 9"),
        ("followers: {stage: friend, at_least: 1}", 6, "nobody can become a friend so soon"),
        ("followers: {stage: regular, at_least: 1}", 2, "it takes 3 days at the least"),
        ("trust: {anyone: {at_least: 98}}", 9, "96 is the most anybody gives by day 9"),
        ("trust: {late: {at_least: 20}}", 7, "it needs late's trust by day 7, and late comes on day 8"),
        ("trust: {late: {at_least: 99}}", 14, "96 is the most late gives"),
        ("followers: {stage: stranger, at_least: 9}", 7, "9 must come to 'stranger', and 8 can by day 7; late comes"),
        ("followers: {stage: regular, at_least: 9}", 9, "trust of 56; late comes on day 8"),
        ("happened: [fair]", 7, "'fair' happens on day 8 at the earliest"),
        ("chosen: [stood]", 7, "'stood' answers 'fair', which happens on day 8 at the earliest"),
        ("happened: [never]", 9, "'never' never happens"),
        ("day: {from: 8}, not_happened: [early]", 9, "its parts never hold on the same day up to day 9"),
        ("day: {from: 12}", 9, "it asks that it is day 12 or later, and only days 1 to 9 count"),
        ("day: {from: 9}", 8, "it asks that it is day 9 or later, and only days 1 to 8 count"),
    ],
)
def test_an_unreachable_goal_says_why(need: str, by_day: int, why: str) -> None:
    text = (
        f"{HEAD}days: 14\nfollowers: {{late: {{name: Late, arrives: 8}}}}\n"
        "timeline:\n  never: {title: N, when: {happened: [never]}}\n  early: {title: E, day: 3}\n"
        "  fair: {title: F, day: 8, choices: [{id: stood, label: No}, {label: Yes}]}\n"
        f"goals:\n  wanted: {{title: W, need: {{{need}}}, by_day: {by_day}}}\n"
    )

    found = [p for p in lint(load_text(text)) if p.code == "goal-unreachable"]

    assert [p.line for p in found] == [text.count("\n")]
    assert why in found[0].message


def test_events_that_wait_for_each_other_are_both_dead() -> None:
    text = (
        HEAD + "timeline:\n  hen: {title: H, when: {happened: [egg]}}\n  egg: {title: E, when: {happened: [hen]}}\n"
        "  chick: {title: C, when: {any_of: [{happened: [hen]}, {day: {from: 4}}]}}\n"
    )

    found = [p for p in lint(load_text(text)) if p.code == "event-dead"]

    assert [p.line for p in found] == [5, 6]


def test_a_goal_that_is_only_to_be_kept_is_no_present() -> None:
    """Nobody has left on the first day, but somebody may."""
    need = "{followers: {stage: lost, at_most: 0}}"

    assert "goal-free" not in codes(HEAD + f"goals: {{stay: {{title: S, need: {need}}}}}\n")


@pytest.mark.parametrize(("interest", "last"), [(0.3, 6), (0.4, 20), (0.42, 2), (0.45, 6), (0.5, 6), (0.9, 3)])
def test_a_need_shows_in_the_model_if_and_only_if_lint_says_that_it_may(interest: float, last: int) -> None:
    """The need of a follower is grown night by night, by the model's own rule, for twice as long as it lasts."""
    from types import SimpleNamespace

    from game.model.overnight import night
    from game.scenario.lint.bounds import need_may_show

    people = SimpleNamespace(need_from=1, need_until=2 * last, interest=interest)
    ledger, need = SimpleNamespace(bought=0.0), interest * 0.12
    for day in range(1, 2 * last + 1):
        need = night.grow_needs(day, SimpleNamespace(need=need, elsewhere=0.0), ledger, people)  # type: ignore[arg-type]

    assert bool(need > 0.4) == need_may_show(interest, last)
