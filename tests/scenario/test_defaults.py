"""What the game fills in where an author is brief."""

from pathlib import Path

import pytest

from game.scenario import Scenario, filled, load, load_text
from game.scenario.compiling.defaults import MIX
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.vocabulary import FORMATS, MOTIVES

VALID = Path(__file__).parent / "valid"
HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"


def scenario_of(text: str) -> Scenario:
    loaded = load_text(HEAD + text)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


@pytest.fixture
def minimal() -> Scenario:
    scenario = load(VALID / "minimal.yaml").scenario
    assert scenario is not None
    return scenario


def test_the_minimal_file_becomes_a_whole_game(minimal: Scenario) -> None:
    whole = filled(minimal)

    assert (whole.days, whole.business.hours_per_day) == (21, 2.0)
    assert whole.crowd is not None
    assert (whole.crowd.count, whole.crowd.mix, whole.crowd.ties) == (8, MIX, "some")
    assert len(whole.content) >= 4
    assert len(whole.goals) == 1
    assert len(whole.debrief) == 2
    assert whole.followers == minimal.followers


def test_content_is_made_from_what_people_love_in_the_formats_they_enjoy(minimal: Scenario) -> None:
    cards = filled(minimal).content

    assert {topic for card in cards.values() for topic in card.about} == {"commuting", "tools"}
    assert cards["commuting_video"].title == "A short video about commuting"
    assert cards["commuting_video"].format == "video"
    assert next(iter(cards)) == "commuting_video"


def test_content_is_there_even_if_nobody_says_what_they_love() -> None:
    cards = filled(scenario_of("")).content

    assert len(cards) >= 4
    assert len({card.title for card in cards.values()}) == len(cards)


def test_long_topics_still_make_valid_ids() -> None:
    topic = "a" * 40
    cards = filled(scenario_of(f"followers: {{mara: {{name: M, loves: {{{topic}: 5}}, formats: [video]}}}}\n")).content

    assert all(len(name) <= 40 for name in cards)
    assert next(iter(cards.values())).about == (topic,)


@pytest.mark.parametrize("name", ["minimal", "complete"])
def test_filling_twice_changes_nothing_more(name: str) -> None:
    scenario = load(VALID / f"{name}.yaml").scenario
    assert scenario is not None

    once = filled(scenario)

    assert filled(once) == once


def test_what_the_author_wrote_stays() -> None:
    scenario = load(VALID / "complete.yaml").scenario
    assert scenario is not None

    whole = filled(scenario)

    for block in ("content", "goals", "debrief", "crowd", "timeline", "moves"):
        assert getattr(whole, block) == getattr(scenario, block)


def test_what_is_filled_in_cannot_be_changed_either(minimal: Scenario) -> None:
    whole = filled(minimal)

    assert all(isinstance(block, FrozenMap) for block in (whole.content, whole.goals, whole.followers))


def test_an_archetype_supplies_what_is_left_out_and_nothing_else() -> None:
    whole = filled(scenario_of("followers: {ines: {name: Ines Prado, based_on: sceptic, pace: quick}}\n"))
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

    assert filled(scenario_of(text)).followers["ines"].trust == 1


def test_a_shipped_archetype_in_the_mix_of_a_crowd_is_written_out() -> None:
    whole = filled(scenario_of("crowd: {count: 4, mix: {sceptic: 1, buyer: 3}}\n"))

    assert whole.archetypes == {"sceptic": ARCHETYPES["sceptic"]}


def test_a_motive_says_how_much_trust_there_is_at_first_unless_the_follower_does() -> None:
    text = "motives: {peer: {trust: 33}}\nfollowers:\n  a: {name: A, motive: peer}\n"
    text += "  b: {name: B, motive: peer, trust: 5}\n"
    whole = filled(scenario_of(text))

    assert (whole.followers["a"].trust, whole.followers["b"].trust) == (33, 5)


def test_knowing_each_other_counts_both_ways() -> None:
    whole = filled(scenario_of("followers:\n  a: {name: A, knows: [b]}\n  b: {name: B}\n  c: {name: C}\n"))

    assert [whole.followers[name].knows for name in "abc"] == [("b",), ("a",), ()]


def test_the_goal_fits_how_many_people_there_are() -> None:
    few = filled(scenario_of("crowd: {count: 0}\nfollowers: {a: {name: A}}\n")).goals["first_regulars"]
    many = filled(scenario_of("crowd: {count: 64}\n")).goals["first_regulars"]

    assert few.title == "Win one regular"
    assert many.title == "Win twelve regulars"
    assert many.need.followers is not None
    assert many.need.followers.at_least == 12


def test_a_crowd_without_a_mix_gets_the_usual_one() -> None:
    whole = filled(scenario_of("crowd: {count: 3}\n"))

    assert whole.crowd is not None
    assert (whole.crowd.count, whole.crowd.mix) == (3, MIX)


def test_few_of_the_usual_crowd_came_to_buy() -> None:
    assert MIX["buyer"] / sum(MIX.values()) < 0.25
    assert set(MIX) == set(MOTIVES) - {"bot"}


def test_every_format_can_be_made_into_a_card() -> None:
    formats = ", ".join(FORMATS)
    people = "".join(f"  p{n}: {{name: P, loves: {{t{n}: 50}}, formats: [{form}]}}\n" for n, form in enumerate(FORMATS))
    scenario = scenario_of(f"followers:\n{people}")

    made = {card.format for card in filled(scenario).content.values()}

    assert len(made) == 6, formats
