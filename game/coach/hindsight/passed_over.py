"""Who was passed over: ready by the truth, asked at no such time, and lost; with the day for a question.

Only days on which they were ready are weighed. A question is worth the difference of two games that a patient player
plays on, one with that question and one without, in which that person is asked on no day after it: so it is set
against never asking, and a day is worth most where a yes was likeliest by what could be known.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.marked_decision import REST, ChoiceWorth, MarkedDecision, in_place_of
from game.coach.hindsight.mirror_said import AGAINST_IT, FOR_IT, said_of_question
from game.coach.hindsight.other_choices import ASK, OtherChoice, best_of, questions
from game.coach.hindsight.review_told import Part
from game.coach.hindsight.what_if import believed, play_on, true_worlds
from game.coach.knowing_when import is_question, never_asked_in_time, readiness_by_day, ready_by_day, ready_days
from game.engine.position import Position
from game.session.history import move_made
from game.session.planning import plan_of
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import listed_days

Ended = Literal["elsewhere", "left", "over", "open"]
"""What became of being ready: the need was met elsewhere, they left, it passed, or they were ready on the last day."""


@dataclass(frozen=True)
class PassedOver:
    """Somebody who was ready, and was asked at no such time."""

    decision: MarkedDecision  # of the best day for a question, which is its other choice
    ready_on: tuple[int, ...]  # all days on which they were ready
    asked_on: tuple[int, ...]  # days on which they were asked to buy, none of them such a day
    most: float  # 0..1, the highest P(ready) on any of those days
    ended: Ended
    ended_on: int  # the day by which it had ended; of the last ready day where they were still ready

    @property
    def known(self) -> bool:
        """Whether it could have been known: the date mirror spoke for a question, or left open one surely worth it."""
        return self.decision.spoken_for or (not self.decision.spoken_against and self.decision.known.low > 0.0)


def passed_over(now: Playthrough, belief: Belief, pairs: int) -> tuple[PassedOver, ...]:
    """Everybody who was passed over: first those of whom it could have been known, the dearest first.

    Whom nobody could have asked on any of these days, not even in place of another move, is left out.

    Args:
        now: the playthrough.
        belief: of it, with worlds of all its mornings.
        pairs: of games for each day, an even number.
    """
    ready, found = ready_by_day(now, readiness_by_day(now)), []
    for column in range(now.compiled.followers):
        days = sorted(ready_days(now, column, ready[:, column]))
        if not never_asked_in_time(now, column, days):
            continue
        decision = _best_day(now, belief, column, days, pairs)
        if decision is None:
            continue
        who = now.compiled.ids[column]
        asked = [p.morning.day for p in now.history for i in p.items if i.who == who and is_question(now, i.move)]
        most = max(float(belief.ready[day - 1, column]) for day in days)
        found.append(
            PassedOver(decision, tuple(days), tuple(asked), most, *_ended(now, column, decision.day, days[-1]))
        )
    return tuple(sorted(found, key=lambda one: (not one.known, -one.decision.known.lost, one.decision.day)))


def _best_day(now: Playthrough, belief: Belief, column: int, days: list[int], pairs: int) -> MarkedDecision | None:
    """The day on which a question was worth most by what could be known; chosen by every second game of each day.

    A day for which the date mirror spoke comes before one that it left open, and that before one it advised against.
    """
    who = now.compiled.ids[column]
    best: tuple[float, int, ChoiceWorth, tuple[OtherChoice, ...]] | None = None
    for day in _best_shown(now, who, days):
        others = tuple(questions(now, now.history[day - 1], who))
        if not others:
            continue
        worlds = believed(now.history[day - 1].morning, belief.worlds[day])
        chosen_by, worth = _worth(now, day, column, others, worlds)
        if best is None or chosen_by > best[0]:
            best = chosen_by, day, worth, others
    if best is None:
        return None
    _, day, worth, others = best
    played = now.history[day - 1]
    same = tuple(other for other in others if other.instead == worth.instead)
    true = _worth(now, day, column, same, true_worlds(played.morning, pairs))[1]
    item = move_made(played.items, who)
    return MarkedDecision(
        day, who, now.people[who].name, item.move if item else REST, worth, true,
        float(belief.ready[day - 1, column]), ready=True, early=False, won=False,
        alone=all(one.who for one in played.items), mirror=said_of_question(played, who, ASK),
    )  # fmt: skip


def _best_shown(now: Playthrough, who: str, days: list[int]) -> list[int]:
    """Those of some days on which a question can be put, and of which the date mirror said the best."""

    def shown(day: int) -> int:
        agreed = said_of_question(now.history[day - 1], who, ASK) or 0
        return (agreed >= AGAINST_IT) + (agreed >= FOR_IT)

    possible = [day for day in days if any(True for _ in questions(now, now.history[day - 1], who))]
    most = max(map(shown, possible), default=0)
    return [day for day in possible if shown(day) == most]


def _worth(
    now: Playthrough, day: int, column: int, others: tuple[OtherChoice, ...], worlds: Position
) -> tuple[float, ChoiceWorth]:
    """What the best of some questions is worth against never asking: by the games that choose, and by the others."""
    played = now.history[day - 1]
    plans = [played.plan, *(plan_of(played.morning, other.items) for other in others)]
    made, *rest = play_on(worlds, plans, column, unasked=True)
    gain = np.array([played_on.score for played_on in rest]) - made.score
    return float(gain[:, ::2].mean(axis=1).max()), best_of(others, made, rest)


def _ended(now: Playthrough, column: int, best: int, last: int) -> tuple[Ended, int]:
    """What became of being ready after the best day for a question, and by which day."""
    mornings = [*(played.morning for played in now.history[best:]), now.position]
    for number, morning in enumerate(mornings, best + 1):
        if morning.state.elsewhere[0, column] > 0.5:
            return "elsewhere", number
        if morning.ledger.present[0, column] < 0.5:
            return "left", number
    return ("open", last) if last == len(now.history) else ("over", last)


def passed_parts(now: Playthrough, one: PassedOver) -> tuple[Part, ...]:
    """What is said of somebody who was passed over."""
    first = now.people[one.decision.follower].first
    return (_asked(one), _by_the_signs(now, one, first), _what_became(now, one, first))


def _asked(one: PassedOver) -> Part:
    name = one.decision.name
    if not one.asked_on:
        return ("passed_never_asked", f"You never asked {name}.")
    days = listed_days(one.asked_on)
    return ("passed_asked_otherwise", f"You asked {name} on {days}, and they were ready on none of these days.")


def _by_the_signs(now: Playthrough, one: PassedOver, first: str) -> Part:
    known = one.decision.known
    if not one.known:
        when = _days(one.ready_on)
        words = f"{first} was ready {when}, but what showed never spoke for asking: nobody could have known."
        return ("passed_unknown", words)
    said = f"On day {one.decision.day} all that had shown {one.decision.leaning}"
    instead = in_place_of(now, known.instead)
    instead = f",{instead}," if instead else ""
    if known.low <= 0.0:
        return ("passed_likely", f"{said}; what a question then{instead} was worth cannot be told from chance.")
    worth = f"{known.lost:.1f} points"
    return ("passed_known", f"{said}: a question then{instead} was worth about {worth} against never asking.")


def _days(days: tuple[int, ...]) -> str:
    """The days in words.

    >>> _days((4,)), _days((4, 5, 6)), _days((4, 6))
    ('on day 4', 'from day 4 to 6', 'on 2 days between day 4 and 6')
    """
    if len(days) == 1:
        return f"on day {days[0]}"
    if days[-1] - days[0] == len(days) - 1:
        return f"from day {days[0]} to {days[-1]}"
    return f"on {len(days)} days between day {days[0]} and {days[-1]}"


def _what_became(now: Playthrough, one: PassedOver, first: str) -> Part:
    by = f"By day {one.ended_on}" if one.ended_on <= len(now.history) else "In the end"
    words = {
        "elsewhere": f"{by} the need was met elsewhere.",
        "left": f"{by} {first} had left.",
        "over": f"After day {one.ended_on} a yes was likely no more.",
        "open": f"On the last day {first} was still ready.",
    }
    return (f"passed_{one.ended}", words[one.ended])
