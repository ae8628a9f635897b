"""Keyboards of the world: what each has where an English one has its letters and brackets."""

import pygame

ENGLISH = ("qwertyuiop[]", "asdfghjkl", "zxcvbnm")
FIRST = {"q": 24, "a": 38, "z": 52}  # X's number of the first key of each row
LAYOUTS = {
    "us": ("qwertyuiop[]", "asdfghjkl", "zxcvbnm"),
    "ru": ("йцукенгшщзхъ", "фывапролд", "ячсмить"),
    "ua": ("йцукенгшщзхї", "фівапролд", "ячсмить"),
    "bg": (",уеишщксдзц;", "ьяаожгтнв", "юйъэфхп"),
    "gr": (";ςερτυθιοπ[]", "ασδφγηξκλ", "ζχψωβνμ"),
    "il": ("/'קראטוןםפ][", "שדגכעיחלך", "זסבהנמצ"),
    "am": ("քոեռտըւիօպխծ", "ասդֆգհյկլ", "զղցվբնմ"),
    "de": ("qwertzuiopü+", "asdfghjkl", "yxcvbnm"),
    "fr": ("azertyuiop\0$", "qsdfghjkl", "wxcvbn,"),
    "tr": ("qwertyuıopğü", "asdfghjkl", "zxcvbnm"),
}
"""Rows from the left, by the names that X has for the layouts; a null is a key without a character of its own."""
LATIN = frozenset({"us", "de", "fr", "tr"})


def scancode(english: str) -> int:
    """The place of a letter or bracket of the English keyboard, as SDL numbers places."""
    if english in "[]":
        return pygame.KSCAN_LEFTBRACKET if english == "[" else pygame.KSCAN_RIGHTBRACKET
    return pygame.KSCAN_A + ord(english) - ord("a")


def x_keycode(english: str) -> int:
    """The same place as X numbers it.

    >>> x_keycode("e"), x_keycode("]"), x_keycode("m"), x_keycode("1"), x_keycode("0")
    (26, 35, 58, 10, 19)
    """
    if english.isdigit():
        return 10 + (int(english) - 1) % 10
    row = next(row for row in ENGLISH if english in row)
    return FIRST[row[0]] + row.index(english)
