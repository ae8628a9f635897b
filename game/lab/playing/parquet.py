"""Results as Parquet: one game a row, in typed columns. Needs pyarrow, which only those who want it install.

While games are played they stand, block by block, in a CSV file beside the one wanted; that is what a run which was
stopped, or killed, goes on from. At the end all of it becomes the Parquet file in one step.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from game.files import is_there
from game.lab.playing.blocks import Trial
from game.lab.playing.games import Game
from game.lab.playing.outcome_figures import FIGURES
from game.lab.playing.results import KEYS, Key, ResultsError, ResultsFile, columns_of, in_order, origin_of, writing

SUFFIX = ".parquet"
NEEDS_PYARROW = (
    "Results as Parquet need pyarrow. Install it with: pip install 'courtship[parquet]', or name a file that ends in "
    ".csv; nothing else is needed for that."
)


def open_results(path: Path, trial: Trial) -> "ResultsFile | ParquetFile":
    """The file of results that a person has named, by its ending.

    Raises:
        ResultsError: it cannot be read or written, holds something else, or needs what is not installed.
    """
    return ParquetFile(path, trial) if path.suffix.lower() == SUFFIX else ResultsFile(path, trial)


class ParquetFile:
    """A Parquet file that is made in one step when games have been played, and kept in parts until then.

    Raises:
        ResultsError: on opening, when pyarrow is missing, or the file holds something else; it is left as it is.
    """

    def __init__(self, path: Path, trial: Trial) -> None:
        if find_spec("pyarrow") is None:
            raise ResultsError(NEEDS_PYARROW)
        self.path, self.trial, self.columns = path, trial, columns_of(trial)
        known = self._read() if is_there(path) else []
        self._parts = ResultsFile(path.with_name(path.name + ".parts.csv"), trial)
        self._parts.games = {g.key: g for g in known} | self._parts.games

    @property
    def games(self) -> dict[Key, Game]:
        """All games that the file holds, by their keys."""
        return self._parts.games

    def add(self, games: tuple[Game, ...]) -> None:
        """Writes some games behind the others, so that nothing done is lost."""
        self._parts.add(games)

    def close(self) -> None:
        """Puts all games into the file, in order and in one step; then the parts are no longer needed."""
        from pyarrow import parquet

        beside = self.path.with_name(self.path.name + ".part")
        with writing(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            parquet.write_table(self._table(), beside, compression="zstd")
            os.replace(beside, self.path)
            self._parts.path.unlink(missing_ok=True)

    def _table(self) -> Any:
        """The games as a table; what a game has in common with all others stands in every row too."""
        import pyarrow as arrow

        games = in_order(self.games.values(), self.trial)
        name, sha, version, parameters, seed = origin_of(self.trial)
        same = (name, sha, version, int(parameters), int(seed))
        kinds = (arrow.string(), arrow.string(), arrow.string(), arrow.int32(), arrow.int64())
        columns: list[Any] = [
            arrow.array([value] * len(games), type=kind) for value, kind in zip(same, kinds, strict=True)
        ]
        columns += [
            arrow.array([g.setting for g in games], type=arrow.string()),
            arrow.array([g.player for g in games], type=arrow.string()),
            arrow.array([g.episode for g in games], type=arrow.int64()),
        ]
        columns += [arrow.array([g.figures[i] for g in games], type=arrow.float64()) for i in range(len(FIGURES))]
        for part, count in (("goals", len(self.columns.goals)), ("events", len(self.columns.events))):
            columns += [arrow.array([getattr(g, part)[i] or None for g in games], type=arrow.int16())
                        for i in range(count)]  # fmt: skip
        columns += [
            arrow.array([g.contents[i] > 0 for g in games], type=arrow.bool_())
            for i in range(len(self.columns.contents))
        ]
        return arrow.table(columns, names=list(self.columns.names))

    def _read(self) -> list[Game]:
        import pyarrow as arrow
        from pyarrow import parquet

        try:
            table = parquet.read_table(self.path)
        except OSError as error:
            raise ResultsError(
                f"{self.path} cannot be read: {error.strerror or 'it is no Parquet file'}. Choose another file."
            ) from None
        except arrow.ArrowException:
            raise ResultsError(f"{self.path} cannot be read: it is no Parquet file. Choose another file.") from None
        if tuple(table.column_names) != self.columns.names:
            raise self._other("its columns are not those of this scenario's games")
        rows = table.to_pydict()
        origin = [tuple(str(rows[key][n]) for key in KEYS[:5]) for n in range(table.num_rows)]
        if set(origin) - {origin_of(self.trial)}:
            raise self._other("it holds games of another scenario, seed or version")
        names = self.columns.names[len(KEYS) + len(FIGURES) :]
        goals, events = len(self.columns.goals), len(self.columns.events)
        found = []
        for n in range(table.num_rows):
            days = tuple(int(rows[name][n] or 0) for name in names)
            figures = tuple(float(rows[name][n]) for name in FIGURES)
            found.append(
                Game(
                    rows["setting"][n],
                    rows["bot"][n],
                    int(rows["episode"][n]),
                    figures,
                    days[:goals],
                    days[goals : goals + events],
                    days[goals + events :],
                )
            )
        return found

    def _other(self, why: str) -> ResultsError:
        return ResultsError(f"{self.path} is there already and cannot be gone on with: {why}. Choose another file.")
