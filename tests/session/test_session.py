"""The turn loop: planning, its refusals, events, undo, and words that remember."""

from itertools import pairwise

import pytest

from game.errors import Refused
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay, MarkRead, Note, PlanMove, TakeBack, Undo
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import ScenarioSource, Session
from tests.plays import SHIPPED, end_day, example, played, session


@pytest.fixture
def bakery(tmp_path):
    return Session(begun(compiled_of(load(example(tmp_path))), 4), source=ScenarioSource("bakery"))


def test_a_move_can_be_planned_and_taken_back(bakery):
    """The plan shows the move with its words and cost; taking it back gives the attention back."""
    bakery.do(PlanMove("ask_about_them", "ada"))
    (line,) = bakery.view().plan
    assert (line.name, line.hours) == ("Ada Quist", 0.4)
    assert line.text
    assert bakery.view().hours_left == pytest.approx(2.6)

    bakery.do(TakeBack(line.id))

    assert bakery.view().plan == ()
    assert bakery.view().hours_left == 3.0


def test_one_move_per_follower_and_day(bakery):
    """A second move to the same follower takes the place of the first."""
    bakery.do(PlanMove("like", "ada"))
    bakery.do(PlanMove("comment", "ada"))

    assert [p.move for p in bakery.view().plan] == ["comment"]


def test_what_is_planned_is_what_is_said(bakery):
    """The words shown before planning stand in the plan and, after the night, in the thread."""
    words = bakery.say("ask_about_them", "ada")
    bakery.do(PlanMove("ask_about_them", "ada"))
    bakery.do(EndDay())
    thread = next(f for f in bakery.view().followers if f.id == "ada").thread

    assert words == thread[0].text


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda g: g.do(PlanMove("serenade", "ada")), "There is no move"),
        (lambda g: g.do(PlanMove("like", "nobody")), "There is no follower"),
        (lambda g: g.do(PlanMove("share_resource", "ada")), "Choose what to share first"),
        (lambda g: g.do(PlanMove("share_resource", "ada", "bread")), "There is no content"),
        (lambda g: g.do(PlanMove("answer", "ada")), "waits for an answer"),
        (lambda g: g.do(PlanMove("follow_up", "ada")), "waits to be taken up"),
        (lambda g: g.do(PlanMove("retweet_share", "ada")), "is left to show"),
        (lambda g: g.do(PlanMove("congratulate", "ada")), "no good news"),
        (lambda g: g.do(PlanMove("introduce", "ada", other="ada")), "whom to introduce"),
        (lambda g: g.do(PlanMove("blast_dm", "ada")), "goes to everybody"),
        (lambda g: g.do(TakeBack(9)), "not in today"),
        (lambda g: g.do(Note("ada", "buyer", 60)), "25, 50, 75 or 100"),
        (lambda g: g.do(AnswerEvent("landlord", 0)), "does not wait for an answer"),
        (lambda g: g.do(Undo(3)), "Choose a day from 1 to 1"),
    ],
)
def test_refusals_say_why_and_change_nothing(bakery, call, words):
    """Each refusal is a sentence, and the view before and after it is the same."""
    before = bakery.view("ada")

    with pytest.raises(Refused, match=words):
        call(bakery)
    assert bakery.view("ada") == before


def test_attention_runs_out(bakery):
    """What costs more than is left is refused with both figures."""
    bakery.do(PlanMove("help", "ada"))
    bakery.do(PlanMove("help", "ben"))
    bakery.do(PlanMove("help", "crowd_1"))

    with pytest.raises(Refused, match="60 minutes; nothing is left"):
        bakery.do(PlanMove("help", "crowd_2"))


def test_making_a_content_costs_once(bakery):
    """The first use of a content costs its making, the second only the sharing."""
    bakery.do(PlanMove("share_resource", "ada", "loaf"))
    first = bakery.view().plan[0].hours
    bakery.do(EndDay())
    bakery.do(AnswerEvent("landlord", 1))
    bakery.do(PlanMove("share_resource", "ada", "loaf"))

    assert first - bakery.view().plan[0].hours == pytest.approx(0.5)


def test_an_introduction_is_made_to_both(bakery):
    """Both have it in their thread, and it costs once."""
    bakery.do(PlanMove("introduce", "ada", other="ben"))
    bakery.do(EndDay())
    threads = {f.id: f.thread for f in bakery.view().followers}

    assert [threads[w][0].kind for w in ("ada", "ben")] == ["introduce", "introduce"]


def test_an_event_must_be_answered_before_the_day_ends(bakery):
    """The day cannot end over an open question; the answer's reply is shown."""
    bakery.do(EndDay())
    with pytest.raises(Refused, match="The landlord rings"):
        bakery.do(EndDay())

    bakery.do(AnswerEvent("landlord", 1))

    assert bakery.view().events[0].reply == "He grumbles."
    assert end_day(bakery).day == 2


