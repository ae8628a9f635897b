"""What placeholders stand for in talking with somebody, whatever the talk is about."""

from collections.abc import Sequence

from game.scenario.format.schema import Scenario
from game.session.words.personas import Persona, pronoun_words


def words_about(person: Persona, people: Sequence[Persona], scenario: Scenario) -> dict[str, str | Sequence[str]]:
    """The words for each placeholder; where there are several, one of them is drawn.

    Args:
        person: with whom one talks.
        people: everybody of the run.
        scenario: its business and its own words.
    """
    friends = [p.name for p in people if p.id in person.knows] or [p.name for p in people if p.id != person.id]
    business = scenario.business
    return {
        "name": person.name,
        "first": person.first,
        "business": business.name,
        "trade": business.trade,
        "offer": business.offer or f"something from {business.name}",
        "friend": friends or [person.name],
        **pronoun_words(person.pronouns),
        **{name: list(values) for name, values in scenario.words.items()},
    }
