"""The services of the desktop game, in a folder of their own."""

import pytest

from game.desk.desktop_services import DesktopServices


@pytest.fixture
def services(tmp_path):
    found = DesktopServices(tmp_path / "runs")
    yield found
    found.close()
