"""The window's picture: draws a model, and remembers where everything is."""

from collections.abc import Sequence

import pygame

from game.ui.common.settings import Settings
from game.ui.common.ui_model import Model
from game.ui.drawing.painter import Painter
from game.ui.drawing.screen_regions import named
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import THEMES
from game.ui.window.hands import OnScreen, Pointer
from game.ui.window.paint_pages import caption, draw_dialog, draw_page, page_key, say_wait
from game.ui.window.window_sizes import default_zoom, most_zoom

SCRIM, DARK_SCRIM = 0.56, 0.66  # how much of the page a dialog hides


class Canvas:
    """Draws on the window's surface."""

    def __init__(self, screen: pygame.Surface) -> None:
        self.screen = screen
        self.painter = Painter(screen, 1.0, THEMES["light"])
        self.sheet = Sheet(self.painter, 1, 1)
        self._backdrop: tuple[object, pygame.Surface] | None = None

    def use(self, screen: pygame.Surface) -> None:
        """Draw on another surface from now on: the window has a new size."""
        self.screen = screen
        self._backdrop = None

    def zoom(self, wanted: float) -> float:
        """The zoom in use for the one that is set; 0 is by the size of the window."""
        size = self.screen.get_size()
        return min(wanted or default_zoom(*size), most_zoom(*size))

    def on_screen(self, settings: Settings) -> OnScreen:
        """What was drawn last, for those who read events."""
        sheet = self.sheet
        return OnScreen(
            sheet.regions, sheet.areas, sheet.keys, self.zoom(settings.zoom), self.screen.get_size(), settings
        )

    def draw(self, model: Model, pointer: Pointer, focus: str, heard: Sequence[str] = ()) -> None:
        """Draw a model; `focus` is the region with the keyboard's ring, `heard` are sounds in words."""
        painter = self.painter
        painter.surface, painter.scale = self.screen, self.zoom(model.settings.zoom)
        painter.theme = THEMES[model.settings.theme]
        painter.grown = model.settings.lettering / 100
        self.screen.set_clip(None)
        painter.words.clear()
        painter.regions = 0
        if painter.log is not None:
            painter.log.clear()
        width, height = (n / painter.scale for n in self.screen.get_size())
        self.sheet = Sheet(
            painter,
            width,
            height,
            hover="" if pointer.drag else pointer.hover,
            pressed=pointer.pressed,
            focus=focus,
            scrolls=model.scrolls,
            you=model.own,
            hand=model.settings.hand,
        )
        if model.dialog is None:
            draw_page(self.sheet, model)
        else:
            self._dimmed_page(model)
            self.sheet.modal(type(model.dialog).__name__)
            draw_dialog(self.sheet, model)
        if heard:
            caption(self.sheet, heard)

    def _dimmed_page(self, model: Model) -> None:
        """The page under a dialog, drawn once and kept."""
        painter = self.painter
        key = (page_key(model), self.screen.get_size(), painter.scale, painter.grown)
        if self._backdrop is not None and self._backdrop[0] == key:
            self.screen.blit(self._backdrop[1], (0, 0))
            return
        draw_page(
            Sheet(
                painter,
                *self.sheet.window[2:],
                scrolls=model.scrolls,
                you=model.own,
                hand=model.settings.hand,
            ),
            model,
        )
        painter.veil(painter.theme.scrim, DARK_SCRIM if painter.theme.dark else SCRIM)
        self._backdrop = (key, self.screen.copy())

    def say_wait(self, words: str) -> None:
        """Words across the lower edge of what is on the screen, while something takes its time."""
        say_wait(self.sheet, words)

    def ring(self, name: str) -> None:
        """The ring around the region the keyboard is on."""
        region = named(self.sheet.regions, name)
        if region is not None and not region.rect.empty:
            box = region.rect.inset(-4).meets(self.sheet.window)
            self.painter.panel(box, None, radius=min(18.0, box.h / 2), edge=self.painter.theme.focus, width=2)
