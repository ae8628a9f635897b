"""A profile as a made-up learner may have it."""

from game.coach.learner.next_case import CaseToPlay
from game.coach.learner.profile_told import LearnerFound, ProfileTold, ToldPrinciple
from game.coach.learner.tendency import TENDENCIES

WHY = (
    "Somebody who courts well and never asks wins 35 of the 65 points that are known to be possible with these people. "
    "The rest is for asking in time."
)


def _principle(name, where, words, text, evidence, booster, *, due=False, level="half"):
    title = name.replace("_", " ").capitalize()
    return ToldPrinciple(where.lower(), name, title, where, text, level, words, evidence, booster, due)


PRINCIPLES = (
    _principle("know_when_to_ask", "", "Half kept", "Ask whoever is ready, when they are; not before, and not after.",
               "Asked 5 times, 4 of them in time; 2 who were ready were not asked then; in 2 games.",
               "A good time to see it again: since 3 May 2026.", due=True),
    _principle("hello_first", "First Hello", "Firmly kept", "Look and listen before you offer anything.",
               "Kept in 2 of 2 answers to a push; 4 of 4 goals reached; in 4 games. In the last 3 of them 5 of 5 kept.",
               "Worth seeing again from about 30 June 2026.", level="firm"),
    _principle("hold_the_line_when_the_figures_of_a_quarter_are_wanted", "The Slow Roast of the Long Street",
               "Too little seen to tell",
               "A push that brings figures today is paid for over weeks, and by everybody who saw it.",
               "1 of 1 goal reached; in 1 game.", "Worth seeing again from about 14 June 2026.", level="untold"),
    _principle("in_time", "The Slow Roast", "Just begun",
               "Somebody who needs it and trusts you wants to be asked. Not before, and not after.",
               "Asked once, not in time; 3 who were ready were not asked then; in 1 game.",
               "A good time to see it again: today.", due=True, level="begun"),
)  # fmt: skip
CASE = CaseToPlay("slow_roast", "The Slow Roast", "hard", 1003, 10, 35.2, 64.9, WHY)
PLAY = f"{TENDENCIES['shy'].words} In the last 3 games: asked once, in time; 2 who were ready were not asked then."
TOLD = ProfileTold("Ada", ("Ada",), 3, PRINCIPLES, TENDENCIES["shy"], PLAY, (), CASE)
FOUND = LearnerFound(TOLD, running=False)
NOTICE = "2 lines of profiles.jsonl are of a newer Courtship: kept, and not read."
