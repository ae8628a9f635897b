"""A room's plan in sentences: which days are played, which are not, and what that means for their events."""

from collections.abc import Collection

from game.host.room.room_plan import DEBRIEF_FULL, DEBRIEF_SHORT, RoomPlan
from game.host.room.room_state import DEBRIEF, LOBBY, NIGHT, PLAY, Room
from game.scenario.format.schema import Scenario

MOST_EVENTS = 2  # named that a plan leaves out


def days_said(first: int, last: int) -> str:
    """Some days in words.

    >>> days_said(3, 3), days_said(1, 2), days_said(3, 7)
    ('day 3', 'days 1 and 2', 'days 3 to 7')
    """
    if first >= last:
        return f"day {last}"
    return f"days {first} {'and' if last == first + 1 else 'to'} {last}"


def played_said(plan: RoomPlan) -> str:
    """Which days the plan plays: all of them up to the last, one after the other."""
    days = days_said(1, plan.days)
    each = " each" if plan.days > 1 else ""
    return f"{days[0].upper()}{days[1:]} {'are' if each else 'is'} played, {plan.a_day:g} minutes{each}."


def passed_over_said(plan: RoomPlan, scenario: Scenario, brought: Collection[str] = ()) -> str:
    """Which days the plan leaves out, and the events that stand on them; "" where all are played.

    Args:
        plan: of the room.
        scenario: that it plays.
        brought: ids of the events that the host has brought, which come in spite of it.
    """
    if plan.days >= scenario.days:
        return ""
    days = days_said(plan.days + 1, scenario.days)
    told = f"{days[0].upper()}{days[1:]} {'is' if plan.days + 1 == scenario.days else 'are'} not played."
    late = {name: e for name, e in scenario.timeline.items() if (e.earliest or 0) > plan.days and name not in brought}
    missed = [f"“{e.title}” ({e.days_said})" for e in late.values()]
    if len(missed) > MOST_EVENTS:
        missed = [*missed[:MOST_EVENTS], f"{len(missed) - MOST_EVENTS} more events"]
    if missed:
        comes, it = ("does", "it") if len(missed) == 1 else ("do", "them")
        names = " and ".join(filter(None, (", ".join(missed[:-1]), missed[-1])))
        told += f" {names} {comes} not come, unless you bring {it} earlier."
    return told


def plan_said(room: Room) -> str:
    """What the host reads of the plan before the start, and on the last day that is played; "" otherwise."""
    plan = room.plan
    if plan is None or room.stage == DEBRIEF:
        return ""
    left_out = passed_over_said(plan, room.begun.compiled.scenario, {step.event for step in room.brought})
    if room.stage == LOBBY:
        form = f"{DEBRIEF_SHORT} minutes are enough" if plan.short else f"{DEBRIEF_FULL} in its full form"
        return f"Plan: {played_said(plan)} {left_out} Then the debrief ({form}).".replace("  ", " ")
    if not left_out or room.day < plan.days:
        return ""
    if room.day == plan.days:
        return f"By the plan this day is the last: press End early after it. {left_out}"
    return f"By the plan day {plan.days} was the last, and the debrief is due: press End early."


def plan_is_over(room: Room) -> bool:
    """Whether all days of a plan that leaves some out have been played: a debrief is what comes next, and no day."""
    plan = room.plan
    if plan is None or plan.days >= room.days or room.stage not in {PLAY, NIGHT}:
        return False
    if room.stage == NIGHT:
        return room.day >= plan.days
    games = [guest.now for guest in room.here if guest.now is not None]
    return bool(games) and all(len(now.history) >= plan.days for now in games)


def days_planned(room: Room) -> int:
    """How many days the room is to play: those of its plan as long as it keeps to it, else all of the scenario."""
    plan = room.plan
    return plan.days if plan is not None and room.day <= plan.days else room.days
