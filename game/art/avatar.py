"""Portraits of the cast, in any mood."""

from game.art.cast import CastLook, cast
from game.art.drawings import NOTHING, DrawingFile, document, drawing, names, worn
from game.art.palette import BACKS, cloth_tones, hair_tones, is_dark_skin, mix, skin_tones


def moods() -> tuple[str, ...]:
    """Moods of the other person: faces for which there is a pose at the café table."""
    return names("poses")


def avatar_svg(look: int, mood: str = "neutral", *, background: bool = True) -> str:
    """A portrait in a 100 x 100 box, to be shown in a circle or on its own.

    Args:
        look: any integer; it picks a member of the cast, modulo its size.
        mood: one of `moods()`.
        background: whether the soft coloured ground is drawn.

    Raises:
        ValueError: when there is no such mood.
    """
    if mood not in moods():
        raise ValueError(f"no mood {mood!r}; there are {', '.join(moods())}")
    person = look_of(look)
    ground = drawing("people", "ground").svg({"back": BACKS[person.back]}) if background else ""
    return document(100, 100, ground, *bust_layers(person, mood))


def look_of(look: int) -> CastLook:
    """The member of the cast that `look` (any integer) stands for."""
    return cast()[look % len(cast())]


def bust_layers(person: CastLook, expression: str, turn: float = 0.0) -> tuple[str, str, str]:
    """The back of the head, the body, and the front of the head, from back to front, so that a scene can tilt the head.

    They are SVG fragments in the units of the portrait; the body reaches down to y 150.

    Args:
        person: who.
        expression: a drawing of the kind `faces`.
        turn: -1 looks to the left of the picture, 1 to the right, 0 straight ahead.
    """
    tones = tones_of(person)
    holds = {"dark_skin": is_dark_skin(person.skin), "lashes": person.lashes}
    holds |= {"turned_left": turn < 0, "turned_right": turn > 0}
    when = {name for name, is_so in holds.items() if is_so}

    def drawn(part: DrawingFile, layer: str = "") -> str:
        return part.svg(tones, layer, when=when, move=turn)

    hair, clothes = drawing("hair", person.style), drawing("clothes", person.top)
    face, wear, beard = drawing("faces", expression), worn("headwear", person.wear), worn("beards", person.beard)
    shows_ears = "ears" not in hair.facts and "ears" not in wear.facts
    is_over_mouth = "over" in beard.facts
    front = (
        drawn(drawing("people", "ears") if shows_ears else NOTHING),
        drawn(drawing("people", "head")),
        drawn(face, "cheeks"),
        *(drawn(drawing("marks", mark)) for mark in person.marks),
        drawn(NOTHING if is_over_mouth else beard),
        drawn(drawing("noses", person.nose)),
        drawn(face, "face"),
        drawn(beard if is_over_mouth else NOTHING),
        drawn(hair, "front"),
        drawn(wear, "front"),
        drawn(worn("earrings", person.ears) if shows_ears else NOTHING),
        drawn(worn("glasses", person.glasses)),
    )
    back = drawn(clothes, "back") + drawn(hair, "back") + drawn(wear, "back")
    return back, drawn(drawing("people", "neck")) + drawn(clothes, "front"), "".join(front)


def tones_of(person: CastLook) -> dict[str, str]:
    """Every colour that the drawings of a person may ask for, by name, as ``#rrggbb``."""
    skin = skin_tones(person.skin)
    hair = hair_tones(person.hair, person.skin)
    sleeves = person.under if "sleeves" in drawing("clothes", person.top).facts else person.shirt
    return {
        **skin,
        **hair,
        **cloth_tones(person.shirt, "shirt"),
        **cloth_tones(person.under, "under"),
        **cloth_tones(person.wear_cloth, "wear"),
        **cloth_tones(sleeves, "sleeve"),
        "frame": person.frame,
        "trim": person.trim,
        "shaved": mix(hair["hair"], skin["skin"], 0.45),
        "line": mix(skin["skin"], hair["hair"], 0.35),
    }
