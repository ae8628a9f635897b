"""So that `python -m game.cli` works where no command is installed."""

from game.cli.app import main

if __name__ == "__main__":
    main()
