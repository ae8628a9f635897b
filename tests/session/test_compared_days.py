"""Two choices for one person: what is shared in practice is what fits best of what the hours of the day allow."""

from contextlib import suppress
from dataclasses import replace

import pytest

from game.bots.registry import bots
from game.errors import Refused
from game.scenario import load
from game.session.compared_days import compared_days
from game.session.entries import AnswerEvent, AskWhatIf, PlanMove
from game.session.planning import check
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from tests.plays import bot_plays_a_day, example, session


@pytest.fixture(scope="module")
def mornings():
    """The mornings of a game from day 3 on, with all that happens answered."""
    game, found = session("first_hello", 2), []
    while not game.finished:
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        found.append(game.playthrough)
        bot_plays_a_day(game, bots()["patient"])
    return found[2:]


def able(now, who, contents):
    """The contents that can be shared with somebody that morning."""
    found = []
    for content in contents:
        with suppress(Refused):
            check(now.position, {}, PlanMove("share_resource", who, content), now.people)
            found.append(content)
    return found


@pytest.mark.parametrize("hours", [0.3, 0.45, 0.6, 0.8, 2.0])
def test_what_is_shared_is_the_best_fitting_of_what_can_be(mornings, hours):
    """It is refused only where nothing at all can be shared; with few hours a smaller content takes the place."""
    seen = set()
    for morning in mornings:
        position = replace(morning.position, hours=morning.position.hours * 0.0 + hours)
        now = replace(morning, position=position)
        for column, who in enumerate(now.compiled.ids):
            seems, contents = now.position.seems[0, column], now.compiled.contents
            fitting = sorted(contents, key=lambda name: -float(seems[contents.index(name)]))
            possible = able(now, who, fitting)
            asked = AskWhatIf(who, "", "share_resource")
            if possible:
                _, (shared,) = compared_days(now.position, {}, asked, now.people)
                assert shared == PlanMove("share_resource", who, possible[0])
                seen.add((possible[0] == fitting[0], len(possible)))
            else:
                with pytest.raises(Refused):
                    compared_days(now.position, {}, asked, now.people)
    if hours == 2.0:
        assert seen


def test_a_small_content_is_shared_where_the_hours_allow_no_large_one(tmp_path):
    """Whichever of the two comes last in the order of what fits."""
    text = example(tmp_path).read_text(encoding="utf-8").replace("hours: 0.5", "hours: 2.8")
    roll = "  roll: {title: A roll, format: photo, about: [rye], hours: 0.2, text: Small.}\n"
    for large_first in (True, False):
        small_last = text.replace("timeline:\n", f"{roll}timeline:\n")
        path = tmp_path / "of_two.yaml"
        path.write_text(
            small_last if large_first else text.replace("content:\n", f"content:\n{roll}"), encoding="utf-8"
        )
        now = begun(compiled_of(load(path)), 4)
        plan, position = {1: PlanMove("help", "ben")}, replace(now.position, day=5)
        _, (helped, shared) = compared_days(position, plan, AskWhatIf("ada", "", "share_resource"), now.people)
        assert (helped.move, shared.content) == ("help", "roll")
