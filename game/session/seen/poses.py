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
}
SILENT = (("still", ""), ("still", "puzzled"), ("still", "reading"), ("listens", "neutral"))
WITNESSES = (("overhears", ""), ("still", "puzzled"), ("whispers", ""), ("still", "glancing"))
