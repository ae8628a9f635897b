"""Which sentence is told of a body, and beside which drawing: one that shows all that the sentence needs."""

import re
from collections.abc import Collection, Iterator, Sequence

from game.art.evenings.moment_places import PLACES
from game.art.shown import shown_at_the_bar, shown_by
from game.scenario.texts.evening_words import BodyLine, EveningWords
from game.session.seen.night.body import LISTENS, OF_TELLS, STILL, contradicts, heaviest_of
from game.session.seen.night.moment_kinds import GLAD, SIGNAL_OF, refuses_plainly
from game.session.seen.night.poses import GESTURES, POSES, READING, SILENT_AT_TABLE, Pose
from game.session.view import FollowerView, NightItem

SPEAKS = re.compile(r"\b(says?|tells?|asks?|talks?|answers?|sentence|whistles|hums|question|“)", re.IGNORECASE)
"""Words by which a line of a body tells that something is said."""
WORDLESS = frozenset({"goes_quiet", "no_answer"})
"""Signals that tell that not a word came."""
FREE = frozenset({"like", "share_plain"})
"""Signals that cost nothing, of which a tell says what they are worth."""


def step_shown(step: int, moment: str) -> int:
    """The step of a body in the picture of a moment, or at a table: nobody is glad there and turns away.

    >>> step_shown(0, "share_yes"), step_shown(0, "")
    (4, 0)
    """
    return max(step, LISTENS) if moment in GLAD else step


def gesture_of(who: FollowerView, items: Sequence[NightItem], step: int, day: int, moment: str = "") -> str:
    """The signal whose own gesture says more than the step of a body, or "".

    Args:
        who: whose body.
        items: what they visibly did that night.
        step: of the body.
        day: of the night.
        moment: a kind of moment, if it is told beside the picture of it.
    """
    if moment in SIGNAL_OF:
        return SIGNAL_OF[moment]
    signals = [item.signal for item in items]
    signal = heaviest_of(signals)
    if signal in FREE and not OF_TELLS.keys().isdisjoint(signals):
        return ""
    if contradicts(signal, step, told=not OF_TELLS.keys().isdisjoint(signals)):
        return ""
    if any(refuses_plainly(item.signal, item.to, who.thread, day) for item in items if item.signal == signal):
        return "declines_plainly"
    return signal


def lines_and_poses(
    words: EveningWords, gesture: str, step: int, *, reads: bool, did: Collection[str]
) -> Iterator[tuple[Sequence[BodyLine], Sequence[Pose]]]:  # fmt: skip
    """The sentences that fit, each list with the drawings for it: what says most comes first, the bare body last.

    Args:
        words: of the evening.
        gesture: the signal that has one, or any other text.
        step: of the body.
        reads: whether they have something of yours before them.
        did: signals of what they did; nothing that could be seen where there are none.
    """
    silent, wordless = not did, not WORDLESS.isdisjoint(did)
    if gesture in words.gestures:
        yield words.gestures[gesture], (GESTURES[gesture],) if gesture in GESTURES else POSES[step]
    if silent:
        yield words.silent[reads], READING[STILL] if reads else SILENT_AT_TABLE
    elif reads:
        yield without_words(words.reading[step]) if wordless else words.reading[step], READING[step]
    yield without_words(words.bodies[step]) if wordless else words.bodies[step], POSES[step]


def without_words(lines: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
    """Those of some lines that tell of nothing said, for somebody of whom it is told that not a word came."""
    return tuple(line for line in lines if not SPEAKS.search(line.text))


def told_beside(
    lines: Sequence[BodyLine], poses: Sequence[Pose], turn: int, moment: str = ""
) -> tuple[tuple[str, Pose], ...]:  # fmt: skip
    """Those of some lines that a drawing shows, each with such a drawing, beginning with the one whose turn it is.

    Args:
        lines: about a body.
        poses: drawings to choose from.
        turn: how often one of the lines has been told before.
        moment: a kind of moment, if the picture of it must show the line, too.
    """
    found = []
    for line in lines:
        if moment in PLACES and not line.needs <= shown_by(PLACES[moment].them.body, PLACES[moment].them.face):
            continue
        shows = [pose for pose in poses if line.needs <= shown_by(*pose)]
        if shows:
            found.append((line.text, shows[turn // len(lines) % len(shows)]))
    start = turn % max(1, len(found))
    return (*found[start:], *found[:start])


def told_at_the_bar(lines: Sequence[BodyLine], face: str) -> tuple[str, ...]:
    """Those of some lines that can be seen of somebody at the bar."""
    return tuple(line.text for line in lines if line.needs <= shown_at_the_bar(face))
