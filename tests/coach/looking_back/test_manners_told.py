"""What manners took is told deed by deed, and the lines add up to the figure."""

import re
from functools import cache

import pytest

from game.coach.looking_back.grade import score_sum
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.manners_told import LINES, _of_day
from tests.coach.looking_back.test_score_told import with_a_message_to_all
from tests.plays import SHIPPED, played

BOTS = ("patient", "always_asks", "random", "pushy", "never_asks", "spammer")
LINE = re.compile(r"−(\d+): (.+)")


@cache
def told(name, bot):
    """A game, what its debrief tells of manners, and what they took."""
    now = played(name, bot, 2).playthrough
    found = debrief(now)
    return now, found, score_sum(found.score, found.people, found.business).harm


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize("name", SHIPPED)
def test_the_lines_add_up_to_the_figure(name, bot):
    """At most five lines, the dearest first; none where nothing was taken."""
    _, found, harm = told(name, bot)
    points = [int(LINE.fullmatch(line)[1]) for line in found.manners_why]
    assert sum(points) == harm
    assert len(points) <= LINES
    assert bool(points) == bool(harm)
    assert points[:4] == sorted(points[:4], reverse=True)
    assert not [line for line in found.manners_why if "“”" in line]


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_told_was_done_to_whom_it_says(name, bot):
    """Each move is one of the run, made to those who are named on one of the days that are named."""
    now, found, _ = told(name, bot)
    title = now.setup.speaker.title
    made = [(item.move, who) for day in now.history for item in day.items for who in (item.who, item.other) if who]
    done = {(f"“{title(move)}”", now.people[who].first) for move, who in made}
    for line in found.manners_why:
        move = re.match(r"−\d+: (“[^”]+”) to (?!everybody)(.+?), (?:day|from)", line)
        for first in re.split(r", | and ", move[2]) if move else ():
            assert first.endswith(" more") or (move[1], first) in done, line


@pytest.mark.parametrize("name", SHIPPED)
def test_all_the_harm_is_told(name):
    """What the deeds cost adds up to what the score holds against the player."""
    for bot in BOTS:
        now, *_ = told(name, bot)
        summed = sum(loss.lost for day in now.history for loss in _of_day(now, day))
        assert summed == pytest.approx(now.position.state.harm[0].sum(), abs=1e-6)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_message_to_everybody_leads_the_list(name):
    """Where one did most of the harm, it stands first with its day."""
    found = debrief(with_a_message_to_all(name, 5))
    assert re.search(r"to everybody, day 5", found.manners_why[0])
