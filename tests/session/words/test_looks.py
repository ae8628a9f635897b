"""Every follower of every scenario and starter looks as their pronouns and their bio say, in every game."""

from functools import cache

import pytest

from game.resources import ASSETS, SCENARIOS
from game.scenario import load
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.words.personas import LOOKS, OLD_LOOKS, YOUR_LOOKS, Persona, says_old

FILES = {path.stem: path for folder in (SCENARIOS, ASSETS / "starters") for path in sorted(folder.glob("*.yaml"))}


@cache
def compiled(name: str):
    return compiled_of(load(FILES[name]))


def people(name: str, seed: int) -> tuple[Persona, ...]:
    return tuple(begun(compiled(name), seed).people.values())


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", FILES)
def test_a_face_suits_the_pronouns_and_the_age_of_a_bio(name, seed):
    """Nobody is drawn otherwise than told."""
    everybody = people(name, seed)
    for person in everybody:
        assert person.look in LOOKS[person.pronouns], person
        assert person.look not in YOUR_LOOKS, person
        old = says_old(person.bio)
        assert old is None or (person.look in OLD_LOOKS) == old, person
    assert len({person.look for person in everybody}) == len(everybody)


def test_those_who_have_seen_much_are_old_in_every_game():
    """An old person has an old face, whatever the seed."""
    for name, who in (("slow_roast", "winifred"), ("slow_roast", "gil"), ("first_hello", "edda")):
        for seed in range(40):
            assert begun(compiled(name), seed).people[who].look in OLD_LOOKS


def test_a_face_tells_nothing_of_the_life_that_was_dealt():
    """Somebody has one face, whatever they want in this game."""
    seen: dict[str, set[int]] = {}
    for seed in range(60):
        person = begun(compiled("first_hello"), seed).people["priya"]
        seen.setdefault(person.life, set()).add(person.look)
    assert len(seen) > 1
    assert len(set().union(*seen.values())) == 1


def test_no_written_person_of_one_shipped_game_has_the_face_of_one_of_the_other():
    """Edda of the first game is not Winifred of the second, whatever the seeds of the two are."""
    seen = {
        path.stem: {p.look for seed in range(30) for p in people(path.stem, seed) if p.written}
        for path in SCENARIOS.glob("*.yaml")
    }
    assert not set.intersection(*seen.values())
    assert all(len(looks) >= len(compiled(name).scenario.followers) for name, looks in seen.items())
