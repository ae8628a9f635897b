"""Pictures that pages ask for by address: portraits, the café table, the title picture."""

from functools import lru_cache

from game.art.avatar import avatar_svg, moods
from game.art.cafe import cafe_svg, surroundings
from game.art.drawings import document, names
from game.art.evenings.evening_scene import Seated, drawn_in
from game.art.evenings.moments import IN_THE_PICTURE, WHOLE, WIDTH, crowd_svg, wall_svg
from game.art.illustrations import still_svg
from game.art.title_picture import title_svg

YOUR_LOOK = 0
"""The look of the player at the table, as in the window."""


@lru_cache(maxsize=512)
def portrait(look: int, mood: str = "neutral") -> str:
    """A portrait; an unknown mood is neutral."""
    return avatar_svg(look, mood if mood in moods() else "neutral")


@lru_cache(maxsize=256)
def table(look: int, mood: str, in_hand: str, dark: bool) -> str:
    """Two people at the café table; an unknown mood is neutral, an unknown thing a cup.

    Args:
        look: of the other one.
        mood: how they look.
        in_hand: the thing, and perhaps who has it, your face, what is around, their body and face, and who comes along,
            with points between them, as `DateLine.in_hand`.
        dark: a warm evening.
    """
    prop, held, face, around, body, theirs, friend, *_ = (*in_hand.split("."), "", "", "", "", "", "")
    mood, prop = mood if mood in moods() else "neutral", prop if prop in names("props") else "cup"
    held, face = held if held == "them" else "you", face if face in names("faces") else ""
    seen = tuple(name for name in around.split("-") if name in surroundings())
    body, theirs = body if body in names("bodies") else "", theirs if theirs in names("faces") else ""
    brought = int(friend) if friend.isascii() and friend.isdigit() and len(friend) < 4 else -1
    return cafe_svg(
        look, mood, prop, you_look=YOUR_LOOK, dark=dark, held=held, face=face, around=seen, body=body,
        their_face=theirs, friend_look=brought,
    )  # fmt: skip


@lru_cache(maxsize=64)
def everybody(people: str, dark: bool) -> str:
    """You before the whole room, with the same booklet on each table; "" for people that are none.

    Args:
        people: look, body and face of each with points between them, and a tilde between two, as
            `WholeRoom.picture`.
        dark: lamplight.
    """
    seated = []
    for one in people.split("~")[:IN_THE_PICTURE]:
        look, body, face, *_ = (*one.split("."), "", "")
        if not (look.isascii() and look.isdecimal() and len(look) < 5) or body not in names("bodies"):
            return ""
        seated.append(Seated(int(look), body, face if face in names("faces") else ""))
    crowd = crowd_svg(tuple(seated), you_look=YOUR_LOOK, dark=dark, body="shouts", thing="booklet", piles=True)
    return document(WIDTH, WHOLE, drawn_in(wall_svg(dark)), drawn_in(crowd))


@lru_cache(maxsize=64)
def still(slug: str, dark: bool) -> str:
    """A still life of what an event's title names, or of two cups: nobody who is not in the event is in it.

    Args:
        slug: the words of its title with low lines between them.
        dark: calmer colours.
    """
    return still_svg(slug.replace("_", " "), dark=dark)


@lru_cache(maxsize=2)
def title(dark: bool) -> str:
    """The picture of the title screen."""
    return title_svg(dark)
