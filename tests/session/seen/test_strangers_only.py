"""Nobody who has talked with you is made a stranger by the mirror."""

import re

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import table_talk

STRANGERS = {"new"}
"""Before the first words; whoever is a stranger by their answers alone may have been talked with every day."""
CLAIM = (
    r"hardly met|have not even (said|told you) my name|(do|did) not know (you|each other)|whom you do not know"
    r"|You have not met|a name for either|names later|[Ww]ho are you|not talked with"
)


def test_scenes_that_claim_strangers_are_told_of_strangers():
    """Only before the first words, or of somebody with whom next to nothing was exchanged."""
    found = 0
    for move, words in builtin.moves().items():
        for scene in words.dates:
            if re.search(CLAIM, f"{scene.you} {scene.they} {scene.what} {scene.then}"):
                found += 1
                assert {*scene.situation} <= STRANGERS, (move, scene.what)
    assert found


def test_no_answer_at_the_table_claims_strangers():
    """They are said to whomever the message goes, however often you have talked."""
    said = [line for kinds in table_talk().values() for lines in kinds.values() for line in lines]

    assert len(said) > 100
    assert [line for line in said if re.search(CLAIM, line)] == []


OFTEN = r"\b[Aa]gain\b|rather often|a good many|this morning|yesterday|every one of them"
REPEATS = {"apologise", "follow_up", "post_helpful", "post_question", "post_story", "retweet_share"}
"""Moves that are badly taken, or said a second time, where they have been made before."""


def test_no_answer_at_the_table_claims_that_you_have_done_it_before():
    """A first offer is no second one: the answer goes by how a move is taken, and knows nothing of earlier days."""
    said = [
        line
        for move, kinds in table_talk().items()
        if move not in REPEATS
        for lines in kinds.values()
        for line in lines
    ]

    assert [line for line in said if re.search(OFTEN, line)] == []
