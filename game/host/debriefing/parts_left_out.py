"""Parts of a debrief that cannot be worked out are left out and named; none of them takes the others with it."""

import logging
from collections.abc import Callable
from typing import TypeVar

_Made = TypeVar("_Made")


class Parts:
    """Works out the parts of something one by one."""

    def __init__(self) -> None:
        self.left_out: list[str] = []

    def made(self, what: str, make: Callable[[], _Made], otherwise: _Made) -> _Made:
        """A part; where it cannot be worked out, the log says why, and something else stands for it.

        Args:
            what: the part is, as it stands in a sentence.
            make: works it out.
            otherwise: what stands for it.
        """
        try:
            return make()
        except Exception:
            logging.getLogger(__name__).exception("A part of the debrief could not be worked out: %s.", what)
            self.left_out.append(what)
            return otherwise


def left_out_said(parts: tuple[str, ...]) -> str:
    """That parts are left out, in a sentence; "" where none is.

    >>> left_out_said(("the votes",))
    'Left out, because it could not be worked out: the votes. The games themselves are kept whole.'
    """
    if not parts:
        return ""
    return f"Left out, because it could not be worked out: {', '.join(parts)}. The games themselves are kept whole."
