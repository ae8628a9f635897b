"""Drawn pictures the screens ask for by name."""

from game.art.avatar import avatar_svg
from game.art.cafe import cafe_svg
from game.art.icons import icon_svg
from game.art.illustrations import banner_svg, content_svg, logo_svg
from game.art.title_picture import title_svg

__all__ = ["avatar_svg", "banner_svg", "cafe_svg", "content_svg", "icon_svg", "logo_svg", "title_svg"]
