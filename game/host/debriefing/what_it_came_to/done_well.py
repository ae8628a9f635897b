"""What was done well in a room, and by whom: named only where the host shows names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.coach.looking_back.debrief import FAIR, READY, AskMark
from game.host.debriefing.points_told import MOST_NAMED
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.debriefing.ways_told import without_score
from game.host.room.room_state import Room
from game.scenario.texts.first_names import first_name
from game.session.words.numbers_told import counted, listed

MOST_TOLD = 3  # deeds
WARMED = 5.0  # points of trust from which somebody is said to have come nearer
SOMEBODY = ("One of you", "Another of you", "A third one")


@dataclass(frozen=True)
class DoneWell:
    """A deed, for the room to hear."""

    guest: str  # id of the guest; "" for the whole room
    by: str  # name, "One of you", or "You"
    did: str  # the rest of the sentence
    look: int | None  # of the follower whom it was about


def done_well(room: Room, told: RoomDebrief) -> tuple[DoneWell, ...]:
    """What to praise a room for, the best first; nothing is made up where nothing was done well.

    Args:
        room: as it stands.
        told: its debrief.
    """
    if room.shared is not None:
        return tuple(_of_votes(room, told))[:MOST_TOLD]
    deeds: dict[str, tuple[list[str], int | None]] = {}
    for number, did, look in _of_games(room, told):
        sentences, _ = deeds.setdefault(told.guests[number], ([], look))
        sentences.append(did)
    found = []
    for turn, (guest, (sentences, look)) in enumerate(list(deeds.items())[:MOST_TOLD]):
        by = SOMEBODY[turn] if room.hide_names or guest not in room.guests else room.guests[guest].name
        found.append(DoneWell(guest, by, "; ".join(sentences), look))
    return tuple(found)


def own_praise(room: Room, told: RoomDebrief, guest: str) -> str:
    """What the projector praises a guest for, as the guest's own phone says it; "" for nothing.

    Args:
        room: as it stands.
        told: its debrief.
        guest: id.
    """
    return next((f"You {one.did}." for one in done_well(room, told) if guest and one.guest == guest), "")


_Deed = tuple[int, str, int | None]
"""Number of a game, what was done in it, and the look of the follower whom it was about."""


def _of_games(room: Room, told: RoomDebrief) -> Iterator[_Deed]:
    looks = {follower.id: follower.look for follower in told.followers}
    if best := best_question(told.asks):
        number, ask = best
        yield number, f"asked {first_name(ask.name)} {asked_said(ask)}", looks.get(ask.follower)
    scores = [game.score for game in told.games]
    number = int(np.argmax(scores))
    if len(scores) > 1 and scores[number] > min(scores) and not without_score(told.games[number].days, room):
        yield number, f"had the most points, {scores[number]:.0f} of 100", None
    if nearest := _nearest(told):
        number, column, before, after = nearest
        follower = told.followers[column]
        yield number, f"came nearest to {follower.first}: trust rose from {before:.0f} to {after:.0f}", follower.look


def best_question(asks: Sequence[tuple[int, AskMark]]) -> tuple[int, AskMark] | None:
    """The best question to buy that was put: to somebody ready, or fair; a yes before a no. None where none was.

    Args:
        asks: each with the number of its game.
    """
    good = [one for one in asks if one[1].kind in {READY, FAIR}]
    return min(good, key=lambda one: (not one[1].accepted, one[1].kind != READY, one[1].day), default=None)


def asked_said(ask: AskMark) -> str:
    """When somebody was asked who was ready, or nearly so, and what the answer was."""
    when = f"on day {ask.day}, when it was time" if ask.kind == READY else f"on day {ask.day}, a fair question"
    return f"{when}, and got a yes" if ask.accepted else f"{when} (the no was bad luck)"


def _nearest(told: RoomDebrief) -> tuple[int, int, float, float] | None:
    """In which game whose trust rose most: number of the game, column, trust before and at its highest."""
    rise = np.nan_to_num(told.curves - told.curves[:, :1], nan=0.0).max(axis=1)
    number, column = np.unravel_index(int(rise.argmax()), rise.shape)
    if rise[number, column] < WARMED:
        return None
    before = float(told.curves[number, 0, column])
    return int(number), int(column), before, before + float(rise[number, column])


def _of_votes(room: Room, told: RoomDebrief) -> Iterator[DoneWell]:
    looks = {follower.id: follower.look for follower in told.followers}
    if best := best_question(told.asks):
        _, ask = best
        yield DoneWell("", "You", f"asked {first_name(ask.name)} {asked_said(ask)}", looks.get(ask.follower))
    yield from _outvoted(room, told)
    if nearest := _nearest(told):
        _, column, before, after = nearest
        follower = told.followers[column]
        yield DoneWell(
            "", "You", f"came nearest to {follower.first}: trust rose from {before:.0f} to {after:.0f}", follower.look
        )


def _outvoted(room: Room, told: RoomDebrief) -> Iterator[DoneWell]:
    """Those who voted for what would have won or kept somebody, and lost the vote."""
    counts = {(count.question.day, count.question.who): count for count in room.counts if count.question.who}
    for decision in told.decisions:
        right = next((o for o in decision.advised if o.people > 0 and o.votes and not decision.made_good), None)
        count = counts.get((decision.day, decision.who))
        if right is None or count is None:
            continue
        option = next(o.id for o in count.question.options if o.title == right.title)
        names = [room.guests[who].name for who, chose in count.votes.items() if chose == option and who in room.guests]
        hidden = room.hide_names or not 0 < len(names) <= MOST_NAMED
        by = f"{counted(right.votes).capitalize()} of you" if hidden else listed(names)
        came = "it would have been a sale" if right.ended == "A sale" else "nobody would have been lost"
        did = f"voted for “{right.title}” on day {decision.day}, with {first_name(decision.name)}: {came}"
        yield DoneWell("", by, did, decision.look)
        return
