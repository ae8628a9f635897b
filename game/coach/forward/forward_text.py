"""Habits and where they lead, as text for the command line and as figures."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.coach.forward.forward_values import CopyChecked, EarlierSelf, LookedForward, SidesCompared
from game.intervals import Interval
from game.session.words.numbers_told import figure_told

FAR = 5.0  # points between a player and their copy that are told as a warning


def figures_forward(found: LookedForward) -> dict[str, Any]:
    """All figures, for JSON."""
    return asdict(found)


def text_forward(found: LookedForward) -> str:
    """All that is told, as lines."""
    return "\n".join(_lines(found))


def _lines(found: LookedForward) -> Iterator[str]:
    days = "1 day" if found.days == 1 else f"{found.days} days"
    choices = "1 choice" if found.choices == 1 else f"{found.choices} choices"
    runs = "1 run" if found.runs == 1 else f"{found.runs} runs"
    yield f"Your habits, from {runs}, {days} and {choices} (one person on one morning each)"
    for number, habit in enumerate(found.habits, 1):
        denied = " You have denied this; there the patient bot plays." if habit.denied else ""
        yield f"  {number}. {habit.sentence}{denied}"
    went = found.went
    yield f"If you go on like this: {went.games} fresh game{'' if went.games == 1 else 's'} of {found.title}"
    yield from _side("you", went.you)
    yield from _side("the patient bot", went.patient)
    yield f"  the best of all bots in each game: score {told_figure(went.reach)}"
    yield f"  {lead_told(went.you.lead)}"
    if found.checked is not None:
        yield f"  {check_told(found.checked)}"
    if found.earlier is not None:
        yield from _earlier(found.earlier)


def told_figure(value: Interval, digits: int = 1) -> str:
    """A figure with its interval: "41.2 (40.0 to 42.4)"."""
    mean, low, high = (figure_told(part, digits) for part in (value.mean, value.low, value.high))
    return f"{mean} ({low} to {high})"


def _side(name: str, side: SidesCompared) -> Iterator[str]:
    yield (
        f"  {name}: score {told_figure(side.score)}; in a game {told_figure(side.won)} sales won, "
        f"{told_figure(side.pushed)} pushed away, {told_figure(side.missed)} ready and not asked"
    )


def lead_told(lead: Interval) -> str:
    """How far the habits are from the patient bot's, in a sentence."""
    if lead.low > 0.0:
        return f"In the same games your habits bring {told_figure(lead)} points more than the patient bot’s."
    if lead.high < 0.0:
        less = Interval(-lead.mean, -lead.high, -lead.low)
        return f"In the same games your habits bring {told_figure(less)} points less than the patient bot’s."
    return f"In the same games your habits and the patient bot’s cannot be told apart: {told_figure(lead)} points."


def check_told(checked: CopyChecked) -> str:
    """How far the copy is to be trusted, in a sentence."""
    games = "your finished game" if checked.games == 1 else f"your {checked.games} finished games"
    said = f"The copy of your habits comes to {checked.copy:.1f} with the people of {games}; "
    said += f"you came to {checked.you:.1f}."
    apart = checked.copy - checked.you
    if abs(apart) < FAR:
        return said
    return f"{said} Take the score above as too {'low' if apart < 0.0 else 'high'}: the copy is not you."


def _earlier(found: EarlierSelf) -> Iterator[str]:
    yield "Against your earlier self, with the same people and the same chance"
    yield f"  your first {_runs(found.earlier_runs)}: score {told_figure(found.earlier)}. {found.earlier_asks}"
    yield f"  your last {_runs(found.later_runs)}: score {told_figure(found.later)}. {found.later_asks}"
    yield f"  {earlier_told(found.lead)}"


def _runs(count: int) -> str:
    return "run" if count == 1 else f"{count} runs"


def earlier_told(lead: Interval) -> str:
    """Whether the later habits are better, in a sentence."""
    if lead.low > 0.0:
        return f"Your later habits bring {told_figure(lead)} points more."
    if lead.high < 0.0:
        less = Interval(-lead.mean, -lead.high, -lead.low)
        return f"Your earlier habits brought {told_figure(less)} points more."
    return f"Your earlier and your later habits cannot be told apart: {told_figure(lead)} points."
