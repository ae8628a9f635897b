"""The debrief of one game, made once for everybody who looks at it: its guest, the host, the screen, the files."""

from collections import OrderedDict

from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.make_debrief import debrief
from game.session.playthrough import Playthrough

MOST_KEPT = 600  # games, more than a room has guests
_KEPT: OrderedDict[int, tuple[Playthrough, Debrief]] = OrderedDict()


def debrief_of(now: Playthrough) -> Debrief:
    """The debrief of a playthrough; worked out once as long as nothing was chosen since."""
    found = _KEPT.get(id(now))
    if found is None or found[0] is not now:
        found = _KEPT[id(now)] = now, debrief(now)
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    return found[1]
