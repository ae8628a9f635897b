"""What the whole room shows of what everybody got or saw: how many closed it, skimmed it, read it to the end."""

from collections.abc import Iterable, Mapping, Sequence

from game.engine.seen.message_to_all import TO_ALL
from game.session.seen.night.body import OF_TELLS
from game.session.view import NightItem, PostItem
from game.session.words.line_choice import fill
from game.session.words.numbers_told import counted, listed

SENT = {
    "faces_closed": {"tell_closed"},
    "faces_aside": {"tell_turned_away"},
    "faces_skimmed": {"tell_skimmed"},
    "faces_read": {"tell_read", "tell_lingered", "tell_warmed", "tell_lit_up"},
}
"""Sentences for what those did who got a message to everybody, with the faces that are counted for each."""
SEEN = {
    "faces_away": {"tell_closed", "tell_turned_away"},
    "faces_past": {"tell_skimmed"},
    "faces_still": {"tell_read"},
    "faces_glad": {"tell_lingered", "tell_warmed", "tell_lit_up"},
}
"""The same of those who only saw something."""

FEWEST = PAIR = 2
"""Fewer faces than so many are told one by one, and not counted."""


def went_to_all(items: Iterable[NightItem], posts: Iterable[PostItem]) -> bool:
    """Whether a message to everybody was met by faces in a night that is none of the day's posts."""
    posted = any(post.move == TO_ALL for post in posts)
    return not posted and any(item.to == TO_ALL and item.signal in OF_TELLS for item in items)


def room_told(words: Mapping[str, str], items: Iterable[NightItem], spoke: int, here: int) -> str:
    """How a message to everybody was taken.

    Args:
        words: of an evening.
        items: of the night.
        spoke: how many said something to it.
        here: how many got it.
    """
    faces = [item for item in items if item.to == TO_ALL and item.signal in OF_TELLS]
    said = fill(words["said_some" if spoke else "said_nothing"], {"n": counted(spoke)})
    if len(faces) < FEWEST:
        return fill(words["blast_some" if spoke else "blast_none"], {"n": counted(spoke), "all": counted(here)})
    if 2 * len(faces) <= here:  # the others had a word of their own besides, and their faces are about that
        return f"{_counted(words, 'faces_alone', SENT, faces)} {said[:1].upper()}{said[1:]}."
    away = sum(item.signal in {"tell_closed", "tell_turned_away"} for item in faces)
    elsewhere = away + sum(item.signal == "tell_skimmed" for item in faces)
    kind = "away" if 2 * away > len(faces) else "elsewhere" if 2 * elsewhere > len(faces) else "stays"
    alone = "faces" if len(faces) == here else "faces_alone"
    return f"{_counted(words, alone, SENT, faces)} {fill(words[f'room_{kind}'], {'said': said})}"


def bystanders_told(words: Mapping[str, str], items: Iterable[NightItem]) -> str:
    """How those took it who saw what was done for all to see; "" where no face was seen.

    Args:
        words: of an evening.
        items: of the night, of those to whom nothing was done.
    """
    faces = [item for item in items if not item.to and item.signal in OF_TELLS]
    return _counted(words, "faces_seen", SEEN, faces) if len(faces) >= FEWEST else ""


def _counted(words: Mapping[str, str], kind: str, kinds: Mapping[str, set[str]], faces: Sequence[NightItem]) -> str:
    """How many did what, in a sentence."""
    counts = {each: sum(item.signal in signals for item in faces) for each, signals in kinds.items()}
    did = [f"{counted(count)} {words[each]}" for each, count in counts.items() if count]
    if len(did) == 1:
        did = [f"{'both' if len(faces) == PAIR else 'all'} {words[each]}" for each, count in counts.items() if count]
    return fill(words[kind], {"all": counted(len(faces)), "did": listed(did)})
