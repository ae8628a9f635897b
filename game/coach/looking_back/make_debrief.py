"""Making the debrief of a run that is over: everything hidden is told, and every figure adds up."""

from dataclasses import replace

from game.coach.hindsight.notebook import notebook_score
from game.coach.knowing_when import judged, judgement_words, readiness_by_day, ready_by_day, sentence
from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.followers_told import follower_told, trust_by_day
from game.coach.looking_back.goals_told import goals_told
from game.coach.looking_back.grade import score_sum
from game.coach.looking_back.lessons_told import lessons_told
from game.coach.looking_back.manners_told import manners_told
from game.coach.looking_back.month.month_after import epilogue_of
from game.coach.looking_back.month.month_told import month_told
from game.coach.looking_back.questions.asks_told import ask_marks, is_passed_over, missed_sentence, off_the_mark
from game.coach.looking_back.questions.sign_lesson import shown_on, sign_lesson
from game.coach.looking_back.score_told import business_told, score_told
from game.coach.looking_back.sent_to_all_told import sent_to_all_told
from game.engine.days import outcome_now
from game.model.arrays import Array
from game.model.outcome import fares_of
from game.session.playthrough import Playthrough


def buyers_truth(now: Playthrough, *, notebook: bool = True) -> str:
    """How many of those who have come follow for what is sold, and who was taken for one of them.

    Args:
        now: the playthrough.
        notebook: whether there was one to write guesses into.
    """
    buys = now.compiled.rules.motives.columns["buys"] > 0.5
    met = _has_come(now)
    buyers = int((met & (now.position.people.buys[0] > 0.5)).sum())
    taken = [who for who, g in now.guesses.items() if buys[now.compiled.rules.motives.index(g.motive)]]
    guessed = len(taken)
    right = sum(bool(now.position.people.buys[0, now.compiled.ids.index(who)] > 0.5) for who in taken)
    occasion = "buyers_truth_alone" if not notebook else "buyers_truth_no_guess" if not now.guesses else (
        "buyers_truth" if not right == guessed == buyers else "buyers_truth_right_one" if buyers == 1 else
        "buyers_truth_right"
    )  # fmt: skip
    words = {"buyers": str(buyers), "count": str(int(met.sum())), "guessed": str(guessed), "right": str(right)}
    return sentence(now, occasion, 0, **words)


def _has_come(now: Playthrough) -> Array:
    """Who has come by the last day that was played (F,)."""
    come: Array = now.position.people.arrives[0] <= max(1, len(now.history))
    return come


def debrief(now: Playthrough) -> Debrief:
    """Everything that is told of a run, over all days played so far."""
    final, met = now.position, _has_come(now)
    moved, ready = trust_by_day(now), ready_by_day(now, readiness_by_day(now))
    later, lives = epilogue_of(now) if now.finished else (final, ())
    fares = 100.0 * fares_of(later.state, later.ledger, later.people, now.compiled.rules.params)[0]
    counts = now.finished & (later.people.human[0] > 0.5)
    followers = tuple(
        replace(
            follower_told(now, final, c, moved[:, c], ready[:, c]), fares=float(fares[c]) if counts[c] else None
        )
        for c in range(now.compiled.followers) if met[c]
    )  # fmt: skip
    result, goals = outcome_now(later), goals_told(now)
    days, spelled = judged(now)
    asks = ask_marks(now)
    points = score_sum(*(float(part[0]) for part in (result.score, result.people, result.business)))
    passed_over = {number: follower for number, follower in enumerate(followers) if is_passed_over(now, follower)}
    missed = tuple(
        missed_sentence(now, follower, number, seen=bool(shown_on(now, follower)))
        for number, follower in passed_over.items()
    )
    return Debrief(
        title=now.compiled.scenario.title,
        days=len(now.history),
        score=float(result.score[0]),
        people=float(result.people[0]),
        business=float(result.business[0]),
        reading=notebook_score(now),
        by_day=days,
        by_spell=spelled,
        judgement=judgement_words(now, days, spelled, len(missed), off_the_mark((asks, now))),
        followers=followers,
        asks=asks,
        missed=missed,
        lessons=(
            *sign_lesson(now, tuple(passed_over.values()), asks),
            *sent_to_all_told(now),
            *month_told(lives),
            *lessons_told(now, of_dealt_with=True),
        ),
        goals=goals,
        business_why=business_told(later),
        score_why=score_told(now, result, goals),
        manners=float(result.manners[0]),
        manners_why=tuple(line.told for line in manners_told(now, points.harm)),
        epilogue=lives,
        buyers_truth=buyers_truth(now),
    )
