"""The course of one follower through one game: ready on which days, by which sign, asked when, and how it ended."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.coach.knowing_when import asking_opens, readiness_by_day, spells_of
from game.coach.looking_back.debrief import EARLY, FAIR, LATE, LUCK, NO_USE, READY, AskMark, Debrief, FollowerDebrief
from game.coach.looking_back.followers_told import MUCH_PUSHED
from game.coach.looking_back.questions.cost_to_others import cost_to_others
from game.coach.looking_back.questions.sign_lesson import SIGNS
from game.engine.position import Position
from game.model.arrays import Array
from game.model.readings import IGNORED_DAYS, PAST_IGNORED_DAYS, RATHER_YES
from game.session.playthrough import Playthrough
from game.session.story.invitations import INVITED_DAYS

NEVER = "never"
"""Of whom nobody asked to buy; whoever was asked has the best kind of question that was put to them."""
KINDS = (READY, FAIR, LUCK, EARLY, LATE, NO_USE)
BOUGHT, WENT_ELSEWHERE, LEFT, STILL_HERE = "bought", "elsewhere", "left", "still_here"
"""How it ended with them by the last day that was played."""
PUSHED, UNANSWERED = "pushed", "unanswered"
"""Why somebody left, as far as it can be told."""

HALF = 0.5

Spells = tuple[tuple[int, int], ...]
"""First and last day of each spell."""


@dataclass(frozen=True)
class Course:
    """One follower in one game."""

    who: str  # id
    first: str  # first name
    buyer: bool  # came for what is sold
    ready: Spells  # in which they were ready and could be asked
    sign_day: int  # on which they showed it; 0 for never
    sign: str  # in their words
    asks: tuple[AskMark, ...]  # for a purchase
    asked: str  # one of KINDS, or NEVER
    ended: str  # BOUGHT, WENT_ELSEWHERE, LEFT or STILL_HERE
    ended_on: int  # day; 0 where they are still here
    left_by: str = ""  # PUSHED, UNANSWERED or "", of who left
    cost: float = 0.0  # points of trust that a yes by luck cost all others together that night, 0 or below
    nearly: Spells = ()  # of somebody who was never ready: when a yes was likelier than a no, and they could be asked

    @property
    def lost(self) -> bool:
        """Whether nobody can win them any more."""
        return self.ended in {WENT_ELSEWHERE, LEFT}

    @property
    def passed_over(self) -> bool:
        """Whether they were ready, were not asked then, and have not bought."""
        return bool(self.ready) and self.asked != READY and self.ended != BOUGHT

    @property
    def sold(self) -> AskMark | None:
        """The question by which they bought; None where they did not, or were not asked."""
        yes = [ask for ask in self.asks if ask.accepted]
        return min(yes, key=lambda ask: ask.day) if yes and self.ended == BOUGHT else None

    @property
    def by_luck(self) -> bool:
        """Whether they bought by luck: nothing spoke for a yes, or they had no use for it."""
        return self.sold is not None and self.sold.lucky


def courses_of(now: Playthrough, told: Debrief) -> tuple[Course, ...]:
    """Everybody's course through a game, in the order of its debrief.

    Args:
        now: the game.
        told: its debrief.
    """
    opens, likely = asking_opens(now), readiness_by_day(now) >= RATHER_YES
    return tuple(_course(now, follower, told.asks, opens, likely) for follower in told.followers)


def _course(
    now: Playthrough, told: FollowerDebrief, made: Sequence[AskMark], opens: int, likely: Array
) -> Course:  # fmt: skip
    column = now.compiled.ids.index(told.id)
    asks = tuple(ask for ask in made if ask.follower == told.id and ask.for_sale)
    ended, ended_on = _ended(now, column)
    ready, nearly = (_open(spells, opens) for spells in (told.ready_spells, spells_of(likely[:, column])))
    sign_day, sign = _sign(now, told.id, ready, before=ended_on or len(now.history))
    buyer = bool(now.position.people.buys[0, column] > HALF)
    return Course(
        who=told.id, first=now.people[told.id].first, buyer=buyer,
        ready=ready, sign_day=sign_day, sign=sign, asks=asks, asked=asked_of(asks), ended=ended, ended_on=ended_on,
        left_by=_left_by(now, column, ended_on) if ended == LEFT else "",
        cost=sum(cost_to_others(now, ask) for ask in asks if ask.lucky), nearly=nearly if buyer and not ready else (),
    )  # fmt: skip


def asked_of(asks: Iterable[AskMark]) -> str:
    """When somebody was asked to buy; of several questions the best one counts.

    Args:
        asks: the questions to buy that were put to them in one game.
    """
    return min((ask.kind for ask in asks), key=KINDS.index, default=NEVER)


def _open(spells: Spells, opens: int) -> Spells:
    """Of some spells what lies on days on which a question to buy was open."""
    return tuple((max(first, opens), last) for first, last in spells if last >= opens)


def shown_before(now: Playthrough, who: str, day: int) -> list[tuple[int, str]]:
    """What somebody showed of a need before a day, so that it could be acted upon on it: days and words."""
    return [(item.day, item.text) for item in now.story.threads[who] if item.kind in SIGNS and item.day < day]


def _sign(now: Playthrough, who: str, ready: Spells, *, before: int) -> tuple[int, str]:
    """When somebody showed that they need it, and in which words: before or while they were ready, else at all.

    What they showed on a night after which nobody could act on it any more is no sign.
    """
    shown = shown_before(now, who, before)
    near = [one for one in shown if any(first - INVITED_DAYS <= one[0] <= last for first, last in ready)]
    return min(near, default=None) or max(shown, default=(0, ""))


def _ended(now: Playthrough, column: int) -> tuple[str, int]:
    """How it ended with somebody, and on which day."""
    final = now.position
    if final.ledger.bought[0, column] > HALF:
        return BOUGHT, _since(now, lambda morning: morning.ledger.bought[0, column] > HALF)
    if final.people.buys[0, column] > HALF and final.state.elsewhere[0, column] > HALF:
        return WENT_ELSEWHERE, _since(now, lambda morning: morning.state.elsewhere[0, column] > HALF)
    gone = final.ledger.present[0, column] < HALF and final.people.arrives[0, column] <= len(now.history)
    if gone and final.people.human[0, column] > HALF:
        return LEFT, _since(now, lambda morning: _has_left(morning, column))
    return STILL_HERE, 0


def _has_left(morning: Position, column: int) -> bool:
    came = morning.people.arrives[0, column] < morning.day
    return bool(came and morning.ledger.present[0, column] < HALF)


def _since(now: Playthrough, holds: Callable[[Position], object]) -> int:
    """The day in whose night something came to be that holds now."""
    mornings = [*(played.morning for played in now.history[1:]), now.position]
    return next(day for day, morning in enumerate(mornings, 1) if holds(morning))


def _left_by(now: Playthrough, column: int, day: int) -> str:
    if now.position.state.reactance[0, column] > MUCH_PUSHED:
        return PUSHED
    waited = now.history[day - 1].morning.ledger.waiting[0, column]
    return UNANSWERED if IGNORED_DAYS < waited < PAST_IGNORED_DAYS else ""
