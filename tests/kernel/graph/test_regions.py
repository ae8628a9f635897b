"""What is skipped where a condition holds nowhere: nobody else may need it, and the order must be one that works."""

import re
from pathlib import Path

import pytest

from game.kernel.graph.graph import EPISODE, FOLLOWER, Graph
from game.kernel.graph.regions import GuardedRegion, arranged
from game.kernel.graph.schedule import Schedule, ScheduleStage, scheduled
from game.kernel.graph.traced_day import DayGraph, day_graph


@pytest.fixture(scope="module")
def day() -> DayGraph:
    return day_graph(4)


@pytest.fixture(scope="module")
def schedule(day: DayGraph) -> Schedule:
    return scheduled(day.graph, day.outputs)


def regions(stage: ScheduleStage) -> list[GuardedRegion]:
    return [item for item in stage.items if isinstance(item, GuardedRegion)]


def test_nothing_is_computed_before_what_it_rests_on(schedule: Schedule) -> None:
    """The order of a day is one that works."""
    done = {*schedule.settings, *schedule.by_episode}
    for stage in schedule.stages:
        for number in stage.steps:
            node = schedule.graph.nodes[number]
            here = {a for a in node.arguments if schedule.graph.nodes[a].operation != "constant"}
            assert here <= done or node.operation == "tie", number
            done.add(number)


def test_what_may_be_skipped_is_read_only_where_its_condition_is_asked_first(schedule: Schedule) -> None:
    """So nobody reads a value that was left out."""
    for stage in schedule.stages:
        for region in regions(stage):
            for number in set(stage.steps) - set(region.steps):
                node = schedule.graph.nodes[number]
                if set(node.arguments) & set(region.steps):
                    another = [r for r in regions(stage) if number in r.steps and r.condition == region.condition]
                    asked_first = node.operation in {"where", "and"} and node.arguments[0] == region.condition
                    assert another or (asked_first and not set(node.arguments[2:]) & set(region.steps)), number


def test_what_is_wanted_everywhere_is_never_skipped(schedule: Schedule) -> None:
    """Outputs and what later stages need are computed for everybody."""
    for stage in schedule.stages:
        for region in regions(stage):
            assert not {*stage.kept, *schedule.outputs.values()} & set(region.steps)


def test_the_chance_of_a_yes_waits_for_somebody_to_be_asked(schedule: Schedule) -> None:
    """Its logistic stands in a region."""
    first, nodes = regions(schedule.stages[0]), schedule.graph.nodes
    assert any(nodes[n].operation == "floor" for region in first for n in region.steps)  # of the logistic


def test_a_day_without_a_post_skips_what_posts_do(day: DayGraph, schedule: Schedule) -> None:
    """More than a hundred operations."""
    by_post = [r for r in regions(schedule.stages[-1]) if day.graph.nodes[r.condition].axes == EPISODE]
    assert sum(len(region.steps) for region in by_post) > 100


def test_a_region_that_needs_what_it_gave_is_cut_in_two() -> None:
    """Both parts are skipped, and each value comes before its use."""
    graph = Graph()
    x, asked = graph.input("x", "f", FOLLOWER), graph.input("asked", "b", FOLLOWER)

    def long_way(value: int) -> int:
        for i in range(12):
            value = graph.operate("multiply", graph.operate("add", value, graph.constant(0.5 + i)), value)
        return value

    once = graph.operate("where", asked, long_way(x), x)
    twice = graph.operate("where", asked, long_way(graph.operate("square_root", once)), once)
    items = arranged(graph, range(len(graph)), {once, twice})
    found = [item for item in items if isinstance(item, GuardedRegion)]
    assert len(found) == 2
    assert items.index(found[0]) < items.index(once) < items.index(found[1]) < items.index(twice)


def test_the_page_tells_how_many_operations_a_day_has(schedule: Schedule) -> None:
    """In all, and those that are done for everybody; the numbers on the page may be off by a hundredth or two."""
    page = (Path(__file__).parents[3] / "docs" / "kernel.md").read_text(encoding="utf-8")
    told = [int(n.replace(",", "")) for n in re.findall(r"(?:some|Of the|about) (\d,\d{3})\b", page)]
    every = sum(len(stage.steps) for stage in schedule.stages)
    skipped = [region for stage in schedule.stages for region in regions(stage)]
    always = every - sum(len(region.steps) for region in skipped)

    assert told == pytest.approx([every, every, always], rel=0.02)
    assert len(skipped) == 10
