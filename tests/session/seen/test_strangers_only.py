"""Nobody who has talked with you is made a stranger by the mirror."""

import re

from game.scenario.texts import builtin

STRANGERS = {"new"}
"""Before the first words; whoever is a stranger by their answers alone may have been talked with every day."""
CLAIM = (
    r"hardly met|have not even (said|told you) my name|(do|did) not know (you|each other)|whom you do not know"
    r"|You have not met|a name for either|names later|[Ww]ho are you|not talked with"
)


def test_scenes_that_claim_strangers_are_told_of_strangers():
    """Only before the first words; a scene that says nothing of the past may be told of anybody."""
    looked_at = 0
    for move, words in builtin.moves().items():
        for scene in words.dates:
            looked_at += 1
            if re.search(CLAIM, f"{scene.you} {scene.they} {scene.what} {scene.then}"):
                assert {*scene.situation} <= STRANGERS, (move, scene.what)
    assert looked_at > 300
