"""For the commands of the lab: a game that they found, written into a record, and opened in the window."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from game.desk.given import Given
from game.desk.launch import open_window, require_display
from game.desk.outside import now
from game.desk.places import runs_folder, scenario_path

if TYPE_CHECKING:
    from game.bots.bot import Bot
    from game.bots.contract import PromiseVerdict


def kept_game(scenario: str, bot: "Bot", seed: int, episode: int, label: str, record: Path | None = None) -> Path:
    """Plays a game of the lab into a record.

    Args:
        scenario: name or path, as a person typed it.
        bot: who plays.
        seed: of the games.
        episode: its number.
        label: what the record's name says of it, when no file is named.
        record: the file; left out, one beside the player's own runs.

    Raises:
        RecordError: the file is there already, or cannot be written.
    """
    from game.lab.playing.recording import record_game
    from game.session.record.reading import SUFFIX

    path = scenario_path(scenario)
    name = f"{now():%Y%m%d-%H%M%S}-{path.resolve().stem}-{label}-{seed}-{episode}{SUFFIX}"
    file = record or runs_folder() / name
    Given().keep(path)
    record_game(path, bot, seed, episode, file, now())
    return file


def open_record(record: Path) -> int:
    """Opens a record in the window; a finished game shows its debrief. Returns the exit code.

    Raises:
        CourtshipError: there is no screen; the record is kept.
    """
    from game.ui.play.play_actions import Resume

    require_display()
    return open_window(Resume(str(record)))


def as_played(scenario: str, seed: int, verdict: "PromiseVerdict") -> str:
    """The command that opens the game which shows a promise as its bot played it, on the last day."""
    who = shlex.quote(verdict.player)
    return f"courtship play {shlex.quote(scenario)} --as {who} --seed {seed} --episode {verdict.episode}"


def same_people(scenario: str, seed: int, episode: int) -> str:
    """The command with which a person plays a game of the lab: the same people, the same chance."""
    return f"courtship play {shlex.quote(scenario)} --seed {seed}" + (f" --episode {episode}" if episode else "")
