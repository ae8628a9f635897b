"""A facilitator's guide to a scenario or to a room, made of what it teaches and of how people and bots get on in it."""

from dataclasses import dataclass
from pathlib import Path

from game.bots.registry import bots
from game.coach.knowing_when import asking_opens
from game.coach.looking_back.grade import HOW_COUNTED
from game.coach.within_reach import reach
from game.host.debriefing.debrief_questions import questions_for
from game.host.debriefing.ways_told import way_said
from game.host.pages.plan_told import days_said, passed_over_said
from game.host.pages.run_sheet import in_points, run_sheet
from game.host.room.questions import spotlight_of
from game.host.room.room_plan import DEBRIEF_FULL, DEBRIEF_SHORT, OPENING, RoomPlan, planned
from game.host.room.room_state import EACH, TOGETHER, Room
from game.scenario import load
from game.scenario.compiling.compile import Compiled
from game.scenario.format.schema import Scenario
from game.scenario.format.schema_story import WrittenNote
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of

ADVISED_SEED = 21  # of a first room: in First Hello three become ready there, and asking in time is what wins
MOST_LINES = 10  # days that the plan tells one by one
USUAL_MINUTES = 45  # of a workshop for which no other time is named


@dataclass(frozen=True)
class Guide:
    """A guide in parts, for the terminal and for a page."""

    title: str
    summary: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]  # heading, points


def guide_to(path: Path, *, together: bool = False, seed: int | None = None, minutes: int = USUAL_MINUTES) -> Guide:
    """The guide to a scenario.

    Args:
        path: of the scenario.
        together: for a room that votes.
        seed: of the room; left out, nobody is named whose reasons are drawn with each room.
        minutes: that the room has.

    Raises:
        CannotPlay: the scenario has errors.
    """
    return _guide(compiled_of(load(path)), together=together, seed=seed, own_cast=False, minutes=minutes)


def guide_of(room: Room) -> Guide:
    """The guide to a room, with the very people that it meets."""
    opening = room.opening
    return _guide(
        room.begun.compiled, together=not room.each, seed=opening.seed, own_cast=opening.own_cast and room.each,
        minutes=opening.minutes or USUAL_MINUTES,
    )  # fmt: skip


def in_markdown(guide: Guide) -> str:
    """A guide as text."""
    lines = [f"# {guide.title}", "", "\n\n".join(guide.summary), ""]
    for heading, points in guide.parts:
        lines += [f"## {heading}", "", *(f"- {point}" for point in points), ""]
    return "\n".join(lines)


FEW_PEOPLE = (
    "Each way is played once here, with the {count} people of seed {seed}: these are no averages. One purchase more or "
    "less moves a way by several points, and may change the order of two; {others}`courtship duel` compares two ways "
    "over many casts."
)
OTHERS_MEET = "a room with another seed comes to other figures. "


def _guide(compiled: Compiled, *, together: bool, seed: int | None, own_cast: bool, minutes: int) -> Guide:
    scenario = compiled.scenario
    plan = planned(minutes, scenario.days, TOGETHER if together else EACH)
    drawn = ADVISED_SEED if seed is None else seed
    first = begun(compiled, drawn)
    within = reach(compiled, drawn, ways=len(bots()))
    opens = asking_opens(first)
    others = OTHERS_MEET if seed is None or own_cast else ""
    few = FEW_PEOPLE.format(count=len(first.people), seed=drawn, others=others)
    parts = [
        ("What it teaches", tuple(scenario.teaches.values())),
        ("How long it takes", _timings(scenario, plan, together)),
        ("What to say", _to_say(together, own_cast)),
        ("Whom they meet", _people(compiled, first, seed, own_cast)),
        ("What happens", _events(scenario)),
        ("Questions", tuple(f"{question} Likely: {answer}" for question, answer in questions_for(opens, plan.days))),
        ("What may be said in the debrief", _notes(scenario, first, seed, own_cast)),
        (
            "How ways of playing end",
            (few, HOW_COUNTED, *(f"{way_said(bot)}: {score:.0f} of 100" for bot, score in within.scores)),
        ),
    ]
    if together and seed is not None:
        names = ", ".join(first.people[who].name for who in spotlight_of(first) if who in first.people)
        parts.append(("The first votes", (f"They are about {names}.",)))
    if seed is not None and not own_cast:
        sheet = run_sheet(first, plan, each=not together, title=scenario.title)
        parts.insert(2, ("Day by day", in_points(sheet)))
    summary = (scenario.summary, f"{scenario.business.name}: {scenario.business.about}")
    return Guide(f"{scenario.title}: for the facilitator", summary, tuple(part for part in parts if part[1]))


