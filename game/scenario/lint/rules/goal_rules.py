"""Goals and good ends: what nobody can reach, what comes too late, what comes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array
from game.model.readings import STAGE_NEEDS
from game.scenario.format.condition_words import in_words
from game.scenario.format.schema_people import Follower, Ready
from game.scenario.format.schema_story import Condition, FollowerCount
from game.scenario.lint.bounds import CLOSE_DAYS
from game.scenario.lint.reach import NEVER, Reach
from game.scenario.lint.rules.subject import Rule, Subject
from game.scenario.problems.phrases import listed
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
        may, must = reach.may(goal.need, evening=True), reach.must(goal.need, evening=True)
        may_begin, must_begin = reach.may(goal.need)[1], reach.must(goal.need)[1]
        evenings = slice(2, last + 2)  # a goal is judged on the morning after
        node = subject.key("goals", name)
        if not may[evenings].any():
            why = blame(goal.need, reach, last, evening=True)
            wanted = goal.need.followers.at_least if goal.need.followers is not None else None
            is_crowded = wanted is not None and wanted > len(subject.followers) + subject.crowd
            hint = "Ask for fewer, or let more people follow." if is_crowded else _way_out(may)
            yield node.problem("goal-unreachable", f"'{name}' can never be reached: {why}.", hint=hint)
        elif must[last + 1] and (must_begin or not may_begin):
            hint = "Ask for something a player has to do."
            yield node.problem("goal-free", f"'{name}' is reached without doing anything.", hint=hint)


def _way_out(may: np.ndarray) -> str:
    first = np.flatnonzero(may[2:])
    if len(first):
        return f"Write by_day: {first[0] + 1} or later, or ask for less."
    return "Ask for less, or give it more days."


def blame(need: Condition, reach: Reach, last: int, *, evening: bool = False) -> str:
    """Which part of a condition never holds up to a day, and why, as a clause.

    Args:
        need: the condition.
        reach: what can happen.
        last: the day.
        evening: whether it is judged of an evening, as goals are, and not of a morning.
    """
    why = _Why(need, reach, last, evening)
    for name, days in reach.clauses(need, evening=evening):
        if not days[why.mornings].any():
            return why.clause(name)
    return f"its parts never hold on the same day up to day {last}"


@dataclass(frozen=True)
class _Why:
    """Why a part of a condition never holds up to a day."""

    need: Condition
    reach: Reach
    last: int
    evening: bool

    @property
    def mornings(self) -> slice:
        """On which it is judged: an evening is judged on the morning after."""
        return slice(2, self.last + 2) if self.evening else slice(1, self.last + 1)

    def clause(self, name: str) -> str:
        """The reason for one part, named as `Reach.clauses` does."""
        kind, _, about = name.partition(" › ")
        if kind == "followers" and self.need.followers is not None:
            return self._count(self.need.followers)
        if kind == "trust":
            return self._trust(about, self.need.trust[about].at_least or 0.0)
        if kind == "happened":
            return self._event(f"'{about}'", self.reach.event[about])
        if kind == "chosen":
            event = self.reach.answers[about]
            return self._event(f"'{about}' answers '{event}', which", self.reach.event[event])
        if kind == "published":
            first = self.reach.content[about]
            return f"'{about}' can never be used" if first >= NEVER else f"'{about}' can be used from day {first}"
        if kind == "not_happened":
            return f"'{about}' has happened by then for certain"
        if kind == "day":
            return f"it asks that {in_words(Condition(day=self.need.day))}, and only days 1 to {self.last} count"
        return {"any_of": "none of the conditions in any_of can hold"}.get(
            kind, "one of the conditions in none_of always holds"
        )

    @staticmethod
    def _event(name: str, first: int) -> str:
        return f"{name} never happens" if first >= NEVER else f"{name} happens on day {first} at the earliest"

    def _trust(self, about: str, wanted: float) -> str:
        """Those who are meant have not come yet, or nobody ever trusts so much."""
        ids, here = list(self.reach.compiled.ids), self.reach.here(evening=self.evening)[:, self.mornings]
        rows = [ids.index(about)] if about in ids else list(range(len(ids)))
        if not here[rows].any():
            comes = int(self.reach.compiled.cast.arrives[rows].min())
            late = f"{about} comes on day {comes}" if about in ids else f"nobody follows before day {comes}"
            return f"it needs {about}'s trust by day {self.last}, and {late}"
        most = 100.0 * float(np.where(here, self.reach.bounds.trust[:, self.mornings], 0.0)[rows].max())
        who = about if about in ids else "anybody"
        return f"it needs {about}'s trust at {wanted:g}, and {most:.0f} is the most {who} gives by day {self.last}"

    def _count(self, count: FollowerCount) -> str:
        """There are too few people, or they come too late, or the days are too few."""
        stage, reach = count.stage, self.reach
        wanted = count.at_least if count.at_least is not None else 1
        people = len(reach.compiled.ids)
        if wanted > people:
            return f"it needs {wanted} followers, but the scenario has {people}"
        may = reach.who(stage, evening=self.evening)[:, self.mornings]
        possible, late = int(may.sum(axis=0).max()), _latecomers(reach, np.logical_not(may.any(axis=1)))
        if stage in STAGE_NEEDS:
            also = f", {possible} at most" if possible else ""
            who = f"nobody{also and ' else'} can become {_a(stage)} so soon{also}"
            return f"{who}: {stage_days(reach, stage)}{late}"
        return f"{wanted} must come to '{stage}', and {possible or 'nobody'} can by day {self.last}{late}"


def _latecomers(reach: Reach, some: Array) -> str:
    """Those among some followers who are not there from the beginning, as the end of a sentence."""
    rows = [i for i, day in enumerate(reach.compiled.cast.arrives) if day > 1 and some[i]]
    late = [f"{reach.compiled.ids[i]} comes on day {int(reach.compiled.cast.arrives[i])}" for i in rows]
    return f"; {listed(late, 3)}" if late else ""


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
            why, hint = f"they arrive on day {who.arrives}, and the game ends on day {days}", "Let them arrive earlier."
        elif not reach.bounds.human[i]:
            why, hint = "the account is a bot, and a bot trusts nobody", "Give them another motive, or happy_end: none."
        elif days - who.arrives + 1 < CLOSE_DAYS:
            why = f"they have {days - who.arrives + 1} days, and even the best talk takes {CLOSE_DAYS}"
            hint = "Let them arrive earlier, or give the game more days."
        else:
            known, wanted = float(reach.bounds.familiarity[i, -1]), float(reach.bounds.happy_familiarity[i])
            enough = known >= wanted
            why = (
                f"they can trust you by {100 * float(reach.bounds.trust[i, -1]):.0f} at most, and "
                f"{100 * float(reach.bounds.happy_trust[i]):.0f} is wanted"
                if enough
                else f"they can get to know you by {known:.1f} in {days - who.arrives + 1} days; {wanted:.1f} is wanted"
            )
            hint = "Give it more days, or give them another motive or happy_end."
        yield node.problem("follower-no-happy-end", f"{who.name} cannot come to a good end: {why}.", hint=hint)


def late_needs(subject: Subject) -> Iterator[Problem]:
    """`need-late`: a need that is over before somebody comes, or begins or is to show after the last day."""
    for name, who in subject.followers.items():
        needs: list[tuple[tuple[str, ...], Ready | None]] = [(("followers", name), who.ready)]
        needs += [(("followers", name, "lives", life), one.ready) for life, one in who.lives.items()]
        for place, ready in needs:
            if ready is not None:
                yield from _late_need(subject, who, ready, (*place, "ready"))
    cast, days = subject.written.cast, subject.written.days
    by = cast.need_shows_by if cast is not None else None
    if by is not None and by >= days:
        message = f"A need is to show by day {by}, and the game ends on day {days}: nobody could be asked after it."
        hint = f"Write need_shows_by: {max(1, days - 2)}, or leave it out."
        yield subject.value("cast", "need_shows_by").problem("need-late", message, hint=hint)


def _late_need(subject: Subject, who: Follower, ready: Ready, place: tuple[str, ...]) -> Iterator[Problem]:
    node, days = subject.key(*place), subject.written.days
    if ready.start > days:
        message = f"{who.name}'s need rises on day {ready.start}, and the game ends on day {days}."
        yield node.problem("need-late", message, hint=f"Write ready: {{from: {max(1, days // 2)}, until: {days}}}.")
    elif ready.until < who.arrives:
        message = f"{who.name}'s need has passed on day {ready.until}, before they arrive on {who.arrives}."
        yield node.problem("need-late", message, hint="Let them arrive earlier, or need it later.")


RULES: tuple[Rule, ...] = (late_goals, unreachable_goals, no_happy_end, late_needs)
