"""The rule by which one could have known whom to ask, where somebody who had shown the sign was not asked."""

from collections.abc import Sequence

from game.coach.looking_back.debrief import FollowerDebrief
from game.scenario.texts.first_names import first_name
from game.session.playthrough import Playthrough
from game.session.story.claims import INVITED_DAYS
from game.session.words.numbers_told import listed

SIGNS = ("need_shows", "asks_price")
TITLE = "The sign to look for"
RULE = (
    "A need of their own, or the price asked for, in the last seven days: whoever shows it, and has warmed to you, can "
    "be asked. A no is then a no to the thing, and not to you."
)


def sign_lesson(now: Playthrough, passed_over: Sequence[FollowerDebrief]) -> tuple[tuple[str, str], ...]:
    """Title and text of the lesson; nothing where none of those who were passed over had shown the sign.

    Args:
        now: the run.
        passed_over: those who were ready and were not asked then.
    """
    shown = [(who, day) for who in passed_over if (day := _shown_on(now, who))]
    if not shown:
        return ()
    told = listed([f"{first_name(who.name)} showed it on day {day}" for who, day in shown])
    return ((TITLE, f"{RULE} {told}, and nobody asked."),)


def _shown_on(now: Playthrough, who: FollowerDebrief) -> int:
    """The last day of the sign while somebody was ready, or in the days before; 0 when it did not show."""
    return max(
        (
            item.day
            for item in now.story.threads[who.id]
            if item.kind in SIGNS
            and any(first - INVITED_DAYS <= item.day <= last for first, last in who.ready_spells)
        ),
        default=0,
    )  # fmt: skip
