"""Whatever may be wrong with a scenario, its messages can be read in the Workshop."""

from pathlib import Path

import pytest

from game.desk.workshop_services import Workshop
from game.ui.workshop import workshop_actions as do
from tests.ui.window.sight.test_every_screen import check_text

BROKEN = sorted((Path(__file__).parents[2] / "scenario" / "broken").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_every_kind_of_message_can_be_read(drawn, tmp_path, path):
    """Nothing overlaps or is cut, and each message has its place and its page."""
    shop = Workshop(own=tmp_path / "own", memory=tmp_path / "memory.json")
    check = shop.examine(str(path))
    mends = shop.mends(str(path))

    def build(stage):
        stage.services.workshop = shop
        stage.act(do.OpenScenario(str(path)))

    app, log = drawn(build, "1.5", "light")
    check_text(app, log)
    assert check.problems
    assert len([r for r in app.sheet.regions if r.id.startswith("explain.")]) == len(check.problems)
    for problem in check.problems:
        assert shop.explain(problem.code).meaning
    if mends:
        app, log = drawn(lambda stage: (build(stage), stage.act(do.ShowMends())), "1.5", "dark")
        check_text(app, log)
