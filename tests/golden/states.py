"""What the states of many games are held to: one hash for all, the number of the rules, and short ones that say where.

A record says by which number of the rules it was made. So the hash stands beside the number, and another hash wants
another number: under the old one, records made before would silently give another run.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.bots.play import play
from game.engine.position import DayPlan, Position
from game.lab.playing.blocks import Trial, trial_of
from game.lab.playing.fingerprint import fingerprint
from game.lab.playing.players import Player, bot_of
from game.model.parameters import PARAMETERS_VERSION
from game.scenario import load

FOLDER = Path(__file__).parent
SCENARIO = FOLDER / "fixed_people.yaml"
SEED = 7
GAMES = 10_000
FEW_GAMES = 100  # for the hashes by day and field, which every run of the tests works out
DIGITS = 6


@dataclass(frozen=True)
class States:
    """What is held: of many games one hash, of a few a short hash for each field and day."""

    version: int
    whole: str
    by_day: dict[str, tuple[str, ...]]  # field -> hash of each evening


def states_path() -> Path:
    """Where the fingerprint over all states of many games stands, with the number of the rules."""
    return FOLDER / "states.sha256"


def by_day_path() -> Path:
    """Where the hashes by day and field stand."""
    return FOLDER / "states_by_day.txt"


def golden_trial(games: int = GAMES) -> Trial:
    """Many games by a bot that makes every kind of move, in a scenario that stays while shipped ones change."""
    return trial_of(load(SCENARIO), (Player("random"),), games, SEED)


def by_day_and_field() -> dict[str, tuple[str, ...]]:
    """A short hash of every field of state, ledger and signals on every evening of a few games."""
    trial = golden_trial(FEW_GAMES)
    compiled = trial.scenario.compiled(trial.settings[0])
    found: dict[str, list[str]] = {}

    def watch(_morning: Position, _plan: DayPlan, after: Position) -> None:
        for group, part in (("state", after.state), ("ledger", after.ledger), ("signals", after.signals)):
            for name in sorted(vars(part)):
                bits = np.ascontiguousarray(getattr(part, name), dtype=np.float64).tobytes()
                found.setdefault(f"{group}.{name}", []).append(hashlib.sha256(bits).hexdigest()[:DIGITS])

    play(compiled, bot_of(trial.players[0], compiled), SEED, np.arange(FEW_GAMES), watch, lasting=False)
    return {name: tuple(hashes) for name, hashes in found.items()}


def computed() -> States:
    """What the rules give as they stand."""
    return States(PARAMETERS_VERSION, fingerprint(golden_trial()), by_day_and_field())


def stored() -> States | None:
    """What was written last; nothing if it never was."""
    if not states_path().exists():
        return None
    whole, version = states_path().read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in by_day_path().read_text(encoding="utf-8").splitlines())
    return States(int(version.removeprefix("parameters ")), whole, {name: tuple(days) for name, *days in rows})


def write(states: States) -> None:
    """Keeps what the rules give."""
    states_path().write_text(f"{states.whole}\nparameters {states.version}\n", encoding="utf-8")
    rows = (f"{name} {' '.join(hashes)}\n" for name, hashes in states.by_day.items())
    by_day_path().write_text("".join(rows), encoding="utf-8")


def refusal(before: States | None, now: States) -> str:
    """Why a change cannot be written; empty if it can."""
    if before is None or now.whole == before.whole or now.version > before.version:
        return ""
    return (
        f"The states of {GAMES:,} games have changed, but PARAMETERS_VERSION in game/model/parameters.py is still "
        f"{now.version}: records made before would silently give another run. {first_difference(before, now)} "
        f"If the rules have changed on purpose, set it to {before.version + 1} and run this again; nothing was written."
    )


def first_difference(before: States, now: States) -> str:
    """On which day which fields differ first, as a sentence."""
    days = [
        (day, name)
        for name in {**before.by_day, **now.by_day}
        for day, (old, new) in enumerate(_pairs(before.by_day.get(name, ()), now.by_day.get(name, ())), 1)
        if old != new
    ]
    if not days:
        return f"In the first {FEW_GAMES} games nothing differs."
    first = min(day for day, _ in days)
    return f"Bits differ first on the evening of day {first}, in {', '.join(n for day, n in days if day == first)}."


def _pairs(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, str]]:
    """Hashes of the same days; a field that came or went differs on all."""
    length = max(len(old), len(new))
    return list(zip(old or ("",) * length, new or ("",) * length, strict=True))
