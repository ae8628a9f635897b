"""The rules of lint, a family a file. Each looks through a scenario and yields what it finds."""

from game.scenario.rules import frame, goals, people, reading, story, words
from game.scenario.rules.subject import Rule, Subject

RULES: tuple[Rule, ...] = (*words.RULES, *reading.RULES, *goals.RULES, *people.RULES, *story.RULES, *frame.RULES)

__all__ = ["RULES", "Rule", "Subject"]
