"""How soon the coach has something to show: a run of four weeks, played by a bot, coached in this process."""

import time

from game.bots.registry import bots
from game.coach.hindsight.coached import Coached
from game.coach.hindsight.coaching import coach
from game.lab.playing.through_session import play_session_day
from game.resources import SCENARIOS
from game.scenario import load
from game.session.playthrough import begun
from game.session.runs.resuming import compiled_of
from game.session.session import Session

SCENARIO, SEED, BOT = "slow_roast", 3, "patient"


def measure() -> dict[str, float]:
    """Seconds of the clock and of one core: until beliefs are told, until the first look, until the whole."""
    session = Session(begun(compiled_of(load(SCENARIOS / f"{SCENARIO}.yaml")), SEED))
    while not session.finished:
        play_session_day(session, bots()[BOT])
    begins = time.perf_counter(), time.process_time()
    reached: dict[str, float] = {}

    def tell(found: Coached) -> None:
        name = "first look" if found.decisions else "beliefs"
        if f"{name} (s)" not in reached and not found.weighed:
            reached[f"{name} (s)"] = time.perf_counter() - begins[0]
            reached[f"{name} (s of a core)"] = time.process_time() - begins[1]

    whole = coach(session.playthrough, session.mornings, tell)
    return {
        "days": float(whole.days),
        "decisions": float(whole.count),
        **reached,
        "whole (s)": time.perf_counter() - begins[0],
        "whole (s of a core)": time.process_time() - begins[1],
    }
