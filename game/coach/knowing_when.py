"""Who was ready when, who was asked when, and what may be said of it: judgement over the questions of a run."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from game.bots.courted.ready_from import ready_from
from game.coach.judgement import NOBODY, Judgement, OffTheMark, judge, sentences_of, spells
from game.engine.position import Position
from game.model import State, comply, readiness
from game.model.arrays import Array
from game.model.readings import RATHER_YES
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough
from game.session.words.line_choice import fill
from game.session.words.numbers_told import counted


def sentence(now: Playthrough, occasion: str, turn: int, **words: str) -> str:
    """One of the sentences of the debrief for an occasion, its gaps filled. They are English in every language.

    Args:
        now: the playthrough.
        occasion: entry of `debrief` in `assets/builtin/reasons.yaml`.
        turn: 0..; sentences of one occasion come by turns.
        words: what stands in the gaps.
    """
    sentences = now.setup.texts.debrief[occasion]
    return fill(sentences[turn % len(sentences)], words)


def readiness_by_day(now: Playthrough, *, pushed: bool = True) -> Array:
    """Likelihood of a yes to a proposal (days, F), 0..1, on each day before its choices.

    0 for who is not there, and for who has bought: a customer need not be asked again.

    Args:
        now: a playthrough.
        pushed: as they are; if not, as they would be if nothing that was done had made them resist.
    """
    params = now.compiled.rules.params
    rows = [
        readiness(_felt(d.morning, pushed), d.morning.ledger, d.morning.people, params)[0]
        * d.morning.ledger.present[0]
        * (d.morning.ledger.bought[0] < 0.5)
        for d in now.history
    ]
    return np.array(rows).reshape(len(rows), now.compiled.followers)


def _felt(morning: Position, pushed: bool) -> State:
    state = morning.state
    return state if pushed else replace(state, reactance=np.zeros_like(state.reactance))


def asking_opens(now: Playthrough) -> int:
    """The first day on which somebody can be asked to buy, 1..; the day after the last where nothing can be sold."""
    return int(min(now.compiled.rules.moves.asking_opens, now.compiled.scenario.days + 1))


def bar_of(now: Playthrough, morning: Position, column: int, move: str) -> float:
    """The likelihood of a yes from which a question comes at the right time.

    To ask for a purchase it is right once waiting longer gains nothing, which is worked out for the scenario; for
    anything smaller, which can be asked again soon, once they would rather say yes than no. So it is for a purchase,
    too, once somebody's need has passed: no surer day comes for them.

    Args:
        now: the playthrough.
        morning: of the question.
        column: of the follower.
        move: id of the question.
    """
    people = morning.people
    passed = people.buys[0, column] > 0.5 and morning.day > people.need_until[0, column]
    if passed or not is_question(now, move):
        return RATHER_YES
    return float(ready_from(now.compiled)[morning.day])


def ready_by_day(now: Playthrough, likely: Array) -> Array:
    """Who was ready on each day that was played (days, F) boolean: each question judged as in time is on such a day.

    Args:
        now: a playthrough.
        likely: (days, F) of `readiness_by_day`.
    """
    found: Array = likely >= ready_from(now.compiled)[1 : len(likely) + 1, None]
    for played in now.history:
        for item in played.items:
            if item.who and is_question(now, item.move):  # a customer, too, whom nobody need ask again
                column = now.compiled.ids.index(item.who)
                found[played.morning.day - 1, column] |= asked_in_time(now, played, column, item.move)
    return found


def spells_of(ready: Array) -> tuple[tuple[int, int], ...]:
    """First and last day of each spell of being ready.

    Args:
        ready: (days,) boolean.

    >>> spells_of(np.array([True, True, False, True]))
    ((1, 2), (4, 4))
    """
    found: list[tuple[int, int]] = []
    for day in np.flatnonzero(ready) + 1:
        first = found.pop()[0] if found and found[-1][1] == day - 1 else int(day)
        found.append((first, int(day)))
    return tuple(found)


def ready_days(now: Playthrough, column: int, ready: Array) -> frozenset[int]:
    """The days on which somebody who buys such things was ready, and could be asked, 1...

    Args:
        now: a playthrough.
        column: of the follower.
        ready: (days,) boolean, of `ready_by_day`.
    """
    if now.position.people.buys[0, column] <= 0.5:
        return frozenset()
    opens = asking_opens(now)
    return frozenset(int(day) + 1 for day in np.flatnonzero(ready) if day + 1 >= opens)


def never_asked_in_time(now: Playthrough, column: int, days: Collection[int]) -> bool:
    """Whether somebody was ready, was asked to buy at no time at which they were, and did not buy either.

    Days on which no question for a purchase was open yet count for nothing.

    Args:
        now: a playthrough.
        column: of the follower.
        days: on which they were ready to be asked.
    """
    if max(days, default=0) < asking_opens(now) or now.position.ledger.bought[0, column] > 0.5:
        return False
    who = now.compiled.ids[column]
    asked = [(p, i.move) for p in now.history for i in p.items if i.who == who and is_question(now, i.move)]
    return not any(p.morning.day in days or asked_in_time(now, p, column, move) for p, move in asked)


def likelihood_of(now: Playthrough, played: DayPlayed, column: int, move: str) -> float:
    """Likelihood of a yes, 0..1, to a move that asks."""
    morning, size = played.morning, now.compiled.rules.moves.row(move).ask
    yes = comply(size, morning.state, morning.ledger, morning.people, now.compiled.rules.params)
    return float(yes[0, column])


def asked_in_time(now: Playthrough, played: DayPlayed, column: int, move: str) -> bool:
    """Whether the likelihood of a yes to a question was that from which it comes at the right time."""
    return likelihood_of(now, played, column, move) >= bar_of(now, played.morning, column, move)


def chances(now: Playthrough, column: int, unpushed: Array, *, left: bool = True) -> tuple[list[bool], list[bool]]:
    """The days on which a follower could be asked: whether each was one of being ready, and whether they were asked.

    Days on which no question for a purchase is open yet are none.

    Whoever was pushed does not count as less ready for it, unless asked there and then; and whoever has left is still
    missed on the days on which they need what is sold.

    Args:
        now: a playthrough.
        column: number of the follower.
        unpushed: (days,) likelihood of a yes on each day if nothing that was done had made them resist.
        left: whether days on which somebody has left and is missed are chances.
    """
    ready: list[bool] = []
    asked: list[bool] = []
    opens = asking_opens(now)
    for day, played in enumerate(now.history):
        morning = played.morning
        if morning.day < opens:
            continue
        ledger, people, state = morning.ledger, morning.people, morning.state
        if people.arrives[0, column] > morning.day:
            continue
        asks = any(is_question(now, made.move) and made.who == now.compiled.ids[column] for made in played.items)
        free = ledger.bought[0, column] < 0.5
        if ledger.present[0, column] < 0.5:
            needs = people.need_from[0, column] <= morning.day <= people.need_until[0, column]
            if left and needs and free and people.buys[0, column] > 0.5 and state.elsewhere[0, column] < 0.5:
                ready.append(True)
                asked.append(False)
            continue
        ready.append(_was_ready(now, played, column, float(unpushed[day])))
        asked.append(asks)
    return ready, asked


def _was_ready(now: Playthrough, played: DayPlayed, column: int, unpushed: float) -> bool:
    """Whether a follower who is there was ready: for what was asked, as the list of asks says, or else at all."""
    who = now.compiled.ids[column]
    asked = next((i.move for i in played.items if i.who == who and is_question(now, i.move)), "")
    if not asked:
        return bool(unpushed >= ready_from(now.compiled)[played.morning.day])
    return asked_in_time(now, played, column, asked)


def is_question(now: Playthrough, move: str) -> bool:
    """Whether a move asks for a purchase, one of the scenario's own as well."""
    return now.compiled.rules.moves.row(move).for_sale


