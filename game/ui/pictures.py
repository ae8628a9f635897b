"""Drawn pictures the screens ask for by name."""

try:
    from game.ui.art import avatar_svg, banner_svg, cafe_svg, content_svg, icon_svg, logo_svg
except ImportError:

    def avatar_svg(look: int, mood: str = "neutral", *, background: bool = True) -> str:
        """A face."""
        tones = ("#F5D0B5", "#C98B5E", "#8A5A3C", "#E8B48C")
        backs = ("#FFE3D3", "#E3DFFC", "#D5F0EA", "#FDEFC7", "#E6F1DA")
        back = f'<rect width="100" height="100" fill="{backs[look % 5]}"/>' if background else ""
        return (
            f'<svg viewBox="0 0 100 100" xmlns="http://www.w3.org/2000/svg">{back}'
            f'<path d="M20 100 Q20 70 50 70 Q80 70 80 100 Z" fill="#5A46D6"/>'
            f'<circle cx="50" cy="46" r="22" fill="{tones[look % 4]}"/>'
            '<circle cx="42" cy="46" r="3" fill="#222222"/><circle cx="58" cy="46" r="3" fill="#222222"/></svg>'
        )

    def icon_svg(name: str, colour: str) -> str:
        """An icon."""
        return (
            '<svg viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">'
            f'<circle cx="12" cy="12" r="{7 + len(name) % 3}" fill="none" stroke="{colour}" stroke-width="2"/></svg>'
        )

    def content_svg(form: str, seed: int) -> str:
        """A piece of content."""
        return (
            '<svg viewBox="0 0 160 90" xmlns="http://www.w3.org/2000/svg"><rect width="160" height="90" fill="#FBE7CE"/>'
            f'<circle cx="{110 + seed % 20}" cy="30" r="16" fill="#F4827A"/>'
            '<path d="M0 60 Q40 40 80 60 T160 55 V90 H0 Z" fill="#3F4A8A"/></svg>'
        )

    def banner_svg(seed: int) -> str:
        """A wide picture."""
        return content_svg("photo", seed)

    def cafe_svg(look: int, mood: str, prop: str, *, dark: bool, you_look: int = 0) -> tuple[str, ...]:
        """A café table."""
        return (content_svg(prop, look),)

    def logo_svg() -> str:
        """The logo."""
        return icon_svg("logo", "#5A46D6")


__all__ = ["avatar_svg", "banner_svg", "cafe_svg", "content_svg", "icon_svg", "logo_svg"]
