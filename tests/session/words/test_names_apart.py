"""Nobody who is written into a shipped scenario has the first name of somebody in another one, or of the crowd."""

from collections import Counter

from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts.builtin import people
from game.scenario.texts.first_names import first_name


def test_first_names_of_shipped_people_stand_once():
    """No first name that a scenario gives is that of anybody else who ships."""
    written = [who.name for path in SCENARIOS.glob("*.yaml") for who in load(path).scenario.followers.values()]
    crowd = [person.name for person in people()]
    assert len(written) > 8
    assert len(crowd) > 40
    times = Counter(map(first_name, written)) + Counter(set(map(first_name, crowd)))
    assert [name for name in map(first_name, written) if times[name] > 1] == []
