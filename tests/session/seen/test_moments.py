"""What one would call a moment has a scene of its own in the night: picture, title, words, what it is on a date."""

import re
from dataclasses import replace

import pytest

from game.art.evenings.moment_places import PLACES
from game.art.evenings.moments import moment_scene
from game.art.shown import shown_by
from game.model.signals import TELLS, Signal
from game.scenario.texts.evening_words import evening_words
from game.session.entries import EndDay
from game.session.seen.night.body import LISTENS
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.moment_kinds import (
    AT_MOST,
    FIRSTS,
    GLAD,
    LARGE,
    ORDER,
    RESTS_DAYS,
    SHARED,
    UNASKED,
    moments_of,
)
from game.session.seen.night.sale_trail import OPENED
from game.session.view import NightItem, NightReport, ThreadItem
from game.ui.window.aloud.heard import OF_MOMENTS
from tests.plays import SHIPPED, played
from tests.ui.fakes.fake_game import FakeGame

UNTOLD = {
    "answer_warm": "an answer is what a talk consists of; the body and the bubble tell it",
    "answer_short": "the same",
    "answer_cool": "the same",
    "question": "it waits for an answer, and the talk goes on",
    "complaint": "it waits for an answer; an apology that is taken is a moment",
    "need_shows": "a sign to be read, and no end of anything",
    "asks_price": "the same",
    "asks_how": "the same",
    "dangles_order": "the same",
    "asks_for_friend": "the same",
    "pitches_you": "it is about what they sell",
    "wonders": "the picture of the applause shows it",
    "like": "it costs nothing",
    "goes_quiet": "nothing is to be seen; coming back is a moment",
}
"""Signals without a moment, and why."""

DAY = 9


def mine(move, day=DAY):
    return ThreadItem(day, "me", move, "Mine.")


def theirs(signal, day=DAY):
    return ThreadItem(day, "them", signal, "Theirs.")


HAPPENED = {
    "sale": ([mine("propose")], [("buys", "propose")]),
    "small_yes": ([mine("small_offer")], [("accepts", "small_offer"), ("thanks", "")]),
    "share_yes": ([mine("ask_to_share")], [("share_plain", "ask_to_share")]),
    "made_up": ([theirs("complaint", 7), mine("apologise")], [("answer_warm", "apologise")]),
    "back": ([theirs("answer_warm", 2), theirs("goes_quiet", 5)], [("question", "")]),
    "praise": ([theirs("share_plain", 5)], [("share_compliment", "")]),
    "first_share": ([mine("share_resource", 5)], [("share_plain", "")]),
    "thank_you": ([mine("help")], [("thanks", "help")]),
    "news": ([], [("life_event", "")]),
    "kind_no": ([mine("pitch")], [("declines_kindly", "pitch")]),
    "small_no": ([mine("small_offer")], [("declines_kindly", "small_offer")]),
    "cold_no": ([mine("propose")], [("declines_coldly", "propose")]),
    "small_cold_no": ([mine("ask_to_share")], [("declines_coldly", "ask_to_share")]),
    "plain_no": ([theirs("asks_price", 8), mine("propose")], [("declines_coldly", "propose")]),
    "small_plain_no": ([theirs("need_shows", 2), mine("small_offer")], [("declines_coldly", "small_offer")]),
    "elsewhere": ([], [("buys_elsewhere", "")]),
    "farewell": ([], [("blocks", "")]),
}
"""For each kind a thread with somebody and their signals of the night, each with the move that it answers."""


def told_of(thread, came, joined=()):
    """The evening of somebody with such a thread, who did such things."""
    view = FakeGame().view(None)
    who, *others = view.followers
    there = [i for i in thread if i.who == "me" or i.day < DAY] + [theirs(signal) for signal, _ in came]
    items = tuple(NightItem(who.id, who.name, signal, "Theirs.", 2, to) for signal, to in came)
    who = replace(who, thread=tuple(there), since_day=1)
    others = [replace(f, thread=(), since_day=DAY + 1 if f.name in joined else 1) for f in others]
    report = NightReport(DAY, items, 0, joined, (), ())
    return evening_seen(replace(view, followers=(who, *others), feed=(), nights=(report,)), report), who


