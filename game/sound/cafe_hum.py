"""The hum of the café by night: low voices that come and go, a little air, china now and then. It goes round."""

import numpy as np

from game.sound.waves import Wave, band, laid, moments, noise, peaked, struck

SECONDS = 14.0
PEAK = 0.16  # quiet beside every sound
VOICES = ((140, 420, 3, 1.0), (210, 640, 5, 0.8), (300, 900, 4, 0.5))  # lowest and highest pitch, swells, level
CHINA = ((1.9, 2217.0), (5.4, 1864.7), (6.0, 2489.0), (10.7, 2093.0))  # when, and how high


def hum() -> Wave:
    """One round of it, -1..1; its end goes on in its beginning."""
    time = moments(SECONDS)
    turn = 2 * np.pi * time / SECONDS
    whole = 0.12 * peaked(band(noise(len(time), 21), 900, 3800))
    for number, (low, high, swells, level) in enumerate(VOICES):
        rises = 0.5 + 0.3 * np.sin(swells * turn + number) + 0.2 * np.sin((7 * swells + 2) * turn + 2 * number)
        whole = whole + level * rises * peaked(band(noise(len(time), 31 + number), low, high))
    tinkle = [(at, 0.1, struck(0.4, (hertz, 0.6, 0.07), (2.32 * hertz, 0.4, 0.04))) for at, hertz in CHINA]
    return peaked(whole + laid(tinkle, SECONDS), PEAK)
