"""The run sheet tells the host alone what comes on which day, what each answer brings, and who is ready when."""

import re
from html import unescape
from itertools import pairwise

import pytest

from game.host.debriefing.somebody_ready import ready_when
from game.host.debriefing.what_happened.courses_told import spells_said
from game.host.pages.facilitators_guide import ADVISED_SEED, guide_of, guide_to, in_markdown
from game.host.pages.run_sheet import SPOILERS, run_sheet_of
from game.host.room.room_plan import OPENING
from game.host.room.room_state import EACH, TOGETHER
from game.host.store.replaying import room_of
from game.resources import SCENARIOS
from tests.host.bot_rooms import VOTES, each_room, voting_room
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


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
@pytest.mark.parametrize("minutes", [20, 45, 50, 75, 90])
def test_the_minutes_of_sheet_and_guide_add_up(mode, minutes):
    """Steps of the debrief come to its time, days and debrief to the plan, and no line names another length."""
    room = room_of(opening(mode, seed=ADVISED_SEED, minutes=minutes))
    plan, sheet = room.plan, run_sheet_of(room)
    steps = [float(re.search(r", ([\d.]+) minutes?$", step)[1]) for step, _ in sheet.script]
    assert sum(steps) == plan.debrief
    assert len(steps) == (4 if plan.short else 5)
    assert sheet.debrief.startswith(f"{plan.debrief:g} minute")
    (timings,) = (points for heading, points in guide_of(room).parts if heading == "How long it takes")
    spans = [re.match(r"([\d.]+) to ([\d.]+): (.*)", point) for point in timings]
    ends = [(float(found[1]), float(found[2])) for found in spans if found]
    assert ends[0][0] == 0.0
    assert all(end == begin for (_, end), (begin, _) in pairwise(ends))
    assert f"This plan takes {ends[-1][1] + OPENING:g} of {plan.minutes} minutes." in timings
    assert ends[-1][1] + OPENING == plan.minutes or not plan.short
    debrief = next(found[3] for found in spans if found and "debrief" in found[3])
    named = [float(figure) for figure in re.findall(r"(?:: |other )([\d.]+) (?:minutes|are)", debrief)]
    assert not named or sum(named) == plan.debrief


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
@pytest.mark.parametrize("seed", [1, 7, ADVISED_SEED])
def test_sheet_and_debrief_tell_one_trial_by_one_measure(mode, seed):
    """On the days on which the sheet says that somebody is ready in the trial, the debrief says so, too."""
    room, told = each_room("first_hello", seed) if mode == EACH else voting_room("first_hello", seed, VOTES[0])
    sheet = run_sheet_of(room)
    for row in told.courses:
        if any(one.buyer for one in row.courses):
            said = next(text for text in sheet.people if text.startswith(row.first))
            when = f"in the trial ready {spells_said(row.trial)}" if row.trial else "ready on no day of the trial"
            assert when in said
            assert "likely" not in said


def test_the_script_points_at_nothing_that_may_not_be_there():
    """No line need fall, and nobody need have said anything: the script asks for what every debrief has."""
    script = " ".join(say for _, say in run_sheet_of(empty_room(EACH)).script)
    assert "falls" not in script
    assert "Follow the thick line" in script
