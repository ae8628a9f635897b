"""Who sits where on an evening: at your table, at the bar, at the next table, or in a picture of their own."""

from dataclasses import replace

import pytest

from game.scenario import load
from game.scenario.texts.evening_words import evening_words
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.seen.make_view import make_view
from game.session.seen.night.evening_seen import evening_seen
from game.session.view import NightItem, NightReport, PostItem, ThreadItem
from game.session.words.personas import YOUR_LOOKS
from tests.plays import example

DAY = 5
WEIGHTS = {"buys": 3, "unfollows": 3, "blocks": 3, "question": 2, "declines_kindly": 2, "declines_coldly": 2,
           "buys_elsewhere": 3, "like": 0}  # fmt: skip


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    """The desk of the bakery with Ada, Ben and a crowd of twenty, of whom nothing has been told yet."""
    path = example(tmp_path_factory.mktemp("bakery"))
    path.write_text(path.read_text(encoding="utf-8").replace("count: 3", "count: 20"), encoding="utf-8")
    return make_view(begun(compiled_of(load(path)), 4), "ada")


def mine(move, day=DAY, **more):
    return ThreadItem(day, "note" if move in {"look_around", "like", "give_space"} else "me", move, "Mine.", **more)


def theirs(signal, text, day=DAY):
    return ThreadItem(day, "them", signal, text)


def evening(view, threads, *, posts=(), since=None, to=""):
    """The evening of day 5: what they did is what stands in the threads of that day, in answer to a move."""
    followers = tuple(
        replace(f, thread=tuple(threads.get(f.id, ())), since_day=(since or {}).get(f.id, 1)) for f in view.followers
    )
    items = tuple(
        NightItem(f.id, f.name, i.kind, i.text, WEIGHTS.get(i.kind, 1), to=to)
        for f in followers for i in f.thread if i.day == DAY and i.who == "them"
    )  # fmt: skip
    feed = tuple(PostItem(DAY, move, title, "photo" if title else "", text, 0, ()) for move, title, text in posts)
    return evening_seen(replace(view, followers=followers, feed=feed), NightReport(DAY, items, 0, (), (), ()))


def ids(some):
    return [met.follower for met in some]


def test_three_of_those_you_approached_sit_with_you_and_the_others_stand_at_the_bar(view):
    """Those of whom most came first; behind them at the bar whoever came by unasked."""
    threads = {
        "crowd_1": [mine("comment"), theirs("answer_short", "Yes.")],
        "crowd_2": [mine("comment"), theirs("question", "Why?")],
        "crowd_3": [mine("help"), theirs("answer_warm", "Oh!")],
        "crowd_4": [mine("comment")],
        "crowd_5": [theirs("question", "When?")],
        "crowd_6": [theirs("answer_warm", "So good.")],
    }
    found = evening(view, threads)

    assert ids(found.tables) == ["crowd_2", "crowd_3", "crowd_1"]
    assert ids(found.bar) == ["crowd_4", "crowd_5", "crowd_6"]
    assert (found.met, found.came, found.day, found.quiet) == (4, 2, DAY, "")


@pytest.mark.parametrize(("move", "sits"), [("look_around", False), ("give_space", False), ("like", True)])
def test_nobody_sits_down_for_what_they_cannot_notice(view, move, sits):
    """Who was only looked at stays away; who then writes has come by."""
    assert ids(evening(view, {"ada": [mine(move)]}).tables) == (["ada"] if sits else [])
    wrote = evening(view, {"ada": [mine(move), theirs("question", "Hm?")]})
    assert ids(wrote.tables if sits else wrote.bar) == ["ada"]


def test_only_those_who_are_there_on_that_evening_are_seen(view):
    """Who comes later or has left before is not; who leaves on that very night is."""
    threads = {
        "crowd_1": [theirs("like", "x")],
        "crowd_2": [theirs("unfollows", "x", DAY - 1), theirs("like", "y")],
        "crowd_3": [theirs("unfollows", "x")],
        "crowd_4": [theirs("like", "z")],
    }
    found = evening(view, threads, since={"crowd_1": DAY + 1, "crowd_4": DAY})

    assert ids(found.bar) == ["crowd_4"]
    assert [m.who.follower for m in found.moments] == ["crowd_3"]


