"""The few SVG pieces that all pictures are made of, and sums with colours.

A colour may be a placeholder such as ``{skin}``: a picture is then a template that ``str.format`` fills from a palette.
"""


def document(width: float, height: float, *parts: str) -> str:
    """A whole SVG file with a view box of `width` x `height` user units."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def fill(path: str, colour: str, opacity: float = 1.0, *, even_odd: bool = False) -> str:
    """A filled path; with `even_odd`, inner outlines cut holes."""
    rule = ' fill-rule="evenodd"' if even_odd else ""
    return f'<path d="{path}" fill="{colour}"{rule}{_faint("fill", opacity)}/>'


def line(path: str, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked path with round ends and corners."""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" '
        f'stroke-linejoin="round"{_faint("stroke", opacity)}/>'
    )


def dot(x: float, y: float, radius: float, colour: str, opacity: float = 1.0) -> str:
    """A filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"{_faint("fill", opacity)}/>'


def oval(x: float, y: float, rx: float, ry: float, colour: str, opacity: float = 1.0) -> str:
    """A filled ellipse with its axes along the page."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{colour}"{_faint("fill", opacity)}/>'


def box(x: float, y: float, width: float, height: float, radius: float, colour: str, opacity: float = 1.0) -> str:
    """A filled rectangle with round corners; `radius` 0 gives sharp ones."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" '
        f'fill="{colour}"{_faint("fill", opacity)}/>'
    )


def ring(x: float, y: float, radius: float, colour: str, width: float, opacity: float = 1.0) -> str:
    """A stroked circle."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="none" stroke="{colour}" '
        f'stroke-width="{width:g}"{_faint("stroke", opacity)}/>'
    )


def group(transform: str, *parts: str) -> str:
    """Parts moved, turned or scaled together, by an SVG transform list."""
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def glow(name: str, x: float, y: float, radius: float, colour: str, strength: float) -> str:
    """A round gradient called `name`, from `colour` at `strength` (0..1) in the middle to nothing at `radius`."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x:g}" cy="{y:g}" r="{radius:g}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{strength:g}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def ramp(name: str, x1: float, y1: float, x2: float, y2: float, *colours: str) -> str:
    """A straight gradient called `name` through evenly spaced `colours`."""
    last = max(1, len(colours) - 1)
    stops = "".join(f'<stop offset="{i / last:g}" stop-color="{c}"/>' for i, c in enumerate(colours))
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}">'
        f"{stops}</linearGradient>"
    )


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0..1) of `other` stirred in.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0..255, of a colour written ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance 0..1 as the web accessibility guidelines define it."""
    red, green, blue = (c / 255 for c in channels(colour))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _faint(kind: str, opacity: float) -> str:
    return "" if opacity >= 1 else f' {kind}-opacity="{opacity:g}"'
