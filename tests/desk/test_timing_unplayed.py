"""The cases of the timing test are of people whom nobody can have met in a game: it tests reading, not memory."""

import re
from functools import cache

import pytest
import yaml

from game.desk.learning.timing_file import CASES, shipped_forms, unplayed
from game.desk.places import known_scenarios
from game.resources import ASSETS, SCENARIOS
from game.scenario import load

ROOT = SCENARIOS.parent
WORDS = 3
"""Words of a sentence from which it counts as one: shorter ones (“Yes.”) are anybody's."""


def texts_in(value):
    """All texts of a file, without its keys."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_in(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one)]
    return [value] if isinstance(value, str) else []


def sentences(texts):
    """The sentences of texts, in small letters and without what stands round them."""
    parts = [part.strip(" “”\"'").casefold() for text in texts for part in re.split(r"(?<=[.?!])\s+", text)]
    return {part for part in parts if len(part.split()) >= WORDS}


@cache
def met():
    """Every text that a player can meet, or an author begins with: scenarios, templates of `new`, examples, names."""
    files = [*SCENARIOS.rglob("*.yaml"), *(ASSETS / "starters").glob("*.yaml"), *(ROOT / "examples").rglob("*.*")]
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in (*files, ASSETS / "builtin" / "people.yaml")
        if path.is_file() and path.suffix != ".pyc"
    )


def followers(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))["followers"]


@pytest.mark.parametrize("path", unplayed(), ids=lambda path: path.stem)
def test_no_sentence_of_theirs_can_be_met_in_a_game(path):
    """Bios, clues, posts, needs and answers stand in no scenario that is played, no template and no example."""
    own = yaml.safe_load(path.read_text(encoding="utf-8"))
    theirs = sentences(texts_in([own["business"], own["followers"], own["content"], own["timeline"]]))
    known = " ".join(met().casefold().split())
    assert len(theirs) > 300
    assert sorted(one for one in theirs if one in known) == []


@pytest.mark.parametrize("path", unplayed(), ids=lambda path: path.stem)
def test_no_name_of_theirs_can_be_met_in_a_game(path):
    """Neither a whole name nor a first name: a crowd that the game makes up has none of them either."""
    names = [one["name"] for one in followers(path).values()]
    first = [name.split()[0] for name in names]
    assert [name for name in (*names, *first) if re.search(rf"\b{re.escape(name)}\b", met())] == []


def test_nobody_is_in_two_of_them():
    """No name or bio stands in two of the scenarios that cannot be played."""
    names = [one["name"].split()[0] for path in unplayed() for one in followers(path).values()]
    assert len(names) == len(set(names))


def test_they_are_whole_scenarios_that_no_list_offers():
    """Each can be played by the bot that makes the cases; none is found by its name, nor lies where games are."""
    assert unplayed()
    for path in unplayed():
        assert load(path).problems == ()
        assert path.stem not in known_scenarios()
        assert not path.is_relative_to(SCENARIOS)


def test_the_shipped_cases_are_of_these_people():
    """Each case is somebody of a scenario that nobody plays, with the biography that stands there."""
    bios = {one["name"]: one["bio"] for path in unplayed() for one in followers(path).values()}
    cases = [case for form in shipped_forms().forms.values() for case in form]
    assert {case.name: case.bio for case in cases}.items() <= bios.items()
    assert set(shipped_forms().scenarios) == {path.stem for path in unplayed()}
    assert CASES.is_file()


def test_what_people_of_a_case_say_of_themselves_is_met_in_no_game():
    """Clues, needs and pages of a case are of these scenarios or of the house, never of one that can be played."""
    played = sentences(
        text
        for path in (*SCENARIOS.rglob("*.yaml"), *(ASSETS / "starters").glob("*.yaml"))
        for text in texts_in(yaml.safe_load(path.read_text(encoding="utf-8")))
    )
    said = "\n".join(
        item.text.casefold()
        for form in shipped_forms().forms.values()
        for case in form
        for item in case.thread
        if item.who == "them" or item.kind == "page"
    )
    assert said
    assert sorted(one for one in played if one in said) == []
