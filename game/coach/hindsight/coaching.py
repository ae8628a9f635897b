"""The coach at work: first what could be known of everybody, then the review of all decisions, with progress."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.coach.hindsight.belief import PARTICLES, Belief, believe
from game.coach.hindsight.coached import BeliefCurve, Coached, DecisionWorth, Fans, ReviewedDecision
from game.coach.hindsight.judged_guesses import guesses_summed_up, judged_guesses
from game.coach.hindsight.marked_decision import (
    ChoiceWorth,
    MarkedDecision,
    asks,
    choice_title,
    in_place_of,
)
from game.coach.hindsight.notebook import forecast, known_sentence, notebook_score, perfect_score
from game.coach.hindsight.other_choices import plans_of, question_plans
from game.coach.hindsight.passed_over import PassedOver
from game.coach.hindsight.review import review
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import FIRST_PAIRS, bands_of, believed, play_on, true_worlds
from game.engine.position import DayPlan
from game.model.arrays import Array
from game.session.date_lines import DateLine
from game.session.history import move_made
from game.session.playthrough import Playthrough
from game.session.seen.make_view import make_view
from game.session.view import Guess

QUICK_PARTICLES, QUICK_PAIRS = 300, 16
"""Of the first look, which is told as soon as it is there and gives way to the whole."""


def coach(
    now: Playthrough,
    mornings: Mapping[int, Playthrough],
    tell: Callable[[Coached], None],
    particles: int = PARTICLES,
    pairs: int = FIRST_PAIRS,
) -> Coached:
    """Works out what the coach tells, first in a quick look and then whole, and tells how far it has come.

    What could be known is told first, then what the quick look found, both without a day weighed; then each day.

    Args:
        now: the run, some days of which have been played.
        mornings: the run as it stood on each of its mornings, for notes and mirrors; 1..days + 1.
        tell: is called with what has been found so far.
        particles: of the belief, for each follower.
        pairs: of games for each choice.
    """
    found = Coached(0, len(now.history))
    if particles > QUICK_PARTICLES or pairs > QUICK_PAIRS:
        quick = min(particles, QUICK_PARTICLES), min(pairs, QUICK_PAIRS)
        found = replace(_found_with(now, mornings, tell, found, *quick, whole=False), weighed=0, running=True)
        tell(found)
    return _found_with(now, mornings, tell, found, particles, pairs, whole=True)


def _found_with(
    now: Playthrough, mornings: Mapping[int, Playthrough], tell: Callable[[Coached], None], before: Coached,
    particles: int, pairs: int, *, whole: bool,
) -> Coached:  # fmt: skip
    """What is found with so many particles and pairs; each day is told only of the whole."""
    days = len(now.history)
    belief = believe(visible_run(now), particles, mornings=frozenset(range(1, days + 1)), worlds=pairs)
    found = replace(
        before, curves=belief_curves(now, mornings, belief), notebook=notebook_score(now),
        reader=perfect_score(now, belief), guesses=_summed_up(now, mornings, belief),
    )  # fmt: skip
    if not before.curves:
        tell(found)

    def weighed(day: int) -> None:
        if whole:
            tell(replace(found, weighed=day))

    marked = review(now, particles, pairs, belief, weighed, told_only=True)
    dear, fine = ([_in_full(now, mornings, d, words, belief, pairs, fine=good) for d, words in some]
                  for some, good in ((marked.dearest, False), (marked.finest, True)))  # fmt: skip
    never = [_passed_over(now, mornings, one, words, belief, pairs) for one, words in marked.passed_over]
    told = (*dear, *never, *fine)
    return replace(found, weighed=days, running=False, count=marked.count, decisions=tuple(told))


def _summed_up(now: Playthrough, mornings: Mapping[int, Playthrough], belief: Belief) -> str:
    return guesses_summed_up([one for some in judged_guesses(now, mornings, belief).values() for one in some])


def belief_curves(now: Playthrough, mornings: Mapping[int, Playthrough], belief: Belief) -> tuple[BeliefCurve, ...]:
    """How likely everybody's true motive was held on each morning."""
    motives, days = now.compiled.rules.motives, len(now.history)
    common = now.compiled.cast.mix / now.compiled.cast.mix.sum()
    guesses, found = judged_guesses(now, mornings, belief), []
    for column, who in enumerate(now.compiled.ids):
        if now.position.people.arrives[0, column] > max(1, days):
            continue
        truth = motives.index(now.people[who].motive)
        noted = [_noted(now, mornings, day, who) for day in range(1, days + 2)]
        found.append(
            BeliefCurve(
                who, now.setup.speaker.motive(now.people[who].motive).title,
                tuple(float(p) for p in belief.motives[:, column, truth]),
                tuple(_on_truth(guess, truth, common, motives.index) for guess in noted),
                any(noted), known_sentence(now, belief, column), tuple(g.sentence for g in guesses.get(who, ())),
            )
        )  # fmt: skip
    return tuple(found)


def _noted(now: Playthrough, mornings: Mapping[int, Playthrough], day: int, who: str) -> Guess | None:
    """What stood in the notebook on a morning; what was noted on a day stands there on the next."""
    morning = now if day > len(now.history) else mornings.get(day)
    return morning.guesses.get(who) if morning is not None else None


