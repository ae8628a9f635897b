"""Hints of the tutorial: each hangs on what is there, none hides another, none says what the screen denies."""

import re
from dataclasses import replace

import pytest

from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.session.entries import EndDay, Note, PlanMove
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.turns import after
from game.session.view import ThreadItem
from tests.plays import SHIPPED, bot_plays_a_day, bots, compiled, session

TEXT = (SCENARIOS / "first_hello.yaml").read_text(encoding="utf-8")
OWN = TEXT[: TEXT.index("tutorial:")] + TEXT[TEXT.index("goals:") :]


def scenario(tutorial: str) -> Playthrough:
    """First Hello with another tutorial, on its first morning."""
    loaded = load_text(OWN + "\ntutorial:\n" + tutorial)
    assert loaded.ok, loaded.problems
    return begun(compiled_of(loaded), 3)


def shown(now: Playthrough) -> str:
    """The id of the hint that stands over the desk, or ""."""
    return now.hint.name if now.hint else ""


def seen_of(now: Playthrough, column: int, **figures: float) -> Playthrough:
    """The playthrough with something of a follower that can be seen from now on."""
    ledger = now.position.ledger
    changed = {name: getattr(ledger, name).copy() for name in figures}
    for name, value in figures.items():
        changed[name][0, column] = value
    position = replace(now.position, day=4, ledger=replace(ledger, **changed))
    threads = dict(now.story.threads)
    if "need_age" in figures:  # they said so, in words
        who = now.compiled.ids[column]
        threads[who] = (*threads[who], ThreadItem(3, "them", "need_shows", "I need something."))
    return replace(now, position=position, story=replace(now.story, threads=threads))


def test_a_hint_that_is_not_followed_hides_no_other():
    """The first stands unmet; what a follower shows on a later day is told all the same."""
    now = scenario(
        "  look: {day: 1, text: Look., until_move: look_around}\n"
        "  answer: {day: 2, seen: message_waits, text: 'Answer {first}.', until_move: answer}\n"
    )
    assert shown(now) == "look"
    who = now.compiled.ids[2]

    later = seen_of(now, 2, waiting=0.0)

    assert later.hint is not None
    assert later.hint.text == f"Answer {now.people[who].first}."


@pytest.mark.parametrize(
    ("sign", "figures"),
    [
        ("message_waits", {"waiting": 0.0}),
        ("need_shows", {"need_age": 0.0}),
        ("something_told", {"warm": 1.0, "talk_age": 0.0}),
        ("plain_share", {"shared_age": 0.0, "compliment": 0.0}),
        ("praised_share", {"shared_age": 0.0, "compliment": 1.0}),
        ("good_news", {"news_age": 0.0}),
        ("profile_read", {"looked": 1.0}),
        ("heard_often", {"standing": 2.0}),
        ("acquaintance", {"warm": 1.0, "contacts": 2.0}),
    ],
)
def test_a_hint_waits_for_what_can_be_seen(sign, figures):
    """A hint with `seen` comes once somebody shows that sign, and not of somebody who has left."""
    now = scenario(f"  one: {{day: 1, seen: {sign}, text: It is there.}}\n")
    assert shown(now) == ""

    assert shown(seen_of(now, 1, **figures)) == "one"
    assert shown(seen_of(now, 1, **figures, present=0.0)) == "", "whoever has left is nobody to tell of"


def test_all_that_a_hint_asks_for_must_be_seen_of_one_and_the_same():
    """A need of one and a talk with another are no reason to ask anybody."""
    now = scenario("  ask: {day: 1, seen: [need_shows, profile_read], text: Ask.}\n")

    assert shown(seen_of(seen_of(now, 0, need_age=0.0), 1, looked=1.0)) == ""
    assert shown(seen_of(now, 0, need_age=0.0, looked=1.0)) == "ask"


def test_the_hint_on_the_notebook_goes_once_it_is_written():
    """It stays until a guess is noted of everybody."""
    now = scenario("  note: {day: 1, seen: not_in_notebook, text: 'Who is {first}?'}\n")
    assert shown(now) == "note"
    for who in now.compiled.ids:
        now = after(now, Note(who, now.compiled.rules.motives.ids[0], 50))

    assert shown(now) == ""


def test_a_hint_is_shown_once_the_move_before_it_is_planned_and_goes_with_its_own():
    """Hints that follow each other are shown one by one, as their moves are planned."""
    now = scenario(
        "  look: {day: 1, text: Look., until_move: look_around}\n"
        "  ask: {day: 1, after_move: look_around, text: Ask., until_move: ask_about_them}\n"
    )
    first, second = now.compiled.ids[:2]

    looked = after(now, PlanMove("look_around", first))
    asked = after(looked, PlanMove("ask_about_them", second))

    assert [shown(now), shown(looked), shown(asked)] == ["look", "ask", ""]


