"""The evening of a night: who sits where, what bodies do, which moments there are, and that all of it could be seen."""

import re
from dataclasses import replace

import pytest

from game.model.signals import TELLS, Signal
from game.scenario.texts.builtin import moves
from game.scenario.texts.evening_words import evening_words
from game.session.entries import EndDay, PlanMove
from game.session.seen.night.body import OF_SIGNALS, OF_TELLS, STILL, TURNS_AWAY, body_of
from game.session.seen.night.evening import Evening, Met
from game.session.seen.night.evening_seen import TABLES, evening_seen
from game.session.seen.night.moment_kinds import LARGE
from game.session.view import View
from tests.plays import SHIPPED, played, session
from tests.ui.fakes.fake_game import FakeGame
from tests.ui.fakes.fake_nights import NIGHTS

SIGNALS = [signal.id for signal in Signal if signal is not Signal.NONE]
PLAYED = [(name, bot) for name in SHIPPED for bot in ("patient", "pushy", "never_asks")]


def night(kind: str) -> Evening:
    """The evening of one of the made-up nights."""
    game = FakeGame(night=kind)
    game.do(EndDay())
    view = game.view(None)
    return evening_seen(view, view.nights[-1])


def everybody(evening: Evening) -> list[Met]:
    """All whom an evening shows, wherever."""
    rooms = [met for moment in evening.moments for met in moment.crowd]
    return [*evening.tables, *evening.bar, *(m.who for m in evening.moments if m.who), *rooms]


def sentences(evening: Evening) -> list[str]:
    """All words of an evening that are not a follower's own."""
    said = [evening.quiet, evening.alone, *(part for met in everybody(evening) for part in (met.did, met.does))]
    for moment in evening.moments:
        said += [moment.title, moment.text, moment.name, *(text for _, text in moment.trail)]
    return [*said, evening.whisper.text if evening.whisper else ""]


@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_has_a_body_and_words(signal):
    """At a table and at the bar."""
    words = evening_words()
    assert 0 <= body_of([signal]) < len(words.bodies)
    assert signal in OF_SIGNALS.keys() | OF_TELLS.keys()
    assert signal in OF_TELLS or words.bar[signal]


@pytest.mark.parametrize("move", moves())
def test_every_move_has_a_sentence_of_its_own(move):
    """What you did is told in words made for it."""
    assert evening_words().did[move]


def test_what_somebody_was_seen_to_do_comes_first_and_leaving_before_all():
    """A tell is shown as it is; who leaves turns away whatever was told."""
    assert [body_of(["answer_short", tell.id]) for tell in TELLS] == list(range(7))
    assert body_of(["blocks", TELLS[-1].id]) == TURNS_AWAY
    assert body_of([]) == STILL


@pytest.mark.parametrize("order", [("answer_warm", "unfollows"), ("unfollows", "answer_warm")])
def test_the_order_of_signals_does_not_matter(order):
    """The body that is shown is the same whatever came first in the night."""
    assert body_of(order) == TURNS_AWAY


@pytest.mark.parametrize(("name", "bot"), PLAYED)
def test_every_night_of_a_run_is_told_with_nobody_twice_and_no_gap(name, bot):
    """Each who did something or was approached is in one picture; no placeholder is left; the words are not empty."""
    view = played(name, bot).view(None)
    assert len(view.nights) == view.days
    for report in view.nights:
        evening = evening_seen(view, report)
        assert not re.search(r"[{}]", " ".join(sentences(evening)))
        assert len(evening.tables) <= TABLES
        shown = [met.follower for met in (*evening.tables, *evening.bar)]
        assert len(set(shown)) == len(shown)
        assert not set(shown) & {m.who.follower for m in evening.moments if m.who}
        assert bool(evening.quiet) == (not shown and not evening.moments)
        weights = {item.follower for item in report.items if item.signal in LARGE}
        assert bool(weights) <= bool(evening.moments)
        for met in (*evening.tables, *evening.bar):
            assert met.does
            assert all(part in met.spoken for part in (met.name, met.does))


@pytest.mark.parametrize(("name", "bot"), PLAYED[:2])
def test_an_evening_is_a_function_of_the_view_and_stays_what_it_was(name, bot):
    """Made twice it is the same, and what they wrote is what stands in the report."""
    view = played(name, bot).view(None)
    for report in view.nights:
        evening = evening_seen(view, report)
        assert evening == evening_seen(view, report)
        for met in everybody(evening):
            texts = [item.text for item in report.items if item.follower == met.follower]
            assert not met.wrote or any(text in met.wrote for text in texts)


