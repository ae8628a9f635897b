"""What the marked review says of decisions, of people who were passed over and of guesses, over a grid of facts."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.coaching import information
from game.coach.hindsight.judged_guesses import guesses_summed_up, judged_guesses
from game.coach.hindsight.marked_decision import ChoiceWorth, MarkedDecision
from game.coach.hindsight.notebook import known_sentence
from game.coach.hindsight.passed_over import PassedOver, passed_parts
from game.coach.hindsight.review import _dear, _each_once, _fine, _finest
from game.coach.hindsight.review_told import also_told, dear_parts, fine_parts, running_text
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from game.session.playthrough import Playthrough
from game.session.session import Session
from tests.golden.told.sheets import Told
from tests.plays import session

CHANCES = (0.0, 0.004, 0.49, 0.5, 0.93)
WORTHS = {  # by the truth: lost, low, high
    "dear": (3.04, 0.31, 4.0), "unsure": (0.2, -0.3, 0.9), "slight": (0.1, -0.2, 0.29),
    "at the border": (0.1, -0.3, 0.3), "lucky": (-1.26, -2.0, -0.1),
}  # fmt: skip


@cache
def quiet_game(days: int = 5) -> Session:
    """A game of which nothing is needed but its people and its days."""
    game = session("first_hello", 2)
    while len(game.playthrough.history) < days:
        rest(game)
    return game


def rest(game: Session) -> None:
    """A day without a move; whatever happens gets its first answer."""
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 0))
    game.do(EndDay())


def _decision(now, made, best, known, **more) -> MarkedDecision:
    """A decision of day 3 for the second follower."""
    who = now.compiled.ids[1]
    usual = {"said_ready": 0.93, "ready": True, "early": False, "won": False, "alone": True}
    true, instead = ChoiceWorth(best, *more.pop("true", WORTHS["dear"])), more.pop("instead", None)
    worth = ChoiceWorth(best, *known, instead)
    return MarkedDecision(3, who, now.people[who].name, made, worth, true, **{**usual, **more})


def dear_told() -> Iterator[Told]:
    """Decisions that cost something, by what was done and what would have been better, by signs and by truth."""
    now, cost = quiet_game().playthrough, (2.46, 0.4, 4.5)
    instead = PlanMove("help", now.compiled.ids[0])
    for made, best in (("propose", ""), ("propose", "like"), ("like", "propose"), ("", "propose"), ("like", "")):
        for chance, ready in product(CHANCES, (False, True)):
            for early, turn in ((True, 0), (True, 1), (True, 7), (False, 1)):
                d = _decision(now, made, best, cost, said_ready=chance, ready=ready, early=early)
                yield (
                    f"{made or 'rest'}, not {best or 'rest'}, {chance}, {ready=}, {early=}, {turn}",
                    running_text(dear_parts(now, d, turn)),
                )
    for made, alone, turn in product(("like", ""), (False, True), range(4)):
        d = _decision(now, made, "ask_about_them", cost, alone=alone)
        yield (f"{made or 'rest'}, not ask_about_them, {alone=}, {turn}", running_text(dear_parts(now, d, turn)))
    for worth, true in WORTHS.items():
        d = _decision(now, "like", "", cost, true=true)
        yield (f"by truth {worth}", running_text(dear_parts(now, d, 0)))
    for whom in (instead, PlanMove("post_story")):
        yield (
            "in place of another",
            running_text(dear_parts(now, _decision(now, "", "propose", cost, instead=whom), 0)),
        )


def fine_told() -> Iterator[Told]:
    """Decisions that were worth something, and sales at their moment."""
    now = quiet_game().playthrough
    for made, best in (("propose", "like"), ("like", "propose"), ("", "propose")):
        for chance, ready, early, won, alone in product(CHANCES, *([(False, True)] * 4)):
            for known in ((-2.46, -4.5, -0.4), (-0.4, -1.0, 0.2), (-0.4, -1.0, 0.0)):
                d = _decision(
                    now,
                    made,
                    best,
                    known,
                    said_ready=chance,
                    ready=ready,
                    early=early,
                    won=won,
                    alone=alone,
                    true=(-2.0, -3.0, -1.0),
                )
                yield (f"{made or 'rest'}", running_text(fine_parts(now, d)))
    for worth, true in WORTHS.items():
        d = _decision(now, "like", "", (-2.46, -4.5, -0.4), true=true)
        yield (f"by truth {worth}", running_text(fine_parts(now, d)))
    here = _decision(now, "like", "", (1.0, 0.4, 2.0))
    for days in ((), (3,), (1, 3), (5, 1, 2, 1)):
        alike = [MarkedDecision(**{**vars(here), "day": day}) for day in days]
        for fine in (False, True):
            yield (f"others on {days}, {fine=}", running_text(also_told(here, alike, fine=fine)))


def chosen_told() -> Iterator[Told]:
    """Which decisions are told: around the border of what is notable and sure, each person once, a sale among them."""
    now = quiet_game().playthrough
    worths = product((0.29, 0.3, 2.0, 1.0), (0.04, 0.05, 0.5))
    some = [
        replace(_decision(now, "like", "", (lost, low, low + 2.0)), day=n + 1) for n, (lost, low) in enumerate(worths)
    ]
    some += [
        replace(
            d, day=d.day + 20, known=replace(d.known, lost=-d.known.lost, low=-d.known.low - 2.0, high=-d.known.low)
        )
        for d in some
    ]
    yield "surely cost something, the dearest first", f"days {[d.day for d in _dear(some)]}"
    yield "surely worth something, the finest first", f"days {[d.day for d in _fine(some)]}"
    people = now.compiled.ids
    some = [replace(d, follower=people[n % 3]) for n, d in enumerate(some)]
    yield "of each person the first", f"days {[d.day for d in _each_once(some)]}"
    fine = [replace(d, follower=people[n], day=n + 1) for n, d in enumerate(_fine(some)[:5])]
    for count, whose, sales in product(range(6), (0, 1, 4, 6), (0, 1, 3)):
        sold = [
            replace(
                _decision(now, "propose", "", (-0.1 * worth, -1.0, 0.0), won=True), day=30 + n, follower=people[whose]
            )
            for n, worth in enumerate((1, 2, 2)[:sales])
        ]
        told = _finest([*fine[:count], *sold], fine[:count])
        yield f"{count} fine ones, {sales} sales to {people[whose]}", f"told {[(d.day, d.follower) for d in told]}"
    well = replace(fine[2], won=True)
    yield "a sale among the finest", f"told {[d.day for d in _finest([well], [*fine[:2], well, *fine[3:]])]}"


def information_told() -> Iterator[Told]:
    """What could be known against what was true."""
    now = quiet_game().playthrough
    for made, best in (("propose", "like"), ("", "propose"), ("like", "")):
        for chance, ready, worth in product(CHANCES, (False, True), WORTHS):
            d = _decision(now, made, best, (1.0, 0.4, 2.0), said_ready=chance, ready=ready, true=WORTHS[worth])
            for words in ("", "93 %, 49 %, 50 %", f"With who {d.name} really was"):
                yield (
                    f"{made or 'rest'}, {chance}, {ready=}, {worth if not made + best else ''}",
                    information(now, d, words),
                )


def passed_told() -> Iterator[Told]:
    """People who were ready and never asked then."""
    now = quiet_game().playthrough
    instead, over = PlanMove("help", now.compiled.ids[0]), len(now.history)
    for ready, asked in (((4,), ()), ((3, 4), (1,)), ((2, 4), (1, 5)), ((1, 2, 3), (4, 5))):
        for chance, low in ((0.49, -0.1), (0.49, 0.0), (0.49, 0.1), (0.5, 0.0), (0.8, 0.2)):
            for ended, day, whom in (
                ("elsewhere", over, None),
                ("left", over + 1, instead),
                ("over", 4, None),
                ("open", 5, None),
            ):
                d = _decision(now, "", "propose", (1.26, low, 3.0), said_ready=chance, instead=whom)
                one = PassedOver(d, ready, asked, chance, ended, day)
                yield (
                    f"ready {ready}, asked {asked}, {chance}, {low}, {ended} by {day}",
                    running_text(passed_parts(now, one)),
                )


def guesses_told() -> Iterator[Told]:
    """Guesses of the notebook against what was true, and against a perfect reader of their day."""
    for noted in (1, 3):
        game = session("first_hello", 2)
        who = game.playthrough.compiled.ids[0]
        truth = game.playthrough.people[who].motive
        other = next(m for m in game.playthrough.compiled.rules.motives.ids if m != truth)
        while not game.finished:
            if len(game.playthrough.history) == noted:
                game.do(Note(who, other, 50))
            if len(game.playthrough.history) == noted + 2:
                game.do(Note(who, truth, 75))
            rest(game)
        game.do(Note(who, other, 25))
        for course in ((), (1,), (2,), (4,), (8,), (2, 3, 4), (4, 5, 6, 7, 8), tuple(range(1, 9))):
            belief = _believed(game.playthrough, course)
            yield (f"known on mornings {course}", known_sentence(game.playthrough, belief, 0))
            judged = judged_guesses(game.playthrough, game.mornings, belief)
            for guess in judged[who]:
                yield (f"known on mornings {course}, knowable {guess.was_knowable}", guess.sentence)
            for some in (judged[who][:1], judged[who][:2], judged[who], judged[who][:1] * 2, judged[who][1:2] * 2):
                yield (f"{len(some)} guesses", guesses_summed_up(some))
    yield "no guess", guesses_summed_up([])


def _believed(now: Playthrough, known_on: tuple[int, ...]) -> Belief:
    """What is held of the first follower: the truth at 80 per cent on some mornings, at 25 on all others."""
    mornings, count = len(now.history) + 1, len(now.compiled.rules.motives.ids)
    truth = now.compiled.rules.motives.index(now.people[now.compiled.ids[0]].motive)
    chances = np.full((mornings, now.compiled.followers, count), 1.0 / count)
    for number in range(mornings):
        sure = 0.8 if number + 1 in known_on else 0.25
        chances[number, 0] = (1.0 - sure) / (count - 1)
        chances[number, 0, truth] = sure
    return Belief(chances, np.zeros(chances.shape[:2]), np.ones(chances.shape[:2]), {})
