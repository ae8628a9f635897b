"""Trains the bot `reader` on the shipped scenarios, and writes its weights to assets/builtin/reader.json.

    python scripts/train_reader.py --games 1000 --seed 11 --write

The same seed gives the same weights. Without `--write` they are printed.
"""

import argparse
import json

from game.engine.seen.trained_reading import WEIGHTS
from game.files import write_over
from game.lab.signs.reader_training import trained
from game.model.parameters import PARAMETERS_VERSION
from game.resources import SCENARIOS
from game.scenario import load
from game.session.runs.recorded_scenario import compiled_of


def main() -> None:
    """Trains, and prints or writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=1000, help="of each scenario; half to learn, half to choose by")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    scenarios = {path.stem: compiled_of(load(path)) for path in sorted(SCENARIOS.glob("*.yaml"))}
    found = {"parameters": PARAMETERS_VERSION, **trained(scenarios, given.seed, given.games, print)}
    text = json.dumps(found, indent=1) + "\n"
    if given.write:
        write_over(WEIGHTS, text.encode())
        print(f"Written: {WEIGHTS}")
    else:
        print(text)


if __name__ == "__main__":
    main()
