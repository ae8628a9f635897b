"""Drawn pictures the screens ask for by name."""

from game.art.avatar import avatar_svg
from game.art.cafe import cafe_svg
from game.art.evenings.evening_heads import (
    crowd_head,
    heads_at,
    moment_heads,
    raised_hands_at,
    your_head_in_the_room,
)
from game.art.evenings.evening_scene import BY_YOURSELF, Seated, moon_svg, pieces, room_svg, your_seat
from game.art.evenings.moments import corner_svg, crowd_svg, moment_scene, quiet_svg, reading_svg, wall_svg
from game.art.evenings.scenery import Scenery, scenery_of
from game.art.icons import icon_svg
from game.art.illustrations import banner_svg, content_svg, logo_svg, sign_svg, still_svg
from game.art.stills import still_of_post
from game.art.title_picture import title_svg

__all__ = [
    "BY_YOURSELF",
    "Scenery",
    "Seated",
    "avatar_svg",
    "banner_svg",
    "cafe_svg",
    "content_svg",
    "corner_svg",
    "crowd_head",
    "crowd_svg",
    "heads_at",
    "icon_svg",
    "logo_svg",
    "moment_heads",
    "moment_scene",
    "moon_svg",
    "pieces",
    "quiet_svg",
    "raised_hands_at",
    "reading_svg",
    "room_svg",
    "scenery_of",
    "sign_svg",
    "still_of_post",
    "still_svg",
    "title_svg",
    "wall_svg",
    "your_head_in_the_room",
    "your_seat",
]  # fmt: skip
