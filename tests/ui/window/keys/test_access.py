"""What a screen reader is told, and what it may do."""

import pytest

from game.ui.drawing.geometry import Box
from game.ui.drawing.screen_regions import Region
from game.ui.window.access import WINDOW, Reader, tree
from tests.ui.gallery import SCREENS

accesskit = pytest.importorskip("accesskit", reason="the extra `access` is not installed")


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_becomes_a_tree(drawn, name):
    """With all that can be pressed, each with a label."""
    app, _ = drawn(SCREENS[name], "1", "light")
    update = tree(accesskit, app.sheet.regions, "", app.zoom, "Courtship")
    root, *rest = update.nodes
    assert root[0] == WINDOW
    assert len(rest) == len([r for r in app.sheet.regions if not r.rect.empty])
    assert all(node.label for _, node in rest)


def test_what_was_said_is_read_out_in_its_order(drawn):
    """A thread is heard as it is read."""
    app, _ = drawn(SCREENS["play"], "1", "light")
    update = tree(accesskit, app.sheet.regions, "", 1.0, "Courtship", app.canvas.painter.words)
    said = [node.value for _, node in update.nodes if node.value]
    assert "Mara Lind, Good news: I got the place at the bakery school!" in said
    assert any(text.startswith("Friday, day 12 of 28") for text in said)
    assert len(update.nodes[0][1].children) == len(update.nodes) - 1


def test_a_request_names_the_region():
    """What a screen reader presses is what it has read."""
    asked = []
    reader = Reader("Courtship", lambda kind, name: asked.append((kind, name)))
    reader._kit = accesskit
    reader.show([Region("hidden", Box(0, 0, 9, 0), "Hidden"), Region("seen", Box(0, 0, 9, 9), "Seen")], "", 1.0)

    class Request:
        target, action = 1, accesskit.Action.CLICK

    reader._requested(Request)
    assert asked == [("click", "seen")]
