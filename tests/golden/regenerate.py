"""Writes what is golden anew: `python -m tests.golden.regenerate`. Read the difference before you commit."""

from pathlib import Path

from game.session.transcript import transcript
from tests.golden.states import (
    FOLDER,
    SEED,
    by_day_path,
    computed,
    first_difference,
    refusal,
    states_path,
    stored,
    write,
)
from tests.plays import SHIPPED, played

BOTS = ("patient", "pushy", "never_asks")


def path_of(scenario: str, bot: str) -> Path:
    return FOLDER / f"{scenario}.{bot}.txt"


def main() -> None:
    before, now = stored(), computed()
    if before and (why := refusal(before, now)):
        raise SystemExit(why)
    write(now)
    print(states_path().name)
    print(by_day_path().name)
    if before and before.whole != now.whole:
        print(first_difference(before, now))
    for scenario in SHIPPED:
        for bot in BOTS:
            path_of(scenario, bot).write_text(transcript(played(scenario, bot, SEED)), encoding="utf-8")
            print(path_of(scenario, bot).name)


if __name__ == "__main__":
    main()
