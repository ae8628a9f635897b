"""The mirror of an apology never denies what one has just seen of somebody."""

import re
from functools import cache

import pytest

from game.bots.registry import bots
from game.engine.seen.situations import MOODS, OPEN, situation_of
from game.scenario.texts import builtin
from game.session.seen.mirror import Mirror
from tests.plays import SHIPPED, bot_plays_a_day, session

DENIES = r"no wound|not noticed|nobody has|nobody had|not think that you did|no reason|nothing happened|for nothing"
SCOLDS = (
    r"a question would have done|whether you know|do not say for what|not asked where|on suspicion|before you know"
    r"|do not know yet what|guess at|what is it that|anything in particular|would have to know|what was it"
)
"""That one does not know what one is sorry for: the ledger does not know what an event did, and the player may."""
LOOKED_SOUR = {"tell_closed", "tell_turned_away"}
SPOKE_COOLLY = {"answer_cool", "declines_coldly"}
DAYS = 3  # so long it is fresh


@cache
def mornings(name, bot):
    """Of each morning of a run and each follower: the scene of an apology, its situation, and what was seen of late."""
    game, found = session(name), []
    while not game.finished:
        bot_plays_a_day(game, bots()[bot])
        if game.finished:
            break
        now, view = game.playthrough, game.view()
        day = now.position.day
        for who in view.followers:
            lately = {i.signal for n in view.nights if n.day >= day - DAYS for i in n.items if i.follower == who.id}
            lately |= {i.kind for i in who.thread if i.day >= day - DAYS and i.kind == "event"}
            if not lately & {*LOOKED_SOUR, *SPOKE_COOLLY, "complaint", "event"}:
                continue
            mirror = Mirror(now, who.id)
            found.append((mirror.line("apologise"), situation_of("apologise", mirror.signs), lately, who.name))
    return found


RUNS = [(name, bot) for name in SHIPPED for bot in ("pushy", "random")]


@pytest.mark.parametrize(("name", "bot"), RUNS)
def test_no_apology_is_told_off_for_what_could_be_seen(name, bot):
    """After a cold tell, a cool answer, a complaint or an event no scene says that there was nothing."""
    met = mornings(name, bot)
    assert met
    for line, *_, who in met:
        assert not re.search(DENIES, f"{line.you} {line.they} {line.what} {line.then}", re.IGNORECASE), (who, line)


@pytest.mark.parametrize(("name", "bot"), RUNS)
def test_a_cold_look_or_word_is_a_reason_for_an_apology(name, bot):
    """Whoever turned away in the last days, and has not looked kinder since, is in a situation of their own."""
    met = [case for case in mornings(name, bot) if case[2] & SPOKE_COOLLY]
    assert met
    assert "unhurt" not in {situation for _, situation, *_ in met}


def test_no_scene_without_a_visible_reason_denies_one():
    """What the game cannot see from the ledger, such as an event, may still have happened."""
    for situation, moods in MOODS["apologise"].items():
        scenes = [scene for scene in builtin.moves()["apologise"].dates if situation in scene.situation]
        assert scenes
        if moods == OPEN:
            for scene in scenes:
                told = f"{scene.you} {scene.they} {scene.what} {scene.then}"
                assert not re.search(DENIES, told, re.IGNORECASE), told


@pytest.mark.parametrize("situation", [name for name, moods in MOODS["apologise"].items() if moods == OPEN])
def test_nobody_is_scolded_for_not_knowing_what_it_is_for(situation):
    """The words of an apology name what it is for, such as a message that an event sent; no scene says they do not."""
    scenes = [scene for scene in builtin.moves()["apologise"].dates if situation in scene.situation]
    assert scenes
    told = [f"{scene.you} {scene.they} {scene.what} {scene.then}" for scene in scenes]
    assert not [each for each in told if re.search(SCOLDS, each, re.IGNORECASE)]


@pytest.mark.parametrize(("name", "bot"), [*RUNS, *((name, "patient") for name in SHIPPED)])
def test_an_apology_for_nothing_is_not_called_well_taken(name, bot):
    """To somebody in whom no hurt shows, the verdict says so; where a no, a cool word or look of late shows, not."""
    game, said = session(name), 0
    while not game.finished:
        now = game.playthrough
        for who, thread in now.story.threads.items():
            mirror = Mirror(now, who)
            told = mirror.line("apologise").forecast.told
            unhurt = situation_of("apologise", mirror.signs) == "unhurt"
            assert (told == "No hurt shows just now") == unhurt
            said += unhurt
            if unhurt:
                shown = {item.kind for item in thread if item.day == now.day - 1}
                assert not shown & {*LOOKED_SOUR, "answer_cool", "declines_coldly", "declines_kindly"}
        bot_plays_a_day(game, bots()[bot])
    assert said