def test_no_hint_tells_of_a_move_that_cannot_be_made():
    """Nobody has told anything on the first day, and proposals open on day 4."""
    now = scenario(
        "  follow: {day: 1, text: Follow up., until_move: follow_up}\n"
        "  propose: {day: 1, text: Propose., until_move: propose}\n"
    )

    assert shown(now) == ""


def test_a_hint_is_shown_on_two_days_at_most():
    """A hint that nobody heeds does not come back on the third day."""
    now, days = scenario("  look: {day: 1, text: Look., until_move: look_around}\n"), []
    while not now.finished:
        days.append(shown(now))
        for name in now.waiting_events():
            now = replace(now, position=replace(now.position, answered=now.position.answered | True))
            del name
        now = after(now, EndDay())

    assert days[:4] == ["look", "look", "", ""]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "never_asks", "thanker"])
def test_no_shipped_hint_is_shown_on_more_than_two_days_or_contradicts_the_screen(name, bot):
    """Whole games: each hint on two days at most, and its move can be made with somebody who is there."""
    game, days = session(name, 5), {}
    while not game.finished:
        now = game.playthrough
        if now.hint is not None:
            days.setdefault(now.hint.name, set()).add(now.day)
            move = now.compiled.scenario.tutorial[now.hint.name].until_move
            cards = [m for who in now.compiled.ids for m in game.view(who).moves if m.id == move and m.enabled]
            assert not move or cards, (now.day, now.hint.text)
            assert "{" not in now.hint.text
        bot_plays_a_day(game, bots()[bot])

    assert [hint for hint, on in days.items() if len(on) > 2] == []


CONTACT = {"ask_about_them", "follow_up", "ask_their_view", "share_resource", "propose", "small_offer", "help",
           "thank_privately", "thank_publicly"}  # fmt: skip
PLAYERS = ("patient", "pushy", "random", "never_asks", "thanker")


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", PLAYERS)
def test_no_hint_pushes(name, bot):
    """No hint names somebody to write to who had a message in the last two days, or to ask who named no need."""
    game = session(name, 7)
    while not game.finished:
        now = game.playthrough
        if now.hint is not None:
            hint = now.compiled.scenario.tutorial[now.hint.name]
            named = [p for p in now.people.values() if p.first in now.hint.text] if "{first}" in hint.text else []
            for person in named:
                thread = now.story.threads[person.id]
                if hint.until_move in CONTACT:
                    mine = [i.day for i in thread if i.who == "me"]
                    assert max(mine, default=-9) < now.day - 2, (now.day, now.hint.text)
                if hint.until_move in {"propose", "small_offer", "pitch"}:
                    needs = [i for i in thread if i.kind == "need_shows" and i.day >= now.day - 7]
                    assert needs, (now.day, now.hint.text)
        bot_plays_a_day(game, bots()[bot])


@pytest.mark.parametrize("name", SHIPPED)
def test_no_hint_promises_what_others_will_do(name):
    """What somebody else does is theirs: it may come, or not."""
    for hint in load(SCENARIOS / f"{name}.yaml").scenario.tutorial.values():
        assert not re.search(r"answer comes overnight|they will|will (answer|know|thank|buy|say)", hint.text), hint.text


@pytest.mark.parametrize("kind", ["asks_price", "dangles_order", "asks_how", "asks_for_friend", "complaint"])
def test_interest_that_others_show_too_is_no_reason_to_ask(kind):
    """A question for the price alone brings no hint to ask."""
    now = seen_of(scenario("  ask: {day: 1, seen: need_shows, text: 'Ask {first}.'}\n"), 1, need_age=0.0)
    who = now.compiled.ids[1]
    only = (*now.story.threads[who][:-1], ThreadItem(3, "them", kind, "How much is it?"))

    assert shown(now) == "ask"
    assert shown(replace(now, story=replace(now.story, threads={**now.story.threads, who: only}))) == ""


def test_every_move_of_the_first_week_is_told_when_it_can_first_serve():
    """Each move that a hint is about opens on the day of the hint or before it."""
    here = compiled("first_hello")
    opens = dict(zip(here.rules.moves.ids, here.rules.moves.opens.tolist(), strict=True))
    hints = load(SCENARIOS / "first_hello.yaml").scenario.tutorial.values()

    assert [h.text for h in hints if h.until_move and opens[h.until_move] > h.day] == []