def _notes(scenario: Scenario, first: Playthrough, seed: int | None, own_cast: bool) -> tuple[str, ...]:
    """What the debrief may say; of lives only those that the people of this seed have, and none where nobody knows."""
    known = {} if seed is None or own_cast else {who: person.life for who, person in first.people.items()}

    def fits(note: WrittenNote) -> bool:
        lives = note.when.lives if note.when is not None else {}
        return all(known.get(who, "") in allowed for who, allowed in lives.items())

    return tuple(f"{note.title}: {note.text}" for note in scenario.debrief if fits(note))


def _people(compiled: Compiled, first: Playthrough, seed: int | None, own_cast: bool) -> tuple[str, ...]:
    called = first.setup.speaker.motive
    if own_cast:
        return ("Everybody in this room meets other people: ask on the phones who came.",)
    if seed is None:
        same = begun(compiled, ADVISED_SEED + 1).people
        fixed = [p for who, p in first.people.items() if not p.life and who in same and same[who] == p]
        drawn = (
            "Who comes, and why, is drawn anew for each room. To know them beforehand, give room and guide the same "
            f"seed: courtship host … --seed {ADVISED_SEED}, and courtship guide … --seed {ADVISED_SEED}. The host’s "
            "page has a guide to its own room, too."
        )
        return (drawn, *(f"{p.name}, in every room: {called(p.motive).title}. {p.wants}" for p in fixed))
    return (
        f"These are the people of seed {seed}. Do not tell before the debrief.",
        *(f"{p.name}: {called(p.motive).title}. {p.wants}" for p in first.people.values()),
    )


def _timings(scenario: Scenario, plan: RoomPlan, together: bool) -> tuple[str, ...]:
    begins = [_minute(plan.day_from(day) - OPENING) for day in range(1, plan.days + 2)]
    end = plan.day_from(plan.days + 1) - OPENING
    spans = [(d, d) for d in range(1, plan.days + 1)]
    if plan.days > MOST_LINES:
        spans = [(1, 1), (2, 2), (3, plan.days - 1), (plan.days, plan.days)]
    days = tuple(f"{begins[first - 1]} to {begins[last]}: {days_said(first, last)}" for first, last in spans)
    form = "short form, four steps" if plan.short else "full form, five steps"
    spare = plan.debrief - (DEBRIEF_SHORT if plan.short else DEBRIEF_FULL)
    more = f": {DEBRIEF_SHORT} minutes are enough for it, the other {_minute(spare)} are for talking" if spare else ""
    left_out = passed_over_said(plan, scenario)
    hold = (
        "three votes and a night each, with an event four votes"
        if together
        else "hold each at its end, and release the next one on time"
    )
    return (
        f"This plan takes {_minute(OPENING + end + plan.debrief)} of {plan.minutes} minutes.",
        f"The first {OPENING} minutes, before Start: coming in and the opening",
        "From Start on, by the clock of the host’s page and the projector:",
        *days,
        f"Days take {_minute(plan.a_day)} minutes: {hold}",
        *((f"Then end early. {left_out} Points are told from half of the days on",) if left_out else ()),
        f"{_minute(end)} to {_minute(end + plan.debrief)}: debrief in its {form}{more}",
        "With less time, end early: the debrief works after any day",
    )


def _minute(minute: float) -> str:
    return f"{minute:g}"


def _to_say(together: bool, own_cast: bool) -> tuple[str, ...]:
    how = (
        "“We decide together. Choose on your phone; nobody sees the count before it is closed.”"
        if together
        else "“Each of you meets other people. I open the days for all.”"
        if own_cast
        else "“Each of you plays the same days with the same people. I open the days for all.”"
    )
    return (
        "“You look after the account of a small business. Some people follow it. Find out who they are.”", how,
        "“You cannot lose anything by trying. Nobody sees your name on the screen.”",
        "Nothing about motives, trust or readiness: they are to find that out.",
    )  # fmt: skip


def _events(scenario: Scenario) -> tuple[str, ...]:
    found = tuple(
        f"{f'{event.days_said[0].upper()}{event.days_said[1:]}, ' if event.day else ''}{event.title}: {event.text}"
        for event in scenario.timeline.values()
    )
    return found or ("Nothing but what people do.",)
