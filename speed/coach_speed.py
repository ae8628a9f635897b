"""How soon the coach has something to show: a run of four weeks, played by a bot, coached in this process."""

import time
from contextlib import suppress
from functools import partial

from game.bots.registry import bots
from game.coach.hindsight.coached import Coached
from game.coach.hindsight.coaching import coach
from game.coach.hindsight.what_if import FIRST_PAIRS, MOST_PAIRS
from game.coach.practice.what_if_today import day_in_practice, known_morning, what_if_today
from game.errors import Refused
from game.lab.playing.through_session import play_session_day
from game.resources import SCENARIOS
from game.scenario import load
from game.session.compared_days import compared_days
from game.session.entries import AskWhatIf
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import Session

SCENARIO, SEED, BOT = "slow_roast", 3, "patient"
MIDDLE, MOVE = 14, "ask_about_them"
"""Day and move of the what-if."""


def _what_if(now: Playthrough) -> dict[str, float]:
    """Seconds of one core for a what-if on one morning: what can be known, then the fans, with the kernel loaded."""
    begins = time.process_time()
    known = known_morning(now)
    found = {f"what can be known on day {MIDDLE} (s of a core)": time.process_time() - begins}
    asked = next(filter(partial(_can_be_asked, now), now.compiled.ids))
    for pairs in (FIRST_PAIRS, MOST_PAIRS):
        for _ in range(2):  # the first time loads what is needed for so many
            begins = time.process_time()
            [*_] = what_if_today(now, AskWhatIf(asked, "", MOVE), known, (pairs,))
            took = time.process_time() - begins
        found[f"two fans of {pairs:,} pairs from there (s of a core)"] = took
    return found


def _can_be_asked(now: Playthrough, who: str) -> bool:
    """Whether the move can be made to somebody on that day."""
    with suppress(Refused):
        compared_days(now.position, now.plan, AskWhatIf(who, "", MOVE), now.people)
        return True
    return False


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
        **_what_if(day_in_practice(session.playthrough, session.mornings, MIDDLE)),
        "days": float(whole.days),
        "decisions": float(whole.count),
        **reached,
        "whole (s)": time.perf_counter() - begins[0],
        "whole (s of a core)": time.process_time() - begins[1],
    }
