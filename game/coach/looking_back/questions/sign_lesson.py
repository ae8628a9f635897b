"""The rule by which one could have known whom to ask, with somebody of this very run who showed the sign."""

from collections.abc import Sequence

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.debrief import SIGN, AskMark, FollowerDebrief
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.story.claims import INVITED_DAYS
from game.session.words.numbers_told import listed

SIGNS = ("need_shows", "asks_price")
RULE = (
    "A need of their own, or the price asked for, in the last days, and they have warmed to you: then ask. A no is "
    "then a no to the thing, and not to you."
)


def sign_lesson(
    now: Playthrough, passed_over: Sequence[FollowerDebrief], asks: Sequence[AskMark] = ()
) -> tuple[tuple[str, str], ...]:
    """Title and text of the lesson, with an example of this very run; nothing where nobody can be asked to buy.

    Args:
        now: the run.
        passed_over: those who were ready and were not asked then.
        asks: the questions that were put.
    """
    if asking_opens(now) > now.compiled.scenario.days:
        return ()
    return ((SIGN, f"{RULE} {_example(now, passed_over, asks)}".strip()),)


def _example(now: Playthrough, passed_over: Sequence[FollowerDebrief], asks: Sequence[AskMark]) -> str:
    """Somebody of this run who showed the sign: those who were not asked first, then who was asked for it."""
    missed = [(first_name(who.name), day) for who in passed_over if (day := shown_on(now, who))]
    if missed:
        return f"{listed([f'{first} showed it on day {day}' for first, day in missed])}, and nobody asked."
    won = [ask for ask in asks if ask.for_sale and ask.accepted and _shown_before(now, ask.follower, ask.day)]
    if won:
        ask, day = won[-1], _shown_before(now, won[-1].follower, won[-1].day)
        return f"{first_name(ask.name)} showed it on day {day}; you asked on day {ask.day}, and it was a yes."
    return ""


def _shown_before(now: Playthrough, who: str, day: int) -> int:
    """The last day of the sign in the days before a question; 0 when it did not show."""
    return max(
        (i.day for i in now.story.threads[who] if i.kind in SIGNS and day - INVITED_DAYS <= i.day < day), default=0
    )


def shown_on(now: Playthrough, who: FollowerDebrief) -> int:
    """The last day of the sign while somebody was ready, or in the days before; 0 when it did not show in time.

    What showed in the last night of all could not be answered any more.
    """
    return max(
        (
            item.day
            for item in now.story.threads[who.id]
            if item.kind in SIGNS
            and item.day < now.compiled.scenario.days
            and any(first - INVITED_DAYS <= item.day <= last for first, last in who.ready_spells)
        ),
        default=0,
    )  # fmt: skip
