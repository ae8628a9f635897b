"""What the coach knows of a run, as lines to read and as figures for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.judged_guesses import JudgedGuess, guesses_summed_up
from game.coach.hindsight.marked_decision import ChoiceWorth, MarkedDecision
from game.coach.hindsight.notebook import known_from, known_sentence, notebook_score, perfect_score
from game.coach.hindsight.review import Review
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import figure_told

TOLD_CHANGE = 0.1
"""A morning is told when P(ready), or P of the likeliest motive, has moved by so much since the last one told."""
MOTIVES_TOLD = 2


Guesses = Mapping[str, tuple[JudgedGuess, ...]]


def coach_told(
    now: Playthrough, belief: Belief, review: Review | None, particles: int, guesses: Guesses = MappingProxyType({})
) -> str:
    """Belief, guesses by follower and review in lines. Ends in a newline."""
    lines = [f"What could be known, by {particles} lives for each follower"]
    for column, follower in enumerate(now.compiled.ids):
        lines.append(f"  {now.people[follower].name}")
        lines += _mornings(now, belief, column)
        lines.append(f"    {known_sentence(now, belief, column)}")
        lines += [f"    notebook, {one.sentence[:1].lower()}{one.sentence[1:]}" for one in guesses.get(follower, ())]
    if now.guesses or guesses:
        lines.append(_notebook(now, belief))
    summed_up = guesses_summed_up([one for some in guesses.values() for one in some])
    lines += [f"  {summed_up}"] if summed_up else []
    if review is not None:
        lines += ["", "Where most was to be gained", *_decisions(review.dearest)]
        never = tuple((one.decision, words) for one, words in review.passed_over)
        if never:
            lines += ["", "Who was ready and never asked then", *_decisions(never, "a question")]
        lines += ["", "What you did best", *_decisions(review.finest, fine=True)]
    return "\n".join(lines) + "\n"


def _notebook(now: Playthrough, belief: Belief) -> str:
    yours, perfect = notebook_score(now), perfect_score(now, belief)
    return (
        f"  Your notebook read them to {yours:.1f} of 100, a perfect reader of the signs to {perfect:.1f} "
        "(100: sure and right of everybody; 0: no better than knowing how common each motive is)."
    )


def _mornings(now: Playthrough, belief: Belief, column: int) -> Iterator[str]:
    """The first morning, those on which something has changed, that since which the truth is known, and the last."""
    titles = [now.setup.speaker.motive(motive).title for motive in now.compiled.rules.motives.ids]
    last, told, bought = len(belief.ready) - 1, -1, _bought(now, column)
    known = known_from(belief, column, now.compiled.rules.motives.index(now.people[now.compiled.ids[column]].motive))
    for number in range(last + 1):
        likeliest = belief.motives[number, column].argsort()[::-1][:MOTIVES_TOLD]
        if told >= 0 and number < last:
            moved = abs(belief.motives[number, column] - belief.motives[told, column]).max()
            if not bought[number]:
                moved = max(moved, abs(belief.ready[number, column] - belief.ready[told, column]))
            if moved < TOLD_CHANGE and bought[number] == bought[told] and number + 1 != known:
                continue
        told = number
        motives = ", ".join(f"{titles[m]} {100 * belief.motives[number, column, m]:.0f} %" for m in likeliest)
        ready = "has bought " if bought[number] else f"ready {100 * belief.ready[number, column]:3.0f} %"
        effective = belief.effective[number, column]
        yield f"    day {number + 1:2}  {ready}  {motives}  ({effective:.0f} lives carry the weight)"


def _bought(now: Playthrough, column: int) -> list[bool]:
    """Whether somebody has bought, by morning, 1..days + 1."""
    mornings = [*(played.morning for played in now.history), now.position]
    return [bool(morning.ledger.bought[0, column] > 0.5) for morning in mornings]


def _decisions(
    told: tuple[tuple[MarkedDecision, str], ...], other: str = "the best other choice", *, fine: bool = False
) -> Iterator[str]:
    if not told:
        yield "  nothing that surely moved the score by a point or more"
    for decision, sentence in told:
        yield f"  day {decision.day}. {sentence}"
        yield (
            f"    by what could be known {_worth(decision.known, fine)}, by what was true "
            f"{_worth(decision.true, fine)} points for {'your choice' if fine else other}"
        )


def _worth(choice: ChoiceWorth, fine: bool) -> str:
    """Points with their interval, for the other choice, or for what was done; never −0."""
    points = (-choice.lost, -choice.high, -choice.low) if fine else (choice.lost, choice.low, choice.high)
    mean, low, high = (figure_told(one, sign=True) for one in points)
    return f"{mean} ({low} to {high})"


def coach_figures(
    now: Playthrough, belief: Belief, review: Review | None, particles: int, guesses: Guesses = MappingProxyType({})
) -> dict[str, Any]:
    """Belief, guesses by follower and review as a JSON object."""
    ids = now.compiled.rules.motives.ids
    mornings = range(len(belief.ready))
    followers = [
        {
            "id": follower,
            "name": now.people[follower].name,
            "known_from": known_from(belief, column, ids.index(now.people[follower].motive)),
            "guesses": [{**asdict(one), "was_knowable": one.was_knowable} for one in guesses.get(follower, ())],
            "mornings": [
                {
                    "day": number + 1,
                    "ready": round(float(belief.ready[number, column]), 4),
                    "motives": {m: round(float(belief.motives[number, column, row]), 4) for row, m in enumerate(ids)},
                    "effective": round(float(belief.effective[number, column]), 1),
                }
                for number in mornings
            ],
        }
        for column, follower in enumerate(now.compiled.ids)
    ]
    found: dict[str, Any] = {
        "particles": particles,
        "notebook": {"yours": notebook_score(now), "perfect": perfect_score(now, belief)},
        "followers": followers,
    }
    if review is not None:
        found["decisions"] = [asdict(decision) for decision in review.decisions]
        found["dearest"] = [{**asdict(d), "sentence": sentence} for d, sentence in review.dearest]
        found["passed_over"] = [
            {**asdict(one), "known": one.known, "sentence": sentence} for one, sentence in review.passed_over
        ]
        found["finest"] = [{**asdict(d), "sentence": sentence} for d, sentence in review.finest]
    return found
