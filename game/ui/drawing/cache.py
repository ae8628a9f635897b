"""A bounded store that forgets what was used longest ago."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """At most `size` values; the least recently used goes first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value kept for a key; made and kept when there is none."""
        kept = self._kept
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
        value = kept[key] = make()
        if len(kept) > self.size:
            kept.popitem(last=False)
        return value

    def __len__(self) -> int:
        """How many values are kept now."""
        return len(self._kept)