def judged(now: Playthrough) -> tuple[Judgement, Judgement]:
    """Judgement over the questions of a run: by days, for d', and by spells, for the criterion."""
    unpushed = readiness_by_day(now, pushed=False)
    by_day, by_spell = [], []
    for c in range(now.compiled.followers):
        by_day.append(chances(now, c, unpushed[:, c]))
        ready, asked = chances(now, c, unpushed[:, c], left=False)  # who is gone is no sign of shyness
        by_spell.append(spells(ready, {i for i, a in enumerate(asked, 1) if a}))
    return judge(*_together(by_day)), judge(*_together(by_spell))


def _together(lists: list[tuple[list[bool], list[bool]]]) -> tuple[list[bool], list[bool]]:
    return [r for ready, _ in lists for r in ready], [a for _, asked in lists for a in asked]


def judgement_words(
    now: Playthrough, days: Judgement, spelled: Judgement, missed: int, off: OffTheMark = NOBODY
) -> str:
    """A few sentences: how well asks were kept to those who were ready, and whether one asks too readily or too rarely.

    Args:
        now: a playthrough, whose language the words are in.
        days: judgement by days.
        spelled: judgement by spells.
        missed: how many were ready and never asked.
        off: what became of questions that met nobody ready, and of those who were not asked.
    """
    opens = asking_opens(now)
    if not days.ready + days.unready and len(now.history) < opens:
        never = opens > now.compiled.scenario.days
        return sentence(now, "asked_nobody_never_open" if never else "asked_nobody_closed", 0, day=str(opens))
    words = {
        "right": str(days.hits),
        "asks": str(days.asks),
        "low": counted(round(10 * days.right.low)),
        "high": counted(round(10 * days.right.high)),
        "no_use": str(off.no_use),
        "fair": str(off.fair),
        "yes": "all" if off.fair_yes == off.fair else counted(off.fair_yes) if off.fair_yes else "none",
        "luck": str(off.luck),
    }
    return " ".join(sentence(now, occasion, 0, **words) for occasion in sentences_of(days, spelled, missed, off))
