"""A whole scenario in plain sentences, as one would tell it to a colleague."""

from collections.abc import Mapping
from math import inf

from game.authoring.sentences import line_sentences as said
from game.authoring.sentences import people_sentences as people
from game.authoring.sentences import story_sentences as stories
from game.authoring.sentences.plain_words import and_, block, further, hours_of, or_, spaced, with_article
from game.files import stopped
from game.model.cast.motives import BUILT_IN
from game.scenario.format.condition_words import shown_names
from game.scenario.format.schema import AnyScenario, Comparison, NoSingleTrick, Scenario, WrittenReach
from game.scenario.format.schema_people import Follower
from game.scenario.format.schema_story import Event
from game.scenario.format.walk import block_fields
from game.scenario.texts import builtin


def scenario_in_sentences(scenario: AnyScenario, full: Scenario) -> str:
    """The whole scenario with all that its author wrote, a paragraph for each part.

    Args:
        scenario: what is told: as it was written, or complete.
        full: the same, complete; followers are told as they are in it, with what their archetypes say.
    """
    names = names_of(scenario)
    parts = [
        _head(scenario, names),
        block("Before the first day", [stories.scene(one, names) for one in scenario.opening]),
        block("Who follows", [*_people(scenario, full, names), people.crowd(scenario, names), _cast(scenario, names)]),
        block("Kinds of people", [people.archetype(name, one, names) for name, one in scenario.archetypes.items()]),
        block("Motives", [people.motive(name, one, names) for name, one in scenario.motives.items()]),
        block("What can be shared", [stories.content(item, names) for item in scenario.content.values()]),
        block("What happens", [stories.event(one, scenario, names) for one in _by_day(scenario)]),
        block("What is said", said.lines_said(scenario.lines, names)),
        block("Words to draw from", [said.words(name, texts) for name, texts in scenario.words.items()]),
        block("Talks", [said.talk(one, names) for one in scenario.talks.values()]),
        block("Moves", [said.move(name, one, names) for name, one in scenario.moves.items()]),
        block("What is to be reached", [stories.goal(one, scenario, names) for one in scenario.goals.values()]),
        block("What it teaches", scenario.teaches.values()),
        block("Hints", [stories.hint(one, names) for one in scenario.tutorial.values()]),
        block("What is told after the last day", [stories.paragraph(o, scenario, names) for o in scenario.debrief]),
        _contract(scenario, names),
        block("The model", [f"{spaced(dial)}: {by:g} times." for dial, by in scenario.dials.items()]),
    ]
    return "\n\n".join(part for part in parts if part)


def entry_in_sentences(scenario: AnyScenario, entry: str, full: Scenario) -> str:
    """One entry in sentences; an empty text when there is none of that id.

    Args:
        scenario: as it was written, or complete.
        entry: the id of a follower, content, event, goal, archetype, motive, talk, move or hint.
        full: the same scenario, complete.
    """
    names = names_of(scenario)
    if entry in scenario.followers:
        return people.follower(entry, _with_lives(scenario, full, entry), names)
    if entry in scenario.content:
        return stories.content(scenario.content[entry], names)
    if entry in scenario.timeline:
        return stories.event(scenario.timeline[entry], scenario, names)
    if entry in scenario.goals:
        return stories.goal(scenario.goals[entry], scenario, names)
    if entry in scenario.archetypes:
        return people.archetype(entry, scenario.archetypes[entry], names)
    if entry in scenario.motives:
        return people.motive(entry, scenario.motives[entry], names)
    if entry in scenario.talks:
        return said.talk(scenario.talks[entry], names)
    if entry in scenario.moves:
        return said.move(entry, scenario.moves[entry], names)
    return stories.hint(scenario.tutorial[entry], names) if entry in scenario.tutorial else ""


def entries(scenario: AnyScenario) -> tuple[str, ...]:
    """The ids of a scenario about which `entry_in_sentences` has something to say."""
    parts = (
        scenario.followers, scenario.content, scenario.timeline, scenario.goals, scenario.archetypes, scenario.motives,
        scenario.talks, scenario.moves, scenario.tutorial,
    )  # fmt: skip
    return tuple(dict.fromkeys(name for part in parts for name in part))


def names_of(scenario: AnyScenario) -> dict[str, str]:
    """Id -> name as players know it, of followers, content, events, answers and moves, and of motives of its own."""
    own = {name: one.title for part in (scenario.motives, scenario.archetypes) for name, one in part.items()}
    moves = {name: move.title for name, move in scenario.moves.items()}
    titled = {name: title for name, title in own.items() if title}
    return builtin.titles()["move"] | titled | shown_names(scenario) | {n: title for n, title in moves.items() if title}


