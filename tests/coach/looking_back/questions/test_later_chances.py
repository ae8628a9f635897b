"""What a no did to later chances is told with every refused question to buy, and is what happened."""

import pytest

from game.coach.looking_back.questions.asks_told import ask_marks
from game.coach.looking_back.questions.later_chances import LESS, chances_after
from game.engine.batch import Batch
from game.model import comply
from tests.plays import SHIPPED, played


@pytest.fixture(scope="module", params=[(n, b, s) for n in SHIPPED for b in ("patient", "random") for s in (1, 2)])
def now(request):
    return played(*request.param).playthrough


def refused(now):
    """Every question to buy that met a no, with its day and whose it was."""
    for ask in ask_marks(now):
        if ask.for_sale and not ask.accepted:
            yield ask, now.history[ask.day - 1], now.compiled.ids.index(ask.follower)


def test_the_chance_with_the_question_is_that_of_the_next_morning(now):
    """Not that of another night: the run's own next morning has it."""
    for ask, day, column in refused(now):
        found = chances_after(now, day, column, ask.move)
        if found is not None and ask.day < len(now.history):
            dawn = Batch(day.morning).play_day(day.morning, day.plan)
            size = now.compiled.rules.moves.row(ask.move).ask
            yes = comply(size, dawn.state, dawn.ledger, dawn.people, now.compiled.rules.params)[0, column]
            assert found[0] == pytest.approx(float(yes))


def test_no_refusal_that_took_chances_is_told_as_one_that_took_nothing(now):
    """Wherever a yes became rarer by one of ten or more, the list of questions says so, and nowhere else."""
    for ask, day, column in refused(now):
        found = chances_after(now, day, column, ask.move)
        if found is None or ask.is_again:
            continue
        took = round(100 * found[1]) - round(100 * found[0]) >= LESS
        assert ("A no takes days" in ask.verdict) == took, (ask.verdict, found)


def test_a_no_makes_a_yes_no_likelier_the_next_day(now):
    """Against the same night without it."""
    for ask, day, column in refused(now):
        found = chances_after(now, day, column, ask.move)
        assert found is None or found[0] <= found[1] + 0.02
