"""Nobody denies what can be seen: what suits somebody's page is not said to be nothing for them, at night or after."""

import re

import pytest

from game.coach.looking_back.explained import reasons
from game.coach.looking_back.occasions import FITTING
from game.scenario.texts import builtin
from game.session.words.personas import is_theirs
from tests.plays import SHIPPED, compiled, played

DENIES = re.compile(
    r"whom this is for|not my (kind of )?thing|why I should care|nothing to do with me|think that I need that",
    re.IGNORECASE,
)
DENIED = re.compile(r"little to do with|nothing in it for|but not to|left \w+ cold|cares little about|could use$")
RUNS = [
    (name, bot, seed) for name in SHIPPED for bot in ("poster", "random", "spammer", "patient") for seed in (1, 2, 3)
]


def test_lines_that_deny_a_fit_claim_that_there_is_none():
    """Each is tagged, so that it is said where it is true and nowhere else."""
    found = 0
    for words in builtin.signals().values():
        for line in words.lines:
            if DENIES.search(line.text):
                found += 1
                assert "not_theirs" in line.claims, line.text
    assert found >= 6


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_no_comment_under_a_post_and_no_answer_denies_a_topic_or_form_of_the_page(name, bot, seed):
    """Whoever has a topic on the page does not ask whom a post about it is for."""
    game = played(name, bot, seed).playthrough
    contents = compiled(name).scenario.content
    for day, night in zip(game.history, game.story.nights, strict=True):
        post = next((item for item in day.items if not item.who), None)
        for item in night.items:
            made = next((i for i in day.items if i.who == item.follower), None) or post
            if made and made.content and is_theirs(contents[made.content], game.people[item.follower]):
                assert not DENIES.search(item.text), (item, made)


@pytest.mark.parametrize(("name", "bot", "seed"), RUNS)
def test_no_reason_of_the_debrief_says_that_what_fitted_had_nothing_for_them(name, bot, seed):
    """A loss by something that suited them has another reason than what it was about."""
    game = played(name, bot, seed).playthrough
    for day in game.history:
        for column, who in enumerate(game.compiled.ids):
            for act, causes in ((day.day.direct, {"move"}), (day.day.post, {"post"})):
                made = [i for i in day.items if i.content and (i.who == who if "move" in causes else not i.who)]
                if made and act.fit[0, column] >= FITTING:
                    why = [one for one in reasons(game, who, day.morning.day) if one.cause in causes]
                    assert not any(DENIED.search(one.words) for one in why), why
