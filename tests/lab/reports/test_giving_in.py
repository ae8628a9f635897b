"""What makes giving in to a demand pay is told, and the demand of the handbook does not pay."""

import re
from functools import cache
from pathlib import Path

import pytest

from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.lab.reports.playtest_lint import examine_games
from game.scenario import load_text
from game.scenario.problems.problems import Problem

HANDBOOK = (Path(__file__).parents[3] / "docs" / "for-authors.md").read_text(encoding="utf-8")
RECIPE = HANDBOOK.split("### The boss's demand\n")[1].split("```yaml\n")[1].split("```")[0]
MILL = """\
scenario_format: 1
title: The Mill
days: 14
business: {name: Upper Mill, trade: mill, offer: A sack of spelt, hours_per_day: HOURS}
followers:
  ann:
    {name: Ann Thorne, loves: {bread: 80, rye: 45}, formats: [photo, guide], knows: [wim, dot], motive: buyer,
     ready: {from: 5, until: 11}}
  wim:
    {name: Wim Garner, loves: {gates: 90, geese: 30}, formats: [photo, story], pace: slow, knows: [het],
     motive: neighbour}
  dot: {name: Dot Pike, loves: {belts: 75, choir: 60}, formats: [video, poll], pace: quick, motive: seller}
  het: {name: Het Lowe, loves: {geese: 90, mornings: 60}, formats: [photo], pace: shy, motive: neighbour, trust: 42}
  rav: {name: Rav Menon, loves: {rye: 70, cellars: 85}, formats: [text, guide, video], motive: peer, arrives: 3}
  lot: {name: Lot Brandt, loves: {bargains: 80, bread: 30}, formats: [story, photo], pace: quick, motive: deal_hunter}
crowd: {count: 5, mix: {courtesy: 3, neighbour: 1, curious: 1}}
content:
  crust: {title: The crust, format: guide, about: [rye, bread], hours: 0.75}
  gate: {title: The gate, format: photo, about: [gates], hours: 0.5}
  nine: {title: Nine geese, format: photo, about: [geese, mornings], hours: 0.5}
  week: {title: The sixth week, format: text, about: [cellars, rye], hours: 0.75}
goals:
  known: {title: Three who come back, need: {followers: {stage: regular, at_least: 3}}, by_day: 13}
  sold: {title: One sack, need: {followers: {stage: customer}}}
"""


@cache
def inverted(hours: float, timeline: str) -> tuple[Problem, ...]:
    """What a playtest says against the lesson of the mill, with a timeline of its own."""
    loaded = load_text(MILL.replace("HOURS", f"{hours:g}") + timeline)
    assert loaded.ok, loaded.problems
    found = examine_games(loaded, run(trial_of(loaded, players(["patient"]), 120, 1)))
    return tuple(p for p in found if p.code == "lesson-inverted")


def taking(hours: float) -> str:
    """The demand of the handbook, whose honest answer takes so many hours a day."""
    return re.sub(r"hours_today: -[0-9.]+", f"hours_per_day: -{hours:g}", RECIPE)


@pytest.mark.parametrize("hours", [1.25, 1.5, 1.75, 2, 2.5])
def test_the_demand_of_the_handbook_passes_its_own_playtest(hours):
    """Whoever pastes it as it stands, and asks for regulars and a customer, teaches what was meant."""
    assert [p.message for p in inverted(hours, RECIPE)] == []


def test_hours_that_make_the_difference_are_named_with_what_would_be_without_them():
    """The honest answer takes half an hour of each day: that, and no reward, is told, and that is to be mended."""
    (problem,) = inverted(1.75, taking(0.5))

    assert "not giving in takes 0.5 hours a day from then on; where it takes none, " in problem.message
    assert int(problem.message.split("where it takes none, ")[1].split(" %")[0]) > 70
    assert "hours_today for hours_per_day" in problem.hint
    assert "reward" not in problem.hint


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("do: {move: blast_dm}, change: {trust: 60}", True),  # brings something besides the message
        ("id: sent, do: {move: blast_dm}", False),
    ],
)
def test_a_reward_is_to_be_left_out_only_where_there_is_one(answer, told):
    """A hint asks for nothing that the file does not have."""
    timeline = f"""\
timeline:
  boss:
    title: The boss
    day: 3
    text: Write to them all.
    choices:
      - {{label: Send it, {answer}}}
      - {{label: Not today, id: no}}
"""
    goal = "" if told else "  obeyed: {title: The boss is glad, need: {chosen: sent}}\n"
    found = inverted(2, goal + timeline)

    assert found
    assert {"leave out what the answer" in p.hint for p in found} == {told}
    assert not any("makes the difference" in p.message for p in found)
