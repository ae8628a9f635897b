"""Goals: what holds on a morning, in a single game, and how far it has come as far as that shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from game.engine.position import Position
from game.engine.timeline import come_to, held_in_the_evening, holds
from game.model.arrays import Array
from game.scenario.compiling.compiled_timeline import HowMany
from game.scenario.format.condition_words import in_words, shown_names
from game.scenario.format.schema_story import Condition, FollowerCount, Goal
from game.session.view import GoalView
from game.session.words.numbers_told import counted, listed

DRAWS_BACK = frozenset({
    "complaint", "answer_cool", "declines_coldly", "goes_quiet", "buys_elsewhere", "unfollows", "blocks", "tell_closed",
    "tell_turned_away",
})  # fmt: skip
"""What somebody does, or shows, who has had enough of you that night."""
APPROACHED = {"acquaintance": 2, "regular": 4, "friend": 6}
"""Stages that show, by how often you must have turned to somebody before it shows."""
GLAD = 0.0
"""Running mean of what their body says, from which they seem glad rather than put off."""
WHO_COUNTS = {
    "acquaintance": "Counted are those who have met you and rather trust you. It shows: you turned to them twice, and "
    "they seem glad of it.",
    "regular": "Counted are those who have met you three times, know you well and trust you. It shows: you turned to "
    "them four times, and they seem glad of it.",
    "friend": "Counted are those who have met you five times and trust you with almost anything. It shows: you turned "
    "to them six times, and they seem glad of it.",
    "customer": "Counted are those who have bought from you.",
    "lost": "Counted are those who have unfollowed or blocked you.",
    "advocate": "Counted are those who like you well enough to speak for you unasked.",
    "partner": "Counted are those who like you well enough to do business with you.",
    "community": "Counted are those who feel at home with you.",
}
"""By the stage or end that a goal asks for: who counts, and in what it shows."""
NAMES_TOLD = 4


@dataclass(frozen=True)
class GoalSeen:
    """How far a goal that counts followers has come, as far as it shows."""

    who: tuple[str, ...]  # ids of those who count
    wanted: int
    at_most: bool  # whether more than that would miss it
    surely: bool  # whether who counts can be seen for certain

    @property
    def count(self) -> str:
        """The count: “3 of 6”, of a limit “2 so far”; where it may not be so, “6 of 6, it seems”."""
        if self.at_most:
            return f"{len(self.who) or 'none'} so far"
        seems = not self.surely and len(self.who) >= self.wanted
        return f"{self.wanted} of {self.wanted}, it seems" if seems else f"{len(self.who)} of {self.wanted}"


def goals_seen(position: Position) -> Mapping[str, GoalSeen]:
    """How far those goals have come whose followers can be seen to count.

    Args:
        position: of a morning.
    """
    found = {}
    for name, goal in zip(position.compiled.scenario.goals, position.compiled.goals, strict=True):
        need = goal.need.followers
        who = _seen_to_count(position, need) if need is not None else None
        if need is None or who is None:
            continue
        at_most = need.least <= 0
        ids = tuple(position.compiled.ids[column] for column in np.flatnonzero(who))
        found[name] = GoalSeen(ids, need.most if at_most else need.least, at_most, need.come_to not in APPROACHED)
    return found


def _seen_to_count(position: Position, need: HowMany) -> Array | None:
    """Who counts, as far as it shows (F,) boolean; None for what does not show."""
    if need.come_to in {"customer", "lost"}:
        return np.asarray(come_to(position, need.come_to)[0])
    ledger = position.ledger
    here = ledger.present[0] > 0.5
    if need.come_to not in APPROACHED:
        return None
    glad = (ledger.glow[0] >= GLAD) & (ledger.warm[0] >= ledger.cool[0])
    return np.asarray(here & glad & (ledger.contacts[0] >= APPROACHED[need.come_to]))


def goal_views(position: Position, reached: Mapping[str, int], firsts: Mapping[str, str]) -> tuple[GoalView, ...]:
    """The goals, which have been reached, and how far the others have come.

    Args:
        position: of the morning.
        reached: goals that were reached, with their days.
        firsts: the first name of everybody by id.
    """
    scenario, seen = position.compiled.scenario, goals_seen(position)
    names = shown_names(scenario)
    found = []
    for name, goal in scenario.goals.items():
        limit = goal.need.followers is not None and not goal.need.followers.at_least
        until = f"{'until' if limit else 'by'} day {goal.by_day or scenario.days}"
        text = f"Reached when {in_words(goal.need, names)}, {until}."
        counts = WHO_COUNTS.get(goal.need.followers.stage, "") if goal.need.followers else ""
        progress = _progress(seen[name], firsts) if name in seen else ""
        found.append(
            GoalView(
                goal.title, text, name in reached, counts, progress, seen[name].count if name in seen else "", until,
            )
        )  # fmt: skip
    return tuple(found)


def _progress(seen: GoalSeen, firsts: Mapping[str, str]) -> str:
    """How far a goal has come: the count, and who counts."""
    names = named([firsts[who] for who in seen.who])
    told = f"{counted(len(seen.who))} of {'at most ' if seen.at_most else ''}{counted(seen.wanted)}"
    if seen.at_most and not seen.wanted:
        told = counted(len(seen.who))
    shows = "" if seen.surely else ", as far as it shows"
    return f"So far {told}{shows}{f': {names}' if names else ''}."


def named(names: list[str]) -> str:
    """Some names in a row; of many the first ones.

    >>> named(["Mara", "Tom"]), named(["A", "B", "C", "D", "E", "F"])
    ('Mara and Tom', 'A, B, C, D and two more')
    """
    if len(names) > NAMES_TOLD + 1:
        return listed([*names[:NAMES_TOLD], f"{counted(len(names) - NAMES_TOLD)} more"])
    return listed(names) if names else ""


def moved(
    before: Position, after: Position, titles: Mapping[str, str], firsts: Mapping[str, str],
    drew_back: Collection[str] = (),
) -> tuple[str, ...]:  # fmt: skip
    """What a night has changed in the count of goals that are not reached yet, a sentence each.

    Args:
        before: the morning of the day.
        after: the morning that follows.
        titles: of the goals that are told of, by their ids.
        firsts: the first name of everybody by id.
        drew_back: ids of those who did so that night: nobody cheers about them, unless they have surely come to it.
    """
    then, found = goals_seen(before), []
    for name, seen in goals_seen(after).items():
        come = [firsts[who] for who in seen.who if who not in then[name].who and (seen.surely or who not in drew_back)]
        gone = [who for who in then[name].who if who not in seen.who]
        if name not in titles or not (come or gone):
            continue
        changes = [f"{named(come)} {'counts' if len(come) == 1 else 'count'} now"] if come else []
        here = {who: after.ledger.present[0, after.compiled.ids.index(who)] > 0.5 for who in gone}
        for why, still in (("seemed less glad of you than before", True), ("left", False)):
            of_these = [firsts[who] for who in gone if bool(here[who]) == still]
            changes += [f"no longer {named(of_these)}, who {why}"] if of_these else []
        shows = "" if seen.surely else ", as far as it shows"
        found.append(f"Goal “{titles[name]}”: {seen.count}{shows} ({'; '.join(changes)}).")
    return tuple(found)


def goals_apart(goals: Mapping[str, Goal]) -> tuple[Goal, ...]:
    """The goals of a scenario without those that another one asks for besides, by the same day.

    Args:
        goals: of the scenario.
    """
    asked = {name: (_limits(goal.need), goal.by_day) for name, goal in goals.items()}
    return tuple(
        goal
        for name, goal in goals.items()
        if not any(
            other != name and asked[name][1] == day and asked[name][0] < more for other, (more, day) in asked.items()
        )
    )


def _limits(need: Condition) -> frozenset[str]:
    """What a condition asks for, part by part, in words that are the same for the same thing."""
    found = set()
    for key in need.model_fields_set:
        value = getattr(need, key)
        if key == "followers":
            found |= _of_count(value, value.at_least, value.at_most)
        elif key == "none_of":
            for no in value:
                one = no.followers if no.model_fields_set == {"followers"} else None
                plain = one is not None and one.at_least and one.at_most is None
                found |= _of_count(one, None, one.at_least - 1) if one is not None and plain else {f"not {no}"}
        else:
            found.add(f"{key}: {value}")
    return frozenset(found)


def _of_count(count: FollowerCount, least: int | None, most: int | None) -> set[str]:
    """A number of followers as its two limits."""
    limits = {"at least": least, "at most": most}
    return {f"{word} {limit} {count.stage}" for word, limit in limits.items() if limit is not None}


def kept_goals(position: Position) -> frozenset[str]:
    """Goals that hold before anything was done, such as "nobody has left": they are to be kept until their day."""
    named_goals = zip(position.compiled.scenario.goals, position.compiled.goals, strict=True)
    return frozenset(name for name, goal in named_goals if holds(goal.need, position)[0])


def newly_reached(position: Position, reached: Mapping[str, int], kept: frozenset[str]) -> list[str]:
    """Goals reached on the evening that has just passed: the first time they hold, or on their day if to be kept."""
    evening = position.day - 1
    found = []
    for name, goal in zip(position.compiled.scenario.goals, position.compiled.goals, strict=True):
        due = evening == goal.by_day if name in kept else evening <= goal.by_day
        if due and name not in reached and held_in_the_evening(goal.need, position)[0]:
            found.append(name)
    return found
