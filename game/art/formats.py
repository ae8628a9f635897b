"""What a piece of content looks like, format by format, in a 320 x 140 box.

Placeholders: ``{ground} {main} {accent} {paper}``.
"""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.scenes import pick, scene
from game.art.svg import box, dot, fill, group, line, oval, ring


def _badge(x: float, y: float) -> str:
    return (
        dot(x, y + 2, 25, "#1e1030", 0.18)
        + dot(x, y, 24, "#ffffff", 0.95)
        + fill(
            f"M{x - 7:g} {y - 11:g}Q{x - 7:g} {y - 13:g} {x - 5:g} {y - 12:g}L{x + 12:g} {y - 1.6:g}Q{x + 14:g} {y:g} {x + 12:g} {y + 1.6:g}L{x - 5:g} {y + 12:g}Q{x - 7:g} {y + 13:g} {x - 7:g} {y + 11:g}Z",
            "#5a46d6",
        )
    )


def _photo(seed: int) -> str:
    return scene(seed)


def _video(seed: int) -> str:
    reach = 60 + pick(seed, 8, 6) * 28
    bar = (
        box(0, 112, 320, 28, 0, "#1e1030", 0.28)
        + line("M20 126H300", "#ffffff", 4, 0.5)
        + line(f"M20 126H{reach}", "#ffffff", 4)
        + dot(reach, 126, 6, "#ffffff")
    )
    return scene(seed) + bar + _badge(160, 60)


def _story(seed: int) -> str:
    order = pick(seed, 9, 3)
    return (
        box(0, 0, 320, 140, 0, "{ground}")
        + dot(50, 20, 46, "{paper}", 0.5)
        + dot(286, 128, 56, "{paper}", 0.5)
        + _card("translate(94 76) rotate(-9)", "{accent}", order)
        + _card("translate(228 76) rotate(9)", "#9687d4", (order + 1) % 3)
        + _card("translate(160 70) scale(1.14)", "{main}", (order + 2) % 3)
        + line("M132 22H149M153 22H167M171 22H188", "{paper}", 2.6, 0.9)
    )


def _card(place: str, colour: str, content: int) -> str:
    """One upright card of a story, 62 x 98; `content` 0..2 is a person, a view or a heart."""
    contents = (
        dot(0, -8, 14, "{paper}", 0.95) + line("M-15 24H15M-10 33H10", "{paper}", 4, 0.8),
        fill("M-26 27Q-6 2 6 16T26 10V39H-26Z", "{paper}", 0.8) + dot(10, -20, 8, "{paper}"),
        fill(
            "M0 16C-12 7 -20 1 -20 -8C-20 -15 -15 -19 -9.6 -19C-5.4 -19 -1.8 -16.6 0 -12.6C1.8 -16.6 5.4 -19 9.6 -19C15 -19 20 -15 20 -8C20 1 12 7 0 16Z",
            "{paper}",
        )
        + line("M-16 32H16", "{paper}", 4, 0.8),
    )
    shadow = box(-29, -46, 62, 98, 12, "#1e1030", 0.12)
    return group(place, shadow, box(-31, -49, 62, 98, 12, colour), contents[content])


def _text(seed: int) -> str:
    lengths = [60 + pick(seed, 20 + i, 5) * 16 for i in range(4)]
    rows = "".join(line(f"M116 {58 + 15 * i}H{116 + length}", "{main}", 5, 0.34) for i, length in enumerate(lengths))
    return (
        box(0, 0, 320, 140, 0, "{ground}")
        + dot(40, 116, 54, "{accent}", 0.25)
        + dot(290, 16, 44, "{main}", 0.14)
        + box(75, 21, 174, 130, 10, "#1e1030", 0.10)
        + box(72, 16, 174, 140, 10, "{paper}")
        + line("M116 38H190", "{main}", 8)
        + fill("M86 34H102V50Q102 58 92 60L90 55Q95 53 95 50H86Z", "{accent}")
        + rows
        + '<g transform="translate(252 88) rotate(38)">'
        + box(-6, -46, 12, 70, 3, "{accent}")
        + fill("M-6 24H6L0 38Z", "#f4d6b4")
        + fill("M-2 33.4H2L0 38Z", "#3b3050")
        + box(-6, -46, 12, 9, 3, "{main}")
        + "</g>"
    )


