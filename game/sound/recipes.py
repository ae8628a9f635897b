"""How each sound is made: short and quiet, with the pitches and falls of glass, china, wood, brass and a bird."""

from collections.abc import Callable

import numpy as np

from game.sound.sounds import Sound
from game.sound.waves import Wave, band, burst, faded, laid, moments, noise, peaked, struck


def _note(hertz: float, fall: float) -> Wave:
    """A wooden bar: the fourth harmonic is gone at once."""
    return struck(fall * 5, (hertz, 1.0, fall), (4 * hertz, 0.25, fall / 5))


def _glass(hertz: float) -> Wave:
    return struck(0.7, (hertz, 0.6, 0.16), (2.32 * hertz, 0.4, 0.1), (4.25 * hertz, 0.2, 0.05))


def _message() -> Wave:
    return laid([(0.0, 0.8, _note(659.26, 0.12)), (0.11, 1.0, _note(880.0, 0.16))], 0.95)


def _warm() -> Wave:
    return laid([(0.0, 1.0, _glass(1567.98)), (0.035, 0.8, _glass(1975.53)), (0.17, 0.35, _glass(1567.98))], 0.95)


def _cool() -> Wave:
    china = struck(0.4, (870.0, 0.5, 0.05), (1730.0, 0.4, 0.035), (2650.0, 0.3, 0.02))
    thud = struck(0.4, (105.0, 1.0, 0.05))
    return laid(
        [(0.0, 1.0, thud), (0.0, 0.8, burst(0.2, 300, 1900, 0.02, 3)), (0.0, 0.8, china), (0.09, 0.25, china)], 0.55
    )


def _no() -> Wave:
    time = moments(0.5)
    rubbed = band(noise(len(time), 5), 190, 850)
    sticks = 0.25 + np.abs(np.sin(2 * np.pi * (21 - 8 * time) * time)) ** 3
    return rubbed * sticks * np.sin(np.pi * time / 0.5) ** 0.7


def _sale() -> Wave:
    bell = struck(1.5, (1567.98, 1.0, 0.4), (3135.96, 0.5, 0.25), (4327.6, 0.35, 0.16), (8467.1, 0.15, 0.07))
    drawer = burst(0.12, 1200, 5200, 0.02, 7)
    return laid([(0.0, 0.5, drawer), (0.08, 1.0, bell), (0.2, 0.6, bell)], 1.75)


def _leaves() -> Wave:
    bell = struck(0.9, (1318.5, 0.8, 0.16), (3177.6, 0.5, 0.11), (5142.2, 0.25, 0.06))
    return laid([(0.0, 1.0, bell), (0.13, 0.7, bell), (0.29, 0.45, bell), (0.48, 0.25, bell)], 1.4)


def _blast() -> Wave:
    metal = struck(0.6, (640.0, 0.6, 0.12), (1483.0, 0.5, 0.1), (2311.0, 0.4, 0.08), (3823.0, 0.3, 0.06))
    falls = ((0.0, 1.0), (0.17, 0.6), (0.29, 0.42), (0.37, 0.3), (0.43, 0.2), (0.47, 0.14))
    hits = [(at, level, metal) for at, level in falls]
    clatter = [(at, 0.7 * level, burst(0.2, 500, 5000, 0.03, 11 + n)) for n, (at, level) in enumerate(falls)]
    return laid([*hits, *clatter], 1.1)


def _goal() -> Wave:
    chord = (523.25, 659.26, 783.99, 1046.5)
    return laid([(0.11 * n, 1.0, _note(hertz, 0.2 + 0.05 * n)) for n, hertz in enumerate(chord)], 2.1)


def _night() -> Wave:
    return laid([(0.0, 0.8, _note(440.0, 0.28)), (0.26, 1.0, _note(329.63, 0.38))], 2.2)


def _chirp(low: float, high: float, seconds: float) -> Wave:
    time = moments(seconds)
    pitch = low + (high - low) * np.sin(np.pi * time / seconds)
    chirp: Wave = np.sin(2 * np.pi * np.cumsum(pitch) * (time[1] - time[0])) * np.sin(np.pi * time / seconds) ** 2
    return chirp


def _morning() -> Wave:
    calls = ((0.0, 2500, 3300), (0.17, 2700, 3700), (0.36, 2500, 3300), (0.62, 3000, 4100), (0.74, 3000, 4100))
    return laid([(at, 1.0, _chirp(low, high, 0.11)) for at, low, high in calls], 0.95)


RECIPES: dict[Sound, tuple[Callable[[], Wave], float]] = {
    Sound.MESSAGE: (_message, 0.35),
    Sound.WARM: (_warm, 0.3),
    Sound.COOL: (_cool, 0.5),
    Sound.NO: (_no, 0.4),
    Sound.SALE: (_sale, 0.4),
    Sound.LEAVES: (_leaves, 0.35),
    Sound.BLAST: (_blast, 0.55),
    Sound.GOAL: (_goal, 0.4),
    Sound.NIGHT: (_night, 0.4),
    Sound.MORNING: (_morning, 0.22),
}
"""How a sound is made, and its peak, 0..1: high and shrill ones are lower."""


def wave_of(sound: Sound) -> Wave:
    """A sound as a wave, -1..1; the same each time."""
    made, peak = RECIPES[sound]
    return peaked(faded(made()), peak)
