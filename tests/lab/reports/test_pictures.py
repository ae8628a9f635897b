"""Pictures of results can be read: valid SVG, every bot by its name, nothing on top of something else."""

from xml.etree import ElementTree as ET

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.lab.reports.drawn_results import (
    PicturesError,
    pictures_of_playtest,
    pictures_of_sweep,
    trust_by_day,
    write_pictures,
)
from game.lab.reports.playtest import playtest
from game.lab.reports.sweep import grid, table, varied
from game.model import trust
from game.resources import SCENARIOS
from game.scenario import load
from tests.plays import compiled

FIRST = load(SCENARIOS / "first_hello.yaml")
NAMES = ("patient", "pushy", "sleeper")


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.fixture(scope="module")
def playtested():
    results = run(trial_of(FIRST, players(list(NAMES)), 20, 1))
    return results, playtest(results)


def test_a_playtest_is_drawn_with_every_bot_and_goal(playtested):
    """Trust, outcomes and goals: each bot stands in each picture, with the figures of the table."""
    results, found = playtested
    told = []
    pictures = pictures_of_playtest(results, found, told.append)

    assert set(pictures) == {"trust", "outcomes", "goals"}
    assert sum(told) == 20 * len(NAMES)
    for svg in pictures.values():
        assert set(NAMES) <= set(texts(svg))
    assert f"{found.bots['patient'].figures['score'].mean:.1f} points" in pictures["outcomes"]
    assert set(compiled("first_hello").scenario.goals) <= set(texts(pictures["goals"]))
    assert pictures["trust"].count('opacity="0.18"') == len(NAMES)


def test_trust_over_the_days_is_that_of_the_games():
    """The last row is the trust of the followers on the last evening of these games."""
    found = trust_by_day(compiled("first_hello"), bots()["patient"], 1, 5)
    final = play(compiled("first_hello"), bots()["patient"], 1, np.arange(5))
    human = final.people.human > 0.5

    assert len(found) == compiled("first_hello").scenario.days + 1
    assert found[-1].tolist() == (100 * trust(final.state, final.people, final.compiled.rules.params)[human]).tolist()


def test_a_sweep_is_drawn_against_each_number_it_varied():
    """Two numbers: a picture of each, and one of the score by the first with a panel for each value of the second."""
    settings = grid(compiled("first_hello").scenario, (varied("days=5,7"), varied("business.hours_per_day=1,2,3")))
    cells = table(run(trial_of(FIRST, players(["patient", "pushy"]), 6, 0, settings)))
    pictures = pictures_of_sweep("First Hello", cells, ("score", "bought"))

    assert set(pictures) == {"sweep-days", "sweep-business.hours_per_day", "sweep-score"}
    assert {"score", "customers", "patient", "pushy", "days"} <= set(texts(pictures["sweep-days"]))
    assert [t for t in texts(pictures["sweep-score"]) if t.startswith("business.hours_per_day = ")] == [
        "business.hours_per_day = 1", "business.hours_per_day = 2", "business.hours_per_day = 3"
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """A file stands where the folder should be: a sentence, and the file as it was."""
    path = tmp_path / "pictures"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(PicturesError, match="Choose another folder"):
        write_pictures(path, {"a": "<svg/>"})
    assert path.read_text(encoding="utf-8") == "mine"
