"""How often something may be done: buckets that fill again."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KEYS = 5000


class Limit:
    """At most `burst` at once, and `rate` a second in the long run, for each key."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # key -> what is left, when

    def allows(self, key: str) -> bool:
        """Whether it may be done once more; if so, it is counted.

        >>> limit = Limit(1.0, 2.0, lambda: 0.0)
        >>> [limit.allows("a"), limit.allows("a"), limit.allows("a"), limit.allows("b")]
        [True, True, False, True]
        """
        now = self._clock()
        left, when = self._buckets.pop(key, (self._burst, now))
        left = min(self._burst, left + (now - when) * self._rate)
        allowed = left >= 1.0
        self._buckets[key] = (left - allowed, now)
        while len(self._buckets) > MOST_KEYS:
            self._buckets.popitem(last=False)
        return allowed


class Limits:
    """The limits of a server."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.wrong_codes = Limit(10 / 60, 10, clock)  # by address
        self.wrong_codes_of_all = Limit(5.0, 300, clock)
        self.joins = Limit(2.0, 520, clock)  # by address: a router may show a whole room as one, which comes at once
        self.commands = Limit(5.0, 20, clock)  # by guest
        self.host_commands = Limit(20.0, 60, clock)