def _poll(seed: int) -> str:
    shares = [0.3 + pick(seed, 30 + i, 7) * 0.085 for i in range(3)]
    best = max(range(3), key=lambda i: shares[i])
    rows = ""
    for i, share in enumerate(shares):
        y = 28 + 32 * i
        rows += box(44, y, 232, 24, 12, "{paper}") + box(44, y, 232 * share, 24, 12, "{main}", 1 if i == best else 0.4)
        rows += dot(56, y + 12, 6, "{paper}", 0.95)
        rows += (
            line(f"M252 {y + 12}L256.4 {y + 16.4}L264 {y + 7.6}", "{accent}", 3.4)
            if i == best
            else dot(258, y + 12, 3, "{main}", 0.25)
        )
    return (
        box(0, 0, 320, 140, 0, "{ground}")
        + dot(300, 10, 50, "{accent}", 0.2)
        + dot(12, 132, 46, "{accent}", 0.2)
        + rows
    )


def _live(seed: int) -> str:
    hearts = "".join(
        fill(
            f"M{x} {y + 8}C{x - 12} {y} {x - 8} {y - 9} {x} {y - 3}C{x + 8} {y - 9} {x + 12} {y} {x} {y + 8}Z",
            colour,
            opacity,
        )
        for x, y, colour, opacity in (
            (262, 100, "{accent}", 1),
            (278, 72, "#ee5f7d", 0.9),
            (260, 46, "{accent}", 0.7),
            (276, 22, "#ee5f7d", 0.5),
        )
    )
    skin = ("#f0c09a", "#b87b4e", "#744630", "#ebb68c")[pick(seed, 10, 4)]
    hair = ("#432c24", "#231a26", "#1a1218", "#95452b")[pick(seed, 10, 4)]
    return (
        box(0, 0, 320, 140, 0, "{ground}")
        + "".join(
            ring(160, 74, radius, "{main}", 5, opacity) for radius, opacity in ((62, 0.34), (86, 0.2), (112, 0.11))
        )
        + dot(160, 74, 46, "{paper}")
        + dot(160, 60, 23, hair)
        + fill("M108 152C108 118 130 104 160 104C190 104 212 118 212 152Z", "{main}")
        + box(152, 84, 16, 26, 8, skin)
        + oval(160, 72, 19, 22, skin)
        + fill("M140 68C138 48 150 42 162 42C176 42 183 54 180 68C176 60 170 56 158 56C150 56 144 60 140 68Z", hair)
        + dot(153, 73, 2.3, "#241c2b")
        + dot(167, 73, 2.3, "#241c2b")
        + fill("M152 81Q160 84 168 81Q166 90 160 90Q154 90 152 81Z", "#7d1f35")
        + line("M190 140V112", "#3b3748", 6)
        + box(182, 88, 16, 28, 8, "#3b3748")
        + line("M185 97H195M185 103H195", "#7c7499", 2)
        + box(18, 16, 54, 24, 12, "#d63a52")
        + dot(32, 28, 5, "#ffffff")
        + line("M44 23V33M50 25V31M56 22V34", "#ffffff", 3)
        + hearts
    )


def _guide(seed: int) -> str:
    bend = pick(seed, 11, 3) * 8 - 8
    path = f"M36 112C70 {118 + bend} 72 66 108 68S150 {112 - bend} 186 100S212 40 268 48"
    stops = "".join(
        dot(x, y, 11, "{paper}") + dot(x, y, 7.4, colour)
        for x, y, colour in ((36, 112, "{main}"), (108, 68, "{accent}"), (186, 100, "{main}"))
    )
    return (
        box(0, 0, 320, 140, 0, "{ground}")
        + fill("M0 40C50 20 90 44 130 24C180 0 230 30 320 6V0H0Z", "{paper}", 0.55)
        + fill("M0 140V126C60 112 120 140 190 124C240 114 280 128 320 118V140Z", "{accent}", 0.25)
        + f'<path d="{path}" fill="none" stroke="{{main}}" stroke-width="4.5" stroke-linecap="round" stroke-dasharray="0.1 10"/>'
        + stops
        + line("M268 50V14", "{main}", 5)
        + fill("M270 13C282 7 292 19 304 12V33C292 40 282 28 270 34Z", "{accent}")
        + oval(268, 52, 13, 4, "{main}", 0.35)
        + line("M58 44L64 50L76 36M140 44H168M140 54H158M214 122H246M214 131H232", "{main}", 4, 0.55)
    )


DRAW = {
    "photo": _photo,
    "video": _video,
    "story": _story,
    "text": _text,
    "poll": _poll,
    "live": _live,
    "guide": _guide,
}
FORMATS = tuple(DRAW)