def test_what_you_did_is_what_the_cloth_says():
    """Somebody asked about themselves sits at a table that says so; somebody only looked at does not sit down."""
    game = session()
    first, second = (f.id for f in game.view(None).followers[:2])
    game.do(PlanMove("ask_about_them", first))
    game.do(PlanMove("look_around", second))
    game.do(EndDay())
    view = game.view(None)
    evening = evening_seen(view, view.nights[-1])
    told = {met.follower: met.did for met in everybody(evening)}
    assert told[first].endswith(" a question.")
    assert second not in {met.follower for met in evening.tables}


def test_those_who_saw_a_public_move_sit_at_the_next_table_and_are_not_at_yours():
    """Nobody is drawn twice in one café."""
    evening = night("full")
    assert evening.whisper is not None
    assert not set(evening.whisper.looks) & {met.look for met in (*evening.tables, *evening.bar)}
    assert night("bar").whisper is None


@pytest.mark.parametrize(
    ("kind", "moments"),
    [
        ("full", []),
        ("moments", ["sale", "kind_no", "cold_no", "elsewhere", "farewell"]),
        ("blast", ["blast", "cold_no", "farewell"]),
        ("bow", ["repost"]),
        ("quiet", []),
    ],
)
def test_moments_by_what_happened(kind, moments):
    """A blast and a bow to yourself, sales, refusals, another shop, farewells: each once, in that order."""
    assert [moment.kind for moment in night(kind).moments] == moments


def test_several_who_refuse_share_a_moment_and_are_all_named():
    """Two cold refusals in one night are one picture with both names."""
    cold = next(moment for moment in night("moments").moments if moment.kind == "cold_no")
    assert cold.title == "Jae and Tom say no."


def test_a_share_with_kind_words_that_is_passed_on_is_no_bow():
    """Only the repost of a plain share is one."""
    game = FakeGame(night="bow")
    game.do(EndDay())
    view: View = game.view(None)
    people = tuple(
        replace(
            f, thread=tuple(replace(i, kind="share_compliment") if i.kind == "share_plain" else i for i in f.thread)
        )
        for f in view.followers
    )
    view = replace(view, followers=people)
    assert "repost" not in {moment.kind for moment in evening_seen(view, view.nights[-1]).moments}


@pytest.mark.parametrize(("kind", "begins"), [("quiet", "You left everybody in peace"), ("posted", "What you posted")])
def test_a_quiet_night_answers_what_was_done(kind, begins):
    """What is told of a night without news fits the day before it."""
    assert night(kind).quiet.startswith(begins)


@pytest.mark.parametrize("kind", NIGHTS)
def test_every_picture_that_an_evening_asks_for_is_there(kind):
    """Poses and faces are drawings of the art."""
    from game.art.drawings import names
    from game.art.evenings.evening_scene import bodies

    evening = night(kind)
    poses = {met.pose for met in everybody(evening)} | set(evening.whisper.poses if evening.whisper else ())
    assert poses <= set(bodies())
    assert {met.face for met in everybody(evening)} <= {"", *names("faces")}


@pytest.mark.parametrize(("name", "bot"), PLAYED)
def test_what_there_was_before_an_end_is_what_the_thread_shows(name, bot):
    """Of whoever leaves, refuses or buys elsewhere it is said that you had not written only if you had not."""
    view, words = played(name, bot).view(), evening_words().before
    for report in view.nights:
        for moment in evening_seen(view, report).moments:
            if moment.kind not in {"elsewhere", "farewell", "kind_no", "cold_no"} or not moment.who:
                continue
            (who,) = (f for f in view.followers if f.name == moment.who.name)
            wrote = [i for i in who.thread if i.day < report.day and i.who == "me" and not i.planned]
            assert (words["none"] in moment.text) <= (not wrote), (moment.text, wrote)


def test_what_stands_in_a_bubble_at_the_next_table_is_said():
    """Bubbles are speech; what somebody does is told on the cloth or the bar."""
    for lines in evening_words().whispers.values():
        assert all(line.startswith("“") and line.endswith("”") for line in lines), lines
