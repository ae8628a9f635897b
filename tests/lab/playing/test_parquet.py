"""Results as Parquet: the same games as in CSV, in typed columns; gone on with after a stop and after a kill."""

import sys
from pathlib import Path

import pytest

from game.lab.playing.blocks import trial_of
from game.lab.playing.parquet import open_results
from game.lab.playing.players import players
from game.lab.playing.results import ResultsError
from game.lab.playing.run import run
from game.resources import SCENARIOS
from game.scenario import load

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

SLOW = load(SCENARIOS / "slow_roast.yaml")


def trial(games=6, names=("patient", "pushy"), seed=3):
    return trial_of(SLOW, players(list(names)), games, seed)


@pytest.fixture(scope="module")
def whole():
    return run(trial()).games


def parts_of(path: Path) -> Path:
    return path.with_name(path.name + ".parts.csv")


def test_columns_are_tidy_and_typed(tmp_path, whole):
    """One game a row; days are small whole numbers with gaps, contents yes or no, figures keep every bit."""
    path = tmp_path / "games.parquet"
    assert run(trial(), 1, path).games == whole
    table = parquet.read_table(path)

    assert table.num_rows == len(whole)
    assert table.column("score").to_pylist() == [g.figures[0] for g in whole]
    assert set(table.column("hash").to_pylist()) == {SLOW.hash}
    assert set(table.column("seed").to_pylist()) == {3}
    assert table.column("bot").to_pylist() == [g.player for g in whole]
    kinds = {f.name: str(f.type) for f in table.schema}
    assert {kinds[n] for n in kinds if n.startswith(("goal.", "event."))} == {"int16"}
    assert {kinds[n] for n in kinds if n.startswith("content.")} == {"bool"}
    assert (kinds["episode"], kinds["score"], kinds["scenario"]) == ("int64", "double", "string")
    assert None in table.column("goal.six_regulars").to_pylist()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_read_back_and_grows(tmp_path, whole):
    """More games are added to a finished file; those in it are not played again, and come back bit for bit."""
    path = tmp_path / "games.parquet"
    run(trial(4), 1, path)
    told = []

    assert run(trial(), 1, path, told.append).games == whole
    assert told[0] == 8
    assert sum(told) == 12


def test_after_a_kill_the_blocks_done_are_there(tmp_path, whole):
    """Killed between two blocks: no Parquet file yet, the parts hold the block done, and the rest alone is played."""
    path = tmp_path / "games.parquet"
    file = open_results(path, trial())
    file.add(whole[:3])
    assert not path.exists()
    parts = parts_of(path)
    parts.write_bytes(parts.read_bytes()[:-20])  # the last line torn
    told = []

    assert run(trial(), 1, path, told.append).games == whole
    assert told[0] == 2
    assert parquet.read_table(path).num_rows == 12
    assert not parts.exists()


def test_a_stop_leaves_a_whole_file(tmp_path, whole):
    """Ctrl-C after a block: a Parquet file of the games done, and the next run completes it."""
    path = tmp_path / "games.parquet"

    def stop(count):
        if count:
            raise KeyboardInterrupt

    assert not run(trial(), 1, path, stop, size=3).complete
    assert parquet.read_table(path).num_rows == 3
    assert run(trial(), 1, path).games == whole


def test_other_games_and_other_files_are_left_alone(tmp_path):
    """Another seed, another table, no table at all: a sentence, and the file is as it was."""
    path = tmp_path / "games.parquet"
    run(trial(2), 1, path)
    before = path.read_bytes()
    with pytest.raises(ResultsError, match="another scenario, seed or version"):
        run(trial(2, seed=4), 1, path)
    assert path.read_bytes() == before

    parquet.write_table(arrow.table({"age": [36]}), path)
    with pytest.raises(ResultsError, match="columns"):
        run(trial(2), 1, path)
    path.write_bytes(b"dear diary")
    with pytest.raises(ResultsError, match="no Parquet file"):
        run(trial(2), 1, path)
    assert path.read_bytes() == b"dear diary"


def test_without_pyarrow_it_is_said_how_to_get_it(tmp_path, monkeypatch):
    """The sentence names the extra and the way without it; nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(ResultsError, match=r"courtship\[parquet\]"):
        run(trial(2), 1, tmp_path / "games.parquet")
    assert list(tmp_path.iterdir()) == []
