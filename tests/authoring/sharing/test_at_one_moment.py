"""Two packages at one moment: what was acknowledged is there, and whoever comes second is told so."""

from pathlib import Path

import pytest

from game.authoring.sharing import packing, unpacking
from game.authoring.sharing.packing import pack
from game.authoring.sharing.unpacking import NameTaken, add
from game.errors import ScenarioError
from game.kept import alone
from game.scenario import load
from tests.authoring.sharing.packages import GOOD, zipped


@pytest.fixture
def packages(tmp_path: Path) -> tuple[Path, Path]:
    """Two that hold different scenarios under the same name."""
    return (
        zipped(tmp_path / "first.zip", ("boat/scenario.yaml", GOOD)),
        zipped(tmp_path / "second.zip", ("boat/scenario.yaml", GOOD.replace("Boat", "Raft"))),
    )


def test_a_package_that_came_meanwhile_is_not_put_away(packages, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is taken in while the first is looked at: the first is refused, and the second stays."""
    first, second = packages
    judged = unpacking._judged

    def and_meanwhile(*given):
        monkeypatch.setattr(unpacking, "_judged", judged)
        assert add(second, home).title == "Raft"
        return judged(*given)

    monkeypatch.setattr(unpacking, "_judged", and_meanwhile)
    with pytest.raises(NameTaken) as told:
        add(first, home)

    assert "There is a scenario “boat” already" in str(told.value)
    assert load(home / "boat").title == "Raft"
    assert [path.name for path in home.iterdir()] == ["boat"]


def test_a_name_that_another_program_is_busy_with_is_waited_for_and_told(
    packages, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place of a scenario is changed by one process at a time."""
    monkeypatch.setattr("game.kept.WAIT", 0.05)
    home.mkdir()
    with alone(home / "boat"), pytest.raises(ScenarioError) as told:
        add(packages[0], home)

    assert "busy with" in str(told.value)
    assert "Ask for it again" not in str(told.value)
    assert not (home / "boat").exists()


def test_a_package_made_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that pack to the same file: the second is told that it is there."""
    scenario, target = tmp_path / "boat.yaml", tmp_path / "boat.zip"
    scenario.write_text(GOOD)
    listed = packing.files_of

    def and_meanwhile(*given):
        target.write_bytes(b"the other one")
        return listed(*given)

    monkeypatch.setattr(packing, "files_of", and_meanwhile)
    with pytest.raises(ScenarioError, match="is there already"):
        pack(scenario, target)

    assert target.read_bytes() == b"the other one"
