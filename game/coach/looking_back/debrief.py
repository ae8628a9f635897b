"""The debrief: who they were, how trust moved, and why. Frozen values, made after the last day."""

from dataclasses import dataclass

from game.coach.judgement import Judged
from game.coach.looking_back.month.month_after import EpilogueLife
from game.session.entries import ODDS_BANDS


@dataclass(frozen=True)
class Reason:
    """One cause of a day's change of trust; the amounts of a day sum to its change."""

    cause: str  # id of the cause
    words: str  # "You asked about her and waited for the answer."
    amount: float  # points of trust, trust being 0..100
    occasion: str = ""  # entry of `reasons.yaml` that the words are of
    shown: float = 0.0  # the amount to one decimal; those of a day sum to the change of what is printed

    @property
    def is_told(self) -> bool:
        """Whether it has a row: it moved what is printed, or it is a move that left no trace."""
        return self.shown != 0.0 or not self.amount


@dataclass(frozen=True)
class DayMark:
    """What the player did with a follower, or with everybody, on a day, for the chart."""

    day: int
    move: str  # move id
    title: str  # "Ask about them"
    quality: str  # good, neutral, bad


_WHEN = (
    "Ready to buy: waiting longer would have gained nothing. Nearly ready: a yes was likelier than a no, and one more "
    "good day mostly makes it surer. By the signs: it looked like a yes, and only the truth was otherwise. Early is "
    "before that, late is after the need had passed. By luck: a yes against the odds, or from somebody with no use for "
    "it. A smaller question can soon be put again, so it is in time from an even chance on. A second order, of "
    "somebody who has bought, is none of these: it adds no new buyer, and a no to it counts as a question in vain."
)
_ODDS = (
    "What you had said, what the date mirror says of people who have shown the same, and what was true of this one "
    "that morning."
)
THREE_THINGS = (
    ("Of ten people, how many say yes", _ODDS),
    ("Ready, early or late", _WHEN),
    ("Trust", "What there was before the question and after it, on the same morning, and what made the difference."),
)
"""What the three figures and names of a question mean, as it is told once."""
READY, FAIR, LUCK, EARLY, LATE, NO_USE = "ready", "fair", "luck", "early", "late", "no_use"
"""Kinds of a question to buy, the best first. Fair: nearly ready, or by the signs. Luck: a yes against the odds."""
FAR_APART = 0.15
"""How far what could be seen lies from what was true, 0..1, from which both are told."""
HALF_A_TENTH = 0.5  # of ten people: so far a figure may be rounded
SECOND_ORDER = "Second order"
"""What a question to buy is called where somebody has bought before."""
LUCKY = frozenset({"asked_too_soon_accepted", "asked_not_buyer_accepted"})
"""Occasions of a yes that is called luck."""
SIGN = "The sign to look for"
"""Title of the lesson that stands first, and above the questions."""
MILESTONES = {
    "buys": "Bought", "buys_elsewhere": "Bought elsewhere", "unfollows": "Left", "blocks": "Blocked you",
    "by_themselves": "Left, not your doing",
}  # fmt: skip
"""Signals of a night by which a follower ended something or began it, with their names."""


@dataclass(frozen=True)
class Milestone:
    """Such a signal, for the chart."""

    day: int
    signal: str  # of `MILESTONES`
    by_themselves: bool = False  # of a farewell: nothing that you had done made it likelier

    @property
    def title(self) -> str:
        """Its name: "Bought"."""
        return MILESTONES["by_themselves" if self.by_themselves else self.signal]


@dataclass(frozen=True)
class LateCredit:
    """The move that won a sale long before it was won: the run without it, by the same chance."""

    day: int  # of the move
    sale_day: int
    won: bool  # whether nothing would have been sold without it
    trust: tuple[float, ...]  # length days + 1, 0..100, as it would have been
    words: str


@dataclass(frozen=True)
class FollowerDebrief:
    """What the debrief reveals of one follower."""

    id: str
    name: str
    look: int
    motive: str
    motive_title: str
    why_followed: str  # one sentence; a second one where the file knows other lives of theirs
    wants: str
    guess: str  # motive title guessed, or ""
    guess_sure: int  # 0 without a guess
    guess_right: bool
    happy_end: str  # "a customer", "an advocate", ... in words
    happy_end_text: str  # what it would have taken, one sentence
    came: bool  # the happy end came and held
    end: str  # how it stands on the last day, in words
    ready_spells: tuple[tuple[int, int], ...]  # first and last day of each spell of being ready to be asked
    trust: tuple[float, ...]  # length days + 1, 0..100: morning of day 1, then each evening
    marks: tuple[DayMark, ...]
    milestones: tuple[Milestone, ...] = ()
    arrived: int = 0  # day of arrival, 0 when there from the beginning
    credit: LateCredit | None = None  # worked out for the window alone
    fares: float | None = (
        None  # 0..100, how they fare a month later; None before the end, and of an account without a person
    )

    @property
    def fares_told(self) -> str:
        """What somebody brings to the part of the score for people; "" of whom nothing is counted."""
        return "" if self.fares is None else f"A month later they fare {self.fares:.0f} of 100."

    def happened(self, day: int) -> tuple[str, str]:
        """What you did on a day, and what they did that counts for the chart; "" for nothing."""
        done, theirs = (
            " · ".join(mark.title for mark in some if mark.day == day) for some in (self.marks, self.milestones)
        )
        return done, theirs

    @property
    def ready_from(self) -> int:
        """The first day ready to be asked, 0 when never."""
        return self.ready_spells[0][0] if self.ready_spells else 0

    @property
    def ready_until(self) -> int:
        """The last day ready to be asked, 0 when never."""
        return self.ready_spells[-1][1] if self.ready_spells else 0


