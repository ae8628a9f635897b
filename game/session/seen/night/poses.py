"""Which drawings can show what a body does: by step, by signal, and for those who do nothing.

There are several for each step: the line whose turn it is decides between them (`lines_drawn.py`).
"""

Pose = tuple[str, str]
"""A drawing of the kind `bodies`, and one of the kind `faces`, or "" for the body's own."""

POSES: tuple[tuple[Pose, ...], ...] = (
    (("turns_away", ""), ("turns_away", "downcast")),
    (("waiter", ""), ("turns_away", "glancing"), ("props_head", "glancing")),
    (("clock", ""), ("still", "glancing")),
    (("still", ""), ("rests", "neutral")),
    (("listens", ""), ("still", "warm"), ("rests", "warm")),
    (("leans_in", ""), ("beams", "beaming")),
    (("lights_up", ""), ("beams", ""), ("claps", "")),
)
"""By step of the body."""
READING: tuple[tuple[Pose, ...], ...] = (
    (("puts_away", ""),),
    (("puts_away", "glancing"),),
    (("skims", ""),),
    (("reads_on", "neutral"), ("skims", "neutral"), ("skims", "reading")),
    (("reads_on", ""),),
    (("reads_on", ""), ("reads_on", "warm")),
    (("reads_on", "beaming"), ("reads_on", "delighted")),
)
"""The same of somebody you gave something to read."""
SILENT_AT_TABLE: tuple[Pose, ...] = (("still", ""), ("rests", "neutral"), ("rests", ""))
FACES = ("cool", "weary", "glancing", "neutral", "warm", "beaming", "delighted")
AT_THE_BAR = "rests"
"""The drawing of somebody at the bar: of all but the face only the hands round a cup are seen there."""
GESTURES: dict[str, Pose] = {
    "complaint": ("still", "cool"),
    "need_shows": ("props_head", "neutral"),
    "goes_quiet": ("props_head", "neutral"),
    "share_plain": ("skims", "neutral"),
    "pitches_you": ("reads_on", "smug"),
    "declines_kindly": ("refuses", "neutral"),
    "declines_coldly": ("refuses_coldly", ""),
    "declines_plainly": ("refuses", "neutral"),
}
PUT_OFF: tuple[Pose, ...] = (
    ("still", "puzzled"), ("still", "weary"), ("still", "glancing"), ("still", "cool"), ("still", "taken_aback"),
)  # fmt: skip
"""Those who say nothing to what everybody got: as most people take it, whoever they are."""
WITNESSES: tuple[Pose, ...] = (("overhears", ""), ("still", "puzzled"), ("whispers", ""), ("still", "glancing"))

PUSHING = frozenset({"clock", "mirror", "menu", "album", "phone", "letter", "leaflets"})
"""Things in your hand whose own face shows somebody who does not notice how it is taken."""
TAKEN = {"puzzled": "neutral", "weary": "downcast", "shocked": "taken_aback"}
UNWELCOME = frozenset(TAKEN)
"""Moods of the other one that tell against a move, and your face where you see it."""


def your_face(move: str, mood: str, prop: str) -> str:
    """Your face in the date mirror: sorry for an apology, friendly where nothing tells against the move.

    Otherwise it is as the move is taken, unless what you hold keeps you from seeing that.

    Args:
        move: its id.
        mood: how the other one looks.
        prop: what is in hand.

    Returns:
        A drawing of the kind `faces`, or "" for the one that goes with the prop.
    """
    if move == "apologise":
        return "sorry"
    if prop in PUSHING or prop == "megaphone":
        return "warm" if prop in PUSHING and mood not in UNWELCOME else ""
    return TAKEN.get(mood, "")
