"""Goals and good ends: what nobody can reach, what comes too late, what comes by itself."""

from collections.abc import Iterator

import numpy as np

from game.model.readings import STAGE_NEEDS
from game.scenario.format.schema_people import Follower, Ready
from game.scenario.format.schema_story import Condition
from game.scenario.format.vocabulary import ENDS
from game.scenario.lint.bounds import CLOSE_DAYS
from game.scenario.lint.reach import NEVER, Reach
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.problems import Problem


def late_goals(subject: Subject) -> Iterator[Problem]:
    """`goal-late`: a goal's day lies beyond the last one."""
    days = subject.written.days
    for name, goal in subject.written.goals.items():
        if goal.by_day is not None and goal.by_day > days:
            message = f"'{name}' may be reached by day {goal.by_day}, but the game ends on day {days}."
            node = subject.value("goals", name, "by_day")
            yield node.problem("goal-late", message, hint=f"Write by_day: {days} or less, or leave it out.")


def unreachable_goals(subject: Subject) -> Iterator[Problem]:
    """`goal-unreachable`: no way of playing leads there. `goal-free`: every way does."""
    reach = subject.reach
    for name, goal in subject.written.goals.items():
        last = min(goal.by_day or reach.days, reach.days)
        may, must = reach.may(goal.need), reach.must(goal.need)
        evenings = slice(2, last + 2)  # a goal is judged on the morning after
        node = subject.key("goals", name)
        if not may[evenings].any():
            why = blame(goal.need, reach, last)
            yield node.problem("goal-unreachable", f"'{name}' can never be reached: {why}.", hint=_way_out(may))
        elif must[last + 1] and (must[1] or not may[1]):
            hint = "Ask for something a player has to do."
            yield node.problem("goal-free", f"'{name}' is reached without doing anything.", hint=hint)


def _way_out(may: np.ndarray) -> str:
    first = np.flatnonzero(may[2:])
    return f"Day {first[0] + 1} is the earliest evening." if len(first) else "Ask for less, or give it more days."


def blame(need: Condition, reach: Reach, last: int) -> str:
    """Which part of a condition never holds by the evening of a day, and why, as a clause."""
    for name, days in reach.clauses(need):
        if not days[2 : last + 2].any():
            return _clause(name, need, reach, last)
    return f"its parts never hold on the same day up to day {last}"


def _clause(name: str, need: Condition, reach: Reach, last: int) -> str:
    kind, _, about = name.partition(" › ")
    if kind == "followers" and need.followers is not None:
        return _count_clause(need, reach, last)
    if kind == "trust":
        wanted = need.trust[about].at_least or 0
        most = 100.0 * float(reach.bounds.trust[:, last + 1].max())
        return f"it needs {about}'s trust at {wanted:g}, and {most:.0f} is the most anybody gives by day {last}"
    if kind == "happened":
        first = reach.event[about]
        return f"'{about}' never happens" if first >= NEVER else f"'{about}' happens on day {first} at the earliest"
    if kind == "published":
        first = reach.content[about]
        return f"'{about}' can never be used" if first >= NEVER else f"'{about}' can be used from day {first}"
    if kind == "not_happened":
        return f"'{about}' has happened by then for certain"
    return {"day": f"its days lie outside 1 to {last}", "any_of": "none of the conditions in any_of can hold"}.get(
        kind, "one of the conditions in none_of always holds"
    )


def _count_clause(need: Condition, reach: Reach, last: int) -> str:
    assert need.followers is not None
    stage = need.followers.stage
    wanted = need.followers.at_least if need.followers.at_least is not None else 1
    people = len(reach.compiled.ids)
    if wanted > people:
        return f"it needs {wanted} followers, but the scenario has {people}"
    possible = int(reach.count(stage)[2 : last + 2].max())
    also = f", {possible} at most" if possible else ""
    if stage in STAGE_NEEDS:
        return f"nobody{also and ' else'} can become {_a(stage)} so soon{also}: {stage_days(reach, stage)}"
    if stage in ENDS:
        return f"it needs {wanted} to be {stage}, and {possible} can be by day {last}"
    return f"it needs {wanted} at '{stage}', and there are {possible} at most"


