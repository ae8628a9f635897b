"""Events, answers and content: what never happens, what nobody can use, what costs nothing."""

from collections.abc import Iterator

from game.scenario.format.schema_story import Event, WrittenChoice
from game.scenario.lint.reach import NEVER
from game.scenario.lint.rules.goal_rules import blame
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.phrases import did_you_mean
from game.scenario.problems.problems import Problem


def dead_events(subject: Subject) -> Iterator[Problem]:
    """`event-dead`: events that no way of playing leads to."""
    days = subject.written.days
    for name, event in subject.written.timeline.items():
        if subject.reach.event[name] <= days:
            continue
        if event.day is not None:
            node, why = subject.value("timeline", name, "day"), f"the game ends on day {days}"
            hint = f"Write day: {days} or less, or give the game more days."
        else:
            node, hint = subject.key("timeline", name), "Ask for something that can be, or take the event out."
            why = blame(event.when, subject.reach, days) if event.when else "it has no beginning"
            why = "it waits for itself" if event.when and name in event.when.happened else why
        yield node.problem("event-dead", f"'{name}' can never happen: {why}.", hint=hint)


def locked_content(subject: Subject) -> Iterator[Problem]:
    """`content-locked`: content that no event opens in time, or whose own condition never holds."""
    reach = subject.reach
    openers = reach.openers()
    for name, item in subject.written.content.items():
        if reach.content[name] <= subject.written.days:
            continue
        asked = [event for event in openers.get(name, ()) if reach.event[event] >= NEVER]
        if asked and len(asked) == len(openers[name]):
            why = f"'{asked[0]}' never happens"
        else:
            why = blame(item.when, reach, reach.days) if item.when else "it is opened too late"
        node = subject.key("content", name)
        yield node.problem(
            "content-locked",
            f"'{name}' can never be used: {why}.",
            hint="Let an event that happens unlock it, or take it out of every unlock:, so that it is open at once.",
        )


def unloved_content(subject: Subject) -> Iterator[Problem]:
    """`content-nobody`: content about nothing that a written follower or archetype loves."""
    people = (*subject.followers.values(), *subject.scenario.archetypes.values())
    loved = {topic for person in people for topic, love in person.loves.items() if love > 0}
    for name, item in subject.written.content.items():
        if loved and not loved & set(item.about):
            only = "; only the crowd may" if subject.crowd else ""
            message = f"None of your followers loves what '{name}' is about ({', '.join(item.about)}){only}."
            yield subject.key("content", name).problem(
                "content-nobody", message, hint="Let somebody love it, or take it as the wrong choice it may be."
            )


def harmless_choices(subject: Subject) -> Iterator[Problem]:
    """`choice-no-cost`: events all of whose answers are harmless."""
    for name, event in subject.written.timeline.items():
        if len(event.choices) >= 2 and not any(_harm(subject, choice) for choice in event.choices):
            message = "Every answer is harmless; a choice teaches more if one costs something."
            hint = "For example: change: {trust: -10}, or {hours_per_day: -0.25}."
            yield subject.key("timeline", name, "choices").problem("choice-no-cost", message, hint=hint)


def obvious_choices(subject: Subject) -> Iterator[Problem]:
    """`choice-obvious`: in three events and more, the best answer always stands at the same place."""
    places = {name: _best(subject, event) for name, event in subject.written.timeline.items() if len(event.choices) > 1}
    if len(places) >= 3 and len(set(places.values())) == 1 and -1 not in places.values():
        place = ("first", "second", "third", "fourth")[next(iter(places.values()))]
        message = f"The best answer is always the {place} one."
        yield subject.key("timeline").problem("choice-obvious", message, hint="Change the order of some answers.")


def single_events(subject: Subject) -> Iterator[Problem]:
    """`event-single`: an event that shares the word of its `one_of` with no other, so that it comes in every game."""
    words = [event.one_of for event in subject.written.timeline.values()]
    for name, event in subject.written.timeline.items():
        if event.one_of and words.count(event.one_of) == 1:
            message = f"No other event has one_of: {event.one_of}, so '{name}' comes in every game."
            others = {word for word in words if word and word != event.one_of}
            hint = did_you_mean(event.one_of, others) or f"Give a second event one_of: {event.one_of}, or take it out."
            yield subject.value("timeline", name, "one_of").problem("event-single", message, hint=hint)


def _harm(subject: Subject, choice: WrittenChoice) -> float:
    """What an answer costs, 0.. ."""
    rows = subject.reach.compiled.rules.moves
    cost = 0.0
    if choice.change is not None:
        change = choice.change
        cost += max(0.0, -change.trust) + max(0.0, -change.interest) + 40.0 * max(0.0, -change.hours_per_day)
        cost += 5.0 * max(0.0, -change.hours_today)
    if choice.do is not None:
        row = rows.row(choice.do.move)
        cost += 30.0 * row.faux_pas + 20.0 * row.selling + 10.0 * max(0.0, row.pressure - 0.3)
    return cost


def _best(subject: Subject, event: Event) -> int:
    """The place of the best answer; −1 when several are equally good."""
    gains = [(max(0.0, c.change.trust) if c.change else 0.0) - _harm(subject, c) for c in event.choices]
    best = max(gains)
    return gains.index(best) if gains.count(best) == 1 else -1


RULES: tuple[Rule, ...] = (
    dead_events, locked_content, unloved_content, harmless_choices, obvious_choices, single_events,
)  # fmt: skip
