"""Goals and hints: what holds on a morning, in a single game."""

from collections.abc import Mapping

from game.engine.position import Position
from game.engine.timeline import holds
from game.scenario.format.condition_words import in_words
from game.scenario.format.schema_story import Condition
from game.session.seen.view import GoalView


def goal_views(position: Position, reached: Mapping[str, int]) -> tuple[GoalView, ...]:
    """The goals, and which have been reached."""
    scenario = position.compiled.scenario
    days = scenario.days
    names = {k: f.name for k, f in scenario.followers.items()}
    names |= {k: v.title for part in (scenario.content, scenario.timeline) for k, v in part.items()}
    return tuple(
        GoalView(goal.title, f"When {in_words(goal.need, names)}, by day {goal.by_day or days}.", name in reached)
        for name, goal in position.compiled.scenario.goals.items()
    )


def kept_goals(position: Position) -> frozenset[str]:
    """Goals that hold before anything was done, such as "nobody has left": they are to be kept until their day."""
    return frozenset(name for name, goal in position.compiled.scenario.goals.items() if _now(position, goal.need))


def newly_reached(position: Position, reached: Mapping[str, int], kept: frozenset[str]) -> list[str]:
    """Goals reached on the evening that has just passed: the first time they hold, or on their day if to be kept."""
    scenario = position.compiled.scenario
    evening = position.day - 1
    found = []
    for name, goal in scenario.goals.items():
        last = goal.by_day or scenario.days
        due = evening == last if name in kept else evening <= last
        if due and name not in reached and _now(position, goal.need):
            found.append(name)
    return found


def _now(position: Position, condition: Condition) -> bool:
    return bool(holds(condition, position)[0])


def hint_of(position: Position, moves_made: Mapping[str, int]) -> str:
    """The tutorial's hint: the first of those due that has not served yet.

    A hint stands from its day on until its move has been made or planned; without one, for its day.
    """
    for hint in position.compiled.scenario.tutorial.values():
        if position.day < hint.day or (not hint.until_move and position.day > hint.day):
            continue
        if hint.until_move and moves_made.get(hint.until_move, 0) >= hint.day:
            continue
        if _now(position, hint.when) if hint.when is not None else True:
            return hint.text
    return ""
