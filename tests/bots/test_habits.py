"""The habits of the patient bot: all of them together are the bot itself, and each is missed when it is left out."""

from functools import cache

import numpy as np
import pytest

from game.bots.bot import Bot
from game.bots.habits import HABITS, PATIENT, Habits
from game.bots.patient import courting_bot
from game.bots.play import play
from game.bots.registry import bots
from tests.model.world import differing_fields
from tests.plays import compiled

EPISODES = np.arange(24)


def plans_of(bot: Bot) -> list:
    plans: list = []
    play(compiled("slow_roast"), bot, 3, EPISODES, lambda _m, plan, _a: plans.append(plan))
    return plans


@cache
def patient_plans() -> list:
    return plans_of(bots()["patient"])


def test_all_habits_together_are_the_patient_bot():
    """To the bit, plan by plan."""
    assert [differing_fields(a, b) for a, b in zip(patient_plans(), plans_of(courting_bot(PATIENT)), strict=True)] == [
        [] for _ in patient_plans()
    ]


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_that_is_left_out_is_missed(habit):
    """On some day of some game something else is done."""
    without = plans_of(courting_bot(Habits(without=frozenset({habit}))))

    assert any(differing_fields(a, b) for a, b in zip(patient_plans(), without, strict=True))


@pytest.mark.parametrize(
    ("habit", "moves"),
    [("answers", {"answer"}), ("help", {"help"}), ("congratulations", {"congratulate"}), ("thanks", {"thank_publicly"}),
     ("follow_ups", {"follow_up"}), ("profile", {"look_around"}), ("gifts", {"share_resource"}),
     ("space", {"give_space"})],
)  # fmt: skip
def test_a_habit_of_a_move_is_left_out_wholly(habit, moves):
    """The move is made by the patient bot, and by the one without its habit never."""
    ids = np.array(compiled("slow_roast").rules.moves.ids)

    def made(plans: list) -> set[str]:
        return {str(ids[i]) for plan in plans for i in np.unique(plan.move)}

    assert moves <= made(patient_plans())
    assert not moves & made(plans_of(courting_bot(Habits(without=frozenset({habit})))))


def test_a_habit_that_there_is_not_is_no_habit():
    """A misspelt name is an error, and does not count as a habit that is kept."""
    with pytest.raises(KeyError):
        Habits().has("thank")
