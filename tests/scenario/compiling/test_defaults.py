"""What the game fills in where an author is brief."""

from pathlib import Path

import pytest

from game.authoring.written_out import as_file
from game.scenario import WrittenScenario, load, load_text
from game.scenario.compiling.defaults import MIX, complete
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.vocabulary import FORMATS, MOTIVES

VALID = Path(__file__).parents[1] / "valid"
HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"


def written_of(text: str) -> WrittenScenario:
    loaded = load_text(HEAD + text)
    assert loaded.written is not None, loaded.problems
    return loaded.written


@pytest.fixture
def minimal() -> WrittenScenario:
    written = load(VALID / "minimal.yaml").written
    assert written is not None
    return written


def test_the_minimal_file_becomes_a_whole_game(minimal: WrittenScenario) -> None:
    whole = complete(minimal)

    assert (whole.days, whole.business.hours_per_day) == (21, 2.0)
    assert whole.crowd is not None
    assert (whole.crowd.count, whole.crowd.mix, whole.crowd.ties) == (8, MIX, "some")
    assert len(whole.content) >= 4
    assert len(whole.goals) == 1
    assert len(whole.debrief) == 2
    assert whole.followers == minimal.followers


def test_loading_gives_what_was_written_and_what_is_played() -> None:
    """They are two types, so that neither can be taken for the other."""
    loaded = load(VALID / "minimal.yaml")
    assert loaded.written is not None
    assert loaded.scenario is not None

    assert loaded.written.crowd is None
    assert loaded.scenario.crowd.count == 8
    assert not isinstance(loaded.scenario, WrittenScenario)


def test_content_is_made_from_what_people_love_in_the_formats_they_enjoy(minimal: WrittenScenario) -> None:
    cards = complete(minimal).content

    assert {topic for card in cards.values() for topic in card.about} == {"commuting", "tools"}
    assert cards["commuting_video"].title == "A short video about commuting"
    assert cards["commuting_video"].format == "video"
    assert next(iter(cards)) == "commuting_video"


def test_content_is_there_even_if_nobody_says_what_they_love() -> None:
    cards = complete(written_of("")).content

    assert len(cards) >= 4
    assert len({card.title for card in cards.values()}) == len(cards)


def test_long_topics_still_make_valid_ids() -> None:
    topic = "a" * 40
    cards = complete(written_of(f"followers: {{mara: {{name: M, loves: {{{topic}: 5}}, formats: [video]}}}}\n")).content

    assert all(len(name) <= 40 for name in cards)
    assert next(iter(cards.values())).about == (topic,)


@pytest.mark.parametrize("name", ["minimal", "complete"])
def test_completing_twice_changes_nothing_more(name: str) -> None:
    """A complete scenario, written out and read again, is complete as it stands."""
    once = load(VALID / f"{name}.yaml").scenario
    assert once is not None

    again = load_text(as_file(once), folder=VALID).written

    assert again is not None
    assert complete(again) == once


def test_what_the_author_wrote_stays() -> None:
    loaded = load(VALID / "complete.yaml")
    assert loaded.scenario is not None

    for block in ("content", "goals", "debrief", "crowd", "timeline", "moves"):
        assert getattr(loaded.scenario, block) == getattr(loaded.written, block)


def test_what_is_filled_in_cannot_be_changed_either(minimal: WrittenScenario) -> None:
    whole = complete(minimal)

    assert all(isinstance(block, FrozenMap) for block in (whole.content, whole.goals, whole.followers))


def test_an_archetype_supplies_what_is_left_out_and_nothing_else() -> None:
    whole = complete(written_of("followers: {ines: {name: Ines Prado, based_on: sceptic, pace: quick}}\n"))
    ines, sceptic = whole.followers["ines"], ARCHETYPES["sceptic"]

    assert ines.name == "Ines Prado"
    assert ines.pace == "quick"
    assert (ines.motive, ines.trust, ines.formats, ines.bio) == (
        sceptic.motive,
        sceptic.trust,
        sceptic.formats,
        sceptic.bio,
    )


def test_an_archetype_of_the_scenario_comes_before_one_that_ships() -> None:
    text = "archetypes: {sceptic: {trust: 1}}\nfollowers: {ines: {name: Ines, based_on: sceptic}}\n"

    assert complete(written_of(text)).followers["ines"].trust == 1


def test_a_shipped_archetype_in_the_mix_of_a_crowd_is_written_out() -> None:
    whole = complete(written_of("crowd: {count: 4, mix: {sceptic: 1, buyer: 3}}\n"))

    assert whole.archetypes == {"sceptic": ARCHETYPES["sceptic"]}


def test_a_motive_says_how_much_trust_there_is_at_first_unless_the_follower_does() -> None:
    text = "motives: {peer: {trust: 33}}\nfollowers:\n  a: {name: A, motive: peer}\n"
    text += "  b: {name: B, motive: peer, trust: 5}\n"
    whole = complete(written_of(text))

    assert (whole.followers["a"].trust, whole.followers["b"].trust) == (33, 5)


def test_knowing_each_other_counts_both_ways() -> None:
    whole = complete(written_of("followers:\n  a: {name: A, knows: [b]}\n  b: {name: B}\n  c: {name: C}\n"))

    assert [whole.followers[name].knows for name in "abc"] == [("b",), ("a",), ()]


def test_the_goal_fits_how_many_people_there_are() -> None:
    few = complete(written_of("crowd: {count: 0}\nfollowers: {a: {name: A}}\n")).goals["first_regulars"]
    many = complete(written_of("crowd: {count: 64}\n")).goals["first_regulars"]

    assert few.title == "Win one regular"
    assert many.title == "Win twelve regulars"
    assert many.need.followers is not None
    assert many.need.followers.at_least == 12


def test_a_crowd_without_a_mix_gets_the_usual_one() -> None:
    whole = complete(written_of("crowd: {count: 3}\n"))

    assert whole.crowd is not None
    assert (whole.crowd.count, whole.crowd.mix) == (3, MIX)


def test_few_of_the_usual_crowd_came_to_buy() -> None:
    assert MIX["buyer"] / sum(MIX.values()) < 0.25
    assert set(MIX) == set(MOTIVES) - {"bot"}


def test_every_format_can_be_made_into_a_card() -> None:
    formats = ", ".join(FORMATS)
    people = "".join(f"  p{n}: {{name: P, loves: {{t{n}: 50}}, formats: [{form}]}}\n" for n, form in enumerate(FORMATS))
    scenario = written_of(f"followers:\n{people}")

    made = {card.format for card in complete(scenario).content.values()}

    assert len(made) == 6, formats
