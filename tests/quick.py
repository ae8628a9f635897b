"""A pytest plugin for the loop while one works: the tests that find most per second, and no more than fit the time.

Each run notes how long every test took. With `--quick SECONDS` a run takes the cheapest first, until the time is used
up; a test whose cost nobody has noted counts as `UNKNOWN` seconds, and of those the first of every file come before the
second of any. Tests marked `slow` or `window` are left out. When the time is over all the same, the rest is skipped.
"""

import time
from collections import Counter

import pytest

NOTES = "courtship/seconds"  # in pytest's cache, which is not kept in the repository
UNKNOWN = 0.2  # seconds
LEFT_OUT = ("slow", "window")


def pytest_addoption(parser):
    """`--quick SECONDS`."""
    parser.addoption("--quick", type=float, default=None, metavar="SECONDS", help="take the tests that fit this time")


def chosen(names: list[str], seconds: dict[str, float], budget: float) -> set[str]:
    """Which of some tests fit a budget, the cheapest first.

    Args:
        names: of tests, as pytest names them.
        seconds: that they took lately, of those that are known.
        budget: seconds for all together.

    >>> sorted(chosen(["a::1", "a::2", "b::1"], {"b::1": 5.0}, 0.4))
    ['a::1', 'a::2']
    >>> sorted(chosen(["a::1", "a::2", "b::1"], {}, 0.4))
    ['a::1', 'b::1']
    """
    place: Counter[str] = Counter()
    rank = {}
    for name in names:
        file = name.split("::")[0]
        rank[name] = (seconds.get(name, UNKNOWN), place[file])
        place[file] += 1
    found: set[str] = set()
    for name in sorted(names, key=rank.__getitem__):
        budget -= rank[name][0]
        if budget < 0.0:
            break
        found.add(name)
    return found


def dealt(names: list[str], slow: set[str], workers: int) -> list[str]:
    """The order in which workers that take equal parts one after the other each begin with some of the slow tests.

    The slow tests of a file stay together, since they may share what is dear. So no worker has all of them, and none
    comes last, when another one would have to wait for it.

    Args:
        names: of all tests, as pytest names them, in its order.
        slow: those that are.
        workers: how many there are.

    >>> dealt(["a::1", "a::2", "b::1", "b::2", "c::1", "c::2"], {"a::2", "c::1"}, 2)
    ['a::2', 'a::1', 'b::1', 'c::1', 'b::2', 'c::2']
    """
    files: dict[str, list[str]] = {}
    for name in names:
        if name in slow:
            files.setdefault(name.split("::")[0], []).append(name)
    hands: list[list[str]] = [[] for _ in range(workers)]
    for together in sorted(files.values(), key=len, reverse=True):
        min(hands, key=len).extend(together)
    rest, order = [name for name in names if name not in slow], []
    for number, hand in enumerate(hands):
        more = max(0, (len(names) - len(order)) // (workers - number) - len(hand))
        order += hand + rest[:more]
        rest = rest[more:]
    return order + rest


class Quick:
    """What is noted, and what is chosen by it."""

    def __init__(self, config: pytest.Config) -> None:
        self.limit: float | None = config.getoption("quick")
        self.until = 0.0
        self.workers = int(getattr(config, "workerinput", {}).get("workercount", 1))
        self.noted: dict[str, float] = config.cache.get(NOTES, {})
        self.now: Counter[str] = Counter()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        """Keeps the tests that fit; all workers choose alike, since they read the same notes.

        Without a limit all are kept, and each worker begins with some of the slow ones.
        """
        if self.limit is None:
            slow = {item.nodeid for item in items if item.get_closest_marker("slow")}
            place = {name: number for number, name in enumerate(dealt([i.nodeid for i in items], slow, self.workers))}
            items.sort(key=lambda item: place[item.nodeid])
            return
        quick = [i for i in items if not any(i.get_closest_marker(name) for name in LEFT_OUT)]
        keep = chosen([i.nodeid for i in quick], self.noted, self.limit * self.workers)
        config.hook.pytest_deselected(items=[i for i in items if i.nodeid not in keep])
        items[:] = [i for i in quick if i.nodeid in keep]

    def pytest_runtest_setup(self, item):
        """Skips what is left when the time is over, which begins with the first test."""
        if self.limit is None:
            return
        self.until = self.until or time.monotonic() + self.limit
        if time.monotonic() > self.until:
            pytest.skip("no time left for it in this quick run")

    def pytest_runtest_logreport(self, report):
        """Adds up what a test takes: setting up, running, tearing down."""
        if report.outcome == "passed":
            self.now[report.nodeid] += report.duration

    def pytest_sessionfinish(self, session):
        """Notes what the tests took; only the process that has all reports does it."""
        if not hasattr(session.config, "workerinput"):
            took = {name: round(seconds, 3) for name, seconds in self.now.items()}
            session.config.cache.set(NOTES, {**session.config.cache.get(NOTES, {}), **took})


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    """Begins to note and to choose."""
    config.pluginmanager.register(Quick(config), "courtship-quick")