@dataclass(frozen=True)
class AskMark:
    """One ask the player made."""

    day: int
    follower: str
    name: str
    move: str
    title: str
    for_sale: bool  # whether it asked for a purchase, not for something smaller
    in_time: bool  # of a purchase: they were ready; of anything smaller: a yes was at least as likely as a no
    likelihood: float  # 0..1, of a yes at that moment
    accepted: bool
    verdict: str  # what is held of it, in sentences
    occasion: str  # entry of `reasons.yaml` that the verdict is of
    timing: str = ""  # of `verdict.Timing`
    change: float = 0.0  # points of trust, 0..100, by the question itself
    seen: int = -1  # of a hundred who look alike, how many say yes, as the date mirror told it; −1 where nobody knows
    said: int = -1  # which of `ODDS_BANDS` the player had said before the mirror answered; −1 for none
    odds: str = ""  # what could be seen of the chance of a yes beside what it was, where the two differ; else ""
    bought: int = 0  # of a question to buy: the day on which they had bought before, so that it is a second order
    cost: str = ""  # `change` in words, with why: "trust 45 to 36: it asked for more than they trust you with"

    @property
    def read_better(self) -> bool:
        """Whether what the player had said holds the truth, and what the date mirror says lies far from it."""
        if self.said < 0 or self.seen < 0:
            return False
        low, high = ODDS_BANDS[self.said]
        near = low - HALF_A_TENTH <= 10 * self.likelihood <= high + HALF_A_TENTH
        return near and abs(self.seen / 100 - self.likelihood) >= FAR_APART

    @property
    def text(self) -> str:
        """All that is told of it where no picture shows the odds."""
        return f"{self.verdict} {self.odds}".strip()

    @property
    def ready(self) -> bool:
        """Whether they were ready to be asked to buy, so that waiting longer would have gained nothing."""
        return self.for_sale and self.in_time

    @property
    def badge(self) -> str:
        """When it came, by the fixed name: "Ready", "Nearly ready", "Early"; of a smaller question "In time"."""
        if self.is_again:
            return SECOND_ORDER
        if self.in_time:
            return "Ready" if self.for_sale else "In time"
        if self.by_signs or self.lucky:
            return "By luck" if self.lucky else "By the signs"
        return "Nearly ready" if self.nearly else {"late": "Late", "no_use": "No use for it"}.get(self.timing, "Early")

    @property
    def is_again(self) -> bool:
        """Whether it asked for a second order: of that nobody is called ready, early or late."""
        return self.for_sale and self.bought > 0

    @property
    def nearly(self) -> bool:
        """Whether a yes was likelier than a no already, though one more good day mostly makes it surer."""
        return self.occasion.startswith("asked_a_little_early") or self.occasion == "asked_open"

    @property
    def by_signs(self) -> bool:
        """Whether most would have said yes by what could be seen, though this one was not ready."""
        return "_by_signs" in self.occasion

    @property
    def fair(self) -> bool:
        """Whether it came at no time that was right, and there was good reason to ask all the same."""
        return self.nearly or self.by_signs

    @property
    def lucky(self) -> bool:
        """Whether it asked to buy and got a yes for which neither signs nor truth spoke, or one with no use for it."""
        return self.occasion in LUCKY

    @property
    def kind(self) -> str:
        """Of a question to buy: READY, FAIR, LUCK, EARLY, LATE or NO_USE. What was bought is none of the last three."""
        if self.ready:
            return READY
        if self.lucky or self.fair:
            return LUCK if self.lucky else FAIR
        return self.timing if self.timing in {LATE, NO_USE} else EARLY


@dataclass(frozen=True)
class GoalTold:
    """A goal, and how it ended."""

    title: str
    reached: bool
    detail: str  # who counts for it by the end, or ""


@dataclass(frozen=True)
class Debrief(Judged):
    """Everything that is told after the last day."""

    title: str
    days: int
    score: float  # 0..100
    people: float  # 0..100, how well the followers fared, by their own good
    business: float  # 0..100, those won among all who wanted to buy or were asked in vain
    reading: float  # ..100, how well the notebook read people; 0 is knowing how common each motive is, and nobody
    judgement: str  # what asks were like, in sentences
    followers: tuple[FollowerDebrief, ...]
    asks: tuple[AskMark, ...]
    missed: tuple[str, ...]  # "Mara Lind was ready from day 12 to 19, and was not asked then."
    lessons: tuple[tuple[str, str], ...]  # title, text
    goals: tuple[GoalTold, ...]
    manners: float  # 0..100, 100 when nothing you did has cost anybody any trust
    epilogue: tuple[EpilogueLife, ...]  # the month after the last day, in which the score is taken; () before its end
    business_why: str = ""  # what the part for business is made of, in a sentence
    manners_why: tuple[str, ...] = ()  # what took points for manners, a line for each kind of deed; they add up
    score_why: str = ""  # one sentence on why the score is as it is, or ""
    buyers_truth: str = ""  # how many followed for what is sold, and how many of them were noted down as that

    @property
    def sign(self) -> str:
        """The sign to look for, with somebody of this run; "" where nobody can be asked to buy."""
        return dict(self.lessons).get(SIGN, "")
