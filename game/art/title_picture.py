"""The title picture: two people at a café window, in the morning or in the evening."""

from game.art.avatar import look_of
from game.art.cafe import MIDDLE, SCALE, TOP, arms_and_cup, place_of, seated
from game.art.drawings import document, drawing, group

_EVENING = {
    "wall": "#2a2142", "wall_low": "#3a2846", "frame": "#5a4a78", "frame_low": "#3b2e55", "sky": "#171d49",
    "sky_mid": "#51407f", "sky_low": "#e08a6b", "orb": "#fff1cf", "far": "#40407a", "mid": "#33346a",
    "near": "#262752", "house": "#3a315f", "house_2": "#473a70", "roof": "#241f47", "pane": "#ffcf7a",
    "wood": "#9a6448", "wood_high": "#b67d5d", "wood_low": "#5f3a2d", "floor": "#33233f", "chair": "#5b4794",
    "chair_low": "#46357a", "cord": "#171128", "shade": "#8d7cf2", "shade_low": "#6a58d0", "light": "#ffdf9a",
    "leaf": "#3f7f62", "leaf_high": "#5fa483", "leaf_low": "#2b5c48", "pot": "#b4634a", "pot_low": "#8f4b39",
}  # fmt: skip
_ON_THE_RIGHT = 3
_LEFT, _RIGHT, _HEAD, _SCALE = 178.0, 462.0, 150.0, 1.72  # both middles; of the portraits: top and scale


def title_svg(dark: bool, you_look: int = 0) -> str:
    """The title illustration, 640 x 420, with you on the left; `dark` is the evening."""
    you, other, warm = look_of(you_look), look_of(_ON_THE_RIGHT), drawing("poses", "warm")
    smaller = _SCALE / SCALE
    table = f"translate({_LEFT - MIDDLE * smaller:g} {_HEAD - TOP * smaller:g}) scale({smaller:g})"  # the café's, here
    others_arms = group(table, arms_and_cup(other, warm, "#6a5ae0"))
    return document(
        640,
        420,
        drawing("title", "room").lit(_EVENING if dark else None),
        seated(you, "delighted", 1, 4, place_of(_LEFT, _HEAD, _SCALE)),
        seated(other, "warm", -1, 4, place_of(_RIGHT, _HEAD, _SCALE)),
        drawing("title", "table").lit(_EVENING if dark else None),
        group(table, arms_and_cup(you, warm, "#ef7757")),
        group(f"translate({_LEFT + _RIGHT:g} 0) scale(-1 1)", others_arms),
        drawing("title", "light").svg({}) if dark else "",
    )
