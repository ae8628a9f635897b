"""The frame: hours, lessons, debrief, pictures, dials."""

from collections.abc import Iterator

from game.scenario.format.dials import DIALS
from game.scenario.lint.reach import changes_of
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem

FAR = 3.0  # times the tested value, or a third of it


def hours(subject: Subject) -> Iterator[Problem]:
    """`hours-short`: making all content takes more than there is. `move-too-long`: a move that fits no day."""
    scenario = subject.written
    gains = [max([0.0, *(c.hours_per_day for c in changes_of(event))]) for event in scenario.timeline.values()]
    most = min(24.0, scenario.business.hours_per_day + sum(gains))
    needed, given = sum(item.hours for item in scenario.content.values()), most * scenario.days
    if needed > given:
        message = f"The content needs {needed:g} hours; {scenario.days} days give {given:g}."
        yield subject.key("content").problem("hours-short", message, hint="Nobody can make all of it; is that meant?")
    for name, move in scenario.moves.items():
        if move.hours is not None and move.hours > most:
            node = subject.value("moves", name, "hours")
            message = f"'{name}' takes {move.hours:g} hours, and a day has {most:g} at most; nobody can make it."
            yield node.problem("move-too-long", message, hint=f"Write hours: {most:g} or less.")


def lessons(subject: Subject) -> Iterator[Problem]:
    """`lesson-untaught`: lessons that no goal, answer or note of the debrief refers to."""
    scenario = subject.written
    lists = [part.teaches for part in scenario.goals.values()]
    lists += [choice.teaches for event in scenario.timeline.values() for choice in event.choices]
    lists += [note.teaches for note in scenario.debrief]
    shown = {lesson for part in lists for lesson in part}
    for name in scenario.teaches:
        if name not in shown:
            message = f"No goal, answer or debrief shows '{name}'."
            hint = f"Write teaches: {name} where it shows, or take the lesson out."
            yield subject.key("teaches", name).problem("lesson-untaught", message, hint=hint)


def debrief(subject: Subject) -> Iterator[Problem]:
    """`debrief-missing`: the default one is told."""
    if not subject.written.debrief:
        message = "There is no debrief; the game tells a general one."
        hint = "Write debrief: with what players should have seen."
        yield subject.key("title").problem("debrief-missing", message, hint=hint)


def pictures(subject: Subject) -> Iterator[Problem]:
    """`picture-no-words`: pictures that say nothing to whoever cannot see them."""
    for shape, node, _ in subject.values:
        if shape.kind != "block" or node.kind != "map":
            continue
        picture = node.get("picture")
        if picture is not None and picture.value.strip() and "picture_alt" in shape.fields:
            words = node.get("picture_alt")
            if words is None or not words.value.strip():
                message = "The picture has no words for players who cannot see it."
                yield picture.problem("picture-no-words", message, hint="Write picture_alt: and what is to be seen.")


def dials(subject: Subject) -> Iterator[Problem]:
    """`model-extreme`: dials far from where the model was tested."""
    for name, value in subject.written.dials.items():
        times = value / DIALS[name].default
        if times >= FAR or times <= 1.0 / FAR:
            message = f"{name} {value:g} is far from {DIALS[name].default:g}, the tested value."
            hint = "Let bots play it, to see whether it still teaches what it should."
            yield subject.key("model", name).problem("model-extreme", message, hint=hint)


RULES: tuple[Rule, ...] = (hours, lessons, debrief, pictures, dials)
