"""How each goal of a run ended: who counted, on which day it was decided, and what the nearest others still lacked."""

from dataclasses import replace

import numpy as np

from game.coach.knowing_when import is_question
from game.coach.looking_back.debrief import GoalTold
from game.engine.position import Position
from game.engine.timeline import come_to
from game.model import familiarity, trust
from game.model.readings import STAGE_NEEDS
from game.scenario.compiling.compiled_timeline import HowMany
from game.scenario.format.condition_words import come_to_words
from game.session.playthrough import Playthrough
from game.session.story.goals import goals_seen, named
from game.session.words.numbers_told import counted, listed

NEAREST_TOLD = 3
"""How many are told of who were nearest to counting and did not."""

SAYS_IT = "It "
"""How a sentence begins that says by itself whether and when its goal was reached."""


def goals_told(now: Playthrough) -> tuple[GoalTold, ...]:
    """How each goal ended; of one that counts followers, who they were on the day that decided, and who was missing."""
    goals = zip(now.compiled.scenario.goals.items(), now.compiled.goals, strict=True)
    return tuple(
        GoalTold(goal.title, name in now.reached, _how(now, name, compiled.need.followers, compiled.by_day))
        for (name, goal), compiled in goals
    )


def _how(now: Playthrough, name: str, need: HowMany | None, by_day: int) -> str:
    if need is None or not now.history:
        return ""
    if need.least <= 0:
        return _limit(now, need, by_day)
    day = min(now.reached.get(name, by_day), len(now.history))
    who = _counting(now, need, day)
    if name in now.reached:
        in_vain = _in_vain(now) if need.come_to == "customer" else ""
        reached = f"{SAYS_IT}was reached on day {day}, with {named(who)}.{in_vain}"
        return " ".join(filter(None, (reached, _beside_screen(now, name, who, day))))
    told = f"{_were(need, who, of=need.least)} by day {day}{f': {named(who)}' if who else ''}."
    best, on = max((len(_counting(now, need, played)), -played) for played in range(1, day + 1))
    if best > len(who):
        told += f" It was {counted(best)} on day {-on}."
    return " ".join(filter(None, (told, _beside_screen(now, name, who, day), _missing(now, need, day))))


def _in_vain(now: Playthrough) -> str:
    """How many questions to buy went to people who have not bought, which a goal of a sale does not count; or ""."""
    bought = dict(zip(now.compiled.ids, now.position.ledger.bought[0] > 0.5, strict=True))
    items = (item for played in now.history for item in played.items if item.who and is_question(now, item.move))
    many = sum(not bought[item.who] for item in items)
    if not many:
        return ""
    return f" {counted(many).capitalize()} other question{'s' if many > 1 else ''} to buy went to people who did not."


def _beside_screen(now: Playthrough, name: str, who: list[str], day: int) -> str:
    """Whom the goal named while one played, as far as it showed, and who counted in truth, where the two differ.

    Args:
        now: the run.
        name: of the goal.
        who: first names of those who counted.
        day: on whose evening.
    """
    seen = goals_seen(_evening(now, day)).get(name)
    if seen is None:
        return ""
    shown = [now.people[one].first for one in seen.who]
    wrongly, unseen = [one for one in shown if one not in who], [one for one in who if one not in shown]
    told = []
    if wrongly:
        told.append(f"{listed(wrongly)} seemed to count that evening, and did not.")
    if unseen:
        told.append(f"That {listed(unseen)} counted did not show.")
    return " ".join(told)


def _limit(now: Playthrough, need: HowMany, by_day: int) -> str:
    """Of a goal that allows only so many: who they were, and on which day there was one too many."""
    last = min(by_day, len(now.history))
    for day in range(1, last + 1):
        who = _counting(now, need, day)
        if len(who) > need.most:
            more = f"at most {counted(need.most)} may be" if need.most else "nobody may be"
            return f"{SAYS_IT}was missed on day {day}: {_were(need, who)}, and {more}."
    allowed = f", and at most {counted(need.most)} may be" if need.most else ""
    return f"{_were(need, _counting(now, need, last))} by day {last}{allowed}."


def _were(need: HowMany, who: list[str], of: int = 0) -> str:
    """That some had come to what a goal counts.

    Args:
        need: what the goal counts.
        who: first names of those who had.
        of: how many were wanted, to tell their number instead of their names.
    """
    several = len(who) > 1
    some = f"{counted(len(who))} of {counted(of)}".capitalize() if of and who else named(who) or "Nobody"
    return f"{some} {'were' if several else 'was'} {come_to_words(need.come_to, several=several)}"


def _counting(now: Playthrough, need: HowMany, day: int) -> list[str]:
    """First names of those who counted on the evening of a day."""
    columns = np.flatnonzero(come_to(_evening(now, day), need.come_to)[0])
    return [now.people[now.compiled.ids[column]].first for column in columns]


def _missing(now: Playthrough, need: HowMany, day: int) -> str:
    """Who was nearest to a stage without counting, and what each of them lacked."""
    if need.come_to not in STAGE_NEEDS:
        return ""
    evening = _evening(now, day)
    params = now.compiled.rules.params
    least, familiar, contacts = STAGE_NEEDS[need.come_to]
    trusting = trust(evening.state, evening.people, params)[0]
    known, met = familiarity(evening.state, params)[0], evening.ledger.contacts[0]
    here = (evening.ledger.present[0] > 0.5) & ~come_to(evening, need.come_to)[0] & (met > 0.0)
    near = np.minimum(1.0, trusting / least) + np.minimum(1.0, known / familiar) + np.minimum(1.0, met / contacts)
    found = []
    for column in sorted(np.flatnonzero(here), key=lambda one: -near[one])[:NEAREST_TOLD]:
        lacked = []
        if met[column] < contacts:
            lacked.append(f"met {counted(int(met[column]))} of {counted(contacts)} times")
        if trusting[column] < least:
            lacked.append(f"a trust of {100 * trusting[column]:.0f} where {100 * least:.0f} counts")
        if known[column] < familiar:
            lacked.append("hardly knew you yet")
        found.append(f"{now.people[now.compiled.ids[column]].first} ({', '.join(lacked)})")
    return f"Nearest were: {'; '.join(found)}." if found else ""


def _evening(now: Playthrough, day: int) -> Position:
    """The position on the evening of a day, before the events of the next morning."""
    morning = now.evening_of(day - 1)
    return replace(morning, state=morning.dawn)
