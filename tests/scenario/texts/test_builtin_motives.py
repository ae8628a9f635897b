"""The motives that ship: told in full, by sentences of people, and never given away."""

import re

import pytest

from game.scenario.texts import builtin

TEXTS = builtin.texts()


@pytest.mark.parametrize("motive", list(TEXTS.motives))
@pytest.mark.parametrize("signal", ["answer_warm", "question"])
def test_every_motive_has_four_clues_in_answers_and_in_questions(signal, motive):
    """What people are like can be heard in what they say."""
    clues = [line for line in TEXTS.signals[signal].lines if line.motive == (motive,)]
    assert len(clues) >= 4


@pytest.mark.parametrize("motive", TEXTS.motives.values(), ids=lambda m: m.id)
def test_no_clue_names_its_motive(motive):
    """A clue is a hint, and never the solution."""
    names = {motive.title.lower(), motive.id.replace("_", " ")} - {"polite", "curious"}
    clues = [line.text for s in TEXTS.signals.values() for line in s.lines if motive.id in line.motive]
    for text in (*clues, *motive.bios):
        assert not any(re.search(rf"\b{name}\b", text.lower()) for name in names), text


@pytest.mark.parametrize("motive", TEXTS.motives.values(), ids=lambda m: m.id)
def test_a_motive_is_told_in_full(motive):
    """A short title, two sentences, six bios, four wants."""
    assert len(motive.title) <= 14
    assert motive.text.count(". ") <= 1
    assert len(motive.bios) >= 6
    assert len(motive.wants) >= (1 if motive.id == "bot" else 4)
    assert all("{topic}" in bio or "{" not in bio for bio in motive.bios)
    assert motive.id == "bot" or not [bio for bio in motive.bios if re.search(r"[.?!] \{topic\}\.", bio)]
