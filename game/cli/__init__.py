"""One command, `courtship`: everything a person can do, with errors fit for a trainer.

Without arguments it opens the window and loads nothing of the command line. No error leaves it as a traceback, unless
the environment variable COURTSHIP_TRACEBACK asks for one.
"""

import os
import sys

FAILED = 1


def main() -> None:
    """The command `courtship`."""
    if os.environ.get("COURTSHIP_TRACEBACK"):
        sys.exit(_run())
    from game.errors import CourtshipError

    try:
        sys.exit(_run())
    except CourtshipError as told:
        sys.exit(_said(str(told), told.exit_code))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except OSError as refused:  # the disk is full, a file may not be read: no bug of ours
        sys.exit(_said(f"The system refuses: {refused}. Your runs are safe.", FAILED))
    except Exception as error:  # noqa: BLE001 - the last net: a person never sees a traceback
        print(_crashed(error), file=sys.stderr)
        sys.exit(FAILED)


def _said(sentence: str, code: int) -> int:
    """Prints a sentence on the error stream, harmless for a terminal, and gives the exit code back."""
    from game.cli.say import plain

    print(plain(sentence), file=sys.stderr)
    return code


def _run() -> int:
    if len(sys.argv) == 1:
        from game.desk.launch import open_window

        return open_window()
    from game.cli.app import app

    app()
    return 0


def _crashed(error: Exception) -> str:
    """Says what is safe, and keeps the details for a report."""
    import traceback

    from game import __version__
    from game.desk.outside import now
    from game.desk.places import data_folder

    path = data_folder() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        when = now().isoformat(timespec="seconds")
        path.write_text(f"courtship {__version__}, {when}\n{sys.argv}\n{traceback.format_exc()}", encoding="utf-8")
        where = f"The details are in {path}; please send them to us."
    except OSError:
        where = f"({type(error).__name__}: {error})"
    return f"Something went wrong inside Courtship. Your runs are safe. {where}"
