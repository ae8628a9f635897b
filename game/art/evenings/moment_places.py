"""Who is where in the moments between two, and what lies, flies or stands around them. Numbers and names only."""

from dataclasses import dataclass

SEATED = 1.5  # scale of the café's frame, for those at the table
AT_THE_DOOR, SCALE_THERE = 52.0, 0.98  # y and scale of the café's frame, for who stands at a door


@dataclass(frozen=True)
class Figure:
    """One of the two."""

    body: str  # a drawing of the kind `bodies`
    middle: float  # x in the picture
    face: str = ""  # a drawing of the kind `faces`; "" for the body's own
    side: int = 1  # 1 looks to the right of the picture, -1 to the left
    stands: bool = False  # at the door, and not at the table

    @property
    def placed(self) -> tuple[float, float, float]:
        """Where the café's frame lies for them: x, y, scale."""
        scale, y = (SCALE_THERE, AT_THE_DOOR) if self.stands else (SEATED, -52.0)
        return self.middle - 150 * scale, y, scale


@dataclass(frozen=True)
class PlacedThing:
    """Something besides the two, and where its upper left corner lies."""

    name: str  # a drawing of the kind `evening`
    x: float
    y: float
    scale: float = 1.0
    cup: str = "#6a5ae0"  # colour, of what is one


@dataclass(frozen=True)
class MomentPlace:
    """A moment between two, 1280 x 489."""

    you: Figure
    them: Figure
    things: tuple[PlacedThing, ...] = ()  # before the two, on the table or in the air
    behind: tuple[PlacedThing, ...] = ()  # behind the two
    witnesses: tuple[str, str] | None = None  # what two at the next table do
    wood: float = 432.0  # y of the table's edge


def _across(
    yours: str,
    theirs: str,
    *things: PlacedThing,
    face: str = "",
    your_face: str = "",
    witnesses: tuple[str, str] | None = None,
) -> MomentPlace:
    you, them = Figure(yours, 380.0, your_face), Figure(theirs, 900.0, face, -1)
    return MomentPlace(you, them, things, witnesses=witnesses)


def _hand_in_hand(thing: PlacedThing, *, your_face: str, face: str) -> MomentPlace:
    """Both have a hand on something between them."""
    return MomentPlace(Figure("hands_over", 413.0, your_face), Figure("takes", 867.0, face, -1), (thing,))


_TEAL = "#1e988a"
_DOOR, _DOOR_LEFT = PlacedThing("door", 860, 30), PlacedThing("door", 240, 30)
_LEFT_CHAIR = PlacedThing("chair", 500, -60, 1.5)

PLACES: dict[str, MomentPlace] = {
    "sale": MomentPlace(
        Figure("hands_over", 413.0), Figure("takes", 867.0, side=-1),
        (PlacedThing("parcel", 520, 288, 1.2), PlacedThing("confetti", 0, 0)), wood=448.0,
    ),
    "kind_no": _across("holds_back", "refuses"),
    "plain_no": _across("holds_back", "refuses", face="neutral"),
    "cold_no": _across("holds_back", "refuses_coldly"),
    "elsewhere": _across("holds_back", "still", PlacedThing("bag", 540, 330, 1.12), face="sorry"),
    "farewell": MomentPlace(
        Figure("sits_alone", 330.0), Figure("stands", 1077.0, stands=True),
        (PlacedThing("cup", 646, 362, 1.3, _TEAL),), (_DOOR, _LEFT_CHAIR), wood=398.0,
    ),
    "small_yes": _across(
        "smiles_over", "leans_in", PlacedThing("taster", 582, 336, 1.16), your_face="warm", face="beaming"
    ),
    "small_no": _across("rests", "refuses", PlacedThing("taster", 540, 338, 1.2), your_face="taken_aback"),
    "small_cold_no": _across("rests", "refuses_coldly", PlacedThing("taster", 540, 338, 1.2), your_face="downcast"),
    "small_plain_no": _across(
        "rests", "refuses", PlacedThing("taster", 540, 338, 1.2), your_face="taken_aback", face="neutral"
    ),
    "share_yes": _across("beams", "reads_on", PlacedThing("sheets", 474, 60), face="beaming", your_face="warm"),
    "first_share": _across(
        "smiles_over", "skims", face="warm", your_face="hopeful", witnesses=("listens", "smiles_over")
    ),
    "praise": _across("beams", "lights_up", PlacedThing("hearts", 462, 20, 0.95), witnesses=("listens", "claps")),
    "made_up": _hand_in_hand(PlacedThing("two_cups", 530, 326, 1.3), your_face="sorry", face="warm"),
    "back": MomentPlace(
        Figure("smiles_over", 330.0, "delighted"), Figure("stands", 1040.0, "warm", -1, stands=True),
        (PlacedThing("cup", 590, 362, 1.3, _TEAL),), (_DOOR, _LEFT_CHAIR), wood=398.0,
    ),
    "thank_you": MomentPlace(
        Figure("lights_up", 380.0, "delighted"), Figure("hands_over", 867.0, "beaming", -1),
        (PlacedThing("posy", 630, 232, 1.1),),
    ),
    "news": _across("claps", "lights_up", PlacedThing("candle_cake", 548, 332, 1.06), PlacedThing("confetti", 0, 0)),
    "arrives": MomentPlace(
        Figure("smiles_over", 930.0, "warm", -1), Figure("stands", 457.0, "hopeful", 1, stands=True),
        (PlacedThing("cup", 600, 362, 1.3, _TEAL),), (_DOOR_LEFT,), wood=398.0,
    ),
}  # fmt: skip
"""By kind of moment, from the largest to the smallest."""
