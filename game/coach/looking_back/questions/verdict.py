"""The verdict on one move to one follower on one day: every sentence and every mark about the move is chosen by it."""

from dataclasses import dataclass
from typing import Literal

from game.coach.knowing_when import bar_of, likelihood_of
from game.engine.fresh_for_days import ASKED_AGAIN_DAYS
from game.engine.seen.odds_seen import MORE_THAN_HALF
from game.model import trust
from game.model.moves import ASKS_FROM
from game.model.readings import RATHER_YES
from game.model.signals import YES, Signal
from game.model.state import NEVER
from game.session.history import DayPlayed, asked_of
from game.session.playthrough import Playthrough

UNKNOWN = -1
"""No figure of what could be seen, such as of a question that an author has added."""
GOOD, BAD = 0.004, -0.004  # change of trust by a move from which it is marked

Timing = Literal["none", "right", "early", "late", "no_use"]
"""Of a question: when they were ready, before, after, or with no use for it; none where nothing is asked."""


@dataclass(frozen=True)
class MoveVerdict:
    """What is held of one move."""

    timing: Timing
    for_sale: bool  # whether it asks for a purchase
    likelihood: float  # 0..1, of a yes at that moment; 0 where nothing is asked
    accepted: bool
    change: float  # of trust by the move alone, −1..1
    since_no: float = NEVER  # days since they had said no
    seen: int = UNKNOWN  # of a hundred who look alike, how many say yes, as the date mirror told it

    @property
    def looked_likely(self) -> bool:
        """Whether by what could be seen most would have said yes."""
        return self.seen >= MORE_THAN_HALF

    @property
    def against_all_signs(self) -> bool:
        """Whether a yes was unlikely by what could be seen, and in truth as well: only then it is called luck."""
        return self.likelihood < RATHER_YES and self.seen <= 100 - MORE_THAN_HALF

    @property
    def is_again(self) -> bool:
        """Whether they had said no so lately that the date mirror warns of asking again."""
        return self.since_no <= ASKED_AGAIN_DAYS

    @property
    def quality(self) -> str:
        """How it is marked: good, neutral, bad. A yes at the right time is never bad, an early question never good."""
        found = quality_of(self.change)
        if self.timing == "right":
            return "good" if self.accepted and not self.is_again else "neutral" if found == "bad" else found
        if self.timing != "none" and found == "good":
            return "neutral"
        return found

    @property
    def told(self) -> str:
        """The occasion in `reasons.yaml` of the sentence on a question.

        Raises:
            ValueError: nothing was asked.
        """
        if self.timing == "none":
            raise ValueError("expected a move that asks for something")
        if not self.for_sale:
            return self._favour_told
        if self.timing == "right":
            if self.is_again:
                return "asked_again" if self.accepted else "asked_again_refused"
            return "asked_ready" if self.accepted else "asked_ready_refused"
        if self.timing == "early" and self.likelihood >= RATHER_YES:
            return "asked_a_little_early" if self.accepted else "asked_a_little_early_refused"
        if self.timing == "no_use" and self.likelihood >= RATHER_YES and self.looked_likely:
            return "asked_by_signs_no_use" if self.accepted else "asked_by_signs_no_use_refused"
        if self.accepted and self.timing == "no_use" and self.likelihood < RATHER_YES:
            return "asked_not_buyer_accepted"
        if self.accepted:
            return "asked_too_soon_accepted" if self.against_all_signs else self._not_ready_told("asked")
        if self.timing == "no_use":
            return "asked_not_buyer"
        if self.timing == "late":
            return "asked_late"
        if self.looked_likely:
            return "asked_by_signs_refused"
        return "asked_too_soon" if self.change <= BAD else "asked_too_soon_mildly"

    def _not_ready_told(self, kind: str) -> str:
        return f"{kind}_by_signs" if self.looked_likely else f"{kind}_open"

    @property
    def _favour_told(self) -> str:
        """The same for a smaller question: nobody is called ready, or not ready, for it."""
        if self.timing == "right":
            found = "favour_again" if self.is_again else "favour_in_time"
            return found if self.accepted else f"{found}_refused"
        if self.accepted:
            return "favour_too_soon_accepted" if self.against_all_signs else self._not_ready_told("favour")
        if self.looked_likely:
            return "favour_by_signs_refused"
        return "favour_too_soon" if self.change <= BAD else "favour_too_soon_mildly"


def quality_of(change: float) -> str:
    """How a change of trust, −1..1, is marked.

    >>> quality_of(0.02), quality_of(0.0), quality_of(-0.02)
    ('good', 'neutral', 'bad')
    """
    return "good" if change >= GOOD else "bad" if change <= BAD else "neutral"


def verdict_of(now: Playthrough, played: DayPlayed, column: int, move: str) -> MoveVerdict:
    """The verdict on a move that was made to a follower on a day.

    Args:
        now: the playthrough.
        played: the day.
        column: of the follower.
        move: id.
    """
    morning, row = played.morning, now.compiled.rules.moves.row(move)
    before, after = (
        float(trust(state, morning.people, now.compiled.rules.params)[0, column])
        for state in (played.day.morning, played.day.after_direct)
    )
    if row.ask < ASKS_FROM:
        return MoveVerdict("none", row.for_sale, 0.0, False, after - before)
    likelihood = likelihood_of(now, played, column, move)
    timing: Timing = "early"
    if likelihood >= bar_of(now, morning, column, move):
        timing = "right"
    elif row.for_sale and morning.people.buys[0, column] < 0.5:
        timing = "no_use"
    elif row.for_sale and morning.day > morning.people.need_until[0, column]:
        timing = "late"
    accepted = Signal(int(played.day.signals.reaction[0, column])) in YES
    since_no = float(morning.ledger.decline_age[0, column])
    return MoveVerdict(
        timing, row.for_sale, likelihood, accepted, after - before, since_no, seen_of(now, played, column, move)
    )


def seen_of(now: Playthrough, played: DayPlayed, column: int, move: str) -> int:
    """Of a hundred who look as somebody did, how many say yes to a question; `UNKNOWN` where nobody has counted."""
    who = now.compiled.ids[column]
    item = next((item for item in played.items if item.who == who and item.move == move), None)
    agreed = asked_of(played, item) if item else None
    return UNKNOWN if agreed is None else agreed
