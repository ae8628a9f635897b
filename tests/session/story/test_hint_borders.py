"""Hints of the tutorial at their borders: how long a sign is one, on how many days, which of several comes first."""

from dataclasses import replace

import pytest

from game.model.state import NEVER
from game.scenario import load
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.story.hints import Known, hint_of, needs_told, only_answered
from game.session.view import ThreadItem
from tests.plays import example

DAY = 5


def morning(folder, tutorial):
    """A morning of the bakery in its fifth day, on which nothing has been seen of anybody."""
    path = example(folder)
    path.write_text(path.read_text(encoding="utf-8") + "tutorial:\n" + tutorial, encoding="utf-8")
    loaded = load(path)
    assert loaded.ok, loaded.problems
    return replace(begun(compiled_of(loaded), 4).position, day=DAY)


def seen(position, column=1, **figures):
    """The same morning with something of one follower that both sides know."""
    changed = {name: getattr(position.ledger, name).copy() for name in figures}
    for name, value in figures.items():
        changed[name][0, column] = value
    return replace(position, ledger=replace(position.ledger, **changed))


def shown(position, *, needs=(), made=(), guessed=(), hinted=None, replied=()):
    """The id and the text of the hint that is shown; two times nothing if none is."""
    known = Known(dict.fromkeys(made, 1), frozenset(guessed), hinted or {}, frozenset(needs), frozenset(replied))
    names = {who: who.title() for who in position.compiled.ids}
    found = hint_of(position, known, names)
    return (found.name, found.text) if found else ("", "")


@pytest.mark.parametrize(
    ("sign", "just", "beyond"),
    [
        ("message_waits", {"waiting": 30.0}, {"waiting": NEVER}),
        ("something_told", {"warm": 1.0, "talk_age": 5.0}, {"warm": 1.0, "talk_age": 6.0}),
        ("something_told", {"short": 1.0, "talk_age": 0.0}, {"short": 0.0, "talk_age": 0.0}),
        ("plain_share", {"shared_age": 6.0, "compliment": 0.0}, {"shared_age": 7.0, "compliment": 0.0}),
        ("plain_share", {"shared_age": 6.0, "compliment": 0.0}, {"shared_age": 6.0, "compliment": 1.0}),
        ("praised_share", {"shared_age": 6.0, "compliment": 1.0}, {"shared_age": 6.0, "compliment": 0.0}),
        ("good_news", {"news_age": 5.0}, {"news_age": 6.0}),
        ("profile_read", {"looked": 1.0}, {"looked": 0.0}),
        ("heard_often", {"standing": 2.0}, {"standing": 1.9}),
        ("acquaintance", {"warm": 1.0, "contacts": 1.0}, {"warm": 0.0, "contacts": 9.0}),
    ],
)
def test_a_sign_is_one_for_its_time_and_from_its_measure_on(tmp_path, sign, just, beyond):
    """On its last day still, and not on the day after."""
    now = morning(tmp_path, f"  one: {{day: 1, seen: {sign}, text: 'It is {{first}}.'}}\n")

    assert shown(seen(now, **just)) == ("one", "It is Ben.")
    assert shown(seen(now, **beyond)) == ("", "")


def test_who_has_heard_answers_alone_owes_no_word(tmp_path):
    """However often they asked and were answered; a message that they did not ask for stands."""
    now = seen(morning(tmp_path, "  one: {day: 1, seen: heard_often, text: 'It is {first}.'}\n"), standing=3.0)
    said = [
        ThreadItem(1, "them", "question", "?"),
        ThreadItem(2, "me", "answer", "."),
        ThreadItem(3, "me", "answer", "."),
    ]
    asked = ThreadItem(4, "me", "ask_about", "?")

    assert only_answered({"ben": tuple(said), "ada": (*said, asked), "eve": ()}) == {"ben"}
    assert shown(now, replied=["ben"]) == ("", "")
    assert shown(now) == ("one", "It is Ben.")


def test_a_need_is_one_that_was_said_and_is_not_settled(tmp_path):
    """For a week, and until they have bought."""
    now = morning(tmp_path, "  one: {day: 1, seen: need_shows, text: 'Ask {first}.'}\n")

    assert shown(seen(now, need_age=7.0), needs=["ben"]) == ("one", "Ask Ben.")
    assert shown(seen(now, need_age=8.0), needs=["ben"]) == ("", "")
    assert shown(seen(now, need_age=7.0, bought=1.0), needs=["ben"]) == ("", "")
    assert shown(seen(now, need_age=7.0), needs=["ada"]) == ("", "")


