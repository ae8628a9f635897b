"""Which key stands for each letter key of the game, for those who play with one hand.

The letters are those that the screens name; each has a key on the left half and one on the right half of the keyboard,
mostly itself where it lies there. Two letters share a key where no screen has both.
"""

from string import ascii_uppercase

HANDS = ("both", "left", "right")
LEFT, RIGHT = "QWERTASDFGZXCVB", "YUIOPHJKLNM;,./"
"""The keys of each half, as an English keyboard has them."""
KEYS = {
    "left": dict(zip(ascii_uppercase, "ABCDEFGFQSBAAXTWQRSTCVWSWZ", strict=True)),
    "right": dict(zip(ascii_uppercase, "H.U/;J,HIJNYMNOPIYJOUKMMYL", strict=True)),
}


def key_for(hand: str, key: str) -> str:
    """The key that stands for a key of the game, or for several with spaces between; other keys than letters stay.

    >>> key_for("both", "Enter P"), key_for("left", "Enter P"), key_for("right", "E")
    ('Enter P', 'Enter W', ';')
    """
    keys = KEYS.get(hand, {})
    return " ".join(keys.get(one, one) for one in key.split())
