"""Conditions (`when`, `need`) as they read aloud. Whether they hold is judged where a game is played."""

from collections.abc import Mapping

from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema import AnyScenario
from game.scenario.format.schema_story import Condition, DayRange, FollowerCount, TrustRange

_PLURAL = {
    "stranger": "strangers",
    "acquaintance": "acquaintances",
    "regular": "regulars",
    "friend": "friends",
    "customer": "customers",
    "advocate": "advocates",
    "partner": "partners",
    "community": "part of the community",
    "lost": "lost",
}
_SINGULAR = {
    "stranger": "a stranger",
    "acquaintance": "an acquaintance",
    "regular": "a regular",
    "friend": "a friend",
    "customer": "a customer",
    "advocate": "an advocate",
    "partner": "a partner",
    "community": "part of the community",
    "lost": "lost",
}


def shown_names(scenario: AnyScenario) -> dict[str, str]:
    """Id -> name as players know it, of all that a condition can name: followers, content, events and answers."""
    found = {name: who.name for name, who in scenario.followers.items()}
    found |= {name: item.title for part in (scenario.content, scenario.timeline) for name, item in part.items()}
    return found | {c.id: c.label for event in scenario.timeline.values() for c in event.choices if c.id}


def come_to_words(stage: str, *, several: bool) -> str:
    """What somebody who has come to a stage or end is called, to follow "was" or "were".

    >>> come_to_words("customer", several=False), come_to_words("lost", several=True)
    ('a customer', 'lost')
    """
    return (_PLURAL if several else _SINGULAR)[stage]


def in_words(condition: Condition, names: Mapping[str, str] = FrozenMap()) -> str:
    """A condition as a clause to follow "when" or "because".

    Args:
        condition: the condition.
        names: id -> name as players know it, of followers, events, answers and content.

    >>> in_words(Condition.model_validate({"day": {"from": "5"}, "trust": {"mara": {"at_least": "60"}}}))
    "it is day 5 or later and mara's trust is 60 or more"
    """
    return " and ".join(_clauses(condition, names)) or "always"


def _clauses(condition: Condition, names: Mapping[str, str]) -> list[str]:
    found = []
    if condition.day:
        found.append(_day_words(condition.day))
    found += [_trust_words(name, bounds, names) for name, bounds in condition.trust.items()]
    if condition.followers:
        found.append(_count_words(condition.followers))
    found += [f"{names.get(who, who)} follows you" for who in condition.following]
    found += [f"“{names.get(event, event)}” has happened" for event in condition.happened]
    found += [f"“{names.get(event, event)}” has not happened" for event in condition.not_happened]
    found += [f"you answered “{names.get(answer, answer)}”" for answer in condition.chosen]
    found += [f"“{names.get(item, item)}” has been posted or shared" for item in condition.published]
    for who, lives in condition.lives.items():
        words = " or ".join(f"“{life.replace('_', ' ')}”" for life in lives)
        found.append(f"{names.get(who, who)} has the life {words}")
    if condition.any_of:
        parts = [in_words(part, names) for part in condition.any_of]
        found.append(parts[0] if len(parts) == 1 else "either " + ", or ".join(parts))
    found += [_denied(in_words(part, names)) for part in condition.none_of]
    return found


def _denied(words: str) -> str:
    """What must not be so.

    >>> _denied("at least 1 follower is lost"), _denied("Mara follows you")
    ('no follower is lost', 'it is not so that Mara follows you')
    """
    one = "at least 1 follower "
    return f"no follower {words.removeprefix(one)}" if words.startswith(one) else f"it is not so that {words}"


def _day_words(days: DayRange) -> str:
    if days.start is not None and days.end is not None:
        return f"it is day {days.start}" if days.start == days.end else f"it is day {days.start} to {days.end}"
    if days.start is not None:
        return f"it is day {days.start} or later"
    return f"it is day {days.end} or earlier" if days.end is not None else "it is any day"


def _bounds_words(at_least: float | None, at_most: float | None) -> str:
    if at_least is not None and at_most is not None:
        return f"{at_least:g}" if at_least == at_most else f"{at_least:g} to {at_most:g}"
    if at_least is not None:
        return f"{at_least:g} or more"
    return f"{at_most:g} or less" if at_most is not None else "anything"


def _trust_words(name: str, bounds: TrustRange, names: Mapping[str, str]) -> str:
    amount = _bounds_words(bounds.at_least, bounds.at_most)
    if name == "average":
        return f"average trust is {amount}"
    if name == "self":
        return f"their own trust is {amount}"
    return f"{names.get(name, name)}'s trust is {amount}"


def _count_words(wanted: FollowerCount) -> str:
    least, most = wanted.at_least, wanted.at_most
    if least is None and most is None:
        least = 1
    if most is None:
        amount = f"at least {least}"
    elif least is None:
        amount = f"at most {most}" if most else "no"
    else:
        amount = _bounds_words(least, most)
    if (least, most) == (1, None):
        return f"at least 1 follower is {_SINGULAR[wanted.stage]}"
    return f"{amount} followers are {_PLURAL[wanted.stage]}"