def test_what_is_not_yet_sent_is_no_approach(view):
    """Nor is a signal of theirs that has the name of a move."""
    assert evening(view, {"ada": [mine("comment", planned=True)]}).tables == ()
    assert evening(view, {"ada": [ThreadItem(DAY, "note", "like", "x")]}).tables != ()


def test_every_message_of_the_evening_is_told_once_in_its_order(view):
    """No message of another day."""
    thread = [theirs("question", "Old?", DAY - 1), mine("comment"), theirs("answer_warm", "One."),
              theirs("question", "Two?"), theirs("answer_warm", "One.")]  # fmt: skip
    (met,) = evening(view, {"ada": thread}).tables

    assert met.wrote == "One.\nTwo?"
    assert (met.name, met.first, met.look) == (
        "Ada Quist",
        "Ada",
        next(f.look for f in view.followers if f.id == "ada"),
    )


@pytest.mark.parametrize(
    ("thread", "told"),
    [
        ([], "Before that there had been no word between you."),
        ([mine("like", 2)], "Before that there had been no word between you."),
        ([mine("help", 2)], "You had written, and no answer had come."),
        ([mine("help", DAY)], "Before that there had been no word between you."),
        ([theirs("question", "a", 2)], "Ada had written to you once before."),
        ([theirs("question", "a", 2), theirs("thanks", "b", 3)], "Ada had written to you two times before."),
    ],
)
def test_a_no_is_told_with_what_there_had_been_before(view, thread, told):
    """On earlier days; what is written that day is the question itself."""
    (moment,) = evening(view, {"ada": [*thread, mine("propose"), theirs("declines_kindly", "No.")]}).moments

    assert (moment.kind, moment.title) == ("kind_no", "Ada says no, and means it kindly.")
    assert moment.text.endswith(told)


def test_several_who_leave_share_a_picture_and_each_sale_has_its_own(view):
    """Sales come before what is sad; nobody of them sits at a table as well."""
    threads = {
        "ada": [mine("propose"), theirs("buys", "Yes!")],
        "ben": [theirs("unfollows", "x")],
        "crowd_1": [theirs("blocks", "y")],
        "crowd_2": [mine("propose"), theirs("buys", "Yes!")],
    }
    found = evening(view, threads)
    first = next(f.name.split()[0] for f in view.followers if f.id == "crowd_1")

    assert [m.kind for m in found.moments] == ["sale", "sale", "farewell"]
    assert [m.who.follower for m in found.moments[:2]] == ["ada", "crowd_2"]
    assert found.moments[2].title == f"Ben and {first} have left."
    assert (found.tables, found.bar, found.met, found.came) == ((), (), 2, 2)


def test_a_sale_is_told_with_what_led_to_it(view):
    """Each day on which something of yours was taken warmly or they opened up, and the day of the sale."""
    thread = [
        mine("help", 1), theirs("answer_warm", "a", 1), mine("comment", 2), theirs("answer_cool", "b", 2),
        mine("praise", 3), theirs("thanks", "c", 3), mine("comment", 4), theirs("question", "d", 4),
        mine("propose", DAY), theirs("buys", "Yes!"),
    ]  # fmt: skip
    (sale,) = evening(view, {"ada": thread}).moments

    assert [day for day, _ in sale.trail] == [1, 3, 4, DAY]
    assert sale.trail[-1][1] == "Ada says yes"
    one = evening(view, {"ada": [*thread[:2], *thread[-2:]]}).moments[0]
    assert [day for day, _ in one.trail] == [1, DAY]
    assert evening(view, {"ada": thread[-2:]}).moments[0].trail == ()


def test_a_page_that_was_read_and_an_event_that_was_answered_led_to_a_sale_as_well(view):
    """Neither is a message, and both were done for that person; an answer that put them off is left out."""
    read = ThreadItem(1, "note", "look_around", "You looked at Ada's page.")
    answered = ThreadItem(3, "note", "event", "Two shares. Ada smiles.")
    sale = [mine("propose", DAY), theirs("buys", "Yes!")]
    told = evening(view, {"ada": [read, answered, *sale]}).moments[0].trail
    assert told == (
        (1, "You read what they posted lately."), (3, "You answered “Two shares”."), (DAY, "Ada says yes"),
    )  # fmt: skip
    cool = evening(view, {"ada": [read, answered, theirs("complaint", "No.", 3), *sale]}).moments[0].trail
    assert [day for day, _ in cool] == [1, DAY]


