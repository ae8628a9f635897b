"""Opening the window of this machine and playing in it until it is closed."""

import io
from pathlib import Path

import pygame

from game.ui.drawing.drawn_pictures import logo_svg
from game.ui.services import Services
from game.ui.window.aloud.sound_door import SoundDoor
from game.ui.window.app import TITLE, App
from game.ui.window.display import open_display
from game.ui.window.window_sizes import window_size


def run(services: Services, *, start: object | None = None, settings_path: Path) -> int:
    """Open the window and play until it is closed.

    Args:
        services: what is behind the window.
        start: an action to begin with, such as `Start("bakery")` or `Resume(path)`.
        settings_path: where the settings are kept.

    Returns:
        0.
    """
    open_display()
    pygame.display.set_caption(TITLE)
    pygame.display.set_icon(pygame.image.load_sized_svg(io.BytesIO(logo_svg().encode()), (64, 64)))
    pygame.key.set_repeat(350, 45)
    app = App(services, settings_path, size=window_size(pygame.display.get_desktop_sizes()[0]), door=SoundDoor())
    app.reader.start()
    if start is not None:
        app.act(start)
    try:
        app.loop()
    finally:
        app.audible.close()
        services.close()
        pygame.display.quit()
    return 0
