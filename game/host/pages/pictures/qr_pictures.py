"""QR codes, as SVG and as squares."""

import segno
from markupsafe import Markup


def qr_svg(text: str) -> Markup:
    """A QR code that scales with its box, dark on white in every theme."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        omitsize=True, border=3, dark="#231f33", light="#ffffff", svgclass="qr", lineclass=None
    )
    return Markup(drawn)  # noqa: S704 - made of squares


def qr_squares(text: str) -> tuple[str, ...]:
    """The rows of a QR code without its margin, one sign a square: 1 is dark, 0 is light."""
    return tuple("".join(str(int(dark)) for dark in row) for row in segno.make(text, error="m", micro=False).matrix)
