"""Codes that are read aloud, and names that people give themselves."""

import unicodedata
from collections.abc import Collection, Sequence

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""31 signs; none that is taken for another: no 0, O, 1, I, L."""

ROOM_CODE, WAY_BACK = 6, 5  # signs
LONGEST_NAME = 24  # characters
LONGEST_ROOM_NAME = 40  # characters
MOST_MARKS = 2  # combining marks on one letter

FIRST = (
    "Amber", "Brass", "Brave", "Bright", "Calm", "Clever", "Copper", "Cosy", "Curious", "Dapper", "Early", "Gentle",
    "Golden", "Happy", "Honest", "Jolly", "Keen", "Kind", "Lively", "Lucky", "Mellow", "Merry", "Misty", "Neat",
    "Noble", "Paper", "Patient", "Plum", "Quick", "Quiet", "Rosy", "Silver", "Slow", "Sunny", "Tidy", "Velvet",
    "Warm", "Wise", "Witty", "Wooden",
)  # fmt: skip
SECOND = (
    "Anchor", "Badger", "Beacon", "Bicycle", "Button", "Candle", "Comet", "Compass", "Cricket", "Falcon", "Feather",
    "Finch", "Garden", "Hammock", "Harbour", "Heron", "Island", "Kettle", "Ladder", "Lantern", "Lemon", "Maple",
    "Marble", "Meadow", "Melody", "Mitten", "Orchard", "Otter", "Pebble", "Pepper", "Piano", "Pillow", "Robin",
    "Saddle", "Sparrow", "Teapot", "Thimble", "Violin", "Walnut", "Window",
)  # fmt: skip

BLOCKED = frozenset((
    "arsch", "arschloch", "bastard", "bitch", "cunt", "dick", "faggot", "fick", "ficken", "fotze", "fuck", "fucker",
    "fucking", "hitler", "hure", "nazi", "nigger", "penis", "shit", "slut", "twat", "wanker", "wichser", "whore",
))  # fmt: skip
"""Words that are no names, in English and German; the host can rename whatever else there is."""


def code_of(numbers: Sequence[int]) -> str:
    """A code from numbers of any size, one for each sign.

    >>> code_of([0, 30, 31])
    'A9A'
    """
    return "".join(LETTERS[number % len(LETTERS)] for number in numbers)


def code_typed(text: str) -> str:
    """A code as somebody typed it, without what they put between its signs, in large letters.

    >>> code_typed(" h7k m4p"), code_typed("h7k-m4p")
    ('H7KM4P', 'H7KM4P')
    """
    return "".join(sign for sign in text.upper() if sign.isalnum())[:12]


def code_said(code: str) -> str:
    """A code as it is shown: a gap in its middle when it has six signs.

    >>> code_said("H7KM4P"), code_said("7QF2X")
    ('H7K M4P', '7QF2X')
    """
    return f"{code[:3]} {code[3:]}" if len(code) == ROOM_CODE else code


def clean_name(text: str, longest: int = LONGEST_NAME) -> str:
    r"""A name for a room to see: one line, no control, no direction and no invisible signs, cut to `longest`.

    >>> clean_name("  Ann\u202e\u200b  O\nHara ")
    'Ann O Hara'
    """
    found: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFKC", text[:400]):
        kind = unicodedata.category(sign)
        if kind in {"Zs", "Zl", "Zp"} or sign in "\t\n\r":
            found.append(" ")
        elif kind.startswith("C") or sign in "\u115f\u1160\u2800\u3164\uffa0":
            continue  # control, format, private, unassigned; and letters that show nothing
        elif kind.startswith("M"):
            marks += 1
            if marks <= MOST_MARKS and found:
                found.append(sign)
            continue
        else:
            found.append(sign)
        marks = 0
    return " ".join("".join(found).split())[:longest].strip()


def is_blocked(name: str) -> bool:
    """Whether a word of a name is one that no room wants to read.

    >>> is_blocked("Fuck you"), is_blocked("Dickens")
    (True, False)
    """
    return any(word in BLOCKED for word in "".join(s if s.isalpha() else " " for s in name.casefold()).split())


def key_of(name: str) -> str:
    """What tells two names apart: neither case nor accents.

    >>> key_of("Zoë") == key_of("ZOE")
    True
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign) and sign.isalnum()) or name


def suggested_name(number: int, taken: Collection[str]) -> str:
    """A name of two words that nobody has.

    Args:
        number: any number; equal numbers suggest alike.
        taken: keys of names that are in use.
    """
    total = len(FIRST) * len(SECOND)
    for step in range(total):
        place = (number + step * 641) % total  # 641 shares no factor with 1600, so that every pair comes once
        name = f"{FIRST[place // len(SECOND)]} {SECOND[place % len(SECOND)]}"
        if key_of(name) not in taken:
            return name
    return f"Guest {number % 100_000}"
