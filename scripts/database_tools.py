"""Installs what the tests of rooms in a real database need: `python3 scripts/database_tools.py`.

Debian's PostgreSQL by apt-get, where that is allowed. The tests use no service of it: they start a
server of their own in a temporary folder. Without it those tests say that they skip.
"""

import shutil
from pathlib import Path

import debian

NEEDED = ("initdb", "pg_ctl")


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest version first; None if it is not on this machine."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int("0" + p.parent.name), reverse=True)
    found = shutil.which(NEEDED[0])
    folders += [Path(found).parent] if found else []
    return next((f for f in folders if all((f / name).is_file() for name in NEEDED)), None)


def provide() -> bool:
    """Installs it, where that is possible; says whether it is there now."""
    if programs() is None:
        debian.install("PostgreSQL for the tests of rooms in a database", "postgresql")
    return programs() is not None


if __name__ == "__main__":
    print("PostgreSQL is there." if provide() else "PostgreSQL could not be installed; its tests will skip.")
