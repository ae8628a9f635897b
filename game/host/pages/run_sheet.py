"""A run sheet for the host alone: day by day what happens, what each answer brings, and who is ready in a trial.

It is made of trial games with the very people of the room, so it gives everything away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.followers_told import trust_by_day
from game.coach.looking_back.questions.sign_lesson import SIGNS
from game.host.debriefing.debrief_questions import how_to, minutes_said, steps_timed
from game.host.debriefing.points_told import strongest
from game.host.debriefing.somebody_ready import ReadyTrial, friendly_days, ready_when
from game.host.debriefing.what_happened.courses import Spells
from game.host.debriefing.what_happened.courses_told import shortened, spells_said
from game.host.room.questions import events_asking, spotlight_of
from game.host.room.room_plan import OPENING, RoomPlan, planned
from game.host.room.room_state import EACH, PAGES, SHORT_PAGES, TOGETHER, Room
from game.host.room.shared_game import tried
from game.session.entries import AnswerEvent, EndDay
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, listed

SPOILERS = (
    "Spoilers: for the host alone. Made of trial games with these very people, who are courted and not asked. Ready "
    "is what it is in the debrief; in the games of the room somebody may be ready on other days, or on none."
)
FIRST_DAY = "What do you know of them by now, and from what?"
CLOSED = "Whom would a question hurt today? What would have to come first?"
OPEN_TODAY = "From today you can ask. Whom, and what have you seen that says so?"
OF_EVENT = "What did your answer say to those who only looked on?"
OF_SIGN = "What did you hear last night that you did not know before? What will you do with it?"
LATER = ("Whom have you left waiting, and whom in peace?", "Who has warmed to you, and by what do you see it?")
SEVERAL_VOTES = "Vote on one, close it, then open the other; fewer people are voted on that day."


@dataclass(frozen=True)
class AnswerOnSheet:
    """An answer to an event, and what comes of it."""

    label: str
    outcome: str


@dataclass(frozen=True)
class EventOnSheet:
    """An event that comes on a day."""

    title: str
    text: str
    answers: tuple[AnswerOnSheet, ...]


@dataclass(frozen=True)
class DayOnSheet:
    """A day of the plan."""

    day: int
    minutes: str  # by the clock of the host's page, "10 to 15"
    hold: str
    events: tuple[EventOnSheet, ...]
    several: str  # that two events come on its morning, or may, and what to do then; "" where one at most comes
    ready: tuple[str, ...]  # who is ready on it in the trial
    signs: tuple[str, ...]  # what shows in its night
    question: str  # for the room, when the day is over


@dataclass(frozen=True)
class RunSheet:
    """The whole of it."""

    title: str
    people: tuple[str, ...]  # when each is ready, in sentences
    days: tuple[DayOnSheet, ...]
    warning: str  # that nobody is ready within the plan, or ""
    script: tuple[tuple[str, str], ...]  # step and minutes, what to say
    debrief: str  # how long it takes, "5 minutes"


def run_sheet_of(room: Room) -> RunSheet:
    """The run sheet of a room."""
    plan = room.plan or planned(24 * 60, room.days, EACH if room.each else TOGETHER)
    return run_sheet(room.begun, plan, each=room.each, title=room.opening.title)


def run_sheet(first: Playthrough, plan: RoomPlan, *, each: bool, title: str) -> RunSheet:
    """The run sheet of a game.

    Args:
        first: the first morning.
        plan: of the room.
        each: whether everybody plays; if not, the room votes.
        title: of the room.
    """
    opens = asking_opens(first)
    ready = ready_when(first, each=each)
    games = list(friendly_days(first, plan.days))
    last = tried(games[-1], EndDay())
    people = tuple(_person(last, who, ready.get(who, ())) for who in _buyers(first))
    found = min((spells[0][0] for spells in ready.values()), default=0)
    return RunSheet(
        title=title, people=people,
        days=tuple(_day(morning, last, plan, ready, each=each, opens=opens) for morning in games),
        warning=ReadyTrial(first.setup.seed, found, plan.days).told,
        script=_script(plan, each=each), debrief=minutes_said(plan.debrief),
    )  # fmt: skip


def _script(plan: RoomPlan, *, each: bool) -> tuple[tuple[str, str], ...]:
    """Each step of the debrief with its minutes, which come to those that the plan has for it, and what to say."""
    pages = SHORT_PAGES if plan.short else tuple(range(len(PAGES)))
    timed = steps_timed(pages, plan.debrief)
    return tuple((f"{PAGES[page]}, {minutes_said(timed[page])}", how_to(page, each=each)) for page in pages)


def _buyers(first: Playthrough) -> list[str]:
    buys = first.position.people.buys[0] > 0.5
    return [who for column, who in enumerate(first.compiled.ids) if buys[column]]


def _person(last: Playthrough, who: str, spells: Spells) -> str:
    """When one of those who buy is ready, and what shows it."""
    name = last.people[who].name
    shown = next((item for item in last.story.threads[who] if item.kind in SIGNS), None)
    sign = f" Shows it on day {shown.day}: “{shortened(shown.text)}”" if shown is not None else ""
    when = f"in the trial ready {spells_said(spells)}" if spells else "ready on no day of the trial"
    return f"{name}: {when}.{sign}"


def _day(
    morning: Playthrough, last: Playthrough, plan: RoomPlan, ready: dict[str, Spells], *, each: bool, opens: int
) -> DayOnSheet:
    day = morning.position.day
    begins, ends = plan.day_from(day) - OPENING, plan.day_from(day + 1) - OPENING
    who = [morning.people[one].first for one, spells in ready.items() if any(a <= day <= b for a, b in spells)]
    signs = tuple(
        f"{last.people[one].first}: “{shortened(item.text)}”"
        for one, thread in last.story.threads.items()
        for item in thread
        if item.kind in SIGNS and item.day == day
    )
    events, votes = _events(morning), len(spotlight_of(morning))
    return DayOnSheet(
        day=day, minutes=f"{begins:g} to {ends:g}",
        hold="Hold at its end, release the next on time" if each else f"{votes} votes, then the night",
        events=events, several=_several(morning, each=each), signs=signs,
        ready=(f"{listed(who)} ready in the trial",) if who else (),
        question=_question(day, opens, bool(events), bool(signs)),
    )  # fmt: skip


def _events(morning: Playthrough) -> tuple[EventOnSheet, ...]:
    scenario, fresh = morning.compiled.scenario, morning.position.fresh[0].tolist()
    return tuple(
        EventOnSheet(event.title, event.text, _answers(morning, name))
        for (name, event), comes in zip(scenario.timeline.items(), fresh, strict=True)
        if comes
    )


def _several(morning: Playthrough, *, each: bool) -> str:
    """That events meet on a morning, or may: they are put one after the other, and people give way to them."""
    timeline = morning.compiled.scenario.timeline
    come = [f"“{timeline[name].title}”" for name in events_asking(morning)]
    one_by_one = "Each phone shows the second once the first is answered." if each else SEVERAL_VOTES
    if len(come) > 1:
        return (
            f"{counted(len(come)).capitalize()} events this morning, one after the other: {listed(come)}. {one_by_one}"
        )
    may = [f"“{event.title}”" for name, event in timeline.items() if _may_come(morning, name)]
    if not come or not may:
        return ""
    return f"{listed(may)} may fall on this morning, too, if what was done fits and it has not come yet. {one_by_one}"


def _may_come(morning: Playthrough, name: str) -> bool:
    """Whether an event that hangs on what was done may come on a morning, whenever it comes in the trial game."""
    event, day = morning.compiled.scenario.timeline[name], morning.position.day
    if event.when is None or not event.choices or name in events_asking(morning):
        return False
    days = event.when.day
    return days is None or (days.start or 1) <= day <= (days.end or day)


def _answers(morning: Playthrough, event: str) -> tuple[AnswerOnSheet, ...]:
    """Each answer, its reply, and whose trust it moves that night, where nothing else is done."""
    before, names = trust_by_day(morning)[-1], [morning.people[who].first for who in morning.compiled.ids]
    found = []
    for number, choice in enumerate(morning.compiled.scenario.timeline[event].choices):
        evening = tried(morning, AnswerEvent(event, number))
        for waits in evening.waiting_events():
            evening = tried(evening, AnswerEvent(waits, 0))
        after = trust_by_day(tried(evening, EndDay()))[-1]
        moved = f"Trust that night: {strongest(after - before, names)}."
        found.append(AnswerOnSheet(choice.label, f"{choice.reply} {moved}".strip()))
    return tuple(found)


def _question(day: int, opens: int, event: bool, sign: bool) -> str:
    if day == opens:
        return OPEN_TODAY
    if event:
        return OF_EVENT
    if sign:
        return OF_SIGN
    if day == 1:
        return FIRST_DAY
    return CLOSED if day < opens else LATER[day % len(LATER)]


def in_points(sheet: RunSheet) -> tuple[str, ...]:
    """The days as points of a printed guide."""
    return (SPOILERS, *([sheet.warning] if sheet.warning else []), *sheet.people, *map(_day_said, sheet.days))


def _day_said(day: DayOnSheet) -> str:
    events = [
        f"“{event.title}”: " + " ".join(f"{answer.label}: {answer.outcome}" for answer in event.answers)
        for event in day.events
    ]
    several = filter(None, (day.several,))
    ready = (f"{text}." for text in day.ready)
    parts: Sequence[str] = (*several, *events, *ready, *day.signs, f"Ask after it: {day.question}")
    return f"Day {day.day}, minutes {day.minutes}. {' '.join(parts)}"
