"""The window's door to the process that plays: it sends what is to be heard and waits for nothing."""

from typing import TYPE_CHECKING

from game.sound.sounds import Sound, SoundOrder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

MOST_UNANSWERED = 8  # a process that waits for a device so long gets no more orders


class SoundDoor:
    """Begins the process with the first sound. Without a device it ends, and `look` says so, once."""

    def __init__(self) -> None:
        self._orders: Connection | None = None
        self._process: BaseProcess | None = None
        self._last = SoundOrder((), hums=False, volume=0)
        self._unanswered = 0
        self._given_up = False

    def play(self, sounds: tuple[Sound, ...], *, hums: bool, volume: int) -> None:
        """Lets sounds be heard one after the other, and the café hum or not.

        Args:
            sounds: none leaves those that have begun.
            hums: whether the café hums from now on.
            volume: 0..100.
        """
        order = SoundOrder(sounds, hums, volume)
        changed = (hums, volume) != (self._last.hums, self._last.volume)
        self._last = order
        audible = volume > 0 and (bool(sounds) or hums)
        if self._given_up or not (sounds or changed) or (self._process is None and not audible):
            return
        if self._unanswered >= MOST_UNANSWERED:
            return
        try:
            self._begun().send(order)
            self._unanswered += 1
        except OSError:
            self._end()

    def look(self) -> bool:
        """False when it has just been found that nothing can be heard here."""
        try:
            while self._orders is not None and self._orders.poll():
                self._unanswered -= 1
                if not self._orders.recv():
                    self._given_up = True
                    self._end()
                    return False
        except (EOFError, OSError):
            self._end()
        return True

    def try_again(self) -> None:
        """A device may be there by now."""
        self._given_up = False

    def close(self) -> None:
        """Ends the process at once."""
        self._given_up = True
        self._end()

    def _begun(self) -> "Connection":
        if self._orders is None:
            from multiprocessing import get_context  # with the first sound, not with the first picture

            from game.ui.window.aloud.sound_player import play_orders

            context = get_context("spawn")
            self._orders, far = context.Pipe()
            self._process = context.Process(target=play_orders, args=(far,), daemon=True)
            self._process.start()
            far.close()
        return self._orders

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()  # SDL takes a milder signal for a wish
            self._process.join(1)
        if self._orders is not None:
            self._orders.close()
        self._orders = self._process = None
        self._unanswered = 0


class NoSounds(SoundDoor):
    """Nothing is heard: for windows that nobody sits at."""

    def play(self, sounds: tuple[Sound, ...], *, hums: bool, volume: int) -> None:
        """Plays nothing."""
