"""Results as tidy CSV: one game a line, with all it takes to play it again. A file begun can be gone on with."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game import __version__, csv_lines
from game.errors import CourtshipError
from game.files import is_there, read_regular, what_helps, write_over
from game.lab.playing.blocks import Trial
from game.lab.playing.games import Game
from game.lab.playing.outcome_figures import FIGURES
from game.model.parameters import PARAMETERS_VERSION
from game.scenario.format.difficulty import AS_WRITTEN

KEYS = ("scenario", "hash", "version", "parameters", "seed", "setting", "bot", "episode")
MOST_BYTES = 4 * 10**9  # of a file that is gone on with
ORIGIN = len(KEYS) - 3  # keys that all games of a file share
Key = tuple[str, str, int]


class ResultsError(CourtshipError):
    """A file of results cannot be read, written or gone on with."""


@dataclass(frozen=True)
class Columns:
    """Names of the columns beyond the keys."""

    goals: tuple[str, ...]
    events: tuple[str, ...]
    contents: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns in their order."""
        parts = (("goal", self.goals), ("event", self.events), ("content", self.contents))
        return (*KEYS, *FIGURES, *(f"{kind}.{name}" for kind, names in parts for name in names))


def columns_of(trial: Trial) -> Columns:
    """The columns of a trial's scenario."""
    compiled = trial.scenario.compiled()
    return Columns(tuple(compiled.scenario.goals), tuple(compiled.scenario.timeline), compiled.contents)


def origin_of(trial: Trial) -> tuple[str, ...]:
    """What all games of a trial have in common: scenario, hash with difficulty, versions, seed; the first columns."""
    played = trial.scenario
    text = played.hash if played.difficulty == AS_WRITTEN else f"{played.hash} {played.difficulty}"
    return trial.name, text, __version__, str(PARAMETERS_VERSION), str(trial.seed)


def cells(trial: Trial, game: Game) -> tuple[str, ...]:
    """A game as cells; figures keep every bit, a day that never came is empty."""
    days = [str(d) if d else "" for d in (*game.goals, *game.events)]
    key = (game.setting, game.player, str(game.episode))
    return (*origin_of(trial), *key, *map(repr, game.figures), *days, *map(str, game.contents))


def in_order(games: Iterable[Game], trial: Trial) -> list[Game]:
    """Games by setting, player and episode, as the trial names them; others come last."""
    from game.lab.playing.changed_numbers import in_words

    settings = {in_words(s): i for i, s in enumerate(trial.settings)}
    players = {p.id: i for i, p in enumerate(trial.players)}
    return sorted(
        games,
        key=lambda g: (
            settings.get(g.setting, len(settings)), g.setting, players.get(g.player, len(players)), g.player, g.episode,
        ),
    )  # fmt: skip


class ResultsFile:
    """A CSV file that grows while games are played and ends in one order, however they were played.

    Raises:
        ResultsError: on opening, when the file holds something else; it is left as it is.
    """

    def __init__(self, path: Path, trial: Trial) -> None:
        self.path, self.trial, self.columns = path, trial, columns_of(trial)
        self.games: dict[Key, Game] = {g.key: g for g in self._read()} if is_there(path) else {}
        self.close()

    def _read(self) -> list[Game]:
        try:
            text = read_regular(self.path, MOST_BYTES).decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text file"
            raise ResultsError(f"{self.path} cannot be read: {reason}. Choose another file.") from None
        whole = text[: text.rfind("\n") + 1]  # a torn last line is played again
        rows = csv_lines.rows(whole)
        if not rows and not text:
            return []
        names = self.columns.names
        if not rows or tuple(rows[0]) != names:
            raise self._other("its columns are not those of this scenario's games")
        for row in rows[1:]:
            if tuple(row[:ORIGIN]) != origin_of(self.trial):
                raise self._other("it holds games of another scenario, seed or version")
        try:
            return [self._game(row) for row in rows[1:]]
        except (ValueError, IndexError):
            raise self._other("a line of it is damaged") from None

    def _other(self, why: str) -> ResultsError:
        return ResultsError(f"{self.path} is there already and cannot be gone on with: {why}. Choose another file.")

    def _game(self, row: list[str]) -> Game:
        if len(row) != len(self.columns.names):
            raise ValueError
        *_, setting, bot, episode = row[: len(KEYS)]
        figures, rest = row[len(KEYS) : len(KEYS) + len(FIGURES)], row[len(KEYS) + len(FIGURES) :]
        days = [int(cell or 0) for cell in rest]
        goals, events = len(self.columns.goals), len(self.columns.events)
        return Game(
            setting, bot, int(episode), tuple(map(float, figures)),
            tuple(days[:goals]), tuple(days[goals : goals + events]), tuple(days[goals + events :]),
        )  # fmt: skip

    def add(self, games: Iterable[Game]) -> None:
        """Writes some games behind the others, so that nothing done is lost."""
        games = list(games)
        self.games |= {g.key: g for g in games}
        with writing(self.path), self.path.open("a", encoding="utf-8", newline="") as file:
            file.write("".join(csv_lines.line(cells(self.trial, g)) for g in games))

    def close(self) -> None:
        """Puts all games in order, in one step: there is never half a file."""
        rows = [csv_lines.line(self.columns.names)]
        rows += [csv_lines.line(cells(self.trial, g)) for g in in_order(self.games.values(), self.trial)]
        with writing(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_over(self.path, "".join(rows).encode())


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what the disk says into a sentence.

    Raises:
        ResultsError: the disk refuses.
    """
    try:
        yield
    except OSError as error:
        way = f"{what_helps(error).capitalize()}, or choose another file."
        raise ResultsError(f"{path} cannot be written ({error.strerror}). {way}") from None
