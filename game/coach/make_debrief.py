"""Making the debrief of a run that is over: everything hidden is told, and every figure adds up."""

from dataclasses import replace

import numpy as np

from game.coach.debrief import AskMark, DayMark, Debrief, FollowerDebrief
from game.coach.judgement import Judgement, judge, spells
from game.coach.month_after import epilogue_of
from game.coach.notebook import notebook_score
from game.engine.days import outcome_now
from game.engine.position import Position
from game.engine.timeline import happy_end_of, held_in_the_evening
from game.model import State, comply, readiness, trust
from game.model.arrays import Array
from game.model.moves import ASKS_FROM, SALE_FROM
from game.model.readings import READY
from game.model.signals import Signal
from game.session.history import DayPlayed, move_made
from game.session.playthrough import Playthrough
from game.session.words.line_choice import fill

GOOD, BAD = 0.004, -0.004  # change of trust by a move from which it is marked


def trust_by_day(now: Playthrough) -> Array:
    """Trust of each follower (days + 1, F), 0..100: the morning of day 1, then each evening."""
    params = now.compiled.rules.params
    mornings = [*(d.morning for d in now.history), now.position]
    points = [100.0 * trust(m.dawn, m.people, params)[0] for m in mornings]
    return np.array(points)


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


def ask_marks(now: Playthrough) -> tuple[AskMark, ...]:
    """Every ask that wanted a yes or a no."""
    rules, found = now.compiled.rules, []
    for played in now.history:
        for item in played.items:
            if not item.who or rules.moves.row(item.move).ask < ASKS_FROM:
                continue
            found.append(_ask_mark(now, played, item.who, item.move))
    return tuple(found)


def _ask_mark(now: Playthrough, played: DayPlayed, who: str, move: str) -> AskMark:
    morning, column = played.morning, now.compiled.ids.index(who)
    size = now.compiled.rules.moves.row(move).ask
    params = now.compiled.rules.params
    likelihood = float(comply(size, morning.state, morning.ledger, morning.people, params)[0, column])
    signal = Signal(int(played.day.signals.reaction[0, column]))
    accepted = signal in {Signal.BUYS, Signal.ACCEPTS, Signal.SHARE_PLAIN}
    ready = likelihood >= READY
    if ready:
        occasion = "asked_ready" if accepted else "asked_ready_refused"
    elif accepted:
        occasion = "asked_too_soon_accepted"
    elif morning.people.buys[0, column] < 0.5 and size >= SALE_FROM:
        occasion = "asked_not_buyer"
    elif size >= SALE_FROM and morning.day > morning.people.need_until[0, column]:
        occasion = "asked_late"
    else:
        occasion = "asked_too_soon"
    person = now.people[who]
    text = _sentence(now, occasion, column, first=person.first, name=person.name, day=str(morning.day))
    title = now.setup.speaker.title(move)
    return AskMark(morning.day, who, person.name, move, title, ready, likelihood, accepted, text)


def _sentence(now: Playthrough, occasion: str, turn: int, **words: str) -> str:
    sentences = now.setup.texts.debrief[occasion]
    return fill(sentences[turn % len(sentences)], words)


def day_marks(now: Playthrough, column: int) -> tuple[DayMark, ...]:
    """What was done with a follower, and whether trust rose or fell by it."""
    who, params, found = now.compiled.ids[column], now.compiled.rules.params, []
    for played in now.history:
        item = move_made(played.items, who)
        if item is None or item.move == "look_around":
            continue
        before = trust(played.day.morning, played.morning.people, params)[0, column]
        after = trust(played.day.after_direct, played.morning.people, params)[0, column]
        change = float(after - before)
        quality = "good" if change >= GOOD else "bad" if change <= BAD else "neutral"
        found.append(DayMark(played.morning.day, item.move, now.setup.speaker.title(item.move), quality))
    return tuple(found)