def test_each_signal_has_a_moment_or_a_reason_why_not():
    """Nothing that followers can do is forgotten; the looks of a body are the evening itself."""
    told = LARGE.keys() | FIRSTS.keys() | {"accepts"}
    looks = {tell.id for tell in TELLS}
    assert told | UNTOLD.keys() | looks == {signal.id for signal in Signal if signal is not Signal.NONE}
    assert not told & UNTOLD.keys()


@pytest.mark.parametrize("kind", ORDER)
def test_each_moment_has_words_a_picture_and_a_sound_that_no_other_has(kind):
    """A title, a name, what it is on a date; by day and by lamplight a scene unlike all others."""
    words = evening_words()
    assert words.moments[kind]
    assert words.moment_names[kind]
    assert all(line.startswith("On a date:") for line in words.mirrors[kind])
    assert len(words.mirrors[kind]) >= 4
    assert (kind in words.several) == (kind in SHARED)
    assert kind in OF_MOMENTS
    scenes = {other: moment_scene(other, 7, you_look=0, dark=False) for other in PLACES}
    assert [other for other in scenes if scenes[other] == scenes[kind]] == [kind]
    assert len({*words.moments.values()}) == len(words.moments)
    lines = [line for of_kind in words.mirrors.values() for line in of_kind]
    assert len({*lines}) == len(lines)


@pytest.mark.parametrize("kind", HAPPENED)
def test_what_happened_is_told_in_a_scene_of_its_own(kind):
    """And whose night it is, they sit nowhere else on that evening."""
    evening, who = told_of(*HAPPENED[kind])
    assert [(m.kind, m.who.follower) for m in evening.moments] == [(kind, who.id)]
    (moment,) = evening.moments
    assert moment.title
    assert moment.text
    assert moment.mirror
    assert who.id not in {met.follower for met in (*evening.tables, *evening.bar)}


def test_every_kind_happens_here():
    """The table of what happens has all kinds; who comes in is not yet there to do anything."""
    assert {*HAPPENED, "arrives"} == set(ORDER) == set(PLACES)


def test_the_first_who_come_have_a_scene_and_later_ones_a_line():
    """Somebody new stands in the door once in a run."""
    name = FakeGame().view(None).followers[3].name
    evening, _ = told_of([], [], (name,))
    assert [m.kind for m in evening.moments] == ["arrives"]


@pytest.mark.parametrize("signal", FIRSTS)
def test_a_first_time_is_a_moment_once(signal):
    """Whoever has thanked you before is not drawn with flowers again."""
    before = [theirs(signal, 3)]
    assert moments_of(before, [], [(signal, "")], DAY) == ()
    assert moments_of([], [], [(signal, "")], DAY) == (FIRSTS[signal],)


def test_a_night_does_not_last_until_the_morning():
    """Of what comes unasked a few are told in full, no picture twice; the others sit at tables or stand at the bar."""
    view = FakeGame().view(None)
    did = {f.id: list(FIRSTS)[place % len(FIRSTS)] for place, f in enumerate(view.followers)}
    people = [replace(f, thread=(theirs(did[f.id]),), since_day=1) for f in view.followers]
    items = tuple(NightItem(f.id, f.name, did[f.id], "Theirs.", 2) for f in people)
    evening = evening_seen(replace(view, followers=tuple(people), feed=()), NightReport(DAY, items, 0, (), (), ()))
    assert len(evening.moments) == len({m.kind for m in evening.moments}) == AT_MOST
    assert len(evening.tables) + len(evening.bar) == len(people) - AT_MOST


@pytest.mark.parametrize("bot", ["spammer", "random", "always_asks", "patient"])
@pytest.mark.parametrize("name", SHIPPED)
def test_whoever_is_glad_in_a_picture_is_so_in_words(name, bot):
    """Somebody passed your page on at your asking, beaming, and was said to go stiff all over; and a no to it with a
    share of their own that night was told as a yes."""
    words, view = evening_words(), played(name, bot, 2).view()
    cold = {line.text for step in words.bodies[:LISTENS] for line in step}
    shown = [moment for night in view.nights for moment in evening_seen(view, night).moments]
    assert shown
    for night in view.nights:
        said = {(item.follower, item.signal) for item in night.items if item.to == "ask_to_share"}
        for moment in evening_seen(view, night).moments:
            if moment.kind in GLAD:
                assert moment.who.does not in cold, (night.day, moment.title)
            if moment.kind == "share_yes":
                assert (moment.who.follower, "share_plain") in said, night.day


