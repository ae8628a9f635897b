"""One command, `courtship`: everything a person can do, with errors fit for a trainer.

Without arguments it opens the window and loads nothing of the command line. No error leaves it as a traceback, unless
the environment variable COURTSHIP_TRACEBACK asks for one.
"""

import contextlib
import os
import sys
from collections.abc import Callable

from game.cli.requests_to_end import hear_no_more, heed_requests_to_end
from game.errors import FAILED, INTERRUPTED, CourtshipError


def main() -> None:
    """Runs the command `courtship` and gives its exit code."""
    if os.environ.get("COURTSHIP_TRACEBACK"):
        heed_requests_to_end()
        sys.exit(_run())
    code = code_of_command(hear_no_more, heed_requests_to_end)
    exec("")  # noqa: S102 - see below
    sys.exit(code)


# Where an interrupt comes while a text is run by `exec` (every dataclass is made so), Python remembers it as one that
# nobody handled, and ends by the signal whatever the code is; a text that runs to its end makes Python forget it.


def _nothing() -> None:
    """Goes on hearing what asks to end."""


def code_of_command(ending: Callable[[], None] = _nothing, beginning: Callable[[], None] = _nothing) -> int:
    """Runs the command; whatever happens is told in a sentence. Gives the exit code.

    Args:
        ending: called as soon as the command is over and before a word is said of it.
        beginning: called first, from where on whatever asks to end is told like all else.
    """
    try:
        try:
            beginning()
            code = _run_told()
            _flush()
        finally:
            ending()
    except KeyboardInterrupt:
        ending()  # the first call was perhaps interrupted itself
        _say("Stopped.")
        code = INTERRUPTED
    except BrokenPipeError:  # whoever read what is printed has gone
        _silence()
        code = FAILED
    except OSError as error:
        _silence()
        _say(f"What should be printed could not be written ({error.strerror}). Nothing else was lost.")
        code = FAILED
    return code


def _run_told() -> int:
    """Runs the command; every error is told in a sentence. Gives the exit code."""
    try:
        return _run()
    except CourtshipError as told:
        _say(str(told))
        return told.exit_code
    except SystemExit as end:
        if end.code == INTERRUPTED:
            raise KeyboardInterrupt from None
        if isinstance(end.code, str):
            _say(end.code)
            return FAILED
        return end.code or 0
    except BrokenPipeError:
        raise
    except OSError as refused:  # the disk is full, a file may not be read: no bug of ours
        if refused.filename is None:
            raise  # it was about what is printed
        why = f"{refused.filename}: {refused.strerror or refused}. Is it yours to read and change, and is there room?"
        _say(f"The system refuses {why} Your runs are safe.")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last net: a person never sees a traceback
        _say(_crashed(error))
        return FAILED


def _say(sentence: str) -> None:
    """Prints on the channel for errors, if there is one."""
    from game.terminal import told

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(told(sentence), file=sys.stderr, flush=True)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _silence() -> None:
    """What is still to be printed goes nowhere, so that the end of the program does not complain again."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> int:
    if len(sys.argv) == 1:
        from game.desk.launch import open_window

        return open_window()
    from game.terminal import be_kind_to_narrow_encodings, notice_closed_output

    notice_closed_output()
    from game.cli.app import app

    be_kind_to_narrow_encodings()
    app()
    return 0


def _crashed(error: Exception) -> str:
    """Says what is safe, and keeps the details for a report."""
    import traceback

    from game import __version__
    from game.desk.outside import now
    from game.desk.places import data_folder
    from game.kept import KeptFile, write_kept

    try:
        path = data_folder() / "crash.txt"
        when = now().isoformat(timespec="seconds")
        details = f"courtship {__version__}, {when}\n{sys.argv}\n{traceback.format_exc()}"
        write_kept(KeptFile[bytes](path, bytes, bytes, b""), lambda _: details.encode("utf-8", "backslashreplace"))
        where = f"The details are in {path}; please send them to us."
    except (OSError, CourtshipError):  # it cannot be written, or there is no home to write it into
        where = f"({type(error).__name__}: {error})"
    return f"Something went wrong inside Courtship. Your runs are safe. {where}"
