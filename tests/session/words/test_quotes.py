"""Words that are quoted stand in double quotes, and what they quote themselves in single ones."""

import re

import pytest

from game.session.seen.mirror import Mirror
from game.session.seen.subjects import subject_told
from tests.plays import SHIPPED, played

NESTED = re.compile(r"“[^”]*“")


@pytest.mark.parametrize("bot", ["patient", "pushy"])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_of_a_talk_or_a_page_opens_quotes_within_quotes(name, bot):
    """Of all that was written, noted and told by the last day, and of everybody's page."""
    game = played(name, bot)
    seen = game.view(None).followers
    texts = [item.text for f in seen for item in f.thread] + [post.text for f in seen for post in f.page]
    assert len(texts) >= 50
    assert [text for text in texts if NESTED.search(text)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_scene_of_the_mirror_opens_quotes_within_quotes(name):
    """Of what a message is about, below what is said at the table."""
    game = played(name, "patient", days=4)
    now = game.playthrough
    scenes = [Mirror(now, who).line(move) for who in now.compiled.ids for move in ("like", "comment", "propose")]
    assert [told for told in map(subject_told, scenes) if NESTED.search(told)] == []
