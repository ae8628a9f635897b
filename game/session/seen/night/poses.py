"""Which drawings show what a body does: poses and faces by step, by signal, and for those who do nothing."""

POSES = ("turns_away", "waiter", "clock", "still", "listens", "leans_in", "lights_up")
READING = ("puts_away", "waiter", "skims", "still", "reads_on", "reads_on", "lights_up")
FACES = ("cool", "weary", "glancing", "neutral", "warm", "beaming", "delighted")
GESTURES = {  # signal -> pose, and the face if it is not the pose's own
    "complaint": ("still", "cool"),
    "need_shows": ("props_head", ""),
    "goes_quiet": ("props_head", "neutral"),
    "share_plain": ("skims", "neutral"),
    "pitches_you": ("reads_on", "smug"),
    "declines_kindly": ("refuses", ""),
    "declines_coldly": ("refuses_coldly", ""),
    "declines_plainly": ("refuses", "neutral"),
}
SILENT = (("still", ""), ("still", "puzzled"), ("still", "reading"), ("listens", "neutral"))
WITNESSES = (("overhears", ""), ("still", "puzzled"), ("whispers", ""), ("still", "glancing"))

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
