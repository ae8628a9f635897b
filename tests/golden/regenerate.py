"""Writes the golden playthroughs anew: `python -m tests.golden.regenerate`. Read the difference before you commit."""

from pathlib import Path

from game.lab.blocks import Trial, trial_of
from game.lab.players import Player
from game.lab.results.fingerprint import fingerprint
from game.resources import SCENARIOS
from game.scenario import load
from game.session.transcript import transcript
from tests.plays import SHIPPED, played

FOLDER = Path(__file__).parent
BOTS = ("patient", "pushy", "never_asks")
SEED = 7
GAMES = 10_000


def path_of(scenario: str, bot: str) -> Path:
    return FOLDER / f"{scenario}.{bot}.txt"


def states_path() -> Path:
    """Where the fingerprint over all states of many games stands."""
    return FOLDER / "states.sha256"


def golden_trial() -> Trial:
    """Many games by a bot that makes every kind of move."""
    return trial_of(load(SCENARIOS / "slow_roast.yaml"), (Player("random"),), GAMES, SEED)


def main() -> None:
    states_path().write_text(f"{fingerprint(golden_trial())}\n", encoding="utf-8")
    print(states_path().name)
    for scenario in SHIPPED:
        for bot in BOTS:
            path_of(scenario, bot).write_text(transcript(played(scenario, bot, SEED).playthrough), encoding="utf-8")
            print(path_of(scenario, bot).name)


if __name__ == "__main__":
    main()
