"""A dictionary that cannot be changed: it hashes, pickles and copies, so a scenario can travel to other processes."""

from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(dict[K, V]):
    """A read-only dictionary that keeps the order in which it was written.

    >>> FrozenMap({"mara": 1})["mara"]
    1
    >>> FrozenMap()["mara"] = 1
    Traceback (most recent call last):
    TypeError: a loaded scenario cannot be changed
    """

    __slots__ = ()

    def _refuse(self, *_args: Any, **_named: Any) -> NoReturn:
        raise TypeError("a loaded scenario cannot be changed")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (dict(self),)

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self)!r})"
