"""The plan of the day: what fits into it, what it costs, and the sentence for what does not."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.legal import Obstacle
from game.errors import Refused
from game.scenario import load
from game.session.entries import PlanMove
from game.session.planning import check, first_day_of, hours_left, hours_of, obstacle_to, plan_of, replaces, usable
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from tests.plays import example

MORE = """\
  poster: {title: A poster, format: photo, about: [rye], hours: 9, text: Big.}
  later: {title: The cake, format: photo, about: [rye], hours: 0.25, text: Sweet., when: {day: {from: 4}}}
"""


@pytest.fixture(scope="module")
def bakery(tmp_path_factory) -> Playthrough:
    """The bakery with three contents: one of half an hour, one longer than a day, one that is locked until day 4."""
    path = example(tmp_path_factory.mktemp("bakery"))
    path.write_text(path.read_text(encoding="utf-8").replace("timeline:\n", MORE + "timeline:\n"), encoding="utf-8")
    return begun(compiled_of(load(path)), 4)


@pytest.fixture
def morning(bakery):
    return bakery.position


def took(position, move) -> float:
    """What a move alone takes, by the table of moves."""
    moves = position.compiled.rules.moves
    return float(moves.columns["hours"][moves.index(move)])


def with_hours(position, hours):
    return replace(position, hours=np.array([hours]))


def refusal(bakery, planned, plan=(), **changes) -> str:
    """Why something cannot be planned beside other moves; "" if it can."""
    try:
        check(replace(bakery.position, **changes), dict(enumerate(plan, 1)), planned, bakery.people)
    except Refused as why:
        return str(why)
    return ""


def test_a_content_is_paid_for_once(morning):
    """The first use costs its making beside the move; once it is made, the move alone."""
    made = morning.made.copy()
    made[0, morning.compiled.contents.index("loaf")] = True

    assert hours_of(morning, "share_resource", "loaf") == pytest.approx(took(morning, "share_resource") + 0.5)
    assert hours_of(replace(morning, made=made), "share_resource", "loaf") == took(morning, "share_resource")


def test_what_takes_longer_than_a_day_takes_the_whole_day(morning):
    """So that it can be made at all; a move without a content is never made cheaper."""
    assert hours_of(morning, "post_story", "poster") == 3.0
    assert hours_of(with_hours(morning, 0.1), "help", "") == took(morning, "help") > 0.1


def test_what_is_left_is_the_day_without_each_move_and_never_less_than_nothing(morning):
    """Of a content that two moves share, the making counts once."""
    one = PlanMove("share_resource", "ada", "loaf")
    two = (one, PlanMove("share_resource", "ben", "loaf"))

    assert hours_left(morning, ()) == 3.0
    assert hours_left(morning, (one,)) == pytest.approx(2.5 - took(morning, "share_resource"))
    assert hours_left(morning, two) == pytest.approx(2.5 - 2 * took(morning, "share_resource"))
    assert hours_left(with_hours(morning, 0.1), two) == 0.0


def test_a_day_can_be_filled_to_the_last_minute(bakery, morning):
    """What takes just what is left is taken; three minutes less is refused, with both figures."""
    hours = took(morning, "help")
    enough, short = np.array([hours]), np.array([hours - 0.05])

    assert refusal(bakery, PlanMove("help", "ada"), hours=enough) == ""
    why = refusal(bakery, PlanMove("help", "ada"), hours=short)
    assert why == (
        f"Takes {round(hours * 60)} minutes; {round(hours * 60) - 3} minutes are left today. Take back a move, or wait."
    )


def test_a_move_that_gives_way_gives_back_its_hours(bakery, morning):
    """Whoever changes their mind about one follower needs no more attention than the new move takes."""
    hours = np.array([took(morning, "help")])

    assert refusal(bakery, PlanMove("help", "ada"), [PlanMove("comment", "ada")], hours=hours) == ""
    assert "left today" in refusal(bakery, PlanMove("help", "ada"), [PlanMove("comment", "ben")], hours=hours)


def test_a_second_use_of_a_content_on_the_same_day_costs_the_move_alone(bakery, morning):
    """As the plan counts it, so it is asked for."""
    hours = np.array([2 * took(morning, "share_resource") + 0.5])
    plan = [PlanMove("share_resource", "ben", "loaf")]

    assert refusal(bakery, PlanMove("share_resource", "ada", "loaf"), plan, hours=hours) == ""


@pytest.mark.parametrize(
    ("planned", "why"),
    [
        (PlanMove("nothing", "ada"), "There is no move “nothing”. There are: "),
        (PlanMove("post_story", "ada"), "This goes to everybody. Choose it without a follower."),
        (PlanMove("help"), "There is no follower “”. Choose one from the list."),
        (PlanMove("help", "ada", "loaf"), "Nothing is shared with this move. Choose it without a content."),
        (PlanMove("share_resource", "ada", "lof"), "There is no content “lof”. There are: loaf, poster, later."),
        (PlanMove("share_resource", "ada"), "Choose what to share first."),
        (PlanMove("share_resource", "ada", "later"), "“The cake” cannot be used yet. Choose another content."),
        (PlanMove("help", "ada", other="ben"),
         "This is between you and one person. Choose it without a second one."),
        (PlanMove("introduce", "ada"), "Choose whom to introduce them to."),
        (PlanMove("introduce", "ada", other="ada"), "Choose whom to introduce them to."),
        (PlanMove("answer", "ada"), "Nothing of Ada’s waits for an answer. Ask about them."),
        (PlanMove("congratulate", "ada"), "There is no good news of Ada’s. Ask about them."),
        (PlanMove("follow_up", "ada"), "Nothing that Ada told you waits to be taken up. Ask a question first."),
        (PlanMove("retweet_share", "ada"), "No share of Ada’s is left to show. Give them something to share."),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_what_to_do(bakery, planned, why):
    """The sentence names what was asked for, and the way out."""
    told = refusal(bakery, planned)

    assert told.startswith(why)
    assert "nothing" not in told.removeprefix(why).split(", ")  # to do nothing is no move that one could choose


@pytest.mark.parametrize("question", ["ask_about_them", "ask_their_view"])
def test_whoever_has_just_asked_is_not_told_to_ask(bakery, question):
    """While nothing has come of a question there is nothing to take up, and no second question is called for."""
    position = bakery.position
    asked = np.full_like(position.ledger.last_move, bakery.compiled.rules.moves.index(question))
    game = replace(bakery, position=replace(position, ledger=replace(position.ledger, last_move=asked)))

    told = refusal(game, PlanMove("follow_up", "ada"))

    assert told.startswith("You have asked Ada")
    assert "Ask a question" not in told


def gone(position, who):
    present = position.ledger.present.copy()
    present[0, position.compiled.ids.index(who)] = 0.0
    return replace(position.ledger, present=present)


def test_nobody_is_courted_or_introduced_who_does_not_follow(bakery, morning):
    """Each of the two is asked for, by name."""
    without = gone(morning, "ben")

    assert refusal(bakery, PlanMove("help", "ben"), ledger=without) == (
        "Ben does not follow you. Choose somebody who does."
    )
    assert refusal(bakery, PlanMove("introduce", "ada", other="ben"), ledger=without) == (
        "Ben no longer follows you. Choose somebody else."
    )
    assert refusal(bakery, PlanMove("introduce", "ada", other="ben")) == ""


@pytest.mark.parametrize("busy", [PlanMove("like", "ben"), PlanMove("introduce", "crowd_1", other="ben")])
def test_nobody_is_introduced_who_has_a_move_today(bakery, busy):
    """Whoever has one already, or is being introduced to a third; an introduction of the same two is changed freely."""
    introduced = PlanMove("introduce", "ada", other="ben")

    assert refusal(bakery, introduced, [busy]) == (
        "Ben has a move today already. Take it back first, or introduce somebody else."
    )
    assert refusal(bakery, introduced, [introduced]) == ""
    assert refusal(bakery, introduced, [PlanMove("like", "crowd_2"), PlanMove("like", "ada")]) == ""


def test_nothing_is_planned_when_all_is_over(bakery, morning):
    """Whoever tries is led to the debrief."""
    assert refusal(bakery, PlanMove("help", "ada"), day=7).startswith("The game is over. Look at the debrief")
    assert refusal(bakery, PlanMove("help", "ada"), day=6) == ""


@pytest.mark.parametrize(
    ("item", "to_all", "who", "gives_way"),
    [
        (PlanMove("like", "ada"), False, "ada", True),
        (PlanMove("like", "ada"), False, "ben", False),
        (PlanMove("introduce", "ada", other="ben"), False, "ben", True),
        (PlanMove("post_story"), False, "ada", False),
        (PlanMove("post_story"), True, "", True),
        (PlanMove("like", "ada"), True, "", False),
        (PlanMove("post_story"), False, "", False),
    ],
)
def test_one_move_per_follower_and_one_post_a_day(item, to_all, who, gives_way):
    """The new one takes the place of what was planned for the same person, or of the other post."""
    assert replaces(item, to_all, who) is gives_way


def test_a_locked_content_opens_by_its_condition(morning):
    """Open from the first day, or from the day that its author wrote."""
    assert usable(morning, "loaf")
    assert not usable(morning, "later")


def test_what_stands_in_the_way_is_asked_of_the_very_follower(morning):
    """Of two, the one who has left; a post asks nobody."""
    without = replace(morning, ledger=gone(morning, "ben"))

    assert obstacle_to(without, "help", "ben") == Obstacle.NOT_FOLLOWING
    assert obstacle_to(without, "help", "ada") == Obstacle.NONE
    assert obstacle_to(replace(morning, ledger=gone(morning, "ada")), "post_story", "") == Obstacle.NONE
    assert first_day_of(morning, "help") == 1


def test_the_plan_reaches_the_followers_that_were_meant(morning):
    """Each move stands in the column of its follower with its content; an introduction in both; a post in none."""
    ids, contents, moves = morning.compiled.ids, morning.compiled.contents, morning.compiled.rules.moves
    plan = plan_of(morning, (
        PlanMove("introduce", "ada", other="ben"), PlanMove("share_resource", "crowd_2", "poster"),
        PlanMove("post_story", content="loaf"),
    ))  # fmt: skip
    named = {who: (moves.ids[plan.move[0, c]], plan.content[0, c], plan.partner[0, c]) for c, who in enumerate(ids)}

    assert named == {
        "ada": ("introduce", -1, ids.index("ben")), "ben": ("introduce", -1, ids.index("ada")),
        "crowd_1": ("nothing", -1, -1), "crowd_2": ("share_resource", contents.index("poster"), -1),
        "crowd_3": ("nothing", -1, -1),
    }  # fmt: skip
    assert (moves.ids[plan.post[0]], plan.post_content[0]) == ("post_story", contents.index("loaf"))
    assert plan_of(morning, ()).post.tolist() == [0]
    assert plan_of(morning, (PlanMove("post_story"),)).post_content.tolist() == [-1]


def test_who_has_asked_by_the_way_is_taken_up_though_nothing_waits_for_an_answer(bakery, morning):
    """Where the last words can be taken up, the refusal says by what; else it says that nothing waits."""
    who, ledger = bakery.compiled.ids[0], morning.ledger
    quiet = replace(ledger, waiting=np.full_like(ledger.waiting, 1e6), warm=0.0 * ledger.warm, short=0.0 * ledger.short)
    spoke = replace(quiet, short=quiet.short + 1.0)
    for book, words in ((spoke, "Follow up on them, or ask their view"), (quiet, "Nothing of .* waits for an answer")):
        with pytest.raises(Refused, match=words):
            check(replace(morning, ledger=book), {}, PlanMove("answer", who), bakery.people)