@pytest.mark.parametrize("bot", ["patient", "pushy", "oracle"])
def test_no_picture_of_a_first_time_comes_twice_within_a_few_nights(bot):
    """Good news of five people in ten nights was the same cake five times: the like of it stands at the table."""
    view = played("slow_roast", bot).view()
    told = {n.day: {m.kind for m in evening_seen(view, n).moments} & {*FIRSTS.values()} for n in view.nights}
    assert any(told.values())
    for day, kinds in told.items():
        for before in range(day - RESTS_DAYS, day):
            assert not kinds & told.get(before, set()), (day, before)


@pytest.mark.parametrize(("name", "least"), [("first_hello", 1), ("slow_roast", 4)])
def test_runs_have_small_moments_as_well(name, least):
    """Over a careful run there are more kinds than sales and refusals."""
    view = played(name, "patient").view()
    kinds = {moment.kind for report in view.nights for moment in evening_seen(view, report).moments}
    assert len(kinds & {*UNASKED, "small_yes", "share_yes", "small_no", "made_up", "arrives"}) >= least


def test_a_yes_to_a_small_offer_is_told_in_the_game_itself():
    """The fake has one among its nights, which the gallery shows."""
    game = FakeGame(night="small_moments")
    game.do(EndDay())
    view = game.view(None)
    assert "small_yes" in {moment.kind for moment in evening_seen(view, view.nights[-1]).moments}


@pytest.mark.parametrize("bot", ["patient", "pushy", "oracle"])
@pytest.mark.parametrize("name", ["first_hello", "slow_roast"])
def test_what_led_to_a_sale_leaves_out_no_day_on_which_something_did(name, bot):
    """Every day before it on which they opened up, or took something of yours warmly, is named."""
    view = played(name, bot).view()
    asks = {move.id for move in view.moves if move.group == "ask"}
    for report in view.nights:
        for sale in (m for m in evening_seen(view, report).moments if m.kind == "sale"):
            (who,) = (f for f in view.followers if f.id == sale.who.follower)
            assert not [text for _, text in sale.trail if "(" in text], "a point of the trail is one sentence"
            named = {day for day, _ in sale.trail} | {
                int(n) for _, text in sale.trail for n in re.findall(r"\d+", text)
            }
            for day in {i.day for i in who.thread if i.day < report.day}:
                today = [i for i in who.thread if i.day == day]
                asked = any(i.who == "me" and i.kind in asks for i in today)
                opened = any(i.who != "me" and i.kind in OPENED for i in today)
                assert day in named or asked or not opened, (who.name, day, sale.trail)
                read = any(i.kind == "look_around" for i in today)
                assert day in named or asked or not read, (who.name, day, sale.trail)


DRAWN_IN_MOMENTS = {
    r"\bdoor\b": {"door"},
    r"\bchair\b": {"chair"},
    r"flowers": {"posy"},
    r"\bcup\b": {"cup_in_hands", "cup_on_table", "cup"},
    r"next table": {"witnesses"},
    r"\bhand\b": {"hand_raised"},
    r"across the table|beside it": {"seated"},
    r"newspaper|telephone|menu|taken again|overhear": set(),
}
"""By what the words of a moment name: what its picture must hold; nothing where no moment does."""


@pytest.mark.parametrize("kind", PLACES)
def test_what_the_words_of_a_moment_name_is_in_its_picture(kind):
    """Nobody takes a chair that is drawn empty, and news that is told to your face was not read somewhere."""
    place, words = PLACES[kind], evening_words()
    shows = {thing.name for thing in (*place.things, *place.behind)} | {"seated" if not place.them.stands else "stands"}
    shows |= shown_by(place.them.body, place.them.face) | ({"witnesses"} if place.witnesses else set())
    for text in (*words.mirrors[kind], words.moments[kind], words.several.get(kind, "")):
        for named, drawn in DRAWN_IN_MOMENTS.items():
            assert not re.search(named, text) or shows & drawn, (kind, text)
