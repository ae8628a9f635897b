"""What a scenario leaves out, filled in: the crowd, content made from what people love, a goal, a debrief."""

from collections import Counter
from collections.abc import Iterable, Mapping

from game.scenario.checks.lives_checks import OF_A_LIFE
from game.scenario.checks.references import CROWD
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema import AnyScenario, Scenario, WrittenScenario
from game.scenario.format.schema_people import Archetype, Crowd, Follower, WrittenMotive
from game.scenario.format.schema_story import Condition, Content, FollowerCount, Goal, LineBlock, WrittenNote

MIX: FrozenMap[str, float] = FrozenMap(
    {
        "courtesy": 5.0,
        "curious": 4.0,
        "neighbour": 3.0,
        "buyer": 3.0,
        "seller": 2.0,
        "fan": 1.0,
        "deal_hunter": 1.0,
        "peer": 1.0,
    }
)
"""Shares of motives in a crowd that says nothing else: few of them came for what is sold."""

TOPICS = ("behind_the_scenes", "know_how", "neighbourhood")  # when nobody says what they love
MOST_TOPICS = 6
FEWEST_CARDS = 4
HOURS = {"text": 0.5, "photo": 0.5, "poll": 0.5, "story": 0.75, "video": 1.5, "live": 2.0, "guide": 2.0}
TITLES = {
    "photo": "{Topic} in one picture",
    "video": "A short video about {topic}",
    "story": "A story about {topic}",
    "text": "A few lines about {topic}",
    "poll": "What do you say about {topic}?",
    "live": "{Topic}, live",
    "guide": "A short guide to {topic}",
}
_SPARE_FORMATS = ("photo", "text", "poll", "guide")
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


ANSWERED = ("answer_warm", "answer_short")
"""The signals with which clues are said that ask nothing."""
ASKED = ("question",)
"""The signals with which clues are said that ask something: they wait for an answer, so that one can be given."""


def complete(written: WrittenScenario) -> Scenario:
    """The scenario with everything written out that its author leaves to the game.

    Hidden motives and days of need stay undrawn where the author left them out; chance draws them for each run.
    """
    followers = _followers(written)
    crowd = _crowd(written.crowd)
    parts = {name: getattr(written, name) for name in WrittenScenario.model_fields} | {
        "followers": followers,
        "crowd": crowd,
        "archetypes": _archetypes(written, crowd),
        "content": written.content or _content(followers, written, crowd),
        "goals": written.goals or _goals(len(followers) + crowd.count, written.days),
        "debrief": written.debrief or _debrief(),
        "lines": _lines(written),
    }
    given = {*written.model_fields_set, "followers", "crowd", "archetypes", "content", "goals", "debrief", "lines"}
    return Scenario.model_construct(given, **parts)


def archetypes_of(scenario: AnyScenario) -> Mapping[str, Archetype]:
    """All archetypes a scenario may use: those that ship, and its own, which come first."""
    return {**ARCHETYPES, **scenario.archetypes}


def based(follower: Follower, archetypes: Mapping[str, Archetype], motives: Mapping[str, WrittenMotive]) -> Follower:
    """A follower with whatever their archetype, and then their motive, says and they do not."""
    base = archetypes.get(follower.based_on)
    update: dict[str, object] = {}
    if base is not None:
        update = {
            name: getattr(base, name)
            for name in base.model_fields_set
            if name not in follower.model_fields_set and name in Follower.model_fields and name != "notes"
            and not (follower.lives and name in OF_A_LIFE)
        }  # fmt: skip
    motive = motives.get(str(update.get("motive") or follower.motive))
    if motive is not None and motive.trust is not None and "trust" not in {*update, *follower.model_fields_set}:
        update["trust"] = motive.trust
    return follower.model_copy(update=update) if update else follower


def _followers(scenario: WrittenScenario) -> FrozenMap[str, Follower]:
    archetypes = archetypes_of(scenario)
    people = {name: _alive(based(who, archetypes, scenario.motives)) for name, who in scenario.followers.items()}
    both_ways = {name: _friends(name, people) for name in people}
    return FrozenMap(
        {
            name: who if who.knows == both_ways[name] else who.model_copy(update={"knows": both_ways[name]})
            for name, who in people.items()
        }
    )


def _alive(who: Follower) -> Follower:
    """A follower whose lives have given their words to the lines of the scenario."""
    if not who.lives:
        return who
    said: dict[str, object] = {"clues": (), "lines": FrozenMap()}
    lives = {name: life.model_copy(update=said) for name, life in who.lives.items()}
    return who.model_copy(update={"lives": FrozenMap(lives)})


