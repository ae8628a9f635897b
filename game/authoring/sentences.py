"""A scenario in plain sentences, as one would tell it to a colleague."""

from collections.abc import Iterable, Mapping

from game.scenario.format.condition_words import in_words, shown_names
from game.scenario.format.schema import AnyScenario, Comparison, NoSingleTrick, Scenario, WrittenReach
from game.scenario.format.schema_people import Follower, Life
from game.scenario.format.schema_story import Change, Content, Do, Event, Goal, WrittenChoice

_LOVES = ((75, "very much"), (45, ""), (0, "a little"))
_ENDS = {
    "customer": "to buy", "advocate": "to speak up for you", "partner": "to become a partner",
    "community": "to belong", "none": "none at all",
}  # fmt: skip


def told(scenario: AnyScenario, full: Scenario) -> str:
    """The whole scenario, a paragraph for each part.

    Args:
        scenario: what is told: as it was written, or complete.
        full: the same, complete; followers are told as they are in it, with what their archetypes say.
    """
    parts = [_head(scenario), _cast(scenario, full), _contents(scenario), _timeline(scenario), _goals(scenario)]
    parts += [_lessons(scenario), _contract(scenario)]
    return "\n\n".join(part for part in parts if part)


def told_entry(scenario: AnyScenario, entry: str, full: Scenario) -> str:
    """One follower, content, event or goal, in sentences; an empty text when there is none of that id.

    Args:
        scenario: as it was written, or complete.
        entry: its id.
        full: the same scenario, complete.
    """
    names = names_of(scenario)
    if entry in scenario.followers:
        return follower(entry, full.followers[entry], names)
    if entry in scenario.content:
        return content(scenario.content[entry], names)
    if entry in scenario.timeline:
        return event(scenario.timeline[entry], names)
    if entry in scenario.goals:
        return goal(scenario.goals[entry], scenario, names)
    return ""


def entries(scenario: AnyScenario) -> tuple[str, ...]:
    """The ids of a scenario about which `told_entry` has something to say."""
    return (*scenario.followers, *scenario.content, *scenario.timeline, *scenario.goals)


def names_of(scenario: AnyScenario) -> dict[str, str]:
    """Id -> name as players know it, of followers, content, events, answers and moves."""
    return shown_names(scenario) | {name: move.title for name, move in scenario.moves.items() if move.title}


def follower(name: str, who: Follower, names: Mapping[str, str]) -> str:
    """Who somebody is, what they love, why they follow, and how it may end."""
    from_day = f" from day {who.arrives} on" if who.arrives > 1 else ""
    lines = [f"{who.name} ({name}) follows{from_day}.{f' “{who.bio}”' if who.bio else ''}"]
    loves = [f"{_topic(topic)}{_how_much(love)}" for topic, love in sorted(who.loves.items(), key=lambda p: -p[1])]
    if loves:
        lines.append(f"Loves {_and(loves)}.")
    if who.formats:
        lines.append(f"Likes it as {_or(who.formats)}.")
    lines.append(
        f"Gets closer at a {who.pace} pace"
        + (f", and starts with a trust of {who.trust:g}." if who.trust is not None else ".")
    )
    if who.lives:
        lines.append(f"Each game draws one of {len(who.lives)} lives.")
        lines += [f"\n  - {name.replace('_', ' ').capitalize()}: {_why(life)}" for name, life in who.lives.items()]
        lines.append("\n")
    else:
        lines.append(_why(who))
    if who.happy_end:
        lines.append(f"A good end: {_ENDS[who.happy_end]}.")
    if who.knows:
        lines.append(f"Knows {_and(names.get(other, other) for other in who.knows)}.")
    return " ".join(lines).replace(" \n", "\n").rstrip()


def _why(who: Follower | Life) -> str:
    """Why somebody follows, what they wish for, and when they would say yes."""
    said = [f"Follows as {who.motive.replace('_', ' ')}." if who.motive else "Why, chance decides."]
    if who.wants:
        said.append(f"Wishes: {_stop(who.wants)}")
    if who.ready:
        shift = f", {who.ready.shift} days earlier or later" if who.ready.shift else ""
        said.append(f"Would say yes from day {who.ready.start} to {who.ready.until}{shift}.")
    return " ".join(said)


def content(item: Content, names: Mapping[str, str]) -> str:
    """What something to share is, and when it can be."""
    when = f" It can be used when {in_words(item.when, names)}." if item.when else ""
    text = f" “{item.text}”" if item.text else ""
    about = _and(map(_topic, item.about))
    return f"“{item.title}”: a {item.format} about {about}, {_hours(item.hours)} to make.{when}{text}"


def event(one: Event, names: Mapping[str, str]) -> str:
    """When something happens, what the player reads, and what each answer brings."""
    start = f"On day {one.day}" if one.day is not None else f"Once {in_words(one.when, names)}" if one.when else "Never"
    lines = [f"{start}: “{one.title}”.{f' {one.text}' if one.text else ''}"]
    brings = _brings(one.change, one.do, names)
    if brings:
        lines.append(f"It {_and(brings)}.")
    lines += [f"\n  - {_answer(choice, names)}" for choice in one.choices]
    return " ".join(lines).replace(" \n", "\n")


