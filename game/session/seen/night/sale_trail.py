"""What led to a sale, day by day, as far as it could be seen."""

from collections.abc import Callable, Collection, Mapping, Sequence

from game.scenario.texts.evening_words import evening_words
from game.scenario.texts.first_names import first_name
from game.session.view import FollowerView, ThreadItem
from game.session.words.line_choice import fill
from game.session.words.numbers_told import listed

WARM = {"answer_warm", "thanks", "share_compliment", "life_event", "need_shows", "question", "accepts"}
OPENED = {"life_event", "need_shows", "asks_price", "asks_how", "share_compliment", "share_plain", "thanks"}
"""Signals that say something of them by themselves, whatever you had done."""
PUT_OFF = {
    "complaint", "answer_cool", "goes_quiet", "wonders", "declines_coldly", "tell_closed", "tell_turned_away",
}  # fmt: skip
"""Signals of an evening on which nothing of yours brought anybody nearer."""
READ, EVENT = "look_around", "event"
POINTS = 4  # days before a sale that are told one by one


def led_to_sale(
    who: FollowerView, day: int, moves: Collection[str], asks: Collection[str], filled: Callable[..., str]
) -> tuple[tuple[int, str], ...]:
    """Each day before a sale on which you did something that was not taken ill, or they opened up; then the sale.

    That you read their page counts, and how you answered an event that was about them.

    Args:
        who: the buyer.
        day: of the sale.
        moves: ids of all moves.
        asks: of those that ask for something; they made no sale possible, however warmly they were taken.
        filled: puts names and more into a sentence about them.

    Returns:
        Days with sentences; nothing where nothing of the kind came before.
    """
    words, points = evening_words(), dict[int, str]()
    for earlier in sorted({item.day for item in who.thread if item.day < day}):
        today = [item for item in who.thread if item.day == earlier]
        came = [item.kind for item in today if item.who != "me"]
        made = [item for item in today if item.who == "me" and item.kind in moves]
        mine = [item for item in made if item.kind in words.did and item.kind not in asks]
        opened = next((kind for kind in came if kind in OPENED), "")
        if mine and (PUT_OFF.isdisjoint(came) or not (WARM | OPENED).isdisjoint(came)):
            points[earlier] = filled(words.did[mine[0].kind], content=mine[0].title)
        elif opened and not any(item.kind in asks for item in made):
            points[earlier] = f"{first_name(who.name)} {words.bar[opened][0]}"
        elif quiet := _without_a_message(today, filled):
            points[earlier] = quiet
    if not points:
        return ()
    return (*_told_at_once(points), (day, filled(words.said_of["bought"])))


def _without_a_message(today: Sequence[ThreadItem], filled: Callable[..., str]) -> str:
    """What you did for somebody on a day besides writing to them: an event answered, their page read; or ""."""
    did, kinds = evening_words().did, {item.kind for item in today}
    event = next((item.text for item in today if item.kind == EVENT), "")
    if event and kinds.isdisjoint(PUT_OFF):
        return filled(did[EVENT], content=event.split(". ")[0])
    return filled(did[READ]) if READ in kinds else ""


def _told_at_once(points: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """As many points as there is room for; the days of the others stand with the second."""
    dates, said = list(points), evening_words().said_of
    if len(dates) <= POINTS:
        return tuple(points.items())
    kept, between = [*dates[:2], *dates[2 - POINTS :]], dates[2 : 2 - POINTS]
    more = fill(said["as_well" if len(between) > 1 else "once_more"], {"days": listed([str(date) for date in between])})
    return tuple((date, f"{points[date]} {more}" if date == dates[1] else points[date]) for date in kept)
