"""A month later, as a picture: everybody who followed on the last evening, and what they did in the month."""

from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.month.month_after import EpilogueLife
from game.scenario.texts.first_names import first_name
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import META, SEMI

FACE, WIDE, HIGH, BADGE = 46.0, 74.0, 78.0, 11.0
DID = (
    ("left", "quit", "danger"),
    ("complained", "warning", "danger"),
    ("elsewhere", "offer", "danger"),
    ("praised", "heart", "good"),
)
"""What somebody did, the weightiest first: the field of a life, its sign and its tone."""
TRUSTING, OPEN = 67.0, 33.0


def did_of(life: EpilogueLife) -> tuple[str, str]:
    """The sign of what somebody did in the month, and its tone; "" for nothing."""
    return next(((icon, tone) for name, icon, tone in DID if getattr(life, name)), ("", ""))


def mood_of(life: EpilogueLife) -> str:
    """The face of somebody a month later, by what they did and how far they trust."""
    if life.left or life.complained:
        return "weary"
    if life.praised:
        return "delighted"
    end = life.trust[-1]
    return "warm" if end >= TRUSTING else "neutral" if end >= OPEN else "cool"


def high(told: Debrief, width: float) -> float:
    """The height of the picture in a width; 0 where there is none."""
    per_row = max(1, int(width // WIDE))
    return -(-len(told.epilogue) // per_row) * HIGH


def draw(sheet: Sheet, told: Debrief, x: float, y: float, width: float) -> None:
    """Draw a row of faces, each with a name and a sign of what was done."""
    paint, theme = sheet.painter, sheet.theme
    per_row, looks = max(1, int(width // WIDE)), {one.id: one.look for one in told.followers}
    for i, life in enumerate(told.epilogue):
        cx, top = x + (i % per_row + 0.5) * WIDE - 6, y + (i // per_row) * HIGH
        icon, tone = did_of(life)
        paint.avatar(looks.get(life.id, 0), cx, top + FACE / 2, FACE, mood=mood_of(life))
        if icon:
            ink = theme.good if tone == "good" else theme.danger
            paint.circle(cx + FACE / 2 - 5, top + FACE - 7, BADGE + 1.5, theme.surface)
            paint.circle(cx + FACE / 2 - 5, top + FACE - 7, BADGE, ink)
            paint.icon(icon, cx + FACE / 2 - 5, top + FACE - 7, 13, theme.surface)
        ink = theme.muted if life.left else theme.text
        paint.text(
            first_name(life.name), cx, top + FACE + 13, META, ink, SEMI, align="center", width=WIDE - 4, may_end=True
        )
