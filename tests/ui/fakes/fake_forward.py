"""Habits and where they lead, to be shown."""

from game.coach.forward.forward_values import (
    CopyChecked,
    EarlierSelf,
    ForwardNews,
    HabitTold,
    LookedForward,
    SidesCompared,
    WentOn,
)
from game.intervals import Interval

ASKS = "You ask once somebody has answered you warmly twice, whether or not a need has shown."
HABITS = (
    HabitTold("asking", "asking: warm 2", ASKS, 45, known=True),
    HabitTold("pace", "pace: 4", "When somebody says nothing, you write again after 4 days (half of 29 times: 3 to 6 "
              "days).", 29, known=True, denied=True),
    HabitTold("manner", "manner: mostly, share_resource", "When a message waits for you, you mostly write that day "
              "(148 of 235 mornings); unasked, what you do most is “Share with them” (29 of 101 times).", 336,
              known=True),
)  # fmt: skip
UNKNOWN = (
    HabitTold("asking", "asking: too few", "You have asked twice so far. That is too few choices to tell when you ask; "
              "from 6 questions on it can be tried.", 2, known=False),
    *HABITS[1:],
)  # fmt: skip


def figure(mean: float, wide: float) -> Interval:
    return Interval(mean, mean - wide, mean + wide)


def side(score: float, won: float, pushed: float, missed: float, lead: float) -> SidesCompared:
    return SidesCompared(figure(score, 2.1), figure(won, 0.2), figure(pushed, 0.1), figure(missed, 0.2),
                         figure(lead, 2.4))  # fmt: skip


FOUND = LookedForward(
    "The Slow Roast", 4, 112, 1795, HABITS,
    WentOn(200, side(28.6, 3.4, 1.1, 2.3, -31.2), side(59.8, 3.3, 0.0, 0.3, 31.2), figure(73.6, 1.4)),
    CopyChecked(4, 38.2, 27.5),
    EarlierSelf(2, 2, figure(17.4, 0.8), figure(48.1, 1.9), figure(30.7, 1.8), ASKS, ASKS),
)  # fmt: skip
NEWS = ForwardNews(HABITS, FOUND, 21, 21, running=False)