def _on_truth(guess: Guess | None, truth: int, common: Array, number: Callable[[str], int]) -> float:
    if guess is None:
        return float(common[truth])
    return float(forecast(common, number(guess.motive), guess.sure / 100.0)[truth])


def _reviewed(
    now: Playthrough, mornings: Mapping[int, Playthrough], decision: MarkedDecision, words: str, *, fine: bool
) -> ReviewedDecision:
    shown = decision.made or decision.known.best
    return ReviewedDecision(
        day=decision.day, follower=decision.follower, name=decision.name, look=now.people[decision.follower].look,
        fine=fine, made=choice_title(now, decision.made), other=_other(now, decision.known), sentence=words,
        information=information(now, decision, words), known=_worth(decision.known), true=_worth(decision.true),
        date=_date(mornings, now, decision, shown), date_title=choice_title(now, shown), fans=(),
        is_sale=fine and decision.well_won,
    )  # fmt: skip


def _in_full(
    now: Playthrough, mornings: Mapping[int, Playthrough], decision: MarkedDecision, words: str, belief: Belief,
    pairs: int, *, fine: bool,
) -> ReviewedDecision:  # fmt: skip
    """A decision that is told, with its fans."""
    fans = fans_of(now, decision, plans_of(now, decision), belief, pairs)
    return replace(_reviewed(now, mornings, decision, words, fine=fine), fans=fans)


def _passed_over(
    now: Playthrough, mornings: Mapping[int, Playthrough], one: PassedOver, words: str, belief: Belief, pairs: int
) -> ReviewedDecision:
    """Somebody who was passed over, told as the decision of the best day for a question."""
    told = _reviewed(now, mornings, one.decision, words, fine=False)
    fans = fans_of(now, one.decision, question_plans(now, one.decision), belief, pairs, unasked=True)
    question = one.decision.known.best
    scene, title = _date(mornings, now, one.decision, question), choice_title(now, question)
    return replace(told, fans=fans, date=scene, date_title=title, passed_over=True, unknowable=not one.known)


def fans_of(
    now: Playthrough, decision: MarkedDecision, plans: tuple[DayPlan, DayPlan], belief: Belief, pairs: int,
    *, unasked: bool = False,
) -> tuple[Fans, ...]:  # fmt: skip
    """How trust goes on from a decision, as it was and otherwise: from what was known, and from what was true.

    Args:
        now: the playthrough.
        decision: of one of its days.
        plans: that day as it was, and otherwise.
        belief: with worlds of that morning.
        pairs: of games.
        unasked: whether that follower is asked to buy on none of the days after it.
    """
    morning, column = now.history[decision.day - 1].morning, now.compiled.ids.index(decision.follower)
    if decision.day >= len(now.history):
        return ()  # one evening is no fan
    worlds = (
        ("Trust from then on, by what you knew", believed(morning, belief.worlds[decision.day])),
        ("Trust from then on, as they really were", true_worlds(morning, pairs)),
    )
    found = []
    for title, some in worlds:
        made, other = (bands_of(way.trust) for way in play_on(some, plans, column, unasked=unasked))
        found.append(Fans(title, decision.day, made, other))
    return tuple(found)


def _other(now: Playthrough, choice: ChoiceWorth) -> str:
    return f"{choice_title(now, choice.best)}{in_place_of(now, choice.instead)}"


def _worth(of_other: ChoiceWorth) -> DecisionWorth:
    """What was done against the other choice: the other way round, and never −0."""
    return DecisionWorth(0.0 - of_other.lost, 0.0 - of_other.high, 0.0 - of_other.low)


def information(now: Playthrough, decision: MarkedDecision, words: str) -> str:
    """What could be known against what was true, in a sentence; "" where it has been said.

    Args:
        now: the playthrough.
        decision: it is about.
        words: what has been said of it; what showed is not told again.
    """
    first, said = now.people[decision.follower].first, decision.leaning
    if not asks(now, decision.made) and not asks(now, decision.known.best):
        return "" if f"With who {decision.name} really was" in words else _by_truth(first, decision)
    truth = "was ready to be asked" if decision.ready else "was not ready to be asked"
    agrees, left_open = decision.spoken_for == decision.ready, not (decision.spoken_for or decision.spoken_against)
    if said in words:
        return f"{'So it was: ' if agrees else 'In truth '}{first} {truth}."
    joined = "; in truth" if left_open else ", and" if agrees else ", but in truth"
    return f"All that had shown {said}{joined} {first} {truth}."


def _by_truth(first: str, decision: MarkedDecision) -> str:
    """Which choice was the better one with who somebody really was, of a decision that was no question."""
    true = decision.true
    if true.low > 0.0:
        return f"With who {first} really was, the other choice was the better one."
    if true.high < 0.0:
        return f"With who {first} really was, yours was the better one."
    return f"With who {first} really was, the two lie too near each other to be told apart."


def _date(
    mornings: Mapping[int, Playthrough], now: Playthrough, decision: MarkedDecision, move: str
) -> DateLine | None:
    """The scene of the date mirror for a move, as it could be seen that morning."""
    morning = mornings.get(decision.day)
    if morning is None or not move:
        return None
    made = move_made(now.history[decision.day - 1].items, decision.follower)
    content = made.content if made is not None and made.move == move else ""
    view = make_view(morning, decision.follower)
    return next((m.date_with(content) for m in view.moves if m.id == move), None)