def goal(one: Goal, scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """What is to be reached, and by when."""
    return f"“{one.title}”: by day {min(one.by_day or scenario.days, scenario.days)}, {in_words(one.need, names)}."


def _head(scenario: AnyScenario) -> str:
    business = scenario.business
    hours = _hours(business.hours_per_day)
    lines = [
        f"{scenario.title}{f', by {scenario.author}' if scenario.author else ''}.",
        scenario.summary,
        f"You speak for {business.name}, {_a(business.trade)}, for {scenario.days} days of {hours}.",
        business.about,
        f"What a customer says yes to: {_stop(business.offer)}" if business.offer else "",
    ]
    return " ".join(line for line in lines if line)


def _cast(scenario: AnyScenario, full: Scenario) -> str:
    names = names_of(scenario)
    lines = [follower(name, who, names) for name, who in full.followers.items()]
    crowd = scenario.crowd
    if crowd is not None and crowd.count:
        total = sum(crowd.mix.values()) or 1.0
        mix = [f"{_topic(name)} {100 * share / total:.0f} %" for name, share in crowd.mix.items() if share]
        lines.append(f"{crowd.count} more follow, made up by the game{f': {_and(mix)}' if mix else ''}.")
    elif crowd is None:
        lines.append("Eight more follow, made up by the game.")
    return _block("Who follows", lines)


def _contents(scenario: AnyScenario) -> str:
    names = names_of(scenario)
    return _block("What can be shared", [content(item, names) for item in scenario.content.values()])


def _timeline(scenario: AnyScenario) -> str:
    names = names_of(scenario)
    ordered = sorted(scenario.timeline.values(), key=lambda one: one.day or 0)
    return _block("What happens", [event(one, names) for one in ordered])


def _goals(scenario: AnyScenario) -> str:
    names = names_of(scenario)
    return _block("What is to be reached", [goal(one, scenario, names) for one in scenario.goals.values()])


def _lessons(scenario: AnyScenario) -> str:
    return _block("What it teaches", list(scenario.teaches.values()))


def _contract(scenario: AnyScenario) -> str:
    lines = []
    for promise in scenario.contract.values():
        if isinstance(promise, Comparison):
            others = _or(promise.than)
            lines.append(
                f"In {promise.games:g} games of a hundred, {promise.better} does better than {others} "
                f"by {promise.points:g} points."
            )
        elif isinstance(promise, WrittenReach):
            whom = "every follower with a name" if promise.every == "follower" else f"every {promise.every}"
            by = "some bot" if promise.by == "any_bot" else promise.by
            lines.append(f"For {whom}, {by} reaches {promise.reaches.replace('_', ' ')}.")
        elif isinstance(promise, NoSingleTrick):
            lines.append(f"No move alone reaches a score of {promise.no_move_alone_reaches:g}.")
    return _block("What it promises", lines)


def _answer(choice: WrittenChoice, names: Mapping[str, str]) -> str:
    brings = _brings(choice.change, choice.do, names)
    effect = f" It {_and(brings)}." if brings else " It changes nothing."
    return f"“{choice.label}”.{effect}{f' {choice.reply}' if choice.reply else ''}"


def _brings(change: Change | None, do: Do | None, names: Mapping[str, str]) -> list[str]:
    """What an event or answer does, as verbs."""
    found = []
    if change is not None:
        whose = _and("everyone" if who == "everyone" else names.get(who, who) for who in change.who)
        if change.trust:
            found.append(f"{'adds' if change.trust > 0 else 'takes'} {abs(change.trust):g} points of trust ({whose})")
        if change.interest:
            more = "more" if change.interest > 0 else "less"
            found.append(f"makes the offer {abs(change.interest):g} points {more} interesting ({whose})")
        if change.hours_per_day:
            verb = "gives" if change.hours_per_day > 0 else "costs"
            found.append(f"{verb} {_hours(abs(change.hours_per_day))} of every day from then on")
        if change.unlock:
            found.append(f"opens {_and(f'“{names.get(item, item)}”' for item in change.unlock)}")
    if do is not None:
        whom = _and("everyone" if who == "everyone" else names.get(who, who) for who in do.who)
        with_what = f" with “{names.get(do.content, do.content)}”" if do.content else ""
        found.append(f"makes the move “{names.get(do.move, do.move.replace('_', ' '))}”{with_what} towards {whom}")
    return found


def _block(title: str, lines: list[str]) -> str:
    return f"{title}:\n" + "\n".join(f"- {line}" for line in lines) if lines else ""


def _how_much(love: float) -> str:
    word = next(word for least, word in _LOVES if love >= least)
    return f" {word}" if word else ""


def _topic(topic: str) -> str:
    return topic.replace("_", " ")


def _hours(hours: float) -> str:
    return "1 hour" if hours == 1 else f"{hours:g} hours"


def _a(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _stop(text: str) -> str:
    return text if text.rstrip()[-1:] in ".!?…”" else f"{text.rstrip()}."


def _and(words: Iterable[str]) -> str:
    return _row(list(words), "and")


def _or(words: Iterable[str]) -> str:
    return _row(list(words), "or")


def _row(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
