"""The run sheet tells the host alone what comes on which day, what each answer brings, and who is ready when."""

from html import unescape

import pytest

from game.host.debriefing.somebody_ready import ready_when
from game.host.pages.facilitators_guide import guide_to, in_markdown
from game.host.pages.run_sheet import SPOILERS, run_sheet_of
from game.host.room.room_state import EACH, TOGETHER
from game.host.store.replaying import room_of
from game.resources import SCENARIOS
from tests.host.room_games import HOST
from tests.host.rooms import empty_room, opening
from tests.host.servers import hall_in, page, served


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
@pytest.mark.parametrize("scenario", ["first_hello", "slow_roast"])
def test_every_day_of_the_plan_has_its_events_answers_and_question(mode, scenario):
    """Each event with a day stands on it, each answer with what comes of it, and each day ends in a question."""
    room = room_of(opening(mode, scenario=scenario, seed=7))
    sheet = run_sheet_of(room)
    timeline = room.begun.compiled.scenario.timeline.values()

    assert [one.day for one in sheet.days] == list(range(1, room.plan.days + 1))
    for event in timeline:
        if event.day and event.day <= room.plan.days and event.choices:
            found = next(e for e in sheet.days[event.day - 1].events if e.title == event.title)
            assert [a.label for a in found.answers] == [c.label for c in event.choices]
            for answer, choice in zip(found.answers, event.choices, strict=True):
                assert choice.reply in answer.outcome
                assert "Trust that night: " in answer.outcome
    assert all(one.question.endswith("?") for one in sheet.days)


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_who_is_ready_when_is_what_the_model_says(mode):
    """Seed 7: everybody who is ready in the trial stands on those days, and nobody else on any."""
    room = empty_room(mode)
    ready = ready_when(room.begun, each=room.each)
    sheet = run_sheet_of(room)

    assert ready
    for one in sheet.days:
        for who, spells in ready.items():
            named = any(room.begun.people[who].first in text for text in one.ready)
            assert named == any(first <= one.day <= last for first, last in spells)


def test_the_run_sheet_is_for_the_host_alone(tmp_path):
    """A guest and a stranger get nothing of it; the host's page says that it gives everything away."""
    hall = hall_in(tmp_path, "together")
    with served(hall) as client:
        found, refused = page(client, HOST, "/host/run-sheet"), page(client, {}, "/host/run-sheet")
        lobby = page(client, HOST, "/host").text

    assert found.status_code == 200
    assert SPOILERS in unescape(found.text)
    assert "ready in the trial" in found.text
    assert refused.status_code == 403
    assert "ready in the trial" not in refused.text
    assert "/host/run-sheet" in lobby


def test_the_printed_guide_has_the_sheet_and_its_warning():
    """With a seed it goes through the days; where nobody is ready within the plan it says so, and names seeds."""
    with_seed = in_markdown(guide_to(SCENARIOS / "first_hello.yaml", together=True, seed=7))
    without = in_markdown(guide_to(SCENARIOS / "first_hello.yaml", together=True))
    warned = in_markdown(guide_to(SCENARIOS / "first_hello.yaml", together=True, seed=2, minutes=30))

    assert "Day by day" in with_seed
    assert "Day by day" not in without
    assert "nobody is ready to be asked" in warned
    assert "such as 2" not in warned