@pytest.mark.parametrize(("day", "kind", "told"), [(5, "need_shows", True), (4, "need_shows", False),
                                                   (12, "asks_price", False)])  # fmt: skip
def test_a_need_has_been_told_for_a_week(day, kind, told):
    """In so many words: a question for the price is none."""
    threads = {"ada": (ThreadItem(day, "them", kind, "x"),), "ben": ()}

    assert needs_told(threads, 12) == ({"ada"} if told else set())


@pytest.mark.parametrize(
    ("move", "ago", "told"),
    [("ask_about_them", 2.0, True), ("ask_about_them", 1.0, False), ("look_around", 1.0, True),
     ("give_space", 1.0, True)],
)  # fmt: skip
def test_nobody_is_to_be_written_to_two_days_running(tmp_path, move, ago, told):
    """A hint that names somebody waits for two days of peace; what does not write to them need not."""
    now = morning(tmp_path, f"  one: {{day: 1, text: 'To {{first}}.', until_move: {move}}}\n")
    for column in range(len(now.compiled.ids)):
        now = seen(now, column, contact_age=ago)

    assert bool(shown(now)[0]) is told


def test_who_is_named_is_somebody_of_whom_it_holds(tmp_path):
    """The first in the order of the file who follows."""
    now = morning(tmp_path, "  one: {day: 1, text: 'To {first}.', until_move: look_around}\n")

    assert shown(now)[1] == "To Ada."
    assert shown(seen(now, 0, present=0.0))[1] == "To Ben."
    assert shown(seen(now, 0, looked=1.0))[1] == "To Ben."


@pytest.mark.parametrize(("day", "told"), [(4, False), (5, True), (6, False)])
def test_what_hangs_on_its_day_alone_is_told_on_that_day(tmp_path, day, told):
    """A hint with nothing but its day is shown on that day, and neither before nor after."""
    now = morning(tmp_path, f"  one: {{day: {day}, text: Today.}}\n")

    assert bool(shown(now)[0]) is told


@pytest.mark.parametrize(("when", "told"), [("{day: {from: 5}}", True), ("{day: {from: 6}}", False)])
def test_a_hint_with_a_condition_waits_for_it(tmp_path, when, told):
    """It is told on any later day on which the condition holds."""
    now = morning(tmp_path, f"  one: {{day: 1, text: Now., when: {when}}}\n")

    assert bool(shown(now)[0]) is told


@pytest.mark.parametrize(("days", "told"), [((1,), True), ((1, 2), False), ((1, DAY), True), ((DAY,), True)])
def test_two_days_are_enough_for_a_hint(tmp_path, days, told):
    """One that stands there already this morning does not go away in the middle of the day."""
    now = morning(tmp_path, "  one: {day: 1, text: Look., until_move: look_around}\n")

    assert bool(shown(now, hinted={"one": days})[0]) is told


def test_what_is_seen_comes_before_what_was_done_and_that_before_the_day(tmp_path):
    """Of those that fit alike a new one comes before one that was shown, and else the order of the file counts."""
    now = morning(tmp_path, (
        "  after: {day: 1, after_move: like, text: After., until_move: comment}\n"
        "  plain: {day: 1, text: Plain., until_move: look_around}\n"
        "  other: {day: 1, text: Other., until_move: give_space}\n"
        "  sign: {day: 1, seen: profile_read, text: Sign.}\n"
    ))  # fmt: skip

    assert shown(seen(now, looked=1.0), made=["like"])[0] == "sign"
    assert shown(now, made=["like"])[0] == "after"
    assert shown(now)[0] == "plain"
    assert shown(now, hinted={"plain": (1,)})[0] == "other"
    assert shown(now, made=["look_around"])[0] == "other"


def test_when_all_is_over_nothing_is_hinted(tmp_path):
    """Hints end with the last day."""
    now = morning(tmp_path, "  one: {day: 1, text: Look., until_move: look_around}\n")

    assert shown(replace(now, day=6))[0] == "one"
    assert shown(replace(now, day=7)) == ("", "")
