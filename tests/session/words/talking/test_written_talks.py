"""Talks that hang together: which one a question opens, how it goes on, and where it ends."""

from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from game.scenario.texts.texts import Line, TalkWords, TurnWords
from game.session.words.spoken import Talk
from game.session.words.talking.written_talks import (
    NOT_ALWAYS,
    answered_turn,
    begun_with,
    next_turn,
    opening,
    own_talk,
    told_on,
)  # fmt: skip
from tests.plays import session

ABOUT, VIEW = "ask_about_them", "ask_their_view"


def talk(name, *, turns=2, **options):
    parts = tuple(TurnWords((Line(f"{n}.you", "You."),), (Line(f"{n}.warm", "Warm."),), ()) for n in range(turns))
    return TalkWords(name, f"the {name}", options.pop("starts", ABOUT), parts, **options)


@pytest.fixture(scope="module")
def person():
    """Somebody who loves rye, is a fan, and was made of an archetype."""
    first = next(iter(session("first_hello", 1).playthrough.people.values()))
    return replace(first, id="ada", motive="fan", archetype="sceptic", topics=("rye_bread",), favourite="rye_bread")


def opened(person, *talks, move=ABOUT, so_far=None, elsewhere=(), draw=0.5):
    found = opening({t.id: t for t in talks}, move, person, so_far or Talk(), elsewhere, draw)
    return found.id if found else ""


@pytest.mark.parametrize(
    ("options", "opens"),
    [
        ({}, True),
        ({"turns": 0}, False),
        ({"starts": VIEW}, False),
        ({"after": "share_compliment"}, False),
        ({"topics": ("rye",)}, True),
        ({"topics": ("cake",)}, False),
        ({"by": ("fan",)}, True),
        ({"by": ("sceptic",)}, True),
        ({"by": ("ada",)}, True),
        ({"by": ("buyer", "ben")}, False),
    ],
)
def test_a_talk_is_opened_by_its_move_with_whom_it_suits(person, options, opens):
    """By motive, archetype or name; on what they love; never one without a turn."""
    assert opened(person, talk("roof", **options)) == ("roof" if opens else "")


def test_after_kind_words_about_a_share_the_talk_on_it_comes(person):
    """To a question for their view alone, and then no other."""
    kind, plain = talk("kind", starts=VIEW, after="share_compliment"), talk("plain", starts=VIEW)
    shared = Talk(share="share_compliment")

    assert opened(person, kind, plain, move=VIEW, so_far=shared) == "kind"
    assert opened(person, kind, plain, move=VIEW) == "plain"
    assert opened(person, kind, plain, move=VIEW, so_far=Talk(share="share_plain")) == "plain"
    assert opened(person, talk("kind", after="share_compliment"), so_far=shared) == ""


def test_no_talk_is_had_twice_with_one_person_nor_with_two_while_there_are_others(person):
    """Talks come by turns, over all people of a run."""
    one, two = talk("one"), talk("two")

    assert {opened(person, one, two, so_far=Talk(had=("one",)), draw=d / 10) for d in range(11)} == {"two"}
    assert opened(person, one, so_far=Talk(had=("one",))) == ""
    assert {opened(person, one, two, elsewhere=("one",), draw=d / 10) for d in range(11)} == {"two"}
    assert opened(person, one, elsewhere=("one",)) == "one"


def test_the_scenarios_own_talks_come_first_and_then_mostly_those_on_what_they_love(person):
    """Own ones as long as there are any, then three times in five what they love; every talk of a kind as often."""
    own = (talk("own.a"), talk("own.b"))
    talks = (talk("rye", topics=("rye",)), talk("any"), talk("any_too"))
    draws = [(n + 0.5) / 5000 for n in range(5000)]
    first = Counter(opened(person, *own, *talks, draw=draw) for draw in draws)
    counts = Counter(opened(person, *talks, draw=draw) for draw in draws)
    alone = Counter(opened(person, talks[1], talks[2], draw=draw) for draw in draws)

    assert first == {"own.a": 2500, "own.b": 2500}
    shares = {name: counts[name] / 5000 for name in ("rye", "any", "any_too")}
    assert shares == pytest.approx({"rye": 0.6, "any": 0.2, "any_too": 0.2}, abs=0.002)
    assert alone["any"] == alone["any_too"] == 2500


