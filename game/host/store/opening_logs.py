"""Which log a person means: a folder of this machine, or the URL of a database."""

from importlib.util import find_spec
from pathlib import Path

from game.host.store.event_log import Log, LogError, SqliteLog

FILE = "rooms.sqlite"


def log_at(place: str | Path) -> Log:
    """Opens a log.

    Args:
        place: a folder, or a URL that begins with postgresql:.

    Raises:
        LogError: it cannot be used, or what it needs is not installed.
    """
    if not str(place).startswith(("postgresql:", "postgresql+psycopg:", "postgres:")):
        if "://" in str(place):
            raise LogError(f"Rooms can be kept in a folder or in PostgreSQL, not in “{str(place).split(':', 1)[0]}”.")
        return SqliteLog(Path(place) / FILE)
    if find_spec("sqlalchemy") is None or find_spec("psycopg") is None:
        raise LogError("PostgreSQL needs two more packages. Install them with: pip install 'courtship[postgres]'")
    from game.host.store.postgres_log import PostgresLog

    return PostgresLog(str(place))
