"""Why an evening looked otherwise than it was: a face that hides, a change too small to show, or another cause."""

from game.engine.seen.odds_seen import UNSEEN_MOVES
from game.model import trust
from game.model.state import People
from game.session.history import DayPlayed, move_made
from game.session.playthrough import Playthrough
from game.session.seen.night.body import OF_TELLS, STILL
from game.session.story.tells_told import DECISIVE

PLAIN = 0.01  # of trust; a change below a point is lost in how an evening goes
LEAST = 0.0005  # of trust; less is told as nothing
OPEN_FACE = 1.0  # of `shows_liking` and `shows_dislike`: all that is felt can be seen


def hidden_by(now: Playthrough, played: DayPlayed, column: int, cause: str, amount: float) -> str:
    """What hid a change from whoever looked: an entry of `reasons.yaml`, or "" where the evening showed it.

    A face is about your move to them, or where there was none about what was done to others. Beside a yes, a no or a
    farewell nothing is asked: the words say it.

    Args:
        now: the playthrough.
        played: the day.
        column: of the follower.
        cause: id of the cause.
        amount: of trust, −1..1, by this cause.
    """
    made = move_made(played.items, now.compiled.ids[column])
    is_own = made is not None and made.move not in UNSEEN_MOVES
    if cause != ("move" if is_own else "others"):
        return ""
    change = _by_the_move(now, played, column) if is_own else amount
    if change * amount <= 0.0 or abs(change) < LEAST or _looked(now, played, column) * change >= 0.0:
        return ""
    if abs(change) < PLAIN:
        return "hid_small_gain" if change > 0.0 else "hid_small_loss"
    return _by_the_face(played.morning.people, column, glad=change > 0.0)


def _by_the_move(now: Playthrough, played: DayPlayed, column: int) -> float:
    """The change of trust by all that a direct move did."""
    before, after = (
        float(trust(state, played.morning.people, now.compiled.rules.params)[0, column])
        for state in (played.day.morning, played.day.after_direct)
    )
    return after - before


def _by_the_face(people: People, column: int, *, glad: bool) -> str:
    hides_liking, hides_dislike = (
        bool(shown[0, column] < OPEN_FACE) for shown in (people.shows_liking, people.shows_dislike)
    )
    if hides_liking and hides_dislike:
        return "hid_by_poker_face"
    if glad:
        return "hid_liking" if hides_liking else "looked_cold"
    return "hid_dislike" if hides_dislike else "looked_warm"


def _looked(now: Playthrough, played: DayPlayed, column: int) -> int:
    """How the evening looked with somebody, as it was told: 1 warm, -1 cold, 0 neither or not at all."""
    who, night = now.compiled.ids[column], now.story.nights[played.morning.day - 1]
    signals = {item.signal for item in night.items if item.follower == who}
    if signals & DECISIVE:
        return 0
    step = next((OF_TELLS[signal] for signal in signals if signal in OF_TELLS), STILL)
    return (step > STILL) - (step < STILL)
