"""A game of the lab as a record: played again through a session, so that window, debrief and `replay` tell it."""

from datetime import datetime
from pathlib import Path

from game.bots.bot import Bot
from game.errors import RecordError
from game.files import is_there
from game.lab.playing.through_session import play_session
from game.session.runs.runs import start
from game.session.session import Session


def record_game(
    scenario: Path, bot: Bot, seed: int, episode: int, record: Path, now: datetime, player: str = ""
) -> Session:
    """Plays one game of the lab into a record; the same people, the same chance, the same moves.

    Args:
        scenario: its file or folder.
        bot: who plays.
        seed: of the games.
        episode: number of the game.
        record: the file to write.
        now: the time, for the record's header.
        player: who played, in words; the bot's id when left out.

    Returns:
        The session on its last evening.

    Raises:
        CannotPlay: the scenario has errors.
        RecordError: the file is there already, or cannot be written.
    """
    if is_there(record):
        raise RecordError(f"There is a file {record} already. Name another one; nothing was written.")
    session = start(scenario, seed, record.parent, now, episode=episode, name=record.name, played_by=player or bot.id)
    play_session(session, bot)
    return session