def test_the_scenarios_own_topics_are_whole_ones(person):
    """A talk of the house suits a topic by the beginning of a word; an author's by its id."""
    assert opened(person, talk("house", topics=("ry",))) == "house"
    assert opened(person, talk("own.a", topics=("ry",))) == ""
    assert opened(person, talk("own.a", topics=("rye_bread",))) == "own.a"


def test_a_talk_goes_turn_by_turn():
    """It can be gone on with once its turn is answered, and is answered on the very day; at its end no more comes."""
    words = talk("roof", turns=2)
    talks = {"roof": words}
    begun = begun_with(Talk(fact="the old", quote="Once.", turn=3, had=("x",)), words, 4)

    assert (begun.going, begun.asked, begun.told, begun.asked_on) == ("roof", 1, 0, 4)
    assert (begun.fact, begun.quote, begun.turn, begun.had) == ("", "", 0, ("x", "roof"))
    assert next_turn(talks, begun) is None, "nothing was told yet"
    assert answered_turn(talks, begun, 4) is words.turns[0]
    assert answered_turn(talks, begun, 5) is None, "an answer of another day is to something else"
    told = told_on(talks, begun)
    assert (told.told, told.fact) == (1, "the roof")
    assert answered_turn(talks, told, 4) is None, "a turn is answered once"
    assert next_turn(talks, told) is words.turns[1]
    over = told_on(talks, replace(told, asked=2, asked_on=6))
    assert next_turn(talks, over) is None
    assert next_turn(talks, Talk()) is None
    assert answered_turn(talks, Talk(asked=1), 0) is None


def written(*turns, thanks=()):
    """A talk as an author writes it."""
    parts = [SimpleNamespace(you=you, warm=warm, short=short) for you, warm, short in turns]
    return SimpleNamespace(fact="the roof", starts=ABOUT, turns=parts, thanks=thanks, about=("rye",), by=("ada",))


def lines_of(key, blocks):
    return tuple(Line(f"{key}.{n}", text) for n, text in enumerate(blocks))


def test_an_authors_talk_is_read_turn_by_turn_with_keys_of_its_own():
    """Without short answers the warm ones do for both."""
    found = own_talk("x", written((["A?"], ["B."], ["C."]), (["D?"], ["E."], [])), lines_of)

    assert (found.id, found.fact, found.starts, found.topics, found.by) == (
        "own.talk.x", "the roof", ABOUT, ("rye",), ("ada",),
    )  # fmt: skip
    assert [[line.text for line in part] for turn in found.turns for part in (turn.you, turn.warm, turn.short)] == [
        ["A?"], ["B."], ["C."], ["D?"], ["E."], ["E."],
    ]  # fmt: skip
    assert found.turns[1].you[0].key == "own.talk.x.2.you.0"


@pytest.mark.parametrize("broken", [([], ["B."], []), (["A?"], [], [])])
def test_an_authors_talk_ends_before_a_turn_that_cannot_be_said(broken):
    """Where nobody is here to say it, or there is no word for it."""
    whole = (["A?"], ["B."], [])

    assert len(own_talk("x", written(whole, broken, whole), lines_of).turns) == 1
    assert own_talk("x", written(broken), lines_of).turns == ()


@pytest.mark.parametrize("word", sorted(NOT_ALWAYS))
def test_words_for_which_there_may_be_nothing_stay_out_of_talks(word):
    """A line with them is left out, and all others stay."""
    found = own_talk("x", written((["A?", f"About {{{word}}}?"], ["B {first}."], [])), lines_of)

    assert [line.text for line in found.turns[0].you] == ["A?"]
    assert [line.text for line in found.turns[0].warm] == ["B {first}."]
