"""How much there is to read and to play, in figures: texts, words and minutes, by part, follower and lesson."""

import re
from collections import Counter
from typing import Any

from game.scenario.format.schema import Scenario
from game.scenario.format.walk import SCENARIO, walk
from game.scenario.lint.reach import changes_of
from game.scenario.lint.rules.reading_rules import shown_texts
from game.scenario.reading.tree import Node

WORDS_A_MINUTE = 200


def stats(root: Node, scenario: Scenario) -> dict[str, Any]:
    """Figures of a scenario.

    Args:
        root: its tree.
        scenario: what the tree describes, complete.

    Returns:
        texts, words and minutes in all and of each part; what each follower and each lesson has.
    """
    texts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for _, node, path in shown_texts(walk(SCENARIO, root)):
        texts[path[0]] += 1
        words[path[0]] += len(re.findall(r"\w[\w’'-]*", node.value))
    answers = [choice for event in scenario.timeline.values() for choice in event.choices]
    return {
        "title": scenario.title,
        "days": scenario.days,
        "hours": scenario.days * scenario.business.hours_per_day,
        "content_hours": sum(item.hours for item in scenario.content.values()),
        "texts": texts.total(),
        "words": words.total(),
        "minutes": minutes(words.total()),
        "parts": {part: {"texts": texts[part], "words": words[part]} for part in texts},
        "followers": {name: _follower(scenario, name) for name in scenario.followers},
        "lessons": {
            name: {
                "goals": sum(name in goal.teaches for goal in scenario.goals.values()),
                "answers": sum(name in answer.teaches for answer in answers),
                "notes": sum(name in note.teaches for note in scenario.debrief),
            }
            for name in scenario.teaches
        },
    }


def minutes(words: int) -> float:
    """Minutes it takes to read so many words, to one place.

    >>> minutes(500)
    2.5
    """
    return round(words / WORDS_A_MINUTE, 1)


def _follower(scenario: Scenario, name: str) -> dict[str, Any]:
    who = scenario.followers[name]
    lines = [line for lines in scenario.lines.values() for line in lines if name in line.by]
    topics = {topic for topic, love in who.loves.items() if love > 0}
    changes = [change for event in scenario.timeline.values() for change in changes_of(event) if name in change.who]
    return {
        "lines": len(lines),
        "words": sum(len(text.split()) for text in (who.bio, *(line.text for line in lines))),
        "content": sum(bool(topics & set(item.about)) for item in scenario.content.values()),
        "changes": len(changes),
        "knows": sum(other in who.knows or name in scenario.followers[other].knows for other in scenario.followers),
    }