def _friends(name: str, people: Mapping[str, Follower]) -> tuple[str, ...]:
    """Whom a follower knows: those they name, then those who name them."""
    named = [other for other in people[name].knows if other in people]
    naming = [other for other, who in people.items() if name in who.knows]
    return tuple(other for other in dict.fromkeys(named + naming) if other != name)


def _lines(written: WrittenScenario) -> FrozenMap[str, tuple[LineBlock, ...]]:
    """The lines of the scenario, then those of each life and its clues: said by that follower, and in that life."""
    found = {kind: list(lines) for kind, lines in written.lines.items()}
    for name, who in written.followers.items():
        for number, life in who.lives.items():
            here = Condition(lives=FrozenMap({name: (number,)}))
            for kind, lines in life.lines.items():
                found.setdefault(kind, []).extend(_in_life(line, name, here) for line in lines)
            for clue in life.clues:
                for kind in ASKED if "?" in clue else ANSWERED:
                    found.setdefault(kind, []).append(LineBlock(text=clue, by=(name,), when=here))
    return FrozenMap({kind: tuple(lines) for kind, lines in found.items() if lines})


def _in_life(line: LineBlock, who: str, here: Condition) -> LineBlock:
    when = (
        here
        if line.when is None
        else line.when.model_copy(update={"lives": FrozenMap({**line.when.lives, **here.lives})})
    )
    return line.model_copy(update={"by": (who,), "when": when})


def _archetypes(scenario: WrittenScenario, crowd: Crowd) -> FrozenMap[str, Archetype]:
    """The scenario's archetypes, and those that ship which its crowd is mixed of."""
    mixed = {name: ARCHETYPES[name] for name in crowd.mix if name in ARCHETYPES and name not in scenario.motives}
    return FrozenMap({**mixed, **scenario.archetypes})


def _crowd(crowd: Crowd | None) -> Crowd:
    if crowd is None:
        return Crowd(count=CROWD, mix=MIX)
    return crowd if crowd.mix else crowd.model_copy(update={"mix": MIX})


def _content(followers: Mapping[str, Follower], scenario: WrittenScenario, crowd: Crowd) -> FrozenMap[str, Content]:
    """Cards from the topics people love most, each in the formats those people enjoy."""
    archetypes = archetypes_of(scenario)
    people: list[Follower | Archetype] = [
        *followers.values(),
        *(archetypes[name] for name in crowd.mix if name in archetypes),
    ]
    weight: Counter[str] = Counter()
    for person in people:
        weight.update({topic: love for topic, love in person.loves.items() if love > 0})
    topics = [topic for topic, _ in weight.most_common(MOST_TOPICS)] or list(TOPICS)
    pairs = [(topic, form) for topic in topics for form in _formats(topic, people)[:2]]
    for form in _SPARE_FORMATS:
        pairs += [(topic, form) for topic in topics if len(pairs) < FEWEST_CARDS and (topic, form) not in pairs]
    return FrozenMap({_card_id(topic, form): _card(topic, form) for topic, form in pairs})


def _formats(topic: str, people: Iterable[Follower | Archetype]) -> list[str]:
    """Formats that those who love a topic enjoy, the most wanted first."""
    wanted: Counter[str] = Counter()
    for person in people:
        if topic in person.loves:
            wanted.update(person.formats)
    return [form for form, _ in wanted.most_common()] or ["photo"]


def _card_id(topic: str, form: str) -> str:
    return f"{topic[: 39 - len(form)]}_{form}"


def _card(topic: str, form: str) -> Content:
    words = topic.replace("_", " ").strip()
    title = TITLES[form].format(topic=words, Topic=words[:1].upper() + words[1:])
    return Content.model_validate({"title": title, "format": form, "about": [topic], "hours": HOURS[form]})


def _goals(people: int, days: int) -> FrozenMap[str, Goal]:
    wanted = max(1, min(len(_COUNTS) - 1, round(people / 4)))
    title = f"Win {_COUNTS[wanted]} regular{'s' if wanted > 1 else ''}"
    need = Condition(followers=FollowerCount(stage="regular", at_least=wanted))
    return FrozenMap({"first_regulars": Goal(title=title, need=need, by_day=days)})


def _debrief() -> tuple[WrittenNote, ...]:
    return (
        WrittenNote(
            title="Who came, and why",
            text=(
                "Only some of the people who follow a business came for what it sells. Read the hidden motives now, "
                "and mark the day on which you could have guessed each."
            ),
        ),
        WrittenNote(
            title="What moved their trust",
            text=(
                "Follow one line from the first day to the last. Which turn was your doing, and what would have "
                "happened had you waited a day?"
            ),
        ),
    )
