"""The scene of a move that shares something goes with its format, and no scene of an answer says what no draft does."""

import re

import pytest

from game.bots.registry import bots
from game.scenario.texts.builtin import moves
from game.scenario.texts.scenes import LOOKED_AT
from game.session.seen.mirror import Mirror
from tests.plays import SHIPPED, bot_plays_a_day, session

TO_READ = re.compile(r"\b(page|pages|read|reads|book|leaflet|letter|chapter|contents)\b", re.IGNORECASE)
DEEDS = {
    "sends them to somebody else": r"to somebody else|to the corner|who knows that better|past your own door",
    "talks them out of it": r"talks? (me|them|\{first\}) out of|need less|leave it for a week|wait until",
    "names something cheaper": r"is cheaper|the small one will do",
}
"""What an answer may do, by words that say that it was done."""


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "random"])
def test_no_page_lies_beside_a_photo(name, bot):
    """Over whole games, to everybody, of every content that could go along: what is looked at is never read."""
    game, shared = session(name, 4), 0
    while not game.finished:
        now = game.playthrough
        formats = {content: spec.format for content, spec in now.compiled.scenario.content.items()}
        for who in now.compiled.ids[:6]:
            for content, line in Mirror(now, who).lines_with("share_resource"):
                shared += formats[content] in LOOKED_AT
                if formats[content] in LOOKED_AT:
                    told = f"{line.you} {line.they} {line.what.partition('That')[0]} {line.then}"
                    assert not TO_READ.search(re.sub(r"stands? nowhere on that page|on \w+’s page", "", told)), line
                    assert line.prop not in {"book", "letter", "leaflets"}, line
        bot_plays_a_day(game, bots()[bot])
    assert shared


@pytest.mark.parametrize("move", ["share_resource", "post_helpful", "post_question", "post_story"])
def test_each_situation_has_scenes_for_what_is_looked_at(move):
    """Where something can go along, there is a scene in which nothing is read."""
    words = moves()[move]
    for situation in words.dates_for:
        for format_ in LOOKED_AT:
            assert all(not words.dates[number].is_read for number in words.dates_with(situation, format_)), situation


@pytest.mark.parametrize("deed", DEEDS)
def test_a_scene_of_an_answer_does_what_its_draft_does(deed):
    """What a scene says that the answer did stands in every draft that may go with it; else in no scene."""
    words = moves()["answer"]
    drafts = [line.text for line in words.say]
    assert drafts
    doing = re.compile(DEEDS[deed], re.IGNORECASE)
    in_every = all(doing.search(draft) for draft in drafts)
    told = [s.you for s in words.dates if doing.search(f"{s.you} {s.they} {s.what} {s.then}")]
    assert in_every or not told, told
