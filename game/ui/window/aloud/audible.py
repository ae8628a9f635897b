"""What is heard beside the pictures: each step of the model as sounds, as words for a moment, and read by the voice."""

import time
from collections.abc import Iterable

from game.art.evenings.evening_places import bar_in, tables_in
from game.sound.sounds import CAPTIONS
from game.ui.common.shared_actions import NoSound, Tell, Tune
from game.ui.common.ui_model import Model
from game.ui.drawing.sheet import Sheet
from game.ui.play.screens.night.night_frame import stage_of
from game.ui.window.aloud.heard import heard, hums
from game.ui.window.aloud.reading_order import read_screen
from game.ui.window.aloud.sound_door import SoundDoor
from game.ui.window.aloud.voice import NO_ENGINE, Voice

CAPTION_SECONDS = 3.0


class Audible:
    """Follows the model: plays by the door, speaks by the voice, keeps the words that stand on the screen."""

    def __init__(self, door: SoundDoor) -> None:
        self._door, self._voice = door, Voice()
        self._by_itself = True  # nobody did anything since the last picture
        self.caption: tuple[str, ...] = ()  # words of the sounds just heard
        self._until = 0.0

    def follow(self, before: Model, after: Model, sheet: Sheet, *, by_itself: bool) -> tuple[object, ...]:
        """Lets be heard what comes with a step of the model. Gives actions: what cannot be is switched off and told.

        Args:
            before: what was shown.
            after: what is shown now.
            sheet: of the size that the window has.
            by_itself: whether nobody did anything.
        """
        self._by_itself = self._by_itself and by_itself
        stage, settings, was = stage_of(sheet), after.settings, before.settings
        sounds = heard(before, after, tables_in(stage.w, stage.h), bar_in(stage.w))
        if (settings.muted, settings.volume) != (was.muted, was.volume):
            self._door.try_again()
        self._door.play(sounds, hums=hums(after), volume=0 if settings.muted else settings.volume)
        if settings.muted != was.muted:
            self._show(["Sound off" if settings.muted else "Sound on"])
        elif settings.captions and sounds:
            self._show(CAPTIONS[sound] for sound in sounds)
        if settings.spoken and not was.spoken and not self._voice.can_speak():
            return Tune("spoken", False), Tell(NO_ENGINE)
        return ()

    def _show(self, words: Iterable[str]) -> None:
        self.caption = tuple(dict.fromkeys(words))
        self._until = time.monotonic() + CAPTION_SECONDS

    def read(self, model: Model, sheet: Sheet, focus: str) -> None:
        """A picture is shown: what is new on it is read aloud.

        Args:
            model: what is shown.
            sheet: as it was drawn.
            focus: id of the region with the keyboard's ring, or "".
        """
        if not model.settings.spoken:
            self._voice.stop()
            return
        screen = read_screen(model.page, model.dialog, sheet.regions, sheet.painter.words, focus)
        self._voice.read(screen, by_itself=self._by_itself)
        self._by_itself = True

    @property
    def speaks(self) -> bool:
        """Whether something is being said, or waits to be."""
        return self._voice.go_on()

    def look(self) -> tuple[tuple[object, ...], bool]:
        """What has become of it: actions, and whether the picture is another now."""
        self._voice.go_on()
        gone = bool(self.caption) and time.monotonic() >= self._until
        if gone:
            self.caption = ()
        return (() if self._door.look() else (NoSound(),)), gone

    def close(self) -> None:
        """Nothing is heard any more."""
        self._voice.stop()
        self._door.close()
