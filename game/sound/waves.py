"""What sounds are made of: struck bodies, noise, bands of it, and how parts are laid into one.

A wave is an array of floats, one for each moment, at `RATE` moments a second. Nothing here is by chance: the noise is a
function of its seed.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

RATE = 44100  # moments a second
Wave = NDArray[np.float64]
FADE = 0.008  # seconds at both ends of a sound, so that none begins or ends with a click


def moments(seconds: float) -> Wave:
    """The time of each moment, in seconds.

    >>> len(moments(0.5))
    22050
    """
    return np.arange(round(seconds * RATE)) / RATE


def struck(seconds: float, *partials: tuple[float, float, float]) -> Wave:
    """A body that was struck: partials as (hertz, level, seconds until it has fallen to 1/e)."""
    time = moments(seconds)
    summed: Wave = np.sum(
        [level * np.exp(-time / fall) * np.sin(2 * np.pi * hertz * time) for hertz, level, fall in partials], 0
    )
    return summed


def noise(count: int, seed: int) -> Wave:
    """White noise, -1..1, a function of its seed alone (the finaliser of SplitMix64, Steele, Lea and Flood 2014)."""
    bits = (np.arange(1, count + 1, dtype=np.uint64) + np.uint64(seed << 32)) * np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (bits ^ (bits >> np.uint64(31))).astype(np.float64) / 2.0**63 - 1.0


def band(wave: Wave, low: float, high: float) -> Wave:
    """What of a wave lies around and between two pitches, in hertz. Its end goes on in its beginning."""
    spectrum, pitch = np.fft.rfft(wave), np.fft.rfftfreq(len(wave), 1 / RATE)
    spectrum *= 1 / ((1 + (low / np.maximum(pitch, 1e-3)) ** 4) * (1 + (pitch / high) ** 4))
    return np.fft.irfft(spectrum, len(wave))


def burst(seconds: float, low: float, high: float, fall: float, seed: int) -> Wave:
    """A short noise between two pitches, in hertz, that falls to 1/e in `fall` seconds; its peak is 1."""
    time = moments(seconds)
    return peaked(band(noise(len(time), seed), low, high) * np.exp(-time / fall))


def peaked(wave: Wave, peak: float = 1.0) -> Wave:
    """A wave as loud as a peak."""
    return wave * (peak / max(1e-9, float(np.abs(wave).max())))


def laid(parts: Iterable[tuple[float, float, Wave]], seconds: float) -> Wave:
    """Waves laid into one, each as (start in seconds, level, wave); what stands out at the end begins again at 0."""
    whole = np.zeros(round(seconds * RATE))
    for start, level, wave in parts:
        at = (round(start * RATE) + np.arange(len(wave))) % len(whole)
        np.add.at(whole, at, level * wave)
    return whole


def faded(wave: Wave) -> Wave:
    """A wave that begins and ends in silence."""
    ramp = np.minimum(1.0, np.arange(len(wave)) / (FADE * RATE))
    return wave * ramp * ramp[::-1]


def as_bytes(wave: Wave) -> bytes:
    """A wave of -1..1 as 16-bit numbers for one channel, in the order of bytes of this machine."""
    return (np.clip(wave, -1, 1) * 32767).astype(np.int16).tobytes()
