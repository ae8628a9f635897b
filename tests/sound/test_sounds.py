"""The sounds and the hum as waves: the same each time, without clicks, quiet, and each its own."""

import numpy as np
import pytest

from game.sound.cafe_hum import hum
from game.sound.recipes import RECIPES, wave_of
from game.sound.sounds import CAPTIONS, Sound
from game.sound.waves import RATE, as_bytes

each_sound = pytest.mark.parametrize("sound", Sound)


def test_every_kind_has_a_recipe_and_words_of_its_own():
    assert set(RECIPES) == set(CAPTIONS) == set(Sound)
    assert len(set(CAPTIONS.values())) == len(Sound)


@each_sound
def test_a_sound_is_the_same_each_time_and_like_no_other(sound):
    wave = as_bytes(wave_of(sound))

    assert wave == as_bytes(wave_of(sound))
    assert wave not in [as_bytes(wave_of(other)) for other in Sound if other is not sound]


@each_sound
def test_a_sound_begins_and_ends_in_silence_and_can_be_heard(sound):
    wave = wave_of(sound)

    assert abs(wave[0]) < 1e-3
    assert abs(wave[-1]) < 1e-3
    assert 0.1 < np.abs(wave).max() < 0.7
    assert len(wave) < 2.5 * RATE


def test_the_hum_goes_round_without_a_click_and_is_the_same_each_time():
    round_of_it = hum()
    steps = np.abs(np.diff(round_of_it))

    assert abs(round_of_it[0] - round_of_it[-1]) < np.quantile(steps, 0.99)
    assert as_bytes(round_of_it) == as_bytes(hum())


def test_the_hum_is_quieter_than_every_sound():
    assert np.abs(hum()).max() < min(np.abs(wave_of(sound)).max() for sound in Sound)
