"""Portraits of the cast, in any mood."""

from game.art.cast import CAST, Look
from game.art.clothes import NECK, TOPS
from game.art.face import MOODS, cheeks, face_parts
from game.art.hair import STYLES, Style
from game.art.palette import BACKS, cloth_tones, hair_tones, skin_tones
from game.art.svg import box, document, dot, fill, mix, oval
from game.art.wear import BEARDS, EARRINGS, GLASSES, HEADWEAR, MARKS, OVER_THE_MOUTH

__all__ = ["CAST", "MOODS", "avatar_svg", "bust", "bust_layers", "look_of", "tones_of"]

_FACE = "M29 43C29 28.6 38 20.6 50 20.6C62 20.6 71 28.6 71 43C71 60.4 61.8 71.4 50 71.4C38.2 71.4 29 60.4 29 43Z"


def avatar_svg(look: int, mood: str = "neutral", *, background: bool = True) -> str:
    """A portrait in a 100 x 100 box, to be shown in a circle or on its own.

    Args:
        look: any integer; it picks a member of the cast, modulo its size.
        mood: one of `MOODS`.
        background: whether the soft coloured ground is drawn.

    Raises:
        ValueError: when there is no such mood.
    """
    if mood not in MOODS:
        raise ValueError(f"no mood {mood!r}; there are {', '.join(MOODS)}")
    person = look_of(look)
    back = BACKS[person.back]
    ground = box(0, 0, 100, 100, 0, back) + dot(50, 46, 40, "#ffffff", 0.38) if background else ""
    return document(100, 100, ground, bust(person, mood))


def look_of(look: int) -> Look:
    """The member of the cast that `look` (any integer) stands for."""
    return CAST[look % len(CAST)]


def bust(person: Look, expression: str, turn: float = 0.0) -> str:
    """Head, shoulders and chest down to y 150, as an SVG fragment in avatar units; see `bust_layers`."""
    return "".join(bust_layers(person, expression, turn))


def bust_layers(person: Look, expression: str, turn: float = 0.0) -> tuple[str, str, str]:
    """The back of the head, the body, and the front of the head, from back to front, so that a scene can tilt the head.

    Args:
        person: who.
        expression: a key of `EXPRESSIONS`.
        turn: -1 looks to the left of the picture, 1 to the right, 0 straight ahead.
    """
    tones = tones_of(person)
    wear = HEADWEAR.get(person.wear, Style())
    style = STYLES[person.style]
    behind, over = TOPS[person.top]
    beard, is_over = _moved(BEARDS[person.beard], turn * 2), person.beard in OVER_THE_MOUTH
    front = (
        _ears(turn) if style.ears and wear.ears else "",
        fill(_FACE, "{skin}"),
        cheeks(expression, turn),
        *(_moved(MARKS[mark], turn * 2.6) for mark in person.marks),
        "" if is_over else beard,
        face_parts(expression, tones, nose=person.nose, lashes=person.lashes, turn=turn),
        beard if is_over else "",
        style.front,
        wear.front,
        EARRINGS[person.ears] if style.ears and wear.ears else "",
        _moved(GLASSES[person.glasses], turn * 2.6),
    )
    back, body = behind + style.back + wear.back, NECK + over
    return back.format_map(tones), body.format_map(tones), "".join(front).format_map(tones)


def tones_of(person: Look) -> dict[str, str]:
    """Every colour that the templates of a person may ask for."""
    skin = skin_tones(person.skin)
    hair = hair_tones(person.hair, person.skin)
    return {
        **skin,
        **hair,
        **cloth_tones(person.shirt, "shirt"),
        **cloth_tones(person.under, "under"),
        **cloth_tones(person.wear_cloth, "wear"),
        **_sleeves(person),
        "frame": person.frame,
        "trim": person.trim,
        "aid": "#7d8aa5",
        "gleam": mix(skin["skin"], "#ffffff", 0.4),
        "shaved": mix(hair["hair"], skin["skin"], 0.45),
        "line": mix(skin["skin"], hair["hair"], 0.35),
    }


def _sleeves(person: Look) -> dict[str, str]:
    """Aprons and dungarees leave the sleeves to what is worn beneath."""
    tones = cloth_tones(person.under if person.top in ("apron", "dungarees") else person.shirt, "sleeve")
    return {"sleeve": tones["sleeve"], "sleeve_low": tones["sleeve_low"]}


def _ears(turn: float) -> str:
    left, right = 28.6 + max(0.0, -turn) * 2, 71.4 - max(0.0, turn) * 2
    return "".join(
        oval(x, 48, 4.4, 5.6, "{skin}") + oval(x + inward, 48.4, 2, 3, "{shade}", 0.6)
        for x, inward in ((left, 0.4), (right, -0.4))
    )


def _moved(parts: str, x: float) -> str:
    return f'<g transform="translate({x:g} 0)">{parts}</g>' if x and parts else parts