def test_what_asks_for_something_made_no_sale_possible(view):
    """However warmly it was taken."""
    thread = [mine("small_offer", 1), theirs("accepts", "a", 1), mine("propose", DAY), theirs("buys", "Yes!")]

    assert evening(view, {"ada": thread}).moments[0].trail == ()


def test_a_message_to_everybody_fills_the_room(view):
    """Sixteen are seen, those who did most first; it is counted who said something, of all who got it."""
    threads = {"crowd_9": [theirs("question", "Me?")], "crowd_8": [theirs("like", "x")]}
    (moment,) = evening(view, threads, posts=[("blast_dm", "", "Read this!")], to="blast_dm").moments

    assert moment.kind == "blast"
    assert ids(moment.crowd)[:2] == ["crowd_9", "crowd_8"]
    assert len(moment.crowd) == 16
    assert moment.text == "Of 22 who got it, two said something to it."
    assert moment.cry == "Read this!"
    assert evening(view, threads, posts=[("blast_dm", "", "Read this!")]).bar == ()
    besides = evening(view, threads, posts=[("blast_dm", "", "Read this!")]).moments[0]
    silent = evening(view, {}, posts=[("blast_dm", "", "")]).moments[0]
    assert besides.text == silent.text, "what is no answer to it is not counted as one"
    assert (silent.text, silent.cry) == ("Nobody has answered it in words.", "For everybody!")


@pytest.mark.parametrize(("shares", "bows"), [(["share_plain"], True), (["share_compliment"], False), ([], False),
                                              (["share_plain", "share_compliment"], False)])  # fmt: skip
def test_showing_round_a_plain_share_is_a_bow_to_yourself(view, shares, bows):
    """The last share before it counts."""
    thread = [*(theirs(kind, "x", 2) for kind in shares), mine("retweet_share", public=True)]
    moments = evening(view, {"ada": thread}).moments

    assert [m.kind for m in moments] == (["repost"] if bows else [])
    if bows:
        assert ids(moments[0].crowd)[0] == "ada"
        assert len(moments[0].crowd) == 16
        assert moments[0].text == "It was a plain share. Ada had said nothing to it."


def test_what_all_can_see_is_spoken_of_at_the_next_table(view):
    """By two who are not with you, and not you; what was between two is not."""
    found = evening(
        view, {"ada": [mine("thank_publicly", public=True), theirs("answer_warm", "Oh!")], "ben": [mine("help")]}
    )
    seated = {f.look for f in view.followers if f.id in {"ada", "ben"}}

    assert found.whisper is not None
    assert len(set(found.whisper.looks)) == 2
    assert seated.isdisjoint(found.whisper.looks)
    assert set(YOUR_LOOKS).isdisjoint(found.whisper.looks)
    assert found.whisper.poses == ("smiles_over", "listens")
    assert evening(view, {"ada": [mine("help")]}).whisper is None
    wondering = evening(view, {"ada": [theirs("share_plain", "x", 1), mine("retweet_share", public=True)]}).whisper
    assert wondering.poses == ("whispers", "overhears")


@pytest.mark.parametrize(
    ("moves", "posts", "reason"),
    [
        ([], [], "nothing"),
        ([], [("post_story", "The first loaf", "x")], "post"),
        (["look_around"], [], "reading"),
        (["give_space"], [], "space"),
        (["look_around", "give_space"], [], "reading"),
    ],
)
def test_a_night_on_which_nobody_does_anything_answers_what_was_done(view, moves, posts, reason):
    """It is told so, and so is your own empty table."""
    found = evening(view, {f.id: [mine(move)] for f, move in zip(view.followers, moves, strict=False)}, posts=posts)
    words = evening_words()

    assert found.quiet in words.quiet[reason]
    assert found.alone in words.alone[reason]


def test_who_sits_with_you_breaks_the_quiet(view):
    """Though they say nothing; no two of them do the same as long as there are sentences."""
    found = evening(view, {who: [mine("comment")] for who in ("ada", "ben")})

    assert found.quiet == ""
    assert len({met.does.replace(met.first, "") for met in found.tables}) == 2
    assert {met.step for met in found.tables} == {3}
