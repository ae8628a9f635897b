"""What a row, a card or a button says stays within it: no line crosses its upper or lower edge."""

import pytest

from tests.ui.gallery import SCREENS

pytestmark = pytest.mark.usefixtures("nothing_painted")

SLACK, AIR = 2.0, 1.0  # points: by which a line begins within, and that lies at least between it and the edge


def crossing(app, log):
    """Each line that begins within the full box of something to press and crosses its upper or lower edge."""
    found = []
    for region in app.sheet.regions:
        full = region.full
        if region.rect.h < full.h - SLACK:  # partly scrolled away: what lies beyond it hides the rest
            continue
        for line in log:
            box = line.box
            beside = box.right <= full.x or box.x >= full.right
            inside = full.y + SLACK < box.cy < full.bottom - SLACK or full.y < box.y + SLACK < full.bottom - SLACK
            if not line.text or beside or not inside:
                continue
            if box.bottom > full.bottom - AIR or box.y < full.y + AIR:
                found.append((region.id, line.text))
    return found


@pytest.mark.parametrize("case", ["1", "1.5"])
@pytest.mark.parametrize("name", sorted(SCREENS))
def test_no_line_crosses_the_edge_of_what_it_stands_in(drawn, name, case):
    """On every screen, at two zooms."""
    app, log = drawn(SCREENS[name], case, "light")
    assert not crossing(app, log)
