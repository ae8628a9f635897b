"""Whatever a front end, a record or a phone sends: a choice is refused, or it can be played to the next morning."""

from datetime import UTC, datetime
from itertools import product

import pytest

from game.errors import RecordError, Refused
from game.resources import SCENARIOS
from game.session.entries import (
    AnswerEvent,
    AskWhatIf,
    BringEvent,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    Recorded,
    SayOdds,
    TakeBack,
    TakeNudge,
)
from game.session.planning import first_day_of
from game.session.playthrough import begun
from game.session.record.journal import Journal
from game.session.record.reading import read
from game.session.runs.resuming import resume
from game.session.runs.runs import start
from game.session.turns import after
from tests.plays import SHIPPED, compiled

NOBODY = ("", "nobody", "../../etc/passwd", "everyone")
NUMBERS = (-(2**31), -1, 0, 1, 7, 10_000, 2**32 - 1)


@pytest.fixture(scope="module", params=SHIPPED)
def now(request):
    """A morning on which all moves are open."""
    at = begun(compiled(request.param), 3)
    while any(first_day_of(at.position, move) > at.day for move in at.compiled.rules.moves.ids[1:]):
        for event in at.waiting_events():
            at = after(at, AnswerEvent(event, 0))
        at = after(at, EndDay())
    for event in at.waiting_events():
        at = after(at, AnswerEvent(event, 0))
    return at


def taken(now, choice):
    """The playthrough after a choice, or nothing where it is refused with a sentence."""
    try:
        return after(now, choice)
    except Refused:
        return None


def test_every_move_with_odd_people_and_contents_is_refused_or_played(now):
    """Each move, to people who are there, are not, or are the same twice, with contents that fit and do not."""
    present = now.position.ledger.present[0] > 0.5
    here, second = [who for who, there in zip(now.people, present, strict=True) if there][:2]
    contents = ("", next(iter(now.compiled.contents)), "no_such_thing")
    played = 0
    for move in (*now.compiled.rules.moves.ids, "", "no_such_move"):
        for who, content, other in product((here, *NOBODY), contents, (second, here, *NOBODY)):
            planned = taken(now, PlanMove(move, who, content, other))
            if planned is not None:
                played += 1
                assert after(planned, EndDay()).day == now.day + 1
    assert played > 15


@pytest.mark.parametrize(
    "choice",
    [
        *(kind(number) for kind in (TakeBack,) for number in NUMBERS),
        *(Note(who, motive, sure) for who in NOBODY for motive in ("buyer", "", "x") for sure in NUMBERS),
        *(AnswerEvent(event, number) for event in NOBODY for number in NUMBERS),
        *(BringEvent(event, number) for event in NOBODY for number in NUMBERS),
        *(MarkRead(who) for who in NOBODY),
        *(TakeNudge(about, who) for who in NOBODY for about in ("", "waiting", "x")),
        *(SayOdds(who, move, band) for who in NOBODY for move in ("propose", "x") for band in NUMBERS),
        *(AskWhatIf(who, first, second) for who in NOBODY for first in ("", "x") for second in ("", "propose", "x")),
    ],
    ids=repr,
)
def test_other_odd_choices_are_refused_or_change_nothing_that_ends_the_game(now, choice):
    """After any odd choice the day can be ended and the next one comes."""
    done = taken(now, choice)
    assert done is None or after(done, EndDay()).day == now.day + 1


@pytest.mark.parametrize("seed", [0, 2**31, 2**32 - 1])
def test_every_seed_that_can_be_begun_is_gone_on_with(tmp_path, seed):
    """A record holds whatever a run may be begun with."""
    run = start(SCENARIOS / "first_hello.yaml", seed, tmp_path, datetime(2026, 1, 1, tzinfo=UTC))
    run.close()

    again = resume(run.path)
    assert again.playthrough.setup.seed == read(run.path).header.seed == seed
    again.close()


@pytest.mark.parametrize(
    "entry",
    [
        PlanMove("look_around", "edda", "", "nobody"),
        PlanMove("look_around", "edda", "", "walter"),
        PlanMove("look_around", "nobody"),
        PlanMove("no_such_move", "edda"),
        PlanMove("look_around", "edda", "no_such_content"),
        TakeBack(2**32 - 1),
        Note("nobody", "buyer", 50),
        AnswerEvent("nobody", 2**32 - 1),
        BringEvent("nobody", 2**32 - 1),
        SayOdds("nobody", "propose", 2),
        SayOdds("edda", "no_such_move", 2),
        SayOdds("edda", "propose", 5),
    ],
    ids=repr,
)
def test_a_record_with_a_choice_that_nobody_could_make_is_a_sentence(tmp_path, entry):
    """Its sums are right: somebody has written it so. It is refused as a record, and the game goes on."""
    run = start(SCENARIOS / "first_hello.yaml", 3, tmp_path, datetime(2026, 1, 1, tzinfo=UTC))
    run.close()
    journal, _ = Journal.reopen(run.path)
    journal.append(Recorded(1, entry))
    journal.append(Recorded(1, EndDay()))
    journal.close()

    with pytest.raises(RecordError):
        resume(run.path)
