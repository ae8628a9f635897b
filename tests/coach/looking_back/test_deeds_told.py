"""What was done to others, and what an event brought, is told as a list that reads as a sentence."""

import re

import pytest

from game.coach.looking_back.explained import reasons
from tests.plays import played

LISTS = {
    "event": r"[^“”]+: “[^”]+”(, and your answer “[^”]+”)?(; “[^”]+”(, and your answer “[^”]+”)?)*\.",
    "others": r"[^“”]+: “[^”]+” to [^,“”]+?(, “[^”]+” to [^,“”]+?)?( and \d+ more)?\.( [^“”]+\.)?",
}


@pytest.mark.parametrize("cause", ["event", "others"])
@pytest.mark.parametrize(("name", "bot"), [("first_hello", "pushy"), ("slow_roast", "patient")])
def test_lists_within_reasons_are_whole_sentences(name, bot, cause):
    """Each names titles in quotes, answers and people, with nothing before, between or behind them."""
    now = played(name, bot, seed=1).playthrough
    told = {
        reason.words
        for who in now.compiled.ids
        for day in range(1, len(now.history) + 1)
        for reason in reasons(now, who, day)
        if reason.cause == cause and "“" in reason.words
    }

    assert told
    assert [words for words in told if not re.fullmatch(LISTS[cause], words)] == []
    speaker, timeline = now.setup.speaker, now.compiled.scenario.timeline.values()
    named = {speaker.title(move) for move in now.compiled.rules.moves.ids}
    named |= {event.title for event in timeline} | {choice.label for event in timeline for choice in event.choices}
    assert {quoted for words in told for quoted in re.findall("“([^”]+)”", words)} <= named
