"""Conditions (`when`, `need`): whether they hold, and how they read aloud. All keys that are written must hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from game.scenario.frozen import FrozenMap
from game.scenario.schema_story import Condition, DayRange, FollowerCount, TrustRange
from game.scenario.vocabulary import ENDS, STAGES

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


class Known(Protocol):
    """What a condition is judged by. `Facts` is the plain way to supply it."""

    @property
    def day(self) -> int:
        """The day, 1.."""

    @property
    def trust(self) -> Mapping[str, float]:
        """Follower id -> trust, 0..100, of those who follow."""

    @property
    def stage(self) -> Mapping[str, str]:
        """Follower id -> stage, or an end."""

    @property
    def ends(self) -> Mapping[str, frozenset[str]]:
        """Follower id -> ends they have come to, beside their stage."""

    @property
    def happened(self) -> frozenset[str]:
        """Ids of events that have happened."""

    @property
    def published(self) -> frozenset[str]:
        """Ids of content that was posted or shared."""

    @property
    def about(self) -> str:
        """Id of the follower that `self` stands for; may be empty."""


@dataclass(frozen=True)
class Facts:
    """The state of a run, as far as conditions may ask for it."""

    day: int  # 1..
    trust: Mapping[str, float] = field(default_factory=FrozenMap)  # id -> 0..100, of those who follow
    stage: Mapping[str, str] = field(default_factory=FrozenMap)  # id -> stage or end
    happened: frozenset[str] = frozenset()  # event ids
    published: frozenset[str] = frozenset()  # content ids
    ends: Mapping[str, frozenset[str]] = field(default_factory=FrozenMap)  # id -> ends come to, beside the stage
    about: str = ""  # the follower `self` stands for


def holds(condition: Condition, facts: Known) -> bool:
    """Whether a condition holds. An empty condition does.

    >>> holds(Condition.model_validate({"day": {"from": 5}}), Facts(day=4))
    False
    """
    return (
        _day_holds(condition.day, facts.day)
        and all(_trust_holds(name, bounds, facts) for name, bounds in condition.trust.items())
        and (condition.followers is None or _count_holds(condition.followers, facts))
        and facts.happened.issuperset(condition.happened)
        and facts.happened.isdisjoint(condition.not_happened)
        and facts.published.issuperset(condition.published)
        and (not condition.any_of or any(holds(part, facts) for part in condition.any_of))
        and not any(holds(part, facts) for part in condition.none_of)
    )


def _day_holds(days: DayRange | None, day: int) -> bool:
    if days is None:
        return True
    return (days.start is None or day >= days.start) and (days.end is None or day <= days.end)


def _trust_holds(name: str, bounds: TrustRange, facts: Known) -> bool:
    values = list(facts.trust.values())
    if name == "anyone":
        return any(_within(value, bounds) for value in values)
    if name == "everyone":
        return bool(values) and all(_within(value, bounds) for value in values)
    if name == "average":
        return bool(values) and _within(sum(values) / len(values), bounds)
    value = facts.trust.get(facts.about if name == "self" else name)
    return value is not None and _within(value, bounds)


def _within(value: float, bounds: TrustRange) -> bool:
    return (bounds.at_least is None or value >= bounds.at_least) and (bounds.at_most is None or value <= bounds.at_most)


def _count_holds(wanted: FollowerCount, facts: Known) -> bool:
    count = sum(_has_come(facts, follower, wanted.stage) for follower in facts.stage)
    at_least = 1 if wanted.at_least is None and wanted.at_most is None else wanted.at_least
    return (at_least is None or count >= at_least) and (wanted.at_most is None or count <= wanted.at_most)


def _has_come(facts: Known, follower: str, wanted: str) -> bool:
    """Whether a follower is at a stage, beyond it, or at an end. Good ends count as regulars, and no one lost does."""
    now = facts.stage[follower]
    ends = facts.ends.get(follower, frozenset()) | ({now} & set(ENDS))
    if wanted in ENDS:
        return wanted in ends
    if "lost" in ends:
        return False
    rank = STAGES.index(now) if now in STAGES else STAGES.index("regular")
    return rank >= STAGES.index(wanted)


def in_words(condition: Condition, names: Mapping[str, str] = FrozenMap()) -> str:
    """A condition as a clause to follow "when" or "because".

    Args:
        condition: the condition.
        names: id -> name as players know it, of followers, events and content.

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
    found += [f"“{names.get(event, event)}” has happened" for event in condition.happened]
    found += [f"“{names.get(event, event)}” has not happened" for event in condition.not_happened]
    found += [f"“{names.get(item, item)}” has been posted or shared" for item in condition.published]
    if condition.any_of:
        parts = [in_words(part, names) for part in condition.any_of]
        found.append(parts[0] if len(parts) == 1 else "either " + ", or ".join(parts))
    found += [f"it is not so that {in_words(part, names)}" for part in condition.none_of]
    return found


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