def _standing(now: Playthrough, final: Position, column: int, came: bool, happy_end: str) -> str:
    """How it stands with a follower on the last day, in a sentence."""
    who = now.compiled.ids[column]
    person = now.people[who]
    words = {"first": person.first, "name": person.name, "end": now.setup.texts.ends.get(happy_end, happy_end)}
    if final.people.human[0, column] < 0.5:
        return _sentence(now, "nothing_to_win", column, **words)
    if final.ledger.present[0, column] < 0.5 and final.people.arrives[0, column] <= len(now.history):
        gone = next((t.day for t in reversed(now.story.threads[who]) if t.kind in {"unfollows", "blocks"}), 0)
        pushed = final.state.reactance[0, column] > 0.4
        return _sentence(now, "left_pushed" if pushed else "left", column, **words, day=str(gone))
    if came:
        return _sentence(now, "happy_end_came", column, **words)
    if final.state.elsewhere[0, column] > 0.5:
        return _sentence(now, "bought_elsewhere", column, **words)
    if trust(final.state, final.people, now.compiled.rules.params)[0, column] >= 0.55:
        return _sentence(now, "on_good_terms", column, **words)
    return _sentence(now, "happy_end_missed", column, **words)


def _window(ready: Array) -> tuple[int, int]:
    """First and last day of being ready; 0, 0 when never."""
    days = np.flatnonzero(ready >= READY) + 1
    return (int(days[0]), int(days[-1])) if len(days) else (0, 0)


def _why_followed(now: Playthrough, column: int) -> str:
    """Why somebody followed, and that it may be another reason in another game where they have several lives."""
    person = now.people[now.compiled.ids[column]]
    words = now.setup.texts.motives.get(person.motive)
    names = {"first": person.first, "name": person.name}
    why = fill(words.why_followed, names) if words else now.setup.speaker.motive(person.motive).text
    return f"{why} {_sentence(now, 'other_lives', column, **names)}" if person.life else why


def _follower(now: Playthrough, final: Position, column: int, points: Array, ready: Array) -> FollowerDebrief:
    who = now.compiled.ids[column]
    person = now.people[who]
    words = now.setup.texts.motives.get(person.motive)
    end = happy_end_of(final, column)
    came = bool(final.state.happy[0, column] > 0.5 and final.ledger.present[0, column] > 0.5)
    guess = now.guesses.get(who)
    first, last = _window(ready)
    wants_to_buy = final.people.buys[0, column] > 0.5
    return FollowerDebrief(
        id=who,
        name=person.name,
        look=person.look,
        motive=person.motive,
        motive_title=now.setup.speaker.motive(person.motive).title,
        why_followed=_why_followed(now, column),
        wants=person.wants,
        guess=now.setup.speaker.motive(guess.motive).title if guess else "",
        guess_sure=guess.sure if guess else 0,
        guess_right=guess is not None and guess.motive == person.motive,
        happy_end=now.setup.texts.ends.get(end, end),
        happy_end_text=words.happy_end_text if words and words.happy_end == end else "",
        came=came,
        end=_standing(now, final, column, came, end),
        ready_from=first if wants_to_buy else 0,
        ready_until=last if wants_to_buy else 0,
        trust=tuple(float(v) for v in points),
        marks=day_marks(now, column),
    )


def chances(
    now: Playthrough, column: int, likely: Array, unpushed: Array, *, left: bool = True
) -> tuple[list[bool], list[bool]]:
    """The days on which a follower could be asked: whether each was one of being ready, and whether they were asked.

    Whoever was pushed does not count as less ready for it, unless asked there and then; and whoever has left is still
    missed on the days on which they need what is sold.

    Args:
        now: a playthrough.
        column: number of the follower.
        likely: (days,) likelihood of a yes on each day.
        unpushed: (days,) the same if nothing that was done had made them resist.
        left: whether days on which somebody has left and is missed are chances.
    """
    ready: list[bool] = []
    asked: list[bool] = []
    for day, played in enumerate(now.history):
        morning = played.morning
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
        ready.append(bool((likely if asks else unpushed)[day] >= READY))
        asked.append(asks)
    return ready, asked


def is_question(now: Playthrough, move: str) -> bool:
    """Whether a move asks for a purchase, one of the scenario's own as well."""
    return now.compiled.rules.moves.row(move).ask >= SALE_FROM


