"""Necks, shoulders and clothes in the avatar's 100 x 100 box; the body reaches down to y 150 for scenes that show more of it.

Placeholders: ``{shirt} {shirt_low} {shirt_high}`` and ``{under}`` (a second cloth), ``{skin} {shade} {soft}``.
"""

# ruff: noqa: E501 - an outline is one unit; a broken line would hide its shape

from game.art.svg import dot, fill, line

_BODY = (
    "M8 150L9 104C9.6 88 20 81.4 38.2 77.4C41 83.4 45 86 50 86C55 86 59 83.4 61.8 77.4C80 81.4 90.4 88 91 104L92 150Z"
)
_CLOSED = "M8 150L9 104C9.6 88 20 81.4 38.2 77.4L61.8 77.4C80 81.4 90.4 88 91 104L92 150Z"
_BAND = "M38.4 77.8C41.2 83.4 45.2 85.8 50 85.8C54.8 85.8 58.8 83.4 61.6 77.8"
NECK = fill(
    "M42 60H58V72.4C58 75.8 60.6 77 64 78L60 86C57 89 43 89 40 86L36 78C39.4 77 42 75.8 42 72.4Z", "{skin}"
) + fill("M42 66C45 71 55 72.6 58 66V73C53.6 76.8 46.4 76.6 42 72.6Z", "{shade}", 0.85)
_SLEEVES = line("M20 106C19.6 110 19.4 114 19.4 120M80 106C80.4 110 80.6 114 80.6 120", "{shirt_low}", 1.6)

# Each: (behind the neck, over the neck).
TOPS = {
    "tee": (
        "",
        fill(_BODY, "{shirt}") + line(_BAND, "{shirt_low}", 2.2) + _SLEEVES,
    ),
    "vee": ("", fill(_BODY, "{shirt}") + line("M40 78L50 91L60 78", "{shirt_low}", 2.6) + _SLEEVES),
    "collar": (
        "",
        fill(_BODY, "{shirt}")
        + fill("M41.6 75L50 85.6L42.6 92L35.6 79.4Z", "{shirt_high}")
        + fill("M58.4 75L50 85.6L57.4 92L64.4 79.4Z", "{shirt_high}")
        + line("M50 87V150", "{shirt_low}", 1.3)
        + dot(52.4, 95, 1, "{shirt_low}")
        + dot(52.4, 107, 1, "{shirt_low}")
        + _SLEEVES,
    ),
    "polo_neck": (
        "",
        fill(_CLOSED, "{shirt}")
        + fill("M40.6 72.4C44 76 56 76 59.4 72.4L61 81C57 85.6 43 85.6 39 81Z", "{shirt_high}")
        + line("M41 80.4Q50 85 59 80.4", "{shirt_low}", 1.2)
        + _SLEEVES,
    ),
    "hoodie": (
        fill("M30 84C30 74 40 71 50 71C60 71 70 74 70 84L66 90H34Z", "{shirt_low}"),
        fill(_BODY, "{shirt}")
        + fill(
            "M36.4 77.6C38 85 43 90 50 90.6C57 90 62 85 63.6 77.6L67 79C67 89 59 95 50 95C41 95 33 89 33 79Z",
            "{shirt_high}",
        )
        + line("M45 93.6V102M55 93.6V102", "{under}", 1.6)
        + _SLEEVES,
    ),
    "blazer": (
        "",
        fill(_BODY, "{under}")
        + fill("M8 150L9 104C9.6 88 20 81.4 38.6 77.4L50 108V150Z", "{shirt}")
        + fill("M92 150L91 104C90.4 88 80 81.4 61.4 77.4L50 108V150Z", "{shirt}")
        + fill("M38.6 77.4L33.6 82L38 92L34.6 94.4L50 112Z", "{shirt_low}")
        + fill("M61.4 77.4L66.4 82L62 92L65.4 94.4L50 112Z", "{shirt_low}")
        + fill("M40.4 76L50 87.4L44 93.6L37.8 79.4ZM59.6 76L50 87.4L56 93.6L62.2 79.4Z", "{under_high}")
        + line("M50 87.4L44 93.6L38.4 80.4M50 87.4L56 93.6L61.6 80.4", "{under_low}", 0.9)
        + dot(50, 118, 1.3, "{shirt_low}")
        + _SLEEVES,
    ),
    "cardigan": (
        "",
        fill(_BODY, "{under}")
        + fill("M8 150L9 104C9.6 88 20 81.4 38.6 77.4C40 90 44 98 47.4 106V150Z", "{shirt}")
        + fill("M92 150L91 104C90.4 88 80 81.4 61.4 77.4C60 90 56 98 52.6 106V150Z", "{shirt}")
        + line("M39 78C40.4 90 44 98 47.6 106V150M61 78C59.6 90 56 98 52.4 106V150", "{shirt_low}", 2.2)
        + line(_BAND, "{under_low}", 2)
        + _SLEEVES,
    ),
    "stripes": (
        "",
        fill(_BODY, "{shirt}")
        + line(
            "M16.4 90Q50 103 83.6 90M10.4 101Q50 114 89.6 101M10 112Q50 125 90 112M10 123Q50 136 90 123M10 134Q50 147 90 134",
            "{under}",
            3,
        )
        + line(_BAND, "{shirt_low}", 2.2),
    ),
    "dungarees": (
        "",
        fill(_BODY, "{under}")
        + line(_BAND, "{under_low}", 2)
        + fill("M33 98H67L71 150H29Z", "{shirt}")
        + line("M30.6 80.6L37 99M69.4 80.6L63 99", "{shirt}", 5)
        + line("M43 108H57V118H43Z", "{shirt_low}", 1.3)
        + dot(37, 99.6, 1.9, "{trim}")
        + dot(63, 99.6, 1.9, "{trim}"),
    ),
    "kurta": (
        "",
        fill(_CLOSED, "{shirt}")
        + fill("M41 74.4C44 77.6 56 77.6 59 74.4L60.6 80C57 83.4 43 83.4 39.4 80Z", "{shirt_high}")
        + line("M50 82V112", "{trim}", 2.6)
        + dot(50, 88, 0.9, "{shirt_low}")
        + dot(50, 94, 0.9, "{shirt_low}")
        + _SLEEVES,
    ),
    "wrap": (
        "",
        fill(_BODY, "{shirt}")
        + fill("M38.2 77.4H61.8L50 97Z", "{skin}")
        + line("M38.6 77.6L58 112M61.4 77.6L49 99", "{shirt_low}", 2.4)
        + line("M36 79L40 86", "{shirt_high}", 1.4)
        + _SLEEVES,
    ),
    "apron": (
        "",
        fill(_BODY, "{under}")
        + fill("M42.4 76.6L50 84.6L44 89L38.6 79Z", "{under_high}")
        + fill("M57.6 76.6L50 84.6L56 89L61.4 79Z", "{under_high}")
        + line("M35.6 79L39 95M64.4 79L61 95", "{shirt}", 2.6)
        + fill("M34 94Q50 97 66 94L72 150H28Z", "{shirt}")
        + line("M36 99Q50 101.6 64 99", "{shirt_high}", 1.2),
    ),
}
