"""Writes the golden playthroughs anew: `python -m tests.golden.regenerate`. Read the difference before you commit."""

from pathlib import Path

from game.bots.registry import bots
from game.coach.told import debrief_told
from game.lab.blocks import Trial, trial_of
from game.lab.players import Player
from game.lab.results.fingerprint import fingerprint
from game.resources import SCENARIOS
from game.scenario import load
from game.session.transcript import transcript
from tests.golden.seen import cards_told, keep_notebook, morning_told
from tests.plays import SHIPPED, bot_plays_a_day, session

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


def main() -> None:
    states_path().write_text(f"{fingerprint(golden_trial())}\n", encoding="utf-8")
    print(states_path().name)
    for scenario in SHIPPED:
        for bot in BOTS:
            path_of(scenario, bot).write_text(playthrough(scenario, bot), encoding="utf-8")
            print(path_of(scenario, bot).name)


if __name__ == "__main__":
    main()
