"""The rule by which one could have known whom to ask, with somebody of this very run who showed the sign."""

from collections.abc import Sequence

from game.coach.hindsight.mirror_said import AGAINST_IT, said_of_question
from game.coach.hindsight.other_choices import ASK
from game.coach.knowing_when import asking_opens
from game.coach.looking_back.debrief import SIGN, AskMark, FollowerDebrief
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.story.invitations import INVITED_DAYS, day_bought

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
    missed = [(first_name(who.name), days) for who in passed_over if (days := shown_on(now, who))]
    if missed:
        return f"{'; '.join(f'{first} showed it {_told(days)}' for first, days in missed)}; nobody asked."
    won = [ask for ask in asks if ask.for_sale and ask.accepted and _shown_before(now, ask.follower, ask.day)]
    if won:
        ask, days = won[-1], _shown_before(now, won[-1].follower, won[-1].day)
        return f"{first_name(ask.name)} showed it {_told(days)}; you asked on day {ask.day}, and it was a yes."
    return ""


def _told(days: tuple[int, ...]) -> str:
    """When the sign showed: the first time, and the last where that is another day.

    >>> _told((1,)), _told((1, 2, 3))
    ('on day 1', 'on day 1, and again on day 3')
    """
    again = f", and again on day {days[-1]}" if len(days) > 1 else ""
    return f"on day {days[0]}{again}"


def _shown_before(now: Playthrough, who: str, day: int) -> tuple[int, ...]:
    """The days on which the sign showed before a question and after any purchase; () when it did not of late."""
    days = _days(now, who, day)
    return days if days and days[-1] >= day - INVITED_DAYS else ()


def shown_on(now: Playthrough, who: FollowerDebrief) -> tuple[int, ...]:
    """The days on which the sign showed, the last while somebody was ready or in the days before; () when not in time.

    What showed in the last night of all could not be answered any more; and where the date mirror advised against a
    question on all of these days, the sign could not be known for what it was.
    """
    if not _spoken_for(now, who):
        return ()
    last = max(
        (
            day
            for day in _days(now, who.id, now.compiled.scenario.days)
            if any(first - INVITED_DAYS <= day <= last for first, last in who.ready_spells)
        ),
        default=0,
    )
    return tuple(day for day in _days(now, who.id, now.compiled.scenario.days) if day <= last)


def _spoken_for(now: Playthrough, who: FollowerDebrief) -> bool:
    """Whether the date mirror advised against a question on not all days of being ready."""
    days = [day for first, last in who.ready_spells for day in range(first, last + 1)]
    said = [said_of_question(now.history[day - 1], who.id, ASK) for day in days]
    return any(agreed is None or agreed >= AGAINST_IT for agreed in said)


def _days(now: Playthrough, who: str, before: int) -> tuple[int, ...]:
    """The days on which the sign showed before a day, and after any purchase before it."""
    thread = now.story.threads[who]
    since = day_bought(thread, before)
    return tuple(sorted({item.day for item in thread if item.kind in SIGNS and since < item.day < before}))
