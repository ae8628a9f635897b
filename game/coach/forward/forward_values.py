"""What is told of a player's habits and of where they lead: frozen values, made of their runs."""

from dataclasses import dataclass

from game.intervals import Interval

ASKING, PACE, MANNER = HABIT_IDS = ("asking", "pace", "manner")
"""The habits a player is told, and may deny."""


@dataclass(frozen=True)
class HabitTold:
    """One habit, as the player is told it."""

    id: str  # of `HABIT_IDS`
    claim: str  # what is claimed, in a short name; a denial holds for this very claim
    sentence: str
    choices: int  # from how many it is told
    known: bool  # whether the choices say
    denied: bool = False


@dataclass(frozen=True)
class SidesCompared:
    """One policy's figures, and how far they are above another's in the same games."""

    score: Interval
    won: Interval
    pushed: Interval
    missed: Interval
    lead: Interval  # points of the score above the other


@dataclass(frozen=True)
class WentOn:
    """What comes of going on like this."""

    games: int
    you: SidesCompared  # against the yardstick
    patient: SidesCompared  # against you
    reach: Interval  # the best score of all bots in each game; one of them sees hidden states


@dataclass(frozen=True)
class CopyChecked:
    """How near the fitted policy comes to the player it was fitted to: both in the player's own games."""

    games: int
    you: float  # mean score, 0..100
    copy: float  # mean score of the policy with the same people, 0..100


@dataclass(frozen=True)
class EarlierSelf:
    """The habits of the later half of the runs against those of the earlier half, in the same games."""

    earlier_runs: int
    later_runs: int
    earlier: Interval  # score
    later: Interval
    lead: Interval  # of the later ones, game by game
    earlier_asks: str  # the sentence on asking, of each half
    later_asks: str


@dataclass(frozen=True)
class LookedForward:
    """Habits, and where they lead."""

    title: str  # of the scenario that was played on
    runs: int
    days: int
    choices: int  # one on each occasion: one person on one morning
    habits: tuple[HabitTold, HabitTold, HabitTold]
    went: WentOn
    checked: CopyChecked | None  # where a game of one's own has been finished
    earlier: EarlierSelf | None  # where there are two runs or more


@dataclass(frozen=True)
class ForwardNews:
    """What has been found so far."""

    habits: tuple[HabitTold, ...] = ()  # there before the games are played
    found: LookedForward | None = None
    done: int = 0
    steps: int = 0
    running: bool = True
    problem: str = ""  # why it ended early
    notice: str = ""  # a sentence on the file of denied habits, told once, or ""
