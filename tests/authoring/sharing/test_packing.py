"""Sharing scenarios: what is packed comes out the same, and what might do harm does not come in."""

from pathlib import Path

import pytest

from game.authoring.sharing.packing import pack
from game.authoring.sharing.unpacking import add
from game.authoring.starter import StarterOptions, create
from game.errors import ScenarioError
from game.scenario import load
from tests.authoring.sharing.packages import GOOD, zipped
from tests.scenario.reading.test_picture_files import png

PICTURE = "followers:\n  mara: {name: Mara, picture: pictures/mara.png}\n"


def test_what_is_packed_comes_out_the_same(tmp_path: Path, home: Path) -> None:
    """All files of the scenario, byte for byte; hidden ones and strangers stay behind."""
    folder = create(tmp_path / "slow_boat", "coffee", StarterOptions("Slow Boat")).parent
    (folder / "pictures").mkdir()
    (folder / "pictures" / "shop.png").write_bytes(png(20, 10))
    (folder / "notes.md").write_text("For trainers.", encoding="utf-8")
    (folder / "budget.xlsx").write_bytes(b"secret")

    made = pack(folder, tmp_path / "boat.zip")
    added = add(made.path, home)

    assert set(made.files) == {"scenario.yaml", "pictures/shop.png", "notes.md"}
    assert made.left_out == ("budget.xlsx",)
    assert (added.id, added.title, added.problems) == ("slow_boat", "Slow Boat", ())
    assert {p.relative_to(added.path).as_posix() for p in added.path.rglob("*") if p.is_file()} == set(made.files)
    assert all((added.path / name).read_bytes() == (folder / name).read_bytes() for name in made.files)
    assert [p.name for p in home.iterdir()] == ["slow_boat"]


def test_a_scenario_of_one_file_is_packed_with_the_pictures_it_names(tmp_path: Path, home: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for name in ("mara", "other"):
        (tmp_path / "pictures" / f"{name}.png").write_bytes(png(20, 10))
    (tmp_path / "boat.yaml").write_text(GOOD + PICTURE, encoding="utf-8")
    (tmp_path / "diary.md").write_text("mine", encoding="utf-8")

    made = pack(tmp_path / "boat.yaml", tmp_path / "boat.zip")

    assert made.files == ("scenario.yaml", "pictures/mara.png")
    assert load(add(made.path, home).path).ok


def test_the_same_files_make_the_same_package(tmp_path: Path) -> None:
    folder = create(tmp_path / "boat", "empty").parent

    first, second = (pack(folder, tmp_path / f"{n}.zip").path.read_bytes() for n in (1, 2))

    assert first == second


def test_a_scenario_with_errors_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "boat.yaml").write_text(GOOD + "pace: slow\n", encoding="utf-8")

    with pytest.raises(ScenarioError, match="courtship check"):
        pack(tmp_path / "boat.yaml", tmp_path / "boat.zip")
    assert not (tmp_path / "boat.zip").exists()


def test_packing_overwrites_only_when_told(tmp_path: Path) -> None:
    folder = create(tmp_path / "boat", "empty").parent
    (tmp_path / "boat.zip").write_bytes(b"other")

    with pytest.raises(ScenarioError, match="--replace"):
        pack(folder, tmp_path / "boat.zip")
    assert (tmp_path / "boat.zip").read_bytes() == b"other"
    assert pack(folder, tmp_path / "boat.zip", replace=True).files == ("scenario.yaml",)


def test_links_and_too_many_files_are_not_packed(tmp_path: Path) -> None:
    folder = create(tmp_path / "boat", "empty").parent
    (folder / "pictures").symlink_to(tmp_path)
    with pytest.raises(ScenarioError, match="is a link"):
        pack(folder, tmp_path / "boat.zip")

    (folder / "pictures").unlink()
    for number in range(200):
        (folder / f"note{number}.md").write_text("x", encoding="utf-8")
    with pytest.raises(ScenarioError, match="at most 200"):
        pack(folder, tmp_path / "boat.zip")


def test_what_systems_add_by_themselves_is_passed_over(tmp_path: Path, home: Path) -> None:
    files = [(name, "x") for name in ("__MACOSX/boat/._scenario.yaml", "boat/.DS_Store", "boat/.vscode/tasks.json")]

    added = add(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), *files), home)

    assert [p.name for p in added.path.rglob("*")] == ["scenario.yaml"]


def test_a_package_without_a_folder_is_called_after_its_file(tmp_path: Path, home: Path) -> None:
    assert add(zipped(tmp_path / "My Boat.zip", ("scenario.yaml", GOOD)), home).id == "my_boat"


def test_nothing_is_overwritten_unless_told(tmp_path: Path, home: Path) -> None:
    """A scenario of the same name stays; with replace it goes as a whole; the shipped ones are never shadowed."""
    package = zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD), ("boat/notes.md", "new"))
    (home / "boat").mkdir(parents=True)
    (home / "boat" / "old.md").write_text("old", encoding="utf-8")

    with pytest.raises(ScenarioError, match="--replace"):
        add(package, home)
    assert [p.name for p in (home / "boat").iterdir()] == ["old.md"]

    with pytest.raises(ScenarioError, match="ships with the game"):
        add(package, home, taken=["boat"], replace=True)
    assert add(package, home, name="Other Boat").id == "other_boat"
    add(package, home, replace=True)
    assert {p.name for p in (home / "boat").iterdir()} == {"scenario.yaml", "notes.md"}
    assert {p.name for p in home.iterdir()} == {"boat", "other_boat"}


def test_a_scenario_of_one_file_is_not_shadowed(tmp_path: Path, home: Path) -> None:
    home.mkdir()
    (home / "boat.yaml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(ScenarioError, match="already"):
        add(zipped(tmp_path / "boat.zip", ("boat/scenario.yaml", GOOD)), home, replace=True)
