"""Writes what is golden anew: `python -m tests.golden.regenerate`. Read the difference before you commit."""

from pathlib import Path

from game.bots.registry import bots
from game.session.transcript import transcript
from tests.golden.debrief_text import debrief_told
from tests.golden.read_aloud import READ_ALOUD, first_day_read_aloud
from tests.golden.seen import cards_told, keep_notebook, morning_told
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
from tests.golden.talking import talks_told
from tests.golden.told.tellers import TELLERS, told_path
from tests.plays import SHIPPED, bot_plays_a_day, session

BOTS = ("patient", "pushy", "never_asks")


def path_of(scenario: str, bot: str) -> Path:
    return FOLDER / f"{scenario}.{bot}.txt"


def playthrough(scenario: str, bot: str) -> str:
    """A run as a person reads it: what was done and said, what could be seen each morning, what is told at the end."""
    game, mornings = session(scenario, SEED), []
    while not game.finished:
        if game.playthrough.day == 3:
            keep_notebook(game)
        mornings += morning_told(game.view())
        if game.playthrough.day % 4 == 2:
            who = game.view().followers[game.playthrough.day % len(game.view().followers)]
            mornings += [f"  moves towards {who.name}", *cards_told(game.view(who.id))]
        bot_plays_a_day(game, bots()[bot])
    seen = "\n".join(("What could be seen", *mornings, *morning_told(game.view())))
    return f"{transcript(game.playthrough)}\n{seen}\n\n{debrief_told(game.playthrough)}"


TALKS = FOLDER / "talks.txt"
LINES = 150  # of each scenario, about
PLAYED = {"first_hello": (2, 5, 8), "slow_roast": (7,)}


def talks() -> str:
    """What people and somebody who talks with them say, in talks as they are played, to be read aloud."""
    told = []
    for scenario, seeds in PLAYED.items():
        most = LINES // len(seeds)
        told += [talks_told(f"seed {seed}", session(scenario, seed), most) for seed in seeds]
    return "\n\n".join(told) + "\n"


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
            path_of(scenario, bot).write_text(playthrough(scenario, bot), encoding="utf-8")
            print(path_of(scenario, bot).name)
    for name, teller in TELLERS.items():
        told_path(name).parent.mkdir(parents=True, exist_ok=True)
        told_path(name).write_text(teller(), encoding="utf-8")
        print(f"{name}.txt")
    TALKS.write_text(talks(), encoding="utf-8")
    print(TALKS.name)
    READ_ALOUD.write_text(first_day_read_aloud(), encoding="utf-8")
    print(READ_ALOUD.name)


if __name__ == "__main__":
    main()
