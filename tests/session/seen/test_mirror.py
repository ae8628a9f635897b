"""The date mirror of a run: it follows what is known, and no scene comes back before the others were told."""

from collections import Counter
from dataclasses import replace

import pytest

from game.bots.registry import bots
from game.engine.situations import MOODS, WELL
from game.scenario.texts import builtin
from game.session.entries import EndDay, PlanMove
from game.session.seen.make_view import make_view
from game.session.seen.mirror import Mirror, at_their_table
from tests.plays import SHIPPED, bot_plays_a_day, session

NO_WORDS = {"first": "", "friend": "", "their": "", "them": "", "they": ""}


def scenes_before(now, items):
    """The scenes that somebody sees who looks into the mirror before each move of a day, as it is planned."""
    for number, item in enumerate(items):
        planning = replace(now, plan=dict(enumerate(items[:number])))
        mirror = Mirror(planning, item.who, NO_WORDS, NO_WORDS)
        yield item.move, dict(mirror.lines_with(item.move))[item.content] if item.content else mirror.line(item.move)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "pushy", "random"])
def test_no_scene_is_seen_twice_before_the_others_are_told(name, bot):
    """Somebody who looks into the mirror before each move they make, all through a run."""
    game, seen = session(name), Counter()
    while not game.finished:
        before = game.playthrough
        bot_plays_a_day(game, bots()[bot])
        day = game.playthrough.history[-1]
        told = list(scenes_before(before, day.items))
        for (move, line), (_, situation) in zip(told, day.situations, strict=True):
            assert line.mood in MOODS[move][situation]
            least = min(seen[move, s.what] for s in builtin.moves()[move].dates if situation in s.situation)
            key = next((move, s.what) for s in builtin.moves()[move].dates if _is(s, line))
            assert seen[key] == least
            seen[key] += 1
    assert len(seen) >= 8


def _is(scene, line):
    """Whether a line tells a scene; all placeholders are empty."""
    empty = scene.what
    for name in NO_WORDS:
        empty = empty.replace("{" + name + "}", "")
    return empty == line.what


def test_a_fitting_share_is_welcome_and_one_that_fits_badly_is_not():
    """The content chosen decides, once the profile has been read; before that the scene is open."""
    game = session("first_hello")
    who = game.playthrough.compiled.ids[0]
    unread = next(m for m in game.view(who).moves if m.id == "share_resource")
    assert {date.mood for _, date in unread.dates_with} == {"neutral"} == {unread.date.mood}
    game.do(PlanMove("look_around", who))
    game.do(EndDay())
    position = game.playthrough.position
    card = next(m for m in game.view(who).moves if m.id == "share_resource")
    worth = dict(zip(position.compiled.scenario.content, position.seems[0, 0], strict=True))
    for content, date in card.dates_with:
        if worth[content] >= 0.5:
            assert date.mood in WELL
        elif worth[content] > 0.0:
            assert date.mood == "neutral"
    assert card.date_with("") == card.date


@pytest.mark.parametrize("bot", ["patient", "random"])
def test_the_mirror_of_yesterday_is_the_one_that_was_shown_before_the_move(bot):
    """What could be looked at while a move was planned can be looked at once more on the day after."""
    game, compared = session("first_hello", 4), 0
    while not game.finished:
        before = game.playthrough
        bot_plays_a_day(game, bots()[bot])
        day = game.playthrough.history[-1]
        for number, item in enumerate(day.items):
            if not item.who or any(item.who == other.who for other in day.items[:number]):
                continue
            planning = replace(before, plan=dict(enumerate(day.items[:number])))
            near = at_their_table(before, before.people[item.who], before.day)
            mirror = Mirror(planning, item.who, near, NO_WORDS)
            line = dict(mirror.lines_with(item.move))[item.content] if item.content else mirror.line(item.move)
            assert make_view(game.playthrough, item.who).yesterday == line
            compared += 1
    assert compared > 5


def test_who_was_left_alone_has_no_mirror_of_yesterday():
    game = session("first_hello")
    one, other = game.playthrough.compiled.ids[:2]
    assert game.view(one).yesterday is None
    game.do(PlanMove("look_around", one))
    game.do(EndDay())
    assert game.view(one).yesterday.move == "look_around"
    assert game.view(other).yesterday is None
