"""The voice that reads the screen: a speech engine of the system, begun anew for each thing that is said.

The words go to it as one argument, never through a shell.
"""

import subprocess
from contextlib import suppress
from shutil import which

from game.ui.window.aloud.reading_order import ReadScreen, newly_said

ENGINES = (("espeak-ng", "--"), ("spd-say", "--wait", "--"), ("say",))
"""Programs that speak, with the arguments before the words; the first that is installed is taken."""
HUSH = {"spd-say": ("spd-say", "--cancel")}
"""What ends the words of a program that only hands them on."""
NO_ENGINE = "There is no speech engine here. Install espeak-ng (or speech-dispatcher), and press V again."
NOTHING = ReadScreen()
PATIENCE = 1.0  # seconds for an engine to fall silent by itself


class Voice:
    """Says what is new on the screen; what the player does next cuts it short."""

    def __init__(self) -> None:
        self._read = NOTHING
        self._page = NOTHING  # the page as it was read last, also below a dialog
        self._waiting: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._engine: tuple[str, ...] = ()

    def can_speak(self) -> bool:
        """Whether a speech engine is installed."""
        self._engine = next(((path, *rest) for name, *rest in ENGINES if (path := which(name))), ())
        return bool(self._engine)

    def read(self, screen: ReadScreen, *, by_itself: bool) -> None:
        """A screen is shown: what is new on it is said.

        Args:
            screen: as it is now.
            by_itself: nobody did anything: it is said behind what is being said.
        """
        before, self._read = self._read, screen
        known = before if screen.dialog is not None and screen.dialog is before.dialog else NOTHING
        if screen.dialog is None:
            known = self._page if screen.page is self._page.page else NOTHING
            self._page = screen
        elif screen.page is not self._page.page:
            self._page = NOTHING
        new = newly_said(before, screen, known.lines)
        if not new:
            return
        if not by_itself:
            self._hush()
        self._waiting.append(" ".join(_sentence(line) for line in new))
        self.go_on()

    def go_on(self) -> bool:
        """Says what waits, once nothing is being said. Whether there is still something to be heard."""
        if self._process is not None and self._process.poll() is None:
            return True
        self._process = None
        if not self._waiting:
            return False
        if not self._engine and not self.can_speak():
            self._waiting.clear()
            return False
        words = self._waiting.pop(0).replace("\0", "").lstrip("-")
        try:
            self._process = subprocess.Popen(
                [*self._engine, words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:  # it was removed
            self._engine = ()
            return False
        return True

    def stop(self) -> None:
        """Says no more, and begins from the whole screen when it is asked to speak again."""
        self._read = self._page = NOTHING
        self._hush()

    def _hush(self) -> None:
        self._waiting.clear()
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        program = self._engine[0].rsplit("/", 1)[-1] if self._engine else ""
        if program in HUSH:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    HUSH[program], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE
                )


def _sentence(line: str) -> str:
    """A line that ends like a sentence, so that the voice pauses."""
    line = " ".join(line.split())
    return line if line.endswith((".", "!", "?", "…", ":", "”")) else f"{line}."