def _head(scenario: AnyScenario, names: Mapping[str, str]) -> str:
    business = scenario.business
    hours = hours_of(business.hours_per_day)
    lines = [
        f"{scenario.title}{f', by {scenario.author}' if scenario.author else ''}.",
        scenario.summary,
        f"You speak for {business.name}, {with_article(business.trade)}, for {scenario.days} days of {hours}.",
        business.about,
        f"What a customer says yes to: {stopped(business.offer)}" if business.offer else "",
    ]
    known = ("scenario_format", "title", "author", "summary", "days", "business")
    others = {key for key, shape in block_fields(type(scenario)).items() if shape.kind in {"map", "list", "block"}}
    lines += [
        further(business, ("name", "trade", "about", "hours_per_day", "offer"), names),
        further(scenario, {*known, *others}, names),
    ]
    return " ".join(line for line in lines if line)


def _people(scenario: AnyScenario, full: Scenario, names: Mapping[str, str]) -> list[str]:
    return [people.follower(name, _with_lives(scenario, full, name), names) for name in full.followers]


def _with_lives(scenario: AnyScenario, full: Scenario, name: str) -> Follower:
    """A complete follower with the lives as they were written: what is said in a life is a line of the complete one."""
    written = scenario.followers.get(name)
    return full.followers[name].model_copy(update={"lives": written.lives}) if written else full.followers[name]


def _cast(scenario: AnyScenario, names: Mapping[str, str]) -> str:
    if scenario.cast is None:
        return ""
    told = [_wished(name, wish.at_least, wish.at_most, names) for name, wish in scenario.cast.motives.items()]
    told.append(_others_who_buy(scenario, names))
    rest = " ".join([*told, further(scenario.cast, ("motives",), names)]).strip()
    return f"What differs from game to game: {rest}" if rest else ""


def _others_who_buy(scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """Who wants what is sold for a motive that `cast` does not count; "" where it counts none of those, or all."""
    ends = {motive.id: motive.happy_end for motive in BUILT_IN}
    ends |= {name: own.happy_end for name, own in scenario.motives.items() if own.happy_end is not None}
    buying = {name for name, end in ends.items() if end == "customer"}
    counted = buying.intersection(scenario.cast.motives) if scenario.cast else set()
    found = [
        f"{who.name} as {names.get(motive, spaced(motive))}"
        for who in scenario.followers.values()
        for motive in dict.fromkeys((str(who.motive), *(str(life.motive) for life in who.lives.values())))
        if motive in buying - counted
    ]
    if not counted or not found:
        return ""
    return f"That does not count who wants what you sell for another motive, and can buy it: {and_(found)}."


def _wished(motive: str, low: int | None, high: int | None, names: Mapping[str, str]) -> str:
    """How many of those with lives have a motive in each game, as a sentence."""
    parts = [f"at least {low}" if low else "", f"at most {high}" if high is not None else ""]
    many = f"exactly {low}" if low == high else " and ".join(filter(None, parts)) or "any number"
    verb = "has" if low == high == 1 else "have"
    return f"Of the followers, {many} {verb} the motive “{names.get(motive, spaced(motive))}” in each game."


def _by_day(scenario: AnyScenario) -> list[Event]:
    """Events in the order of the days from which they can come; those that wait for something else only, last."""
    return sorted(scenario.timeline.values(), key=_first_day)


def _first_day(event: Event) -> float:
    if event.earliest:
        return event.earliest
    opens = event.when.day.start if event.when is not None and event.when.day is not None else None
    return opens or inf


def _contract(scenario: AnyScenario, names: Mapping[str, str]) -> str:
    lines = []
    for promise in scenario.contract.values():
        if isinstance(promise, Comparison):
            others = or_(promise.than)
            lines.append(
                f"In {promise.games:g} games of a hundred, {promise.better} does better than {others} "
                f"by {promise.points:g} points."
            )
        elif isinstance(promise, WrittenReach):
            whom = "every follower with a name" if promise.every == "follower" else names.get(promise.every, "")
            whom = whom or f"every {spaced(promise.every)}"
            by = "some bot" if promise.by == "any_bot" else promise.by
            lines.append(f"For {whom}, {by} reaches {promise.reaches.replace('_', ' ')}.")
        elif isinstance(promise, NoSingleTrick):
            lines.append(f"No move alone reaches a score of {promise.no_move_alone_reaches:g}.")
    return block("What it promises", lines)
