"""What stands on the tablecloths of an evening stays on them, whatever somebody's body does."""

import pytest

from game.scenario.texts.evening_words import evening_words
from game.ui.play.screens.night import evening_page
from game.ui.play.screens.speech import cloth_lines, height_on_cloth
from tests.ui.conftest import open_app
from tests.ui.gallery import SCREENS

SIZES = [
    ((1280, 720), 1.0), ((1920, 1080), 1.0), ((1280, 720), 1.5), ((1920, 1080), 1.5), ((400, 800), 1.0),
    ((360, 640), 1.0), ((768, 1024), 1.0),
]  # fmt: skip


def bodies():
    """All that may be said of a body, with the longest pronouns."""
    words = evening_words()
    groups = (*words.bodies, *words.reading, *words.silent, *words.gestures.values())
    return [line.text.format(their="their", them="them", they="they") for group in groups for line in group]


@pytest.mark.parametrize(("size", "zoom"), SIZES)
def test_no_line_stands_below_its_cloth(tmp_path, monkeypatch, size, zoom):
    """Every sentence on every table of a full night, at the sizes people have."""
    cloths = []
    written = evening_page.on_cloth
    monkeypatch.setattr(evening_page, "on_cloth", lambda *given: (cloths.append(given[:4]), written(*given)))
    app = open_app(tmp_path, size, zoom)
    SCREENS["night"](app)
    app.paint()
    assert cloths
    for sheet, box, name, did in cloths:
        for text in bodies():
            parts, leading = cloth_lines(sheet, box, name, did, text)
            assert height_on_cloth(sheet, parts, leading) <= box.h, (text, box)
