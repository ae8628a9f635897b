"""Writes the golden playthroughs anew: `python -m tests.golden.regenerate`. Read the difference before you commit."""

from pathlib import Path

from game.session.transcript import transcript
from tests.plays import SHIPPED, played

FOLDER = Path(__file__).parent
BOTS = ("patient", "pushy", "never_asks")
SEED = 7


def path_of(scenario: str, bot: str) -> Path:
    return FOLDER / f"{scenario}.{bot}.txt"


def main() -> None:
    for scenario in SHIPPED:
        for bot in BOTS:
            path_of(scenario, bot).write_text(transcript(played(scenario, bot, SEED)), encoding="utf-8")
            print(path_of(scenario, bot).name)


if __name__ == "__main__":
    main()
