"""What can be shared, what happens, what is to be reached and what is told before, in between and afterwards."""

from collections.abc import Mapping

from game.authoring.sentences.plain_words import and_, further, hours_of, or_, quotes, spaced
from game.files import stopped
from game.scenario.format.condition_words import in_words
from game.scenario.format.schema import AnyScenario
from game.scenario.format.schema_story import (
    Change,
    Content,
    Do,
    Event,
    Goal,
    Hint,
    WrittenChoice,
    WrittenNote,
    WrittenScene,
)


def content(item: Content, names: Mapping[str, str]) -> str:
    """What something to share is, and when it can be."""
    when = f" It can be used when {in_words(item.when, names)}." if item.when else ""
    text = f" “{item.text}”" if item.text else ""
    about = and_(map(spaced, item.about))
    rest = further(item, ("title", "format", "about", "hours", "text", "when"), names)
    made = f"“{item.title}”: a {item.format} about {about}, {hours_of(item.hours)} to make."
    return f"{made}{when}{text}{f' {rest}' if rest else ''}"


def event(one: Event, scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """When something happens, what the player reads, and what each answer brings."""
    start = (
        f"On {one.days_said}" if one.day is not None else f"Once {in_words(one.when, names)}" if one.when else "Never"
    )
    lines = [f"{start}{_or_another(one, scenario)}: “{one.title}”.{f' {one.text}' if one.text else ''}"]
    brings = _brings(one.change, one.do, names)
    if brings:
        lines.append(f"It {and_(brings)}.")
    lines.append(
        further(one, ("title", "day", "give_or_take", "one_of", "when", "text", "change", "do", "choices"), names)
    )
    lines += [f"\n  - {_answer(choice, scenario, names)}" for choice in one.choices]
    return " ".join(line for line in lines if line).replace(" \n", "\n")


def _or_another(one: Event, scenario: AnyScenario) -> str:
    """That a game may have another event in place of this one."""
    others = [f"“{e.title}”" for e in scenario.timeline.values() if one.one_of and e.one_of == one.one_of and e != one]
    return f", in some games; others have {or_(others)}" if others else ""


def goal(one: Goal, scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """What is to be reached, and by when."""
    notes = f" For fellow trainers: {one.notes}" if one.notes else ""
    by_day = min(one.by_day or scenario.days, scenario.days)
    return f"“{one.title}”: by day {by_day}, {in_words(one.need, names)}.{_shows(one.teaches, scenario)}{notes}"


def paragraph(one: WrittenNote, scenario: AnyScenario, names: Mapping[str, str]) -> str:
    """A paragraph of the debrief, and when it is told."""
    when = f" Told only when {in_words(one.when, names)}." if one.when else ""
    return f"“{one.title}”. {one.text}{when}{_shows(one.teaches, scenario)}"


def scene(one: WrittenScene, names: Mapping[str, str]) -> str:
    """A scene before the first day."""
    rest = further(one, ("title", "text"), names)
    return f"“{one.title}”. {one.text}{f' {rest}' if rest else ''}"


def hint(one: Hint, names: Mapping[str, str]) -> str:
    """A hint, and when it is shown."""
    says = [f"From day {one.day} on: “{one.text}”"]
    if one.when:
        says.append(f"Only when {in_words(one.when, names)}.")
    if one.seen:
        says.append(f"Only once this can be seen of somebody: {and_(map(spaced, one.seen))}.")
    if one.after_move:
        says.append(f"Only once “{names.get(one.after_move, one.after_move)}” is planned.")
    if one.until_move:
        says.append(f"Until “{names.get(one.until_move, one.until_move)}” is planned.")
    return " ".join(says)


def _shows(lessons: tuple[str, ...], scenario: AnyScenario) -> str:
    said = quotes(scenario.teaches.get(name, name) for name in lessons)
    return stopped(f" It shows {said}") if lessons else ""


def _answer(choice: WrittenChoice, scenario: AnyScenario, names: Mapping[str, str]) -> str:
    brings = _brings(choice.change, choice.do, names)
    effect = f" It {and_(brings)}." if brings else " It changes nothing."
    reply = f" {choice.reply}" if choice.reply else ""
    return f"“{choice.label}”.{effect}{reply}{_shows(choice.teaches, scenario)}"


def _brings(change: Change | None, do: Do | None, names: Mapping[str, str]) -> list[str]:
    """What an event or answer does, as verbs."""
    found = []
    if change is not None:
        whose = and_("everyone" if who == "everyone" else names.get(who, who) for who in change.who)
        if change.trust:
            found.append(f"{'adds' if change.trust > 0 else 'takes'} {abs(change.trust):g} points of trust ({whose})")
        if change.interest:
            more = "more" if change.interest > 0 else "less"
            found.append(f"makes the offer {abs(change.interest):g} points {more} interesting ({whose})")
        if change.hours_per_day:
            verb = "gives" if change.hours_per_day > 0 else "costs"
            found.append(f"{verb} {hours_of(abs(change.hours_per_day))} of every day from then on")
        if change.hours_today:
            verb = "gives" if change.hours_today > 0 else "costs"
            found.append(f"{verb} {hours_of(abs(change.hours_today))} of that day")
        if change.unlock:
            found.append(f"opens {and_(f'“{names.get(item, item)}”' for item in change.unlock)}")
    if do is not None:
        whom = and_("everyone" if who == "everyone" else names.get(who, who) for who in do.who)
        with_what = f" with “{names.get(do.content, do.content)}”" if do.content else ""
        found.append(f"makes the move “{names.get(do.move, do.move.replace('_', ' '))}”{with_what} towards {whom}")
    return found
