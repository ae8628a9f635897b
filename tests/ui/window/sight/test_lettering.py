"""What holds for every screen when letters are larger than it is drawn for: they grow, and the layout stays."""

from dataclasses import replace

import pytest

from tests.ui.gallery import SCREENS
from tests.ui.window.sight.test_every_screen import check_text

WINDOWS = {"wide": ((1280, 720), 1.0), "zoomed": ((1280, 720), 1.5), "phone": ((400, 800), 1.0)}


@pytest.fixture
def lettered(make_app, painters):
    """A function that draws a screen with letters of a size in per cent."""

    def draw(name, window, lettering):
        size, zoom = WINDOWS[window]
        app = make_app(size, zoom)
        app.model = replace(app.model, settings=replace(app.model.settings, lettering=lettering))
        app.canvas.painter = painters.setdefault(("lettering", window), app.canvas.painter)
        SCREENS[name](app)
        app.canvas.painter.log = []
        app.paint()
        return app, app.canvas.painter.log

    return draw


@pytest.mark.parametrize(("window", "lettering"), [("wide", 130), ("wide", 150), ("zoomed", 150), ("phone", 150)])
@pytest.mark.parametrize("name", SCREENS)
def test_large_letters_can_be_read(lettered, name, window, lettering):
    """Nothing overlaps, is cut or too small."""
    check_text(*lettered(name, window, lettering))


def test_letters_grow_and_nothing_else_moves(lettered):
    """Every spot of the day stays where it is, and running text is half as large again."""
    small, texts = lettered("play", "wide", 100)
    places = {r.id: r.full for r in small.sheet.regions}
    sizes = {t.text: t.size for t in sorted(texts, key=lambda t: -t.size)}  # the smallest, of what stands twice
    large, grown = lettered("play", "wide", 150)
    kept = [r.id for r in large.sheet.regions if not r.id.startswith(("group.", "about", "goals")) and r.id in places]
    assert kept
    for region in large.sheet.regions:
        if region.id in kept:
            assert region.full.w == pytest.approx(places[region.id].w, abs=1), region.id
    assert [t.text for t in grown if t.text in sizes and t.size < sizes[t.text] - 0.01] == []
    label = next(t for t in grown if t.text == "Good news")
    assert label.size == pytest.approx(1.5 * sizes["Good news"])
