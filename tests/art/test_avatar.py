"""Portraits: everybody is drawn, nobody looks like another, and every mood shows."""

import itertools

import pytest

from game.art.avatar import avatar_svg, moods, tones_of
from game.art.cast import YOURS, cast
from game.art.palette import HAIRS, SKINS, contrast, is_dark_skin
from game.session.words.personas import EITHER, LOOKS, OLD_LOOKS
from tests.art.drawn import is_blank, pixels


@pytest.mark.parametrize("mood", moods())
def test_every_portrait_is_drawn(mood):
    for look in range(len(cast())):
        assert not is_blank(pixels(avatar_svg(look, mood), 32, 32)), look


def test_the_cast_is_large_and_nobody_looks_like_another():
    assert len(cast()) >= 48
    drawn = [pixels(avatar_svg(i), 64, 64).astype(int) for i in range(len(cast()))]
    for (i, one), (j, other) in itertools.combinations(enumerate(drawn), 2):
        different = (abs(one - other).sum(axis=2) > 60).mean()
        assert different > 0.05, f"{i} and {j} differ in {different:.1%} of the pixels"


def test_even_without_background_and_clothes_colours_faces_differ():
    heads = {(p.skin, p.hair, p.hair_colour, p.wear, p.wear_cloth, p.beard, p.glasses) for p in cast()}
    assert len(heads) == len(cast())


@pytest.mark.parametrize("number", [-1, 0, 10**12, -(10**9)])
def test_any_integer_is_somebody(number):
    assert avatar_svg(number) == avatar_svg(number % len(cast()))


def test_hair_stands_out_from_skin():
    for i, person in enumerate(cast()):
        if person.hair != "bald" or person.beard:
            assert contrast(HAIRS[person.hair_colour], SKINS[person.skin]) >= 1.5, (
                f"{i}: {person.hair_colour} on {person.skin}"
            )


def test_mouths_stand_out_from_every_skin():
    for i, person in enumerate(cast()):
        tones = tones_of(person)
        assert contrast(tones["lip"], tones["skin"]) >= 2.5, f"{i}: {person.skin}"


def test_eyes_stand_out_from_every_skin():
    """Dark eyes on skin, or, on dark skin, dark eyes on a white ground."""
    for i, person in enumerate(cast()):
        tones = tones_of(person)
        ground = tones["white"] if is_dark_skin(person.skin) else tones["skin"]
        assert contrast(tones["eye"], ground) >= 3, f"{i}: {person.skin}"


@pytest.mark.parametrize("size", [32, 200])
def test_each_mood_changes_the_face(size):
    for look in range(len(cast())):
        drawn = [pixels(avatar_svg(look, mood), size, size).astype(int) for mood in moods()]
        for (i, one), (j, other) in itertools.combinations(enumerate(drawn), 2):
            changed = (abs(one - other).sum(axis=2) > 40).mean()
            assert changed > 0.002, f"{look}: {moods()[i]} and {moods()[j]} look alike"


def test_a_portrait_without_background_is_transparent_at_the_corner():
    assert pixels(avatar_svg(1, background=False), 64, 64)[0, 0, 3] == 0
    assert pixels(avatar_svg(1), 64, 64)[0, 0, 3] == 255


def test_portraits_suit_how_people_are_called():
    """The numbers that the game hands out to women and men are drawn as such; the others are only yours."""
    assert all(cast()[number].lashes for number in LOOKS["she"])
    assert not any(cast()[number].lashes for number in LOOKS["he"])
    assert {*LOOKS["she"], *LOOKS["he"], *EITHER} == set(LOOKS["they"])
    assert set(LOOKS["they"]) | YOURS == set(range(len(cast())))
    assert not set(LOOKS["she"]) & set(LOOKS["he"])


def test_old_people_are_drawn_old():
    """The numbers of the old have lines in their faces, and nobody else has."""
    assert {number for number in LOOKS["they"] if "lines" in cast()[number].marks} == OLD_LOOKS


def test_nobody_called_he_is_drawn_as_a_woman():
    """Earrings of both ears, cat's glasses, long loose hair without a beard: each is a woman's in these drawings."""
    for number in LOOKS["he"]:
        person = cast()[number]
        assert person.glasses != "cat", number
        assert person.hair not in {"long", "bob", "braids", "bun", "low_bun", "puffs", "ponytail"}, number
        assert person.beard or person.hair not in {"waves", "grey_waves", "shag", "locs", "round_curls"}, number