def judged(now: Playthrough, likely: Array) -> tuple[Judgement, Judgement]:
    """Judgement over the questions of a run: by days, for d', and by spells, for the criterion.

    Args:
        now: a playthrough.
        likely: (days, F) likelihood of a yes on each day.
    """
    unpushed = readiness_by_day(now, pushed=False)
    by_day, by_spell = [], []
    for c in range(now.compiled.followers):
        by_day.append(chances(now, c, likely[:, c], unpushed[:, c]))
        ready, asked = chances(now, c, likely[:, c], unpushed[:, c], left=False)  # who is gone is no sign of shyness
        by_spell.append(spells(ready, {i for i, a in enumerate(asked, 1) if a}))
    return judge(*_together(by_day)), judge(*_together(by_spell))


def _together(lists: list[tuple[list[bool], list[bool]]]) -> tuple[list[bool], list[bool]]:
    return [r for ready, _ in lists for r in ready], [a for _, asked in lists for a in asked]


def judgement_words(now: Playthrough, days: Judgement, spelled: Judgement) -> str:
    """Two sentences: how well asks were kept to those who were ready, and whether one asks too readily or too rarely.

    Args:
        now: a playthrough, whose language the words are in.
        days: judgement by days; words alone after too few asks.
        spelled: judgement by spells.
    """
    if not days.is_enough:
        first = "discrimination_unknown"
    else:
        d = days.discrimination
        names = ("discrimination_none", "discrimination_low", "discrimination_good", "discrimination_high")
        first = names[(d >= 0.4) + (d >= 1.0) + (d >= 1.8)]
    c = spelled.criterion
    second = "criterion_shy" if c > 0.5 else "criterion_bold" if c < -0.3 else "criterion_even"
    return f"{_sentence(now, first, 0)} {_sentence(now, second, 0)}"


def _buyers_truth(now: Playthrough) -> str:
    buys = now.compiled.rules.motives.columns["buys"] > 0.5
    buyers = int((now.position.people.buys[0] > 0.5).sum())
    guessed = sum(bool(buys[now.compiled.rules.motives.index(g.motive)]) for g in now.guesses.values())
    occasion = "buyers_truth_no_guess" if not now.guesses else (
        "buyers_truth_right" if guessed == buyers else "buyers_truth"
    )  # fmt: skip
    words = {"buyers": str(buyers), "count": str(len(now.people)), "guessed": str(guessed)}
    return _sentence(now, occasion, 0, **words)


def debrief(now: Playthrough) -> Debrief:
    """Everything that is told of a run, over all days played so far."""
    final = now.position
    points, ready = trust_by_day(now), readiness_by_day(now)
    followers = tuple(
        _follower(now, final, c, points[:, c], ready[:, c])
        for c in range(now.compiled.followers)
        if final.people.arrives[0, c] <= max(1, len(now.history))
    )
    later, lives = epilogue_of(now) if now.finished else (final, ())
    result, scenario = outcome_now(later), now.compiled.scenario
    days, spelled = judged(now, ready)
    missed = tuple(
        _sentence(now, "never_asked", i, name=f.name, first=f.name.split()[0],
                  from_day=str(f.ready_from), until_day=str(f.ready_until))
        for i, f in enumerate(followers)
        if f.ready_from and not any(is_question(now, m.move) and m.day >= f.ready_from for m in f.marks)
    )  # fmt: skip
    numbers = now.compiled.numbers
    notes = tuple(
        (n.title, n.text) for n in scenario.debrief if held_in_the_evening(numbers.condition(n.when), final)[0]
    )
    return Debrief(
        title=scenario.title,
        days=len(now.history),
        score=float(result.score[0]),
        people=float(result.people[0]),
        business=float(result.business[0]),
        reading=notebook_score(now),
        by_day=days,
        by_spell=spelled,
        judgement=judgement_words(now, days, spelled),
        followers=followers,
        asks=ask_marks(now),
        missed=missed,
        lessons=notes + tuple((name.replace("_", " ").capitalize(), text) for name, text in scenario.teaches.items()),
        goals=tuple((g.title, name in now.reached) for name, g in scenario.goals.items()),
        manners=float(result.manners[0]),
        epilogue=lives,
        buyers_truth=_buyers_truth(now),
    )
