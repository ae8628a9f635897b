"""The lesson of the sign names the day on which the sign first showed to the player."""

import re

import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.sign_lesson import SIGNS
from tests.plays import SHIPPED, played

BOTS = ("patient", "never_asks", "always_asks", "reader", "random")
SHOWED = re.compile(r"([^\s,.]+) showed it on day (\d+)(?:, and again on day (\d+))?")
ASKED = re.compile(r"you asked on day (\d+)")


@pytest.mark.parametrize("name", SHIPPED)
def test_the_first_day_on_which_the_sign_showed_is_named(name):
    """And the last, where that is another one; what led to a purchase before is over."""
    again = 0
    for bot in BOTS:
        for seed in (1, 2, 3):
            now = played(name, bot, seed).playthrough
            told = debrief(now).sign
            asked = ASKED.search(told)
            for first, day, last in SHOWED.findall(told):
                who = next(one for one, person in now.people.items() if person.first == first)
                thread = now.story.threads[who]
                before = int(asked[1]) if asked else now.compiled.days
                bought = max((i.day for i in thread if i.kind == "buys" and i.day < before), default=0)
                shown = [i.day for i in thread if i.kind in SIGNS and bought < i.day < before]
                assert int(day) == min(shown), (told, shown)
                assert not last or int(last) in shown[1:], (told, shown)
                again += bool(last)
    assert again