def test_giving_in_to_an_event_costs_trust(bakery, tmp_path):
    """Answering with the e-book for everybody lowers everybody's trust against asking for a week."""
    from game.model import trust

    def after(choice):
        game = Session(begun(compiled_of(load(example(tmp_path))), 4))
        game.do(EndDay())
        game.do(AnswerEvent("landlord", choice))
        game.do(EndDay())
        return trust(
            game.playthrough.position.state, game.playthrough.position.people, game.playthrough.compiled.rules.params
        )[0]

    gave_in, stood = after(0), after(1)
    assert (gave_in < stood).all()


def test_undo_goes_back_and_the_same_choices_give_the_same_run():
    """Back to day 3, then the same moves: the same view at the end, bit for bit."""
    game = played("first_hello", "patient", seed=9)
    end, plans, answers = game.view(), [d.items for d in game.playthrough.history], dict(game.playthrough.answers)
    game.do(Undo(3))
    assert game.playthrough.day == 3
    assert not game.finished

    for items in plans[2:]:
        for e in game.view().events:
            if e.choices:
                game.do(AnswerEvent(e.id, answers[e.id]))
        for item in items:
            game.do(PlanMove(item.move, item.who, item.content, item.other))
        game.do(EndDay())

    assert {f.id: f.thread for f in game.view().followers} == {f.id: f.thread for f in end.followers}


def test_undo_lets_one_choose_otherwise():
    """Another choice from an earlier day changes what follows for that follower."""
    game = played("slow_roast", "patient", seed=2, days=8)
    before = {f.id: f.thread for f in game.view().followers}
    game.do(Undo(4))
    game.do(PlanMove("pitch", "gil"))
    game.do(EndDay())

    assert next(f for f in game.view().followers if f.id == "gil").thread != before["gil"]


@pytest.mark.parametrize("name", SHIPPED)
def test_no_wording_twice_running(name):
    """Within a run no follower says the same sentence of the same kind twice running, nor do two in one night."""
    game = played(name, "random", seed=5)
    for thread in game.playthrough.story.threads.values():
        said = [(t.kind, t.text) for t in thread if t.who == "them"]
        assert all(a != b for a, b in pairwise(said))


def test_the_second_turn_refers_to_the_first():
    """After somebody tells something, a follow-up names it, and so does the answer to the follow-up."""
    named = 0
    for seed in range(12):
        game = session("slow_roast", seed)
        for _ in range(8):
            for event in game.view().events:
                if event.choices:
                    game.do(AnswerEvent(event.id, len(event.choices) - 1))
            for who in ("winifred", "marcus", "gil"):
                facts = game.playthrough.story.talks[who].fact
                if facts:
                    game.do(PlanMove("follow_up", who))
                    words = game.view().plan[-1].text
                    named += facts.split()[-1].lower() in words.lower()
                else:
                    game.do(PlanMove("ask_about_them", who))
            game.do(EndDay())

    assert named >= 10


def test_the_notebook_keeps_guesses_and_strikes_them_out(bakery):
    """A guess shows in the view; sure 0 removes it."""
    bakery.do(Note("ada", "buyer", 75))
    assert next(f for f in bakery.view().followers if f.id == "ada").guess.motive == "buyer"

    bakery.do(Note("ada", "", 0))

    assert next(f for f in bakery.view().followers if f.id == "ada").guess is None


def test_a_read_profile_tells_what_they_love(bakery):
    """Topics, formats and ties are known after looking around, not before."""
    ada = lambda: next(f for f in bakery.view().followers if f.id == "ada")  # noqa: E731
    assert ada().topics == ()

    bakery.do(PlanMove("look_around", "ada"))
    bakery.do(EndDay())

    assert ada().topics == ("rye",)
    assert ada().formats == ("photo",)
    assert "ben" in ada().knows
    assert [n.new for n in ada().noticed] == [True] * len(ada().noticed)


def test_the_opening_is_told_until_the_first_choice():
    """The tutorial begins with the proposal, and does not tell it again after the first move."""
    game = session("first_hello")
    assert game.view().opening

    game.do(PlanMove("look_around", game.playthrough.compiled.ids[0]))

    assert game.view().opening == ()


def test_what_an_answer_to_an_event_does_to_somebody_stands_in_their_thread():
    """Whoever the event and its answer are about has a trace of it; nobody else has."""
    game = session("first_hello", 2)
    while "two_shares" not in game.playthrough.waiting_events():
        game.do(EndDay())
    game.do(AnswerEvent("two_shares", 1))

    threads = game.playthrough.story.threads
    asked = [(who, i.text) for who, items in threads.items() for i in items if i.kind == "event"]
    told = {who for who, text in asked if "show the mistake" in text}
    assert told == {"dorian", "priya"}


def test_the_evening_of_a_day_is_the_next_morning():
    """Of the last day that was played it is the morning that stands now, with the answers given on it."""
    now = played("first_hello", "patient", days=3).playthrough

    assert now.evening_of(0) is now.history[1].morning
    assert now.evening_of(2) is now.position


def test_what_was_read_is_no_longer_counted_as_unread():
    """Nothing is left to read of somebody whose thread was opened; of the others everything is."""
    game = played("first_hello", "patient", days=3)
    unread = {person.id: person.unread for person in game.view().followers if person.unread}
    first, *others = unread
    game.do(MarkRead(first))

    assert others
    assert {p.id: p.unread for p in game.view().followers if p.id in unread} == {**unread, first: 0}
