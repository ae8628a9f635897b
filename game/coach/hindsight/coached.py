"""What the coach tells in the window: the marked review, and what could be known beside the notebook. Frozen values."""

from dataclasses import dataclass

from game.session.date_lines import DateLine


@dataclass(frozen=True)
class DecisionWorth:
    """Points of the score that a decision was worth against the best other choice; below 0 the other was better."""

    points: float
    low: float  # of its 95 per cent interval
    high: float


@dataclass(frozen=True)
class Fans:
    """Somebody's trust on the evenings after a decision, as it was made and otherwise, over many games played on.

    Of each evening a tenth, half and nine tenths of the games lie below the three figures, 0..100.
    """

    title: str
    first_day: int
    made: tuple[tuple[float, float, float], ...]
    other: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True)
class ReviewedDecision:
    """A decision that is told: one of the dearest, of the finest, or of a day on which somebody was passed over."""

    day: int
    follower: str
    name: str
    look: int
    fine: bool
    made: str  # title of what was done, "No move" for nothing
    other: str  # title of the best other choice
    sentence: str  # as a kind teacher says it
    information: str  # what could be known against what was true, in a sentence
    known: DecisionWorth
    true: DecisionWorth
    date: DateLine | None  # what was done in the date mirror, or the better choice where nothing was done
    date_title: str  # of the move in that scene
    fans: tuple[Fans, ...]  # from what could be known, and from what was true; none on the last day
    is_sale: bool = False  # told because it won a sale in its time, whatever its figure
    passed_over: bool = False  # they were ready and never asked then; worth is against a question that day
    unknowable: bool = False  # nobody could have known that they were ready


@dataclass(frozen=True)
class BeliefCurve:
    """How likely somebody's true motive was held, morning by morning: by a perfect reader, and in the notebook."""

    follower: str
    motive_title: str
    reader: tuple[float, ...]  # length days + 1, 0..1
    notebook: tuple[float, ...]  # the same of what was noted; what is common where nothing was
    noted: bool
    sentence: str  # since when it could be known
    guesses: tuple[str, ...] = ()  # each guess against the truth, and against a perfect reader of its day


@dataclass(frozen=True)
class Coached:
    """What the coach has found so far."""

    weighed: int = 0  # days whose decisions have been weighed
    days: int = 0
    running: bool = True
    problem: str = ""  # why it ended early
    curves: tuple[BeliefCurve, ...] = ()  # there before the review
    notebook: float = 0.0  # ..100, score of the notebook
    reader: float = 0.0  # ..100, of a perfect reader
    guesses: str = ""  # how many guesses were right, and of how many of the others the truth could not be known yet
    count: int = 0  # decisions that were weighed
    decisions: tuple[ReviewedDecision, ...] = ()  # dearest, passed over, finest; once all are weighed
