"""Numbers and names as they stand in a sentence."""

from collections.abc import Iterable, Sequence

NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def counted(number: int) -> str:
    """A number in words as far as twelve.

    >>> counted(7), counted(16)
    ('seven', '16')
    """
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def times_told(number: int) -> str:
    """How often something happened, at least once.

    >>> times_told(1), times_told(2), times_told(3)
    ('once', 'twice', 'three times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{counted(number)} times")


def counted_of(part: int, whole: int) -> str:
    """So many of so many, both in words or both in figures.

    >>> counted_of(7, 12), counted_of(7, 13)
    ('seven of twelve', '7 of 13')
    """
    return f"{counted(part)} of {counted(whole)}" if whole < len(NUMBERS) else f"{part} of {whole}"


def figure_told(value: float, digits: int = 1, *, sign: bool = False) -> str:
    """A figure with a true minus, and never −0; with `sign` a plus before what is more than nothing, too.

    >>> figure_told(-2.0), figure_told(-0.04), figure_told(0.26, sign=True), figure_told(0.01, sign=True)
    ('−2.0', '0.0', '+0.3', '0.0')
    """
    rounded = round(value, digits)
    before = "−" if rounded < 0.0 else "+" if sign and rounded > 0.0 else ""
    return f"{before}{abs(rounded):.{digits}f}"


def listed_days(days: Iterable[int]) -> str:
    """Some days in a row, at least one.

    >>> listed_days([3]), listed_days([3, 1])
    ('day 3', 'days 1 and 3')
    """
    told = [str(day) for day in sorted(days)]
    return f"day{'' if len(told) == 1 else 's'} {listed(told)}"


def listed(names: Sequence[str]) -> str:
    """Names in a row.

    >>> listed(["Edda", "Tom", "Wil"])
    'Edda, Tom and Wil'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def in_tens(hundredths: int, one: str, more: str) -> str:
    """How many of ten do something, for a share that is known to five in a hundred.

    >>> in_tens(80, "says yes", "say yes"), in_tens(45, "says yes", "say yes"), in_tens(5, "says yes", "say yes")
    ('about eight say yes', 'about four or five say yes', 'hardly anybody says yes')
    """
    if hundredths < 10:
        return f"{tens_told(hundredths)} {one}"
    return f"about {tens_told(hundredths)} {one if 10 <= hundredths < 15 else more}"


def tens_told(hundredths: int) -> str:
    """How many of ten, for a share that is known to five in a hundred.

    >>> tens_told(80), tens_told(45), tens_told(5)
    ('eight', 'four or five', 'hardly anybody')
    """
    tens, half = divmod(hundredths, 10)
    if not tens:
        return "hardly anybody"
    return f"{counted(tens)} or {counted(tens + 1)}" if half >= 5 else counted(tens)
