"""The process that plays: the only place that knows pygame's mixer. It may wait for a device; the window never does.

Opening a device keeps Python waiting with all its threads, a tenth of a second without any device and longer with a
busy one. Hence a process. It closes the device when nothing has sounded for a while, so that silence costs nothing.
"""

import os
import signal
import time
from multiprocessing.connection import Connection

import pygame

from game.sound.cafe_hum import hum
from game.sound.recipes import wave_of
from game.sound.sounds import Sound, SoundOrder
from game.sound.waves import RATE, as_bytes

APART = 0.45  # seconds from one sound to the next: as the tables of a night come in
REST = 20.0  # seconds of silence after which the device is closed
FADE_MILLISECONDS = 900  # in which the hum comes and goes
HUM_CHANNEL = 0
CHUNK = 2048  # moments that are mixed at once: 46 ms, and few wakings


def play_orders(orders: Connection) -> None:
    """Plays what is ordered until the far end is closed. Answers each order: whether it can be heard."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_quiet()
    mixer = _Mixer()
    try:
        while True:
            while orders.poll(mixer.go_on(time.monotonic())):
                orders.send(mixer.take(orders.recv()))
    except (EOFError, OSError):
        pass  # the window has gone
    mixer.close()


def _be_quiet() -> None:
    """The libraries of sound systems write to the terminal; that is for the game's own words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


class _Mixer:
    """pygame's mixer, opened when it is needed first, and what waits to be played."""

    def __init__(self) -> None:
        self._made: dict[str, pygame.mixer.Sound] = {}
        self._waiting: list[tuple[float, Sound]] = []  # when, and what
        self._volume, self._hums = 0, False
        self._heard = 0.0  # when something sounded last

    def take(self, order: SoundOrder) -> bool:
        """Obeys an order; False when no device can be opened."""
        now = time.monotonic()
        self._waiting = [(now + APART * n, sound) for n, sound in enumerate(order.sounds)] if order.volume else []
        self._volume = order.volume
        try:
            if order.volume and (order.sounds or order.hums):
                self._open()
            self._hum(on=order.hums and order.volume > 0)
        except pygame.error:
            self.close()
            return False
        return True

    def go_on(self, now: float) -> float | None:
        """Plays what is due. Seconds until something is to be done, None when there is nothing."""
        mixer = pygame.mixer
        if not mixer.get_init():
            return None
        while self._waiting and self._waiting[0][0] <= now:
            sound = self._sound(self._waiting.pop(0)[1])
            sound.set_volume(self._volume / 100)
            sound.play()  # does nothing when all channels are busy
        if self._waiting:
            return self._waiting[0][0] - now
        if self._hums:
            return None
        if mixer.get_busy():
            self._heard = now
        if now - self._heard >= REST:
            self.close()
            return None
        return REST

    def _open(self) -> None:
        mixer = pygame.mixer
        self._heard = time.monotonic()
        if not mixer.get_init():
            mixer.init(RATE, -16, 1, CHUNK, allowedchanges=0)
            mixer.set_reserved(1)

    def _sound(self, name: Sound | str) -> pygame.mixer.Sound:
        if name not in self._made:
            wave = wave_of(name) if isinstance(name, Sound) else hum()
            self._made[name] = pygame.mixer.Sound(buffer=as_bytes(wave))
        return self._made[name]

    def _hum(self, *, on: bool) -> None:
        if not pygame.mixer.get_init():
            self._hums = False
            return
        channel = pygame.mixer.Channel(HUM_CHANNEL)
        if on:
            channel.set_volume(self._volume / 100)
            if not self._hums:
                channel.play(self._sound("hum"), loops=-1, fade_ms=FADE_MILLISECONDS)
        elif self._hums:
            channel.fadeout(FADE_MILLISECONDS)
        if not self._volume:
            pygame.mixer.stop()
        self._hums = on

    def close(self) -> None:
        """Gives the device back. Sounds belong to it and are made anew."""
        self._made.clear()
        self._waiting, self._hums = [], False
        pygame.mixer.quit()
