"""So that `python -m game` is the command `courtship`.

What asks to end is heard before anything is loaded: until the command itself listens, nothing has been begun, and a
word is all there is to say. So nothing but built-in modules stands above that.
"""

import _signal  # type: ignore[import-not-found]

ENDING = tuple(getattr(_signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(_signal, name))


def end_at_once(*_: object) -> None:
    """Ends the program with the word and the exit code of an interrupted command."""
    import os

    try:
        os.write(2, b"Stopped.\n")
    finally:
        os._exit(130)


def heed_from_the_start() -> None:
    """Lets Ctrl-C, SIGTERM and SIGHUP end a program that loads; where one is ignored, it stays ignored."""
    try:
        for number in ENDING:
            if _signal.getsignal(number) != _signal.SIG_IGN:
                _signal.signal(number, end_at_once)
    except ValueError:  # in another thread than the main one nothing is heard
        return


def main() -> None:
    """Runs the command."""
    heed_from_the_start()
    from game.cli import main as command

    command()


if __name__ == "__main__":
    main()
