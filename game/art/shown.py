"""What a drawing of somebody shows: what the hands do, where the eyes go, how the body leans.

The files say it themselves, in `data-shows`, `data-look`, `data-turn` and `data-lean`. Words about somebody name what
they need, and are told only where the drawing has it.
"""

from functools import cache

from game.art.drawings import drawing

HANDS = frozenset({
    "cup_in_hands", "cup_on_table", "page_in_hands", "page_on_table", "parcel_in_hands", "megaphone", "hands_together",
    "hand_out", "hand_raised", "finger_raised", "hand_on_heart", "hand_at_ear", "arm_out", "arms_folded",
    "cheek_on_hand", "clapping", "on_their_feet",
})  # fmt: skip
"""What a drawing of a body may say that it shows."""
FACE = frozenset({"open_eyes", "lowered_eyes", "glance", "smile", "laugh", "frown"})
"""The same of a face."""
STANCE = frozenset({"looks_at_you", "looks_away", "leans_in", "leans_back", "head_tilted"})
"""What follows from where the eyes go and how the body leans."""
SHOWN = HANDS | FACE | STANCE
_AT_YOU, _AWAY, _LEANS, _TILTED = 0.7, -0.5, 5.0, 5.0


@cache
def shown_by(body: str, face: str = "") -> frozenset[str]:
    """What can be seen of somebody.

    Args:
        body: a drawing of the kind `bodies`.
        face: a drawing of the kind `faces`; "" for the body's own.
    """
    drawn = drawing("bodies", body)
    looks, turn, lean = (float(drawn.fact(name)) for name in ("look", "turn", "lean"))
    mien = face_shows(face or drawn.fact("expression"))
    stance = {
        "looks_at_you": looks >= _AT_YOU and "open_eyes" in mien,
        "looks_away": "glance" in mien or (looks <= _AWAY and "open_eyes" in mien),
        "leans_in": turn >= _LEANS,
        "leans_back": turn <= -_LEANS,
        "head_tilted": lean >= _TILTED,
    }
    return frozenset(drawn.fact("shows").split()) | mien | {name for name, holds in stance.items() if holds}


@cache
def shown_at_the_bar(face: str) -> frozenset[str]:
    """What can be seen of somebody at the bar, who has both hands round a cup; you are not there to be looked at."""
    mien = face_shows(face)
    return mien | {"cup_in_hands", *(["looks_away"] if mien & {"glance", "frown"} else [])}


def face_shows(face: str) -> frozenset[str]:
    """What a drawing of the kind `faces` says that it shows."""
    return frozenset(drawing("faces", face).fact("shows").split())
