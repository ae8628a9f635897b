"""The room that the window hosts: its QR code can be scanned as it is drawn."""

import io
from dataclasses import replace

import pygame
import pytest

from game.art.tokens import THEMES
from game.host.pages.pictures.qr_pictures import qr_squares
from game.ui.play.play_actions import ToHostedRoom
from tests.ui.conftest import CASES
from tests.ui.fakes import fake_saved

ADDRESS = "http://192.168.178.123:8765/j/H7KM4P"


@pytest.mark.parametrize("case", CASES)
def test_the_code_can_be_scanned_from_the_window(drawn, case):
    """In light and dark, at every size."""
    reader = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")

    def build(app) -> None:
        app.services.room = replace(fake_saved.FULL_ROOM, squares=qr_squares(ADDRESS))
        app.act(ToHostedRoom())

    for theme in THEMES:
        app, _ = drawn(build, case, theme)
        picture = io.BytesIO()
        pygame.image.save(app.screen, picture, "window.png")
        assert [code.text for code in reader.read_barcodes(image.open(picture))] == [ADDRESS]


@pytest.mark.parametrize("case", CASES)
def test_the_address_of_the_hosts_page_stands_there_whole(drawn, case):
    """Where no browser opens it can be read, or copied by the button, wherever the part for the host is shown."""

    def build(app) -> None:
        app.services.room = fake_saved.FULL_ROOM
        app.act(ToHostedRoom())

    app, _ = drawn(build, case, "light")
    log = app.canvas.painter.log = []
    app.dirty = True
    app.paint()
    words = "".join(line.text for line in log)
    assert log
    if "Open the host’s page" in words:
        assert fake_saved.FULL_ROOM.host_page_elsewhere in words
