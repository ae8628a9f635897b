"""Goals: what holds on a morning, in a single game."""

from collections.abc import Mapping

from game.engine.position import Position
from game.engine.timeline import held_in_the_evening, holds
from game.scenario.format.condition_words import in_words, shown_names
from game.session.view import GoalView


def goal_views(position: Position, reached: Mapping[str, int]) -> tuple[GoalView, ...]:
    """The goals, and which have been reached."""
    scenario = position.compiled.scenario
    days = scenario.days
    names = shown_names(scenario)
    return tuple(
        GoalView(goal.title, f"When {in_words(goal.need, names)}, by day {goal.by_day or days}.", name in reached)
        for name, goal in position.compiled.scenario.goals.items()
    )


def kept_goals(position: Position) -> frozenset[str]:
    """Goals that hold before anything was done, such as "nobody has left": they are to be kept until their day."""
    named = zip(position.compiled.scenario.goals, position.compiled.goals, strict=True)
    return frozenset(name for name, goal in named if holds(goal.need, position)[0])


def newly_reached(position: Position, reached: Mapping[str, int], kept: frozenset[str]) -> list[str]:
    """Goals reached on the evening that has just passed: the first time they hold, or on their day if to be kept."""
    evening = position.day - 1
    found = []
    for name, goal in zip(position.compiled.scenario.goals, position.compiled.goals, strict=True):
        due = evening == goal.by_day if name in kept else evening <= goal.by_day
        if due and name not in reached and held_in_the_evening(goal.need, position)[0]:
            found.append(name)
    return found
