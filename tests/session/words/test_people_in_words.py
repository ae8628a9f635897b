"""People in words: a name and a handle of their own, what they love, whom they know, at which pace, in which mood."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from game.scenario import load
from game.scenario.texts.builtin import texts
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.words.personas import handle_of, personas, pick, pronoun_words
from game.session.words.standing import moods_of, near_of, stages_of
from tests.plays import SHIPPED, compiled, example


@pytest.fixture(scope="module")
def bakery(tmp_path_factory):
    """The first morning of the bakery with a crowd of thirty."""
    path = example(tmp_path_factory.mktemp("bakery"))
    path.write_text(path.read_text(encoding="utf-8").replace("count: 3", "count: 30"), encoding="utf-8")
    return begun(compiled_of(load(path)), 4).position


def with_people(position, **figures):
    """The same morning with figures of everybody."""
    people = {name: np.full_like(getattr(position.people, name), value) for name, value in figures.items()}
    return replace(position, people=replace(position.people, **people))


def with_figures(position, part, column, **figures):
    """The same morning with figures of one follower in the ledger or the state."""
    old = getattr(position, part)
    changed = {name: getattr(old, name).copy() for name in figures}
    for name, value in figures.items():
        changed[name][..., 0, column] = value
    return replace(position, **{part: replace(old, **changed)})


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Mara Lind", (), "@maralind"),
        ("Mara Lind", ("@maralind", "@maralind2"), "@maralind3"),
        ("Jean-Luc O’Neill 7", (), "@jeanluconeill7"),
        ("Bartholomew Featherstonehaugh", (), "@bartholomewfeather"),
        ("…", (), "@someone"),
    ],
)
def test_a_handle_is_short_plain_and_nobody_elses(name, taken, handle):
    """At most eighteen letters and digits; the second of a kind is number 2."""
    assert handle_of(name, set(taken)) == handle


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_shares_a_handle_or_a_name(name, seed):
    """And in the shipped casts no two first names are alike, so that “Mara” is one person."""
    people = begun(compiled(name), seed).people.values()

    for told in (lambda p: p.handle, lambda p: p.name, lambda p: p.first):
        assert max(Counter(map(told, people)).values()) == 1


def test_a_crowd_with_names_of_the_scenario_has_those(tmp_path):
    """Of whom it is not known whether she or he; when there are too few, they come again."""
    path = example(tmp_path)
    names = "crowd: {count: 3, names: [Ada Lang, Zoe Alt, Ute Neu]}"
    path.write_text(path.read_text(encoding="utf-8").replace("crowd: {count: 3}", names), encoding="utf-8")
    crowd = list(begun(compiled_of(load(path)), 4).people.values())[2:]

    assert {p.name for p in crowd[:2]} == {"Zoe Alt", "Ute Neu"}, "no second Ada as long as there are others"
    assert {p.pronouns for p in crowd} == {"they"}


@pytest.mark.parametrize(
    ("sensitivity", "pace"),
    [(1.41, "shy"), (1.4, "slow"), (1.11, "slow"), (1.1, "steady"), (0.86, "steady"), (0.85, "quick")],
)
def test_how_soon_contact_is_too_much_is_their_pace(bakery, sensitivity, pace):
    """Four words for it, from the most easily crowded on."""
    people = personas(with_people(bakery, sensitivity=sensitivity), texts())

    assert {person.pace for person in people} == {pace}


def test_what_they_love_is_told_most_first(bakery):
    """What is half loved counts; of whoever loves nothing so much the favourite is told."""
    ada, ben = personas(bakery, texts())[:2]

    assert (ada.topics, ada.favourite) == (("rye",), "rye")
    assert ben.topics == (ben.favourite,)
    assert ada.formats == ("photo",)


def test_whom_they_know_is_told_by_those_who_are_tied(bakery):
    """Ada knows Ben, as the file says; nobody knows themselves."""
    people = {p.id: p for p in personas(bakery, texts())}

    assert "ben" in people["ada"].knows
    assert all(who not in person.knows and set(person.knows) <= set(people) for who, person in people.items())


def test_bios_are_not_alike_as_long_as_there_are_others(bakery):
    """Two of the same motive have different ones until all have been used."""
    by_motive = {}
    for person in personas(bakery, texts())[2:]:
        by_motive.setdefault(person.motive, []).append(person.bio)

    assert max(map(len, by_motive.values())) > 1
    for motive, bios in by_motive.items():
        there = len(texts().motives[motive].bios)
        assert len(set(bios[:there])) == min(len(bios), there), motive
        assert not any("{" in bio for bio in bios)


@pytest.mark.parametrize(("draw", "thing"), [(0.0, "a"), (0.49, "a"), (0.5, "b"), (0.99, "b"), (1.0, "b")])
def test_a_draw_picks_each_thing_as_often(draw, thing):
    """An even draw is an even choice."""
    assert pick(("a", "b"), draw) == thing


@pytest.mark.parametrize(
    ("pronouns", "words"),
    [("she", ("she", "her", "her")), ("he", ("he", "him", "his")), ("they", ("they", "them", "their")),
     ("xe", ("they", "them", "their"))],
)  # fmt: skip
def test_of_whomever_it_is_not_said_they_are_they(pronouns, words):
    """A person who is called she or he is not told as they."""
    assert tuple(pronoun_words(pronouns).values()) == words


def test_how_near_somebody_seems_is_theirs_alone(bakery):
    """By their own warm answers, contacts and purchases, not by their neighbour’s."""
    near = with_figures(with_figures(bakery, "ledger", 1, warm=1.0, contacts=1.0), "ledger", 2, bought=1.0)
    warmer = with_figures(near, "ledger", 3, warm=3.0, contacts=1.0)

    assert [near_of(warmer, column) for column in range(5)] == [
        "stranger", "acquaintance", "friend", "regular", "stranger",
    ]  # fmt: skip
    assert len(stages_of(bakery)) == len(bakery.compiled.ids)
    assert stages_of(bakery)[0] == "stranger"


def test_the_mood_of_each_is_that_of_their_own_state(bakery):
    """Whoever was pushed is sour, whoever was worn out is tired, whoever trusts is bright."""
    now = with_figures(bakery, "state", 0, reactance=2.0)
    now = with_figures(now, "state", 1, wear=3.0, reactance=0.0, facets=0.9)
    now = with_figures(now, "state", 2, wear=0.0, reactance=0.0, facets=0.9)

    assert moods_of(now)[:3] == ["sour", "tired", "bright"]
    assert len(moods_of(now)) == len(now.compiled.ids)
