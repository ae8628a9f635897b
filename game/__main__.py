"""So that `python -m game` is the command `courtship`."""

from game.cli import main

if __name__ == "__main__":
    main()
