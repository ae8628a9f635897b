"""What one person has said, or what was noticed of one, is not said of the next as long as there are other words."""

import re
from collections import Counter, defaultdict

import pytest

from game.scenario.texts import builtin
from tests.plays import SHIPPED, played

RUNS = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "always_asks") for seed in (1, 2)]


def pattern(text):
    """A line with anything in place of what stands for something."""
    return re.compile(re.sub(r"\\\{[a-z_]+\\\}", ".+?", re.escape(text)))


NOTICES = {clue: [pattern(text) for text in words.texts] for clue, words in builtin.notices().items() if words.texts}


@pytest.mark.parametrize("run", RUNS, ids=lambda run: "-".join(map(str, run)))
def test_what_is_noticed_of_one_is_told_of_the_next_in_other_words(run):
    """Of each clue every wording has its turn before one is told of a second person."""
    told = defaultdict(Counter)
    for known in played(*run).playthrough.story.known.values():
        for clue, (_, notice) in known.notices.items():
            for number, each in enumerate(NOTICES.get(clue, ())):
                told[clue][number] += bool(each.fullmatch(notice.text))
    assert told
    for clue, times in told.items():
        least = min(times[number] for number in range(len(NOTICES[clue])))
        assert max(times.values()) <= least + 1, (clue, times)


@pytest.mark.parametrize("clue", ["topic", "tie", "format_photo", "share_plain"])
def test_there_are_words_for_what_is_noticed_of_many(clue):
    """Profiles are read of nearly everybody, so their clues have more wordings than the rest."""
    assert len(builtin.notices()[clue].texts) >= 6


@pytest.mark.parametrize("kind", ["declines_kindly", "declines_coldly", "need_shows"])
def test_a_no_and_a_need_have_words_of_their_own(kind):
    """The first ten who say no, or tell of a need, say it in ten ways."""
    most = 0
    for name in SHIPPED:
        for seed in (1, 2):
            threads = played(name, "always_asks", seed).playthrough.story.threads
            said = [(i.day, who, i.text) for who, thread in threads.items() for i in thread if i.kind == kind]
            first = [text for _, _, text in sorted(said)][:10]
            assert len({*first}) == len(first)
            most = max(most, len(first))
    assert most >= 5
