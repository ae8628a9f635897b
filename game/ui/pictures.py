"""Drawn pictures the screens ask for by name."""

from game.ui.art.avatar import avatar_svg
from game.ui.art.cafe import cafe_svg
from game.ui.art.icons import icon_svg
from game.ui.art.pictures import banner_svg, content_svg, logo_svg
from game.ui.art.title import title_svg

__all__ = ["avatar_svg", "banner_svg", "cafe_svg", "content_svg", "icon_svg", "logo_svg", "title_svg"]
