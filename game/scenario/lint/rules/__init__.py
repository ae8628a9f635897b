"""The rules of lint, a family a file. Each looks through a scenario and yields what it finds."""

from game.scenario.lint.rules import comma_rules as commas
from game.scenario.lint.rules import frame_rules as frame
from game.scenario.lint.rules import goal_rules as goals
from game.scenario.lint.rules import life_rules as lives
from game.scenario.lint.rules import list_rules as lists
from game.scenario.lint.rules import people_rules as people
from game.scenario.lint.rules import placeholder_rules as words
from game.scenario.lint.rules import promise_rules as promises
from game.scenario.lint.rules import reading_rules as reading
from game.scenario.lint.rules import story_rules as story
from game.scenario.lint.rules import timing_rules as timing
from game.scenario.lint.rules import writing_rules as writing
from game.scenario.lint.rules.subject import Rule, Subject

RULES: tuple[Rule, ...] = (
    *words.RULES, *reading.RULES, *goals.RULES, *people.RULES, *lives.RULES, *story.RULES, *timing.RULES, *frame.RULES,
    *promises.RULES, *writing.RULES, *commas.RULES, *lists.RULES,
)  # fmt: skip

__all__ = ["RULES", "Rule", "Subject"]
