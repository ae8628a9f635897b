"""A facilitator's guide to a scenario, made of what it teaches and of how people and bots get on in it."""

from pathlib import Path

from game.bots.registry import bots
from game.host.pages.within_reach import reach
from game.host.room.questions import spotlight_of
from game.scenario import load
from game.scenario.format.schema import Scenario
from game.session.playthrough import begun
from game.session.runs.resuming import compiled_of

SEED = 7
OPENING, DEBRIEF_SHORT, DEBRIEF_FULL = 5, 5, 25  # minutes
A_DAY_EACH, A_VOTE, A_NIGHT = 4, 1.5, 1.5  # minutes

QUESTIONS = (
    ("Whom did you take for a buyer, and by what?", "Mostly for who was friendly. Friendly is not ready."),
    ("When did you ask first? What had you seen by then?", "On the first or second day, before anything was known."),
    ("What did it cost to ask too early?", "Trust of that person, and of those who know them."),
    ("Whom did you pass over?", "The quiet ones, who were ready and never asked."),
    ("Where in your own week is there a ring in the pocket?", "The first message to every new follower."),
)


def guide_to(path: Path, *, together: bool = False) -> str:
    """The guide as a text in Markdown.

    Args:
        path: of the scenario.
        together: for a room that votes.

    Raises:
        CannotPlay: the scenario has errors.
    """
    compiled = compiled_of(load(path))
    scenario = compiled.scenario
    within = reach(compiled, SEED, ways=len(bots()))
    lines = [
        f"# {scenario.title}: for the facilitator", "", scenario.summary, "",
        f"{scenario.business.name}: {scenario.business.about}", "", "## What it teaches", "",
        *(f"- {text}" for text in scenario.teaches.values()), "", "## How long it takes", "",
        *_timings(scenario, together), "", "## What to say", "", *_to_say(together), "", "## Whom they meet", "",
        *(f"- {f.name}: {f.motive}. {f.wants}" for f in begun(compiled, SEED).people.values()), "",
        "Do not tell before the debrief.", "", "## What happens", "", *_events(scenario), "", "## Questions", "",
        *(f"- {question} Likely: {answer}" for question, answer in QUESTIONS), "", "## What may be said in the debrief",
        "", *(f"- {note.title}: {note.text}" for note in scenario.debrief), "", "## How ways of playing end", "",
        *(f"- {name}: {score:.0f} of 100" for name, score in within.scores), "",
    ]  # fmt: skip
    if together:
        first = ", ".join(begun(compiled, SEED).people[who].name for who in spotlight_of(begun(compiled, SEED))
                          if who in begun(compiled, SEED).people)  # fmt: skip
        lines += [f"With seed {SEED} the first votes are about {first}.", ""]
    return "\n".join(lines)


def _timings(scenario: Scenario, together: bool) -> list[str]:
    day = 3 * A_VOTE + A_NIGHT if together else A_DAY_EACH
    play = round(day * scenario.days)
    return [
        f"- Coming in and the opening: {OPENING} minutes",
        f"- {scenario.days} days of about {day:g} minutes: {play} minutes",
        f"- Debrief: {DEBRIEF_SHORT} minutes in its short form, {DEBRIEF_FULL} in its full one",
        f"- Together {OPENING + play + DEBRIEF_SHORT} to {OPENING + play + DEBRIEF_FULL} minutes",
        "- With less time, end early: the debrief works after any day",
    ]


def _to_say(together: bool) -> list[str]:
    how = (
        "- “We decide together. Choose on your phone; nobody sees the count before it is closed.”"
        if together
        else "- “Each of you plays the same week with the same people. I open the days for all.”"
    )
    return [
        "- “You look after the account of a small business. Some people follow it. Find out who they are.”", how,
        "- “You cannot lose anything by trying. Nobody sees your name on the screen.”",
        "- Nothing about motives, trust or readiness: they are to find that out.",
    ]  # fmt: skip


def _events(scenario: Scenario) -> list[str]:
    found = [f"- {event.title}: {event.text}" for event in scenario.timeline.values()]
    return found or ["- Nothing but what people do."]