def stage_days(reach: Reach, stage: str) -> str:
    """How many days a stage takes at the least, in words."""
    trust, known, contacts = STAGE_NEEDS[stage]
    row = int(np.argmin(reach.compiled.cast.arrives))
    enough = np.flatnonzero(reach.bounds.familiarity[row] >= known)
    days = max(contacts, int(reach.bounds.days_known[row][enough[0]]) if len(enough) else 0)
    if not len(enough):
        most = float(reach.bounds.familiarity[row].max())
        return f"getting to know each other takes longer than the game (familiarity {most:.1f} of {known:g})"
    return f"it takes {days} days at the least, and trust of {100 * trust:.0f}"


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def no_happy_end(subject: Subject) -> Iterator[Problem]:
    """`follower-no-happy-end`: somebody for whom no way of playing ends well."""
    reach, days = subject.reach, subject.written.days
    happy = reach.bounds.happy()[:, -1]
    for i, (name, who) in enumerate(subject.scenario.followers.items()):
        if who.happy_end == "none" or (who.motive == "bot" and who.happy_end is None) or happy[i]:
            continue
        node = subject.key("followers", name)
        if who.arrives > days:
            why, hint = f"arrives on day {who.arrives}, and the game ends on day {days}", "Let them arrive earlier."
        elif not reach.bounds.human[i]:
            why, hint = "follows as a bot, and a bot trusts nobody", "Give them another motive, or happy_end: none."
        elif days - who.arrives + 1 < CLOSE_DAYS:
            why = f"has {days - who.arrives + 1} days, and even the best talk takes {CLOSE_DAYS}"
            hint = "Let them arrive earlier, or give the game more days."
        else:
            known, wanted = float(reach.bounds.familiarity[i, -1]), float(reach.bounds.happy_familiarity[i])
            enough = known >= wanted
            why = (
                f"can trust you by {100 * float(reach.bounds.trust[i, -1]):.0f} at most, and "
                f"{100 * float(reach.bounds.happy_trust[i]):.0f} is wanted"
                if enough
                else f"can get to know you by {known:.1f} in {days - who.arrives + 1} days, and {wanted:.1f} is wanted"
            )
            hint = "Give it more days, or give them another motive or happy_end."
        yield node.problem("follower-no-happy-end", f"{who.name} cannot come to a good end: {why}.", hint=hint)


def late_needs(subject: Subject) -> Iterator[Problem]:
    """`need-late`: a need that is over before somebody comes, or begins after the last day."""
    for name, who in subject.followers.items():
        needs: list[tuple[tuple[str, ...], Ready | None]] = [(("followers", name), who.ready)]
        needs += [(("followers", name, "lives", life), one.ready) for life, one in who.lives.items()]
        for place, ready in needs:
            if ready is not None:
                yield from _late_need(subject, who, ready, (*place, "ready"))


def _late_need(subject: Subject, who: Follower, ready: Ready, place: tuple[str, ...]) -> Iterator[Problem]:
    node, days = subject.key(*place), subject.written.days
    if ready.start > days:
        message = f"{who.name}'s need rises on day {ready.start}, and the game ends on day {days}."
        yield node.problem("need-late", message, hint=f"Write ready: {{from: {max(1, days // 2)}, until: {days}}}.")
    elif ready.until < who.arrives:
        message = f"{who.name}'s need has passed on day {ready.until}, before they arrive on {who.arrives}."
        yield node.problem("need-late", message, hint="Let them arrive earlier, or need it later.")


RULES: tuple[Rule, ...] = (late_goals, unreachable_goals, no_happy_end, late_needs)
